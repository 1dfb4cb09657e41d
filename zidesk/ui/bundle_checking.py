"""Between the card that checks bundles and the services: any bundle, of whatever workspace."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import Progress
from zidesk.messages import explain
from zidesk.ui import bundle_work as work
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.pages.bundle_page import BundlePage

if TYPE_CHECKING:
    from zidesk.services.verify import Verification


class BundleChecking(QObject):
    """One check at a time."""

    def __init__(self, page: BundlePage, jobs: Jobs) -> None:
        super().__init__(page)
        self._page, self._jobs = page, jobs
        self._job: Job | None = None
        page.verify.cancel_asked.connect(self._cancel)
        jobs.progressed.connect(self._show_progress)
        jobs.finished.connect(self._tidy)

    def verify(self, path: Path | None) -> None:
        """Check the bundle at `path`; None: nothing was chosen."""
        if path is None or self._job is not None:
            return
        self._page.verify.show_started(path)
        self._page.show_verification()
        self._job = self._jobs.start(
            lambda report, cancel: work.verify(path, report, cancel),
            title="Memeriksa paket",
            on_done=lambda found: self._show(path, found),
            on_error=self._refuse,
        )

    def _show_progress(self, job: Job, progress: Progress) -> None:
        if job is self._job and not job.cancel_token.is_set:
            self._page.verify.show_progress(progress)

    def _show(self, path: Path, found: "Verification") -> None:
        self._job = None
        self._page.verify.show_result(path, found)
        self._page.show_verification()

    def _refuse(self, fault: ZideskError) -> None:
        self._job = None
        if isinstance(fault, Cancelled):
            self._page.verify.show_cancelled()
        else:
            self._page.verify.show_refused(explain(fault))
        self._page.show_verification()

    def _tidy(self, job: Job) -> None:
        """A check that ended without telling us has met a fault of our own, which the crash dialog has told."""
        if job is self._job:
            self._job = None
            self._page.verify.show_cancelled()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
