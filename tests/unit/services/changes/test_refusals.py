"""What a change is refused for; then nothing of it is done."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from zidesk.domain.errors import (
    AlreadyAttached,
    EvidenceChanged,
    EvidenceInBin,
    OrderIncomplete,
    ProfileInvalid,
    UnknownDocument,
    UnknownEvidence,
    UnknownQuestion,
    ZideskError,
)
from zidesk.domain.evidence import INBOX, EvidenceUse, Inspection, StoredFile
from zidesk.services.changes.kinds import (
    Change,
    EditUse,
    MoveUses,
    RemoveUses,
    ReorderUses,
    ReplaceFile,
    ReplaceProfile,
    RestoreUses,
    SetFulfilment,
    ShareUses,
)
from zidesk.services.changes.performing import perform
from zidesk.services.evidence.bin import empty_bin
from zidesk.storage.workspace import Workspace

A, B, C = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.a"
OTHER = StoredFile("ab" * 32, 7, Inspection())


def ids(workspace: Workspace, code: str = A) -> list[int]:
    return [use.id for use in uses(workspace, code)]


def uses(workspace: Workspace, code: str = A) -> tuple[EvidenceUse, ...]:
    return workspace.evidence.lists().get(code, ())


def document(workspace: Workspace, code: str = A, at: int = 0) -> str:
    return workspace.instrument.question(code).documents[at].name


def missing_document(workspace: Workspace) -> Change:
    return SetFulfilment(ids(workspace)[0], "Dokumen yang tidak diminta", on=True)


def in_the_inbox(workspace: Workspace) -> Change:
    name, (first, *_) = document(workspace), ids(workspace)
    perform(workspace, MoveUses((first,), INBOX))
    return SetFulfilment(first, name, on=True)


def one_of_two_in_the_bin(workspace: Workspace) -> Change:
    first, second, _ = ids(workspace)
    perform(workspace, RemoveUses((second,)))
    return MoveUses((first, second), C)


def shared_twice(workspace: Workspace) -> Change:
    return ShareUses((ids(workspace)[1], ids(workspace)[0]), (B,))  # the first serves B already


def restored_beside_itself(workspace: Workspace) -> Change:
    first, second, _ = ids(workspace)
    perform(workspace, RemoveUses((first, second)))
    perform(workspace, MoveUses(tuple(ids(workspace, B)), A))
    return RestoreUses((second, first))


def replaced_by_itself(workspace: Workspace) -> Change:
    return ReplaceFile(ids(workspace)[0], uses(workspace)[0].file, "sama.pdf")


def purged_meanwhile(workspace: Workspace) -> Change:
    done = perform(workspace, RemoveUses((ids(workspace)[1],)))
    empty_bin(workspace)
    return done.inverse


def edited_meanwhile(workspace: Workspace) -> Change:
    first, second, _ = ids(workspace)
    perform(workspace, EditUse(first, "satu"))
    done = perform(workspace, MoveUses((first, second), C))
    perform(workspace, EditUse(second, "dua"))
    return done.inverse


def binned_meanwhile(workspace: Workspace) -> Change:
    done = perform(workspace, EditUse(ids(workspace)[0], "satu"))
    perform(workspace, RemoveUses((ids(workspace)[0],)))
    return done.inverse


def an_invalid_profile(workspace: Workspace) -> Change:
    return ReplaceProfile(replace(workspace.facts.profile(), year=1))


@pytest.mark.parametrize(
    ("prepare", "error"),
    [
        (missing_document, UnknownDocument),
        (in_the_inbox, UnknownDocument),
        (one_of_two_in_the_bin, EvidenceInBin),
        (shared_twice, AlreadyAttached),
        (restored_beside_itself, AlreadyAttached),
        (replaced_by_itself, AlreadyAttached),
        (purged_meanwhile, UnknownEvidence),
        (edited_meanwhile, EvidenceChanged),
        (binned_meanwhile, EvidenceInBin),
        (an_invalid_profile, ProfileInvalid),
        (lambda w: ReorderUses(A, tuple(ids(w)[:2])), OrderIncomplete),
        (lambda w: RemoveUses((ids(w)[0], 999)), UnknownEvidence),
        (lambda _: EditUse(999, "x"), UnknownEvidence),
        (lambda w: MoveUses((ids(w)[0],), "Z.9"), UnknownQuestion),
        (lambda w: ShareUses((ids(w)[1],), (C, "Z.9")), UnknownQuestion),
    ],
)
def test_refused_it_changes_nothing(
    workspace: Workspace, prepare: Callable[[Workspace], Change], error: type[ZideskError]
) -> None:
    change = prepare(workspace)
    before, bin_before = workspace.assessment(), workspace.evidence.bin()
    with pytest.raises(error):
        perform(workspace, change)
    assert (workspace.assessment(), workspace.evidence.bin()) == (before, bin_before)
