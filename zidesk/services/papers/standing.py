"""Where each paper stands: made or not, still true or not, signed or not, and what its data lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from zidesk.domain.errors import ZideskError
from zidesk.domain.paper_record import PaperRecord, PaperState
from zidesk.services.documents.letters.kind import Kind
from zidesk.services.documents.making import KINDS
from zidesk.services.papers.fingerprint import Content, content_of
from zidesk.services.papers.parts import has_parts
from zidesk.services.papers.sources import PaperSources
from zidesk.storage.workspace import Workspace

Records = Mapping[tuple[str, str], PaperRecord]


class Standing(StrEnum):
    """WAITING: made from the present data, has room for a signature, and no signed copy is there."""

    NOT_MADE = "not_made"
    MADE = "made"
    WAITING = "waiting"
    CHANGED = "changed"
    SIGNED = "signed"
    FAULTY = "faulty"  # a text or an entry must be mended first


@dataclass(frozen=True)
class PaperStatus:
    """One paper. `part` as in `parts`; `missing` as `Kind.missing` has it; `fault`: why it cannot be made."""

    kind: Kind
    part: str
    name: str  # of the part, "" for the whole
    standing: Standing
    record: PaperRecord
    missing: tuple[str, ...] = ()
    fault: ZideskError | None = None

    @property
    def made_at(self) -> datetime | None:
        return self.record.made_at


@dataclass(frozen=True)
class KindStatus:
    """A kind's paper, and those of its parts where it has some."""

    whole: PaperStatus
    parts: tuple[PaperStatus, ...] = ()

    @property
    def signed_parts(self) -> int:
        return sum(1 for part in self.parts if part.record.signed is not None)

    def of(self, part: str) -> PaperStatus:
        """The paper of a part, the whole one where there is none of that name."""
        return next((status for status in self.parts if status.part == part), self.whole)


def standings(workspace: Workspace, sources: PaperSources) -> tuple[KindStatus, ...]:
    """Every kind, in their order. Raises StorageFault."""
    records = workspace.papers.records()
    return tuple(_kind_status(kind, sources, records) for kind in KINDS.values())


def _kind_status(kind: Kind, sources: PaperSources, records: Records) -> KindStatus:
    whole = _status(kind, "", "", sources, records)
    if not has_parts(kind.key):
        return KindStatus(whole)
    members = sources.members.items()
    return KindStatus(whole, tuple(_status(kind, part, member.name, sources, records) for part, member in members))


def _status(kind: Kind, part: str, name: str, sources: PaperSources, records: Records) -> PaperStatus:
    record = records.get((kind.key, part), PaperRecord(kind.key, part))
    facts = sources.facts(kind, part)
    if part and record == PaperRecord(kind.key, part):  # most members' papers are known as one file only
        return PaperStatus(kind, part, name, Standing.NOT_MADE, record)
    try:
        content = content_of(kind, facts)
    except ZideskError as fault:  # an entry or a text
        return PaperStatus(kind, part, name, Standing.FAULTY, record, kind.missing(facts), fault)
    return PaperStatus(kind, part, name, _standing(record, content), record, kind.missing(facts))


def _standing(record: PaperRecord, content: Content) -> Standing:
    match record.state(content.fingerprint):
        case PaperState.NOT_MADE:
            return Standing.NOT_MADE
        case PaperState.CHANGED:
            return Standing.CHANGED
        case PaperState.SIGNED:
            return Standing.SIGNED
        case PaperState.MADE:
            return Standing.WAITING if content.signable else Standing.MADE
