"""Work beside the window: plain functions run in the background, their results delivered in the window's thread.

Two lanes, each one thread for as long as the program runs. `QUICK` keeps the order of what the user does (open,
save, read, close); `LONG` is for work with progress and cancel. The database lets one of them in at a time: each
of its transactions begins by taking the write lock.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import CancelToken, Progress, Report

_REPORT_EVERY = 0.05  # seconds between two progress events of a job
T = TypeVar("T")


class Lane(Enum):
    QUICK = "quick"
    LONG = "long"


@dataclass(eq=False)
class Job:
    """Something running or waiting. `title` is what the status bar calls it; `yields`: it gives way to other
    long work by itself, and goes on later."""

    title: str
    lane: Lane
    on_done: Callable[[Any], None] | None
    on_error: Callable[[ZideskError], None] | None
    yields: bool = False
    cancel_token: CancelToken = field(default_factory=CancelToken)

    def cancel(self) -> None:
        self.cancel_token.cancel()


class Jobs(QObject):
    """Starts work and tells of it; `finished` is signalled for each job, however it ends."""

    started = Signal(object)  # Job
    progressed = Signal(object, object)  # Job, Progress
    finished = Signal(object)  # Job
    idle = Signal()  # the last job has finished

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(1, f"zidesk-{lane.value}") for lane in Lane}
        self._events: deque[Callable[[], None]] = deque()
        self._running: list[Job] = []
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def quick(
        self,
        work: Callable[[], T],
        *,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[ZideskError], None] | None = None,
    ) -> Job:
        """Queue short work; it runs after the short work before it."""
        job = Job("", Lane.QUICK, on_done, on_error)
        return self._start(job, lambda _report, _cancel: work())

    def start(
        self,
        work: Callable[[Report, CancelToken], T],
        *,
        title: str,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[ZideskError], None] | None = None,
        yields: bool = False,
    ) -> Job:
        """Queue long work that reports and can be cancelled. `on_error` gets `Cancelled` too."""
        return self._start(Job(title, Lane.LONG, on_done, on_error, yields), work)

    def running(self, lane: Lane | None = None) -> tuple[Job, ...]:
        """What has not finished yet, oldest first."""
        return tuple(job for job in self._running if lane is None or job.lane is lane)

    @property
    def busy(self) -> bool:
        """Whether long work is under way that the user waits for."""
        return any(job.lane is Lane.LONG and not job.yields for job in self._running)

    def cancel_all(self) -> None:
        for job in self._running:
            if job.lane is Lane.LONG:
                job.cancel()

    def close(self) -> None:
        """Cancel long work, wait for everything, deliver what is left. No job can be started afterwards."""
        self.cancel_all()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        self._deliver()

    def _start(self, job: Job, work: Callable[[Report, CancelToken], Any]) -> Job:
        self._running.append(job)
        self.started.emit(job)
        self._lanes[job.lane].submit(self._run, job, work)
        return job

    def _run(self, job: Job, work: Callable[[Report, CancelToken], Any]) -> None:
        """In the lane's thread. Nothing of the window is touched here: events are only queued."""
        assert threading.current_thread() is not threading.main_thread()
        try:
            job.cancel_token.check()
            result = work(self._reporter(job), job.cancel_token)
        except BaseException as fault:
            caught = fault
            self._post(lambda: self._end(job, lambda: self._fail(job, caught)))
        else:
            self._post(lambda: self._end(job, lambda: job.on_done and job.on_done(result)))

    def _reporter(self, job: Job) -> Report:
        last = -_REPORT_EVERY

        def report(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_EVERY or progress.done == progress.total:
                last = now
                self._post(lambda: self.progressed.emit(job, progress))

        return report

    def _post(self, event: Callable[[], None]) -> None:
        self._events.append(event)
        self._woken.emit()

    def _deliver(self) -> None:
        while self._events:
            self._events.popleft()()

    def _end(self, job: Job, outcome: Callable[[], Any]) -> None:
        try:
            outcome()
        except Exception:  # a fault in a listener is our bug, not a reason to lose `finished`
            sys.excepthook(*sys.exc_info())
        finally:
            self._running.remove(job)
            self.finished.emit(job)
            if not self._running:
                self.idle.emit()

    @staticmethod
    def _fail(job: Job, fault: BaseException) -> None:
        if isinstance(fault, ZideskError) and job.on_error is not None:
            job.on_error(fault)
        elif not isinstance(fault, Cancelled):
            sys.excepthook(type(fault), fault, fault.__traceback__)
