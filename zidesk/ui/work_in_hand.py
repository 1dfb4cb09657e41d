"""The status bar's right side: the long work under way, how far it has come, and its end at the user's wish."""

from PySide6.QtCore import QObject

from zidesk.domain.progress import Progress
from zidesk.ui.jobs import Job, Jobs, Lane
from zidesk.ui.widgets.status_strip import StatusStrip


class WorkInHand(QObject):
    """Shows the oldest long work that has not been cancelled; what gives way by itself only while alone."""

    def __init__(self, jobs: Jobs, strip: StatusStrip) -> None:
        super().__init__(strip)
        self._jobs, self._strip = jobs, strip
        jobs.started.connect(self._show)
        jobs.finished.connect(self._show)
        jobs.progressed.connect(self._show_progress)

    def _shown(self) -> Job | None:
        running = [job for job in self._jobs.running(Lane.LONG) if not job.cancel_token.is_set]
        return min(running, key=lambda job: job.yields, default=None)

    def _show(self, _job: Job) -> None:
        job = self._shown()
        if job is not None:
            self._strip.show_work(job.title, job.cancel)
        elif not self._jobs.running(Lane.LONG):
            self._strip.show_idle()

    def _show_progress(self, job: Job, progress: Progress) -> None:
        if job is self._shown():
            self._strip.show_progress(job.title, progress)
