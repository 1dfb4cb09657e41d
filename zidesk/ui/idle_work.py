"""Long work for which nobody waits, done while nothing else is going on."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import CancelToken, Report
from zidesk.ui.jobs import Job, Jobs, Lane

Work: TypeAlias = Callable[[Report, CancelToken], Any]
BEGINS_AFTER = 1_500  # milliseconds in which nothing else began


class IdleWork(QObject):
    """Begins a moment after it was asked for, gives way to any other long work, and is begun anew after that.

    Work must keep what it has done: it may be begun many times. Cancelled by the user, or refused, it is not
    begun again before `forget`.
    """

    ended = Signal()  # done to its end
    failed = Signal(object)  # ZideskError

    def __init__(self, jobs: Jobs, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._title = jobs, title
        self._work: Work | None = None
        self.job: Job | None = None  # what runs now
        self._gave_way = self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEGINS_AFTER)
        self._timer.timeout.connect(self._begin)
        jobs.started.connect(self._give_way)
        jobs.finished.connect(self._later)

    def ask(self, work: Work) -> None:
        """There is this to do, in place of what was asked for before."""
        self._work = work
        self._later()

    def forget(self) -> None:
        """Nothing is to be done any more; what runs is cancelled and tells of nothing."""
        self._timer.stop()
        if self.job is not None:
            self.job.cancel()
        self.job = self._work = None
        self._stopped = False

    def _later(self, _finished: Job | None = None) -> None:
        if self._work is not None and self.job is None and not self._stopped:
            self._timer.start()

    def _begin(self) -> None:
        work = self._work
        if work is None or self.job is not None or self._jobs.running(Lane.LONG):
            return  # begins when that has finished
        self._gave_way = False
        self.job = job = self._jobs.start(
            work,
            title=self._title,
            on_done=lambda _result: self._ended(job, work),
            on_error=lambda fault: self._ended(job, work, fault),
            yields=True,
        )

    def _give_way(self, job: Job) -> None:
        if self.job is not None and job.lane is Lane.LONG and job is not self.job:
            self._gave_way = True
            self.job.cancel()

    def _ended(self, job: Job, work: Work, fault: ZideskError | None = None) -> None:
        if job is not self.job:
            return  # forgotten
        self.job = None
        if fault is None:
            if self._work is work:
                self._work = None
            self.ended.emit()
        elif not (isinstance(fault, Cancelled) and self._gave_way):
            self._stopped = True  # by the user, or by something that would befall it again
            if not isinstance(fault, Cancelled):
                self.failed.emit(fault)
