"""Between the pages and what is known of personal data: looks for it beside the window, shows what might hold
some, and has decided what the user says."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.privacy import PersonalKind
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.changes.kinds import DecidePersonal
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Job, Jobs, Lane
from zidesk.ui.messenger import Messenger
from zidesk.ui.personal_words import decided_words
from zidesk.ui.search_thread import SearchThread

if TYPE_CHECKING:
    from zidesk.services.privacy.suggesting import PersonalSearch, Suggestion
    from zidesk.storage.workspace import Workspace

_LOOK_AFTER = 1_000  # milliseconds in which nothing was changed


class PrivacyController(QObject):
    """`suggested` carries what might hold personal data, and by content what was found in it. Owns the search
    for it from `take` to `release`; that gives way to any long work."""

    suggested = Signal(object, object)  # tuple[Suggestion, ...], Mapping[str, Mapping[PersonalKind, int]]

    def __init__(self, editing: Editing, jobs: Jobs, messenger: Messenger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._jobs, self._messenger = editing, jobs, messenger
        self._search: PersonalSearch | None = None
        self._thread: SearchThread | None = None
        self._cancel = CancelToken()
        self._suggestions: tuple[Suggestion, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        editing.changed.connect(lambda _assessment: self._look_later())
        jobs.started.connect(self._give_way)
        jobs.finished.connect(self._go_on)

    @property
    def suggestions(self) -> "tuple[Suggestion, ...]":
        return self._suggestions

    def take(self, workspace: "Workspace", _assessment: Assessment) -> None:
        """A workspace that was just opened."""
        from zidesk.services.privacy.suggesting import PersonalSearch

        self.release()
        self._search, self._thread = PersonalSearch(workspace), SearchThread(self)
        self._thread.failed.connect(self._messenger.complain)
        self._look_later()

    def release(self) -> None:
        """Let go of the workspace."""
        self._timer.stop()
        self._cancel.cancel()
        if self._thread is not None:
            self._thread.close(lambda: None)
        self._search = self._thread = None
        self._show(())

    def decide(self, uses: Sequence[EvidenceUse], personal: bool) -> None:
        """For every use of these contents. What is asked about them goes at once."""
        contents = tuple(dict.fromkeys(use.file.sha256 for use in uses))

        def decided(changed: bool) -> None:
            self._show(tuple(item for item in self._suggestions if item.use.file.sha256 not in contents))
            if changed:
                self._editing.offer_undo(decided_words(uses, personal))

        if contents:
            self._editing.do(DecidePersonal(contents, personal), lambda done: decided(done.changed))

    def toggle(self, uses: Sequence[EvidenceUse]) -> None:
        """Mark what is chosen; where all of it is marked, take the marks off."""
        self.decide(uses, not all(use.personal for use in uses))

    def _look_later(self) -> None:
        if self._search is not None:
            self._timer.start()

    def _give_way(self, job: Job) -> None:
        """Long work comes first; what was looked at so far is kept."""
        if job.lane is Lane.LONG:
            self._cancel.cancel()

    def _go_on(self, job: Job) -> None:
        """Something was attached, or texts of PDFs were read."""
        if job.lane is Lane.LONG:
            self._look_later()

    def _look(self) -> None:
        search, thread, assessment = self._search, self._thread, self._editing.assessment
        if search is None or thread is None or assessment is None or self._jobs.running(Lane.LONG):
            return  # begins again when that has finished
        self._cancel.cancel()
        self._cancel = cancel = CancelToken()

        def looked() -> "tuple[Suggestion, ...] | None":
            try:
                return search.suggestions(assessment, silent, cancel)
            except Cancelled:
                return None

        def show(found: "tuple[Suggestion, ...]") -> None:
            if assessment is self._editing.assessment:  # else a newer one waits already
                self._show(found)

        thread.do(looked, show)

    def _show(self, suggestions: "tuple[Suggestion, ...]") -> None:
        if suggestions != self._suggestions:
            self._suggestions = suggestions
            self.suggested.emit(suggestions, found_by_content(suggestions))


def found_by_content(suggestions: "Sequence[Suggestion]") -> Mapping[str, Mapping[PersonalKind, int]]:
    return {item.use.file.sha256: item.found for item in suggestions}
