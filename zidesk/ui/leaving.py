"""An end that loses nothing: save what is typed, stop what runs, wait for it beside the window, only then go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.workspace_session import WorkspaceSession


class Leaving(QObject):
    """Answers the close events of `window`. `commit` saves what is typed, `unsaved` names the questions where
    that did not succeed, `stop` ends what runs in threads of its own."""

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        session: WorkspaceSession,
        messenger: Messenger,
        commit: Callable[[], None],
        unsaved: Callable[[], tuple[str, ...]],
        stop: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._session, self._messenger = window, jobs, session, messenger
        self._commit, self._unsaved, self._stop = commit, unsaved, stop
        self.under_way = False
        self._done = False
        jobs.idle.connect(self._go_on)

    def answer(self, event: QCloseEvent) -> None:
        if self._done:
            event.accept()
            return
        event.ignore()
        if self.under_way:
            return
        self.under_way = True
        self._commit()
        self._jobs.cancel_all()
        self._window.setEnabled(False)
        if not self._jobs.running():
            QTimer.singleShot(0, self._go_on)  # a window cannot close within its own close event

    def _go_on(self) -> None:
        if not self.under_way or self._done:
            return
        unsaved = () if self._session.current is None else self._unsaved()
        if unsaved and not self._leave_behind(unsaved):
            self.under_way = False
            self._window.setEnabled(True)
            return
        if self._session.current is not None:
            self._session.close()
            return  # idle comes again
        self._done = True
        self._stop()
        self._jobs.close()
        self._window.close()

    def _leave_behind(self, unsaved: tuple[str, ...]) -> bool:
        self._window.setEnabled(True)
        return self._messenger.ask(
            f"Isian pada {', '.join(unsaved)} belum tersimpan.",
            "Isian itu belum lengkap atau belum berhasil disimpan, dan hilang bila ZIDesk ditutup sekarang.",
            "Tutup tanpa menyimpan",
            "Kembali",
        )
