"""Between the bundle page and the services: the bundle is made and checked beside the window."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled, PreflightFailed, ZideskError
from zidesk.domain.progress import Progress, Stage
from zidesk.messages import explain
from zidesk.storage.paths import Resources
from zidesk.ui import bundle_work as work
from zidesk.ui.bundle_wizard import endings
from zidesk.ui.bundle_wizard.done_step import Ending, Next
from zidesk.ui.bundle_wizard.pace import Pace
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.ways_out import WayOut, obstacles_of
from zidesk.ui.bundle_wizard.wish import Wish, bundle_name
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.pages.bundle_page import BundlePage

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult
    from zidesk.services.verify import Verification
    from zidesk.storage.drives import RemovableDrive

_LOOK_EVERY = 3_000  # milliseconds between looks at what is plugged in
_WRITING = (Stage.COPY, Stage.DOCUMENTS, Stage.MANIFESTS, Stage.READ_BACK)


@dataclass(frozen=True)
class Desktop:
    """What the page asks of the system: dialogs that give a path or None, and showing a folder."""

    ask_destination: Callable[[], Path | None]
    ask_bundle_folder: Callable[[], Path | None]
    ask_bundle_zip: Callable[[], Path | None]
    show_folder: Callable[[Path], None]


class BundleController(QObject):
    """`saving_asked`: what is typed must be saved first; `ended` carries the outcome of making a bundle."""

    saving_asked = Signal()
    ended = Signal(object)  # Ending

    def __init__(self, page: BundlePage, jobs: Jobs, resources: Resources, desktop: Desktop) -> None:
        super().__init__(page)
        self._page, self._jobs, self._resources, self._desktop = page, jobs, resources, desktop
        self._root: Path | None = None
        self._assessment: Assessment | None = None
        self._wish: Wish | None = None
        self._made: Path | None = None  # the folder the last run has left
        self._job: Job | None = None
        self._check: Job | None = None
        self._pace = Pace()
        self._looking = False
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY)
        self._watch.timeout.connect(self.look_for_drives)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.contents.done.connect(lambda: page.show_step(Step.DESTINATION))
        page.destination.back_asked.connect(lambda: page.show_step(Step.CONTENTS))
        page.destination.folder_asked.connect(self._ask_folder)
        page.destination.refresh_asked.connect(self.look_for_drives)
        page.destination.watched.connect(self._watch_drives)
        page.destination.done.connect(self._start_chosen)
        page.check.way_chosen.connect(self._take_way_out)
        page.check.again_asked.connect(self._start)
        page.check.cancel_asked.connect(self._cancel)
        page.writing.cancel_asked.connect(self._cancel)
        page.done.asked.connect(self._go_on)
        page.verify.folder_asked.connect(lambda: self._verify_chosen(self._desktop.ask_bundle_folder()))
        page.verify.zip_asked.connect(lambda: self._verify_chosen(self._desktop.ask_bundle_zip()))
        page.verify.cancel_asked.connect(self._cancel_check)
        self._jobs.progressed.connect(self._show_progress)
        self._jobs.finished.connect(self._tidy)

    def take(self, root: Path, assessment: Assessment) -> None:
        """Another workspace: begin anew."""
        self._root, self._wish, self._made = root, None, None
        self.show_assessment(assessment)
        self._page.show_step(Step.CONTENTS)

    def release(self) -> None:
        """No workspace: only checking is left to do."""
        self._root = self._assessment = self._wish = None
        self._page.hide_making()

    def show_assessment(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._page.show_assessment(assessment)

    # where to

    def look_for_drives(self) -> None:
        """Ask beside the window what is plugged in; one question at a time."""
        if self._looking:
            return
        self._looking = True
        self._jobs.quick(work.drives, on_done=self._show_drives)

    def _show_drives(self, drives: "Sequence[RemovableDrive]") -> None:
        self._looking = False
        self._page.destination.show_drives(drives)

    def _watch_drives(self, on: bool) -> None:
        if on:
            self.look_for_drives()
            self._watch.start()
        else:
            self._watch.stop()

    def _ask_folder(self) -> None:
        folder = self._desktop.ask_destination()
        if folder is not None:
            self._page.destination.show_folder(folder)

    # making

    def _start_chosen(self) -> None:
        target = self._page.destination.target()
        if target is not None:
            self._wish = Wish(self._page.contents.contents(), target)
            self._start()

    def _start(self) -> None:
        """Save what is typed, and only then read the workspace anew."""
        if self._root is None or self._wish is None or self._job is not None:
            return
        self.saving_asked.emit()
        self._page.check.show_checking(waiting=self._jobs.busy)
        self._page.show_step(Step.CHECK)
        root, wish, resources = self._root, self._wish, self._resources
        self._pace = Pace()

        def saved(_nothing: None) -> None:
            if not self._page.isEnabled():  # the window is being closed
                self._end(endings.cancelled(None))
                return
            self._job = self._jobs.start(
                lambda report, cancel: work.build(root, wish, resources, report, cancel),
                title="Membuat paket",
                on_done=self._finish,
                on_error=self._fail,
            )

        self._jobs.quick(lambda: None, on_done=saved)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_progress(self, job: Job, progress: Progress) -> None:
        if job is self._check:
            if not job.cancel_token.is_set:
                self._page.verify.show_progress(progress)
        elif job is self._job and progress.stage in _WRITING:
            if self._page.step is not Step.WRITING and self._wish is not None and self._assessment is not None:
                self._page.writing.show_start(self._wish, bundle_name(self._assessment))
                self._page.show_step(Step.WRITING)
            self._pace.note(time.monotonic(), progress.bytes_done)
            timed = progress.bytes_total and progress.done < progress.total
            self._page.writing.show_progress(progress, self._pace.words(progress.bytes_total) if timed else "")
            if job.cancel_token.is_set:
                self._page.writing.show_cancelling()

    def _finish(self, result: "BundleResult | work.Stopped") -> None:
        self._job = None
        if isinstance(result, work.Stopped):
            self._made = result.unfinished
            self._end(endings.cancelled(result.unfinished))
        elif self._wish is not None:
            self._made = result.path
            self._end(endings.finished(result, self._wish.target))

    def _fail(self, fault: ZideskError) -> None:
        self._job = None
        if isinstance(fault, PreflightFailed):
            self._page.check.show_obstacles(obstacles_of(fault.obstacles))
            self._page.show_step(Step.CHECK)
        elif isinstance(fault, Cancelled):
            self._end(endings.cancelled(None))
        else:
            self._end(endings.failed(fault))

    def _tidy(self, job: Job) -> None:
        """A job that ended without telling us has met a fault of our own, which the crash dialog has told."""
        if job is self._job:
            self._job = None
            self._page.show_step(Step.DESTINATION)
        elif job is self._check:
            self._check = None
            self._page.verify.show_cancelled()

    def _end(self, ending: Ending) -> None:
        self._page.done.show_ending(ending)
        self._page.show_step(Step.DONE, stopped=not ending.whole)
        self.ended.emit(ending)

    def _take_way_out(self, way: WayOut) -> None:
        if way is WayOut.ELSEWHERE:
            self._page.show_step(Step.DESTINATION)
        elif self._wish is not None:
            match way:
                case WayOut.UPDATE:
                    self._wish = replace(self._wish, update=True)
                case WayOut.ANEW:
                    self._wish = replace(self._wish, update=False)
                case WayOut.WITHOUT:
                    self._wish = replace(self._wish, allow_missing=True)
            self._start()

    def _go_on(self, action: Next) -> None:
        match action:
            case Next.OPEN if self._made is not None:
                self._desktop.show_folder(self._made.parent if self._made.suffix == ".zip" else self._made)
            case Next.VERIFY:
                self._verify_chosen(self._made)
            case Next.CONTINUE | Next.RETRY:
                self._start()
            case Next.ELSEWHERE:
                self._page.show_step(Step.DESTINATION)
            case Next.ANOTHER:
                self._page.show_step(Step.CONTENTS)

    # checking

    def _verify_chosen(self, path: Path | None) -> None:
        if path is None or self._check is not None:
            return
        self._page.verify.show_started(path)
        self._page.show_verification()
        self._check = self._jobs.start(
            lambda report, cancel: work.verify(path, report, cancel),
            title="Memeriksa paket",
            on_done=lambda found: self._checked(path, found),
            on_error=self._not_checked,
        )

    def _checked(self, path: Path, found: "Verification") -> None:
        self._check = None
        self._page.verify.show_result(path, found)
        self._page.show_verification()

    def _not_checked(self, fault: ZideskError) -> None:
        self._check = None
        if isinstance(fault, Cancelled):
            self._page.verify.show_cancelled()
        else:
            self._page.verify.show_refused(explain(fault))
        self._page.show_verification()

    def _cancel_check(self) -> None:
        if self._check is not None:
            self._check.cancel()
