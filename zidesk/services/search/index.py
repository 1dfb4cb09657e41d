"""The search of one open workspace."""

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.evidence import FileKind, FileState
from zidesk.domain.instrument import Instrument
from zidesk.domain.progress import CancelToken, Report
from zidesk.storage.search.entries import all_uses
from zidesk.storage.search.hits import Hit
from zidesk.storage.search.store import SearchStore
from zidesk.storage.search.wording import words_of
from zidesk.storage.workspace import Workspace

LIMIT = 50


class SearchIndex:
    """May be used from any thread; opened on the first call, to be closed with the workspace.

    Every method but `close` raises StorageFault when not even a temporary index can be kept.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._files = workspace.store
        self._store = SearchStore(workspace.paths, read_only=workspace.read_only)
        self._instrument: Instrument = workspace.instrument
        self._absent: frozenset[str] = frozenset()  # contents that the store has lost; not looked for again

    def refresh(self, assessment: Assessment) -> None:
        """Bring questions, evidence and notes up to the assessment, by the difference."""
        self._store.refresh(assessment)

    def unread(self, assessment: Assessment) -> tuple[str, ...]:
        """The PDFs whose texts are still to be read: by content, in the order of the sheet, the inbox last."""
        contents = (
            use.file.sha256
            for use in all_uses(assessment)
            if use.file.inspection.kind is FileKind.PDF and use.file.inspection.state is not FileState.LOCKED
        )
        return tuple(sha256 for sha256 in self._store.unread(contents) if sha256 not in self._absent)

    def read_texts(self, assessment: Assessment, report: Report, cancel: CancelToken) -> None:
        """Long work: read the texts of PDFs that were not read yet.

        Files without text or that cannot be read are remembered, and not tried again. What was read before a
        cancel stays; the rest is read next time. Raises Cancelled too.
        """
        from zidesk.services.search.reading import read_contents  # loads the reader of PDFs

        self._absent |= read_contents(self._store, self._files, self.unread(assessment), report, cancel)

    def find(self, text: str, limit: int = LIMIT) -> tuple[Hit, ...]:
        """What holds all the words of `text`, each as the beginning of a word: by kind, the best first."""
        return self._store.find(words_of(text), self._exact(text), limit)

    def close(self) -> None:
        """Let go of the index's file. Work still under way ends with StorageFault."""
        self._store.close()

    def _exact(self, text: str) -> str | None:
        """The code of the question that is named by `text` as people name it."""
        try:
            return self._instrument.resolve(text)
        except UnknownQuestion:
            return None
