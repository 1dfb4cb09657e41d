"""Opens the guide at what the user has before them, from the window and, with F1, from any dialog over it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from zidesk.domain.errors import ZideskError
from zidesk.messages import explain
from zidesk.storage.paths import Resources
from zidesk.ui.guide_places import place_of
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger

if TYPE_CHECKING:
    from zidesk.ui.dialogs.guide.window import GuideWindow

AskPdf = Callable[[QWidget], Path | None]


class GuideDesk(QObject):
    """`page` tells the key of the page in view; `ask_pdf` asks where to save. The guide is a window of its own,
    so that it can be read beside a dialog; it goes when `window` goes."""

    def __init__(
        self,
        window: QWidget,
        resources: Resources,
        jobs: Jobs,
        messenger: Messenger,
        page: Callable[[], str],
        ask_pdf: AskPdf,
    ) -> None:
        super().__init__(window)
        self._window, self._resources, self._jobs, self._messenger = window, resources, jobs, messenger
        self._page, self.ask_pdf = page, ask_pdf
        self.shown: GuideWindow | None = None
        self._watched: QWidget | None = None
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._watch)

    def open(self) -> None:
        """At the page in view."""
        self.open_at(self._page())

    def open_at(self, place: str) -> None:
        from zidesk.services.guide.reading import load_guide
        from zidesk.ui.dialogs.guide.window import GuideWindow

        if self.shown is None:
            folder = self._resources.guide
            try:
                self.shown = GuideWindow(load_guide(folder), folder)
            except ZideskError as fault:
                self._messenger.complain(fault)
                return
            self.shown.pdf_asked.connect(self._save)
        self.shown.open_at(place)

    def close(self) -> None:
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None

    def _save(self) -> None:
        shown = self.shown
        if shown is None:
            return
        out = self.ask_pdf(shown)
        if out is None:
            return
        resources = self._resources
        shown.tell("Menyimpan…")

        def work(_report: object, _cancel: object) -> Path:
            from zidesk.services.guide.document import write_guide

            write_guide(out, resources)
            return out

        def tell(words: str) -> None:
            if self.shown is shown:
                shown.tell(words)

        self._jobs.start(
            work,
            title="Menyimpan panduan",
            on_done=lambda path: tell(f"Panduan tersimpan di {path}."),
            on_error=lambda fault: tell(str(explain(fault))),
        )

    # F1 in a dialog: the window's own keys do not reach there

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and isinstance(now.window(), QDialog) and self._is_over_window(now.window()):
            self._watched = now
            now.installEventFilter(self)

    def _is_over_window(self, dialog: QWidget) -> bool:
        above = dialog.parentWidget()
        return above is not None and above.window() is self._window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        elif (
            watched is self._watched
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_F1
            and self._watched is not None
        ):
            self.open_at(place_of(self._watched.window()) or self._page())
            return True
        return super().eventFilter(watched, event)
