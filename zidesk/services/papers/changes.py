"""What a user can change about papers, each performed with its way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from zidesk.domain.errors import SignedCopyGone
from zidesk.domain.paper_record import PaperRecord, SignedCopy
from zidesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SetFields:
    """What is entered for a kind: all of it as it shall be."""

    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SetSigned:
    """The signed copy of a paper, None for none, and whether the paper goes into the bundle then."""

    kind: str
    part: str
    copy: SignedCopy | None
    in_bundle: bool


@dataclass(frozen=True, slots=True)
class SetIncluded:
    """Whether a paper goes into the bundle."""

    kind: str
    part: str
    in_bundle: bool


@dataclass(frozen=True, slots=True)
class SetText:
    """The school's own wording of a text, None for the program's."""

    key: str
    content: str | None


PaperChange: TypeAlias = SetFields | SetSigned | SetIncluded | SetText


def perform(workspace: Workspace, change: PaperChange) -> PaperChange:
    """Carry out a change; what comes back takes it back.

    Raises WorkspaceReadOnly, SignedCopyGone (its file was cleared away since), StorageFault.
    """
    workspace.require_writable()
    papers, now = workspace.papers, workspace.clock()
    match change:
        case SetFields(kind, fields):
            return SetFields(kind, papers.save_fields(kind, fields, now))
        case SetSigned():
            return _set_signed(workspace, change)
        case SetIncluded(kind, part, in_bundle):
            before = record_of(workspace, kind, part)
            papers.include(kind, part, in_bundle, now)
            return SetIncluded(kind, part, before.in_bundle)
        case SetText(key, content):
            own = papers.overrides().get(key)
            if content is None:
                papers.restore_text(key, now)
            else:
                papers.override(key, content, now)
            return SetText(key, own)


def record_of(workspace: Workspace, kind: str, part: str = "") -> PaperRecord:
    """What is known of a paper; an empty record where nothing is."""
    return workspace.papers.records().get((kind, part), PaperRecord(kind, part))


def _set_signed(workspace: Workspace, change: SetSigned) -> SetSigned:
    with workspace.storing:  # nobody clears the file away before its row is there
        copy = change.copy
        if copy is not None and not workspace.store.path_of(copy.sha256).is_file():
            raise SignedCopyGone(copy.name)
        return put_signed(workspace, change)


def put_signed(workspace: Workspace, change: SetSigned) -> SetSigned:
    """As `perform`, by who holds `workspace.storing` and knows that the file is there."""
    papers, now = workspace.papers, workspace.clock()
    before = record_of(workspace, change.kind, change.part)
    if change.copy is None:
        papers.detach_signed(change.kind, change.part, now)
    else:
        papers.attach_signed(change.kind, change.part, change.copy, now)
    if before.in_bundle != change.in_bundle:
        papers.include(change.kind, change.part, change.in_bundle, now)
    return SetSigned(change.kind, change.part, before.signed, before.in_bundle)
