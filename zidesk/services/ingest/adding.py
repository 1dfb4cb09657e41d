"""Attaching evidence: each file is copied, hashed and looked into, then used under its questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from zidesk.domain.errors import Cancelled, FileRefused
from zidesk.domain.evidence import INBOX, EvidenceUse, FileState, title_from_name
from zidesk.domain.plain_text import storable_text
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.changes.documents import check_expected
from zidesk.services.ingest.folders import Found, walk
from zidesk.services.ingest.storing import store_file
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
    """What became of the files: `added_uses`, `already` names that were there, refusals with their reason.

    `already_ids` are the uses that were there, one for each name of `already`. `skipped` are names of hidden
    and system files within folders. `cancelled`: the rest was not tried.
    """

    added_uses: tuple[EvidenceUse, ...] = ()
    already: tuple[str, ...] = ()
    already_ids: tuple[int, ...] = ()
    refused: tuple[FileRefused, ...] = ()
    skipped: tuple[str, ...] = ()
    cancelled: bool = False

    @property
    def added(self) -> int:
        return len(self.added_uses)

    @property
    def flawed(self) -> tuple[EvidenceUse, ...]:
        """Uses among the added whose file is damaged or locked."""
        return tuple(use for use in self.added_uses if use.file.inspection.state is not FileState.OK)


def add_files(
    workspace: Workspace,
    codes: Sequence[str],
    sources: Sequence[Path],
    caption: Caption = Caption(),
    report: Report = silent,
    cancel: CancelToken | None = None,
    fulfils: str = "",
) -> IngestResult:
    """Attach every source to every question of `codes`, or put it into the inbox when there is none.

    A folder stands for all files within (see `walk`). `fulfils` is the name of an expected document all of
    them stand for; each question must expect it. What cannot be taken is refused by itself; what was added
    before a cancel stays and is told. Raises WorkspaceReadOnly, UnknownQuestion and UnknownDocument before
    anything is copied, StorageFault when the workspace's own drive refuses (what was added before it stays).
    """
    workspace.require_writable()
    questions = [workspace.instrument.resolve(code) for code in codes] or [INBOX]
    if fulfils:
        check_expected(workspace.instrument, questions, fulfils)
    try:
        found = walk(sources, workspace.paths.root, cancel)
    except Cancelled:
        return IngestResult(cancelled=True)
    run = _Run(workspace, questions, caption, cancel, frozenset({fulfils} - {""}))
    remaining = iter(enumerate(found.files, start=1))
    while not run.cancelled and (batch := list(islice(remaining, _BATCH))):
        with workspace.storing:
            try:
                for done, source in batch:
                    run.take(source)
                    report(Progress(Stage.INGEST, done, len(found.files), run.bytes, item=source.name))
            except Cancelled:
                run.cancelled = True
            finally:
                run.save()
    return run.result(found)


class _Run:
    """The state of one call of `add_files`: uses waiting for the next transaction, and the tally."""

    def __init__(
        self,
        workspace: Workspace,
        questions: list[str],
        caption: Caption,
        cancel: CancelToken | None,
        fulfils: frozenset[str],
    ) -> None:
        self._workspace = workspace
        self._questions = questions
        self._caption = caption
        self._cancel = cancel
        self._fulfils = fulfils
        self._waiting: list[NewUse] = []
        self._added: list[EvidenceUse] = []
        self._already: list[str] = []
        self._already_ids: list[int] = []
        self._refused: list[FileRefused] = []
        self.bytes = 0
        self.cancelled = False

    def take(self, source: Path) -> None:
        """Store one file and let its uses wait for `save`; a refusal is kept. Raises StorageFault, Cancelled."""
        try:
            stored = store_file(self._workspace, source, self._cancel)
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
                fulfils=self._fulfils,
            )
            for code in self._questions
        )

    def save(self) -> None:
        """Write the waiting uses in one transaction. Raises StorageFault."""
        if not self._waiting:
            return
        added, already = self._workspace.evidence.add(self._waiting, self._workspace.clock())
        self._waiting.clear()
        self._added += added
        for use in already:
            held = self._workspace.evidence.holder(use.question_code, use.file.sha256)
            if held is not None:
                self._already.append(use.original_name)
                self._already_ids.append(held)

    def result(self, found: Found) -> IngestResult:
        return IngestResult(
            tuple(self._added),
            tuple(self._already),
            tuple(self._already_ids),
            (*found.refused, *self._refused),
            tuple(found.skipped),
            self.cancelled,
        )
