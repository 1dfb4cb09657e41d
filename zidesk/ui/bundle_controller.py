"""Between the bundle page and the services: the bundle is made and checked beside the window."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled, PreflightFailed, ZideskError
from zidesk.domain.progress import Progress, Stage
from zidesk.services.bundle.request import Handling, Merged
from zidesk.storage.paths import Resources
from zidesk.ui import bundle_work as work
from zidesk.ui.bundle_changes_controller import BundleChangesController
from zidesk.ui.bundle_checking import BundleChecking
from zidesk.ui.bundle_passphrase import PassphraseKeeper
from zidesk.ui.bundle_places import BundlePlaces
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
    from zidesk.services.privacy.suggesting import Suggestion
    from zidesk.storage.workspace import Workspace

_WRITING = (Stage.PREPARE, Stage.COPY, Stage.DOCUMENTS, Stage.MANIFESTS, Stage.READ_BACK)


@dataclass(frozen=True)
class Desktop:
    """What the page asks of the system: dialogs that give a path or None, and showing a folder."""

    ask_destination: Callable[[], Path | None]
    ask_bundle_folder: Callable[[], Path | None]
    ask_bundle_zip: Callable[[], Path | None]
    show_folder: Callable[[Path], None]


class BundleController(QObject):
    """`saving_asked`: what is typed must be saved first; `ended` carries the outcome of making a bundle;
    `review_asked`: to the files that might hold personal data."""

    saving_asked = Signal()
    ended = Signal(object)  # Ending
    review_asked = Signal()

    def __init__(self, page: BundlePage, jobs: Jobs, resources: Resources, desktop: Desktop) -> None:
        super().__init__(page)
        self._page, self._jobs, self._resources, self._desktop = page, jobs, resources, desktop
        self._root: Path | None = None
        self._assessment: Assessment | None = None
        self._wish: Wish | None = None
        self._made: Path | None = None  # the folder the last run has left
        self._job: Job | None = None
        self._pace = Pace()
        self.comparing = BundleChangesController(page, jobs, resources)
        self.checking = BundleChecking(page, jobs)
        self.passphrase = PassphraseKeeper(page.passphrase)
        self.places = BundlePlaces(page.destination, jobs, self._name, lambda: self.comparing.desktop)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.contents.done.connect(self._choose_target)
        page.contents.review_asked.connect(self.review_asked)
        page.destination.back_asked.connect(lambda: page.show_step(Step.CONTENTS))
        page.destination.folder_asked.connect(self._ask_folder)
        page.destination.done.connect(self._start_chosen)
        page.check.way_chosen.connect(self._take_way_out)
        page.check.again_asked.connect(self._start)
        page.check.cancel_asked.connect(self._cancel)
        page.writing.cancel_asked.connect(self._cancel)
        page.done.asked.connect(self._go_on)
        page.verify.folder_asked.connect(lambda: self.verify(self._desktop.ask_bundle_folder()))
        page.verify.zip_asked.connect(lambda: self.verify(self._desktop.ask_bundle_zip()))
        page.verify.compare_asked.connect(self.comparing.open)
        self._jobs.progressed.connect(self._show_progress)
        self._jobs.finished.connect(self._tidy)

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """Another workspace: begin anew. A passphrase that was not noted yet stays in view."""
        self._root, self._wish, self._made = workspace.paths.root, None, None
        self._page.contents.reset()
        self._page.destination.since.clear()
        self.show_assessment(assessment)
        self._page.show_step(Step.CONTENTS)

    def release(self) -> None:
        """No workspace: only checking is left to do."""
        self._root = self._assessment = self._wish = None
        self._page.hide_making()

    def show_assessment(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._page.show_assessment(assessment)

    def show_suggestions(self, suggestions: "Iterable[Suggestion]") -> None:
        """Files that might hold personal data and were not decided about."""
        self._page.contents.show_suspects(frozenset(item.use.file.sha256 for item in suggestions))

    def verify(self, path: Path | None) -> None:
        """Check the bundle at `path`, of whatever workspace; None: nothing was chosen."""
        self.checking.verify(path)

    def _name(self) -> str | None:
        """What the bundle is called."""
        return None if self._assessment is None else bundle_name(self._assessment)

    def _choose_target(self) -> None:
        self._page.show_step(Step.DESTINATION)
        self._page.destination.take_focus()

    def _ask_folder(self) -> None:
        folder = self._desktop.ask_destination()
        if folder is not None:
            self._page.destination.show_folder(folder)

    # making

    def _start_chosen(self) -> None:
        step = self._page.destination
        target = step.target()
        if target is not None:
            self._wish = Wish(self._page.contents.contents(), target, step.since.since())
            self._start()

    def _start(self) -> None:
        """Save what is typed, and only then read the workspace anew."""
        if self._root is None or self._wish is None or self._job is not None or not self.passphrase.may_go():
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
        if job is self._job and progress.stage in _WRITING:
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
            if result.passphrase:
                self.passphrase.show(result.passphrase, result.path, len(result.locked))

    def _fail(self, fault: ZideskError) -> None:
        self._job = None
        if isinstance(fault, PreflightFailed):
            merged = self._wish is not None and self._wish.contents.options.merged is not Merged.NONE
            self._page.check.show_obstacles(obstacles_of(fault.obstacles, merged=merged))
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

    def _end(self, ending: Ending) -> None:
        self._page.done.show_ending(ending)
        self._page.show_step(Step.DONE, stopped=not ending.whole)
        self.ended.emit(ending)

    def _take_way_out(self, way: WayOut) -> None:
        """Where the user goes back to choose anew, else how it goes on at once."""
        match way:
            case WayOut.ELSEWHERE:
                self._choose_target()
            case WayOut.OPTIONS | WayOut.CONTENTS:
                self._page.show_step(Step.CONTENTS)
                self._page.contents.show_options(way is WayOut.OPTIONS)
            case _ if self._wish is not None:
                self._wish = _with(self._wish, way)
                if way is WayOut.NOT_SINCE:
                    self._page.destination.since.clear()
                self._start()

    def _go_on(self, action: Next) -> None:
        match action:
            case Next.OPEN if self._made is not None:
                self._desktop.show_folder(self._made.parent if self._made.suffix == ".zip" else self._made)
            case Next.VERIFY:
                self.verify(self._made)
            case Next.CONTINUE | Next.RETRY:
                self._start()
            case Next.ELSEWHERE:
                self._choose_target()
            case Next.ANOTHER if self.passphrase.may_go():
                self._page.show_step(Step.CONTENTS)


def _with(wish: Wish, way: WayOut) -> Wish:
    """The same with one thing otherwise, so that it can go on."""
    options = wish.contents.options
    match way:
        case WayOut.UPDATE | WayOut.ANEW:
            return replace(wish, update=way is WayOut.UPDATE)
        case WayOut.WITHOUT:
            return replace(wish, allow_missing=True)
        case WayOut.NOT_SINCE:
            return replace(wish, since=None)
        case WayOut.NOT_MERGED:
            options = replace(options, merged=Merged.NONE)
        case WayOut.NOT_PERSONAL:
            options = replace(options, personal=Handling.LEAVE_OUT)
    return replace(wish, contents=replace(wish.contents, options=options))
