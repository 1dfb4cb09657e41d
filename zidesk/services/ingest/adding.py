"""Attaching evidence: each file is copied, hashed and looked into, then used under its questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from zidesk.domain.errors import Cancelled, FileRefused
from zidesk.domain.evidence import EvidenceUse, FileState, StoredFile, title_from_name
from zidesk.domain.plain_text import storable_text
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.ingest.inspection import inspect_file
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace

_BATCH = 50  # files saved by one transaction: a kill loses at most so many entries, and no original


@dataclass(frozen=True, slots=True)
class Caption:
    """What is known of the papers when they are attached; an empty title is taken from the file's name."""

    title: str = ""
    number: str = ""
    dated: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of the files: `added` uses, `already` names that were there, refusals with their reason.

    `flawed` are uses among the added whose file is damaged or locked. `cancelled`: the rest was not tried.
    """

    added: int = 0
    already: tuple[str, ...] = ()
    flawed: tuple[EvidenceUse, ...] = ()
    refused: tuple[FileRefused, ...] = ()
    cancelled: bool = False


def add_files(
    workspace: Workspace,
    codes: Sequence[str],
    sources: Sequence[Path],
    caption: Caption = Caption(),
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> IngestResult:
    """Attach every source to every question of `codes`; what cannot be taken is refused by itself.

    What was added before a cancel stays and is told. Raises WorkspaceReadOnly and UnknownQuestion before
    anything is copied, StorageFault when the workspace's own drive refuses (what was added before it stays).
    """
    workspace.require_writable()
    questions = [workspace.instrument.resolve(code) for code in codes]
    run = _Run(workspace, questions, caption, cancel)
    remaining = iter(enumerate(sources, start=1))
    while batch := list(islice(remaining, _BATCH)):
        try:
            for done, source in batch:
                run.take(source)
                report(Progress(Stage.INGEST, done, len(sources), run.bytes, item=source.name))
        except Cancelled:
            run.cancelled = True
            break
        finally:
            run.save()
    return run.result()


class _Run:
    """The state of one call of `add_files`: uses waiting for the next transaction, and the tally."""

    def __init__(
        self, workspace: Workspace, questions: list[str], caption: Caption, cancel: CancelToken | None
    ) -> None:
        self._workspace = workspace
        self._questions = questions
        self._caption = caption
        self._cancel = cancel
        self._waiting: list[NewUse] = []
        self._added = 0
        self._already: list[str] = []
        self._flawed: list[EvidenceUse] = []
        self._refused: list[FileRefused] = []
        self.bytes = 0
        self.cancelled = False

    def take(self, source: Path) -> None:
        """Store one file and let its uses wait for `save`; a refusal is kept. Raises StorageFault, Cancelled."""
        try:
            stored = self._store(source)
        except FileRefused as refusal:
            self._refused.append(refusal)
            return
        self.bytes += stored.size
        name = storable_text(source.name)
        self._waiting.extend(
            NewUse(
                question_code=code,
                file=stored,
                title=storable_text(self._caption.title) or title_from_name(name),
                original_name=name,
                number=storable_text(self._caption.number),
                dated=self._caption.dated,
                note=storable_text(self._caption.note),
            )
            for code in self._questions
        )

    def _store(self, source: Path) -> StoredFile:
        stored = self._workspace.store.put(source, self._cancel)
        known = self._workspace.evidence.inspected(stored.sha256)
        if known is None:
            with storage_faults_named(self._workspace.paths.root):
                known = inspect_file(self._workspace.store.path_of(stored.sha256), source.name)
        return StoredFile(stored.sha256, stored.size, known)

    def save(self) -> None:
        """Write the waiting uses in one transaction. Raises StorageFault."""
        if not self._waiting:
            return
        added, already = self._workspace.evidence.add(self._waiting, self._workspace.clock())
        self._waiting.clear()
        self._added += len(added)
        self._already.extend(use.original_name for use in already)
        self._flawed.extend(use for use in added if use.file.inspection.state is not FileState.OK)

    def result(self) -> IngestResult:
        return IngestResult(
            self._added, tuple(self._already), tuple(self._flawed), tuple(self._refused), self.cancelled
        )
