"""An end that loses nothing: save what is typed, stop what runs, wait for it beside the window, only then go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from zidesk.ui.jobs import Jobs
from zidesk.ui.unsaved import Unsaved
from zidesk.ui.workspace_session import WorkspaceSession


class Leaving(QObject):
    """Answers the close events of `window`. `commit` saves what is typed, `unsaved` knows where that did
    not succeed, `stop` ends what runs in threads of its own."""

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        session: WorkspaceSession,
        commit: Callable[[], None],
        unsaved: Unsaved,
        stop: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._session = window, jobs, session
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
        if not self._may_be_left():
            self.under_way = False
            return
        if self._session.holds:
            self._session.close()
            return  # idle comes again
        self._done = True
        self._stop()
        self._jobs.close()
        self._window.close()

    def _may_be_left(self) -> bool:
        if self._session.current is None or not self._unsaved.codes():
            return True
        self._window.setEnabled(True)  # a question over a window that can be used again
        return self._unsaved.may_be_left()
