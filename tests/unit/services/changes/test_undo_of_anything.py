"""Whatever is changed, in any order: undone in reverse it is as it was, and done again as it came to be."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import ZideskError
from zidesk.domain.evidence import INBOX, EvidenceUse, Inspection, StoredFile
from zidesk.domain.privacy import PersonalDecision
from zidesk.domain.redaction import Box
from zidesk.services.changes import kinds
from zidesk.services.changes.performing import perform
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace

ANSWERED, NUMBERED = "A.I.1.i.a", "A.II.1.i.a"
CODES = (ANSWERED, "A.I.1.i.b", "A.I.2.i.a", INBOX)
SEVERAL = st.lists(st.integers(0, 50), min_size=1, max_size=3)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
CODE = st.sampled_from(CODES)


def file(name: str) -> StoredFile:
    return StoredFile(hashlib.sha256(name.encode()).hexdigest(), len(name), Inspection())


def seen(
    workspace: Workspace,
) -> tuple[Assessment, Mapping[str, tuple[Box, ...]], Mapping[str, PersonalDecision]]:
    """All of it, with the boxes that cover contents and what was decided about them."""
    assessment = replace(workspace.assessment(), changed_at=datetime(2026, 1, 1, tzinfo=UTC))
    return assessment, workspace.redactions.all(), workspace.personal.decisions()


def listed(workspace: Workspace) -> list[EvidenceUse]:
    return [use for uses in workspace.evidence.lists().values() for use in uses]


def some(draw: st.DataObject, uses: tuple[EvidenceUse, ...] | list[EvidenceUse]) -> tuple[int, ...]:
    """Ids of one to three of them, perhaps one twice; of one that never was when there are none."""
    if not uses:
        return (10_000,)
    return tuple(uses[number % len(uses)].id for number in draw.draw(SEVERAL))


def any_change(data: st.DataObject, workspace: Workspace) -> kinds.Change:
    uses = listed(workspace)
    ids = some(data, uses)
    match data.draw(st.integers(0, 13)):
        case 0:
            code = data.draw(st.sampled_from([ANSWERED, "A.I.1.i.b"]))
            text = data.draw(st.sampled_from([None, "", "Ya", "A", "B"]))
            return kinds.SetAnswer(code, text, data.draw(st.none() | TEXTS))
        case 1:
            return kinds.SetAnswer(NUMBERED, data.draw(st.sampled_from(["agen=5,perubahan=7", "nihil", ""])))
        case 2:
            return kinds.EditUse(ids[0], data.draw(TEXTS), note=data.draw(TEXTS))
        case 3:
            code = data.draw(CODE)
            order = [use.id for use in uses if use.question_code == code]
            return kinds.ReorderUses(code, tuple(data.draw(st.permutations(order))))
        case 4:
            return kinds.RemoveUses(ids)
        case 5:
            return kinds.RestoreUses(some(data, workspace.evidence.bin()))
        case 6:
            return kinds.MoveUses(ids, data.draw(CODE))
        case 7:
            return kinds.ShareUses(ids, tuple(data.draw(st.lists(CODE, max_size=2))))
        case 8:
            return kinds.ReplaceFile(ids[0], file(data.draw(st.sampled_from("abcdefg"))), "baru.pdf")
        case 9:
            place = data.draw(st.sampled_from(CODES[:3]))
            documents = workspace.instrument.question(place).documents
            name = data.draw(st.sampled_from([document.name for document in documents]))
            return kinds.SetFulfilment(ids[0], name, data.draw(st.booleans()))
        case 10:
            places = data.draw(st.lists(CODE, min_size=1, max_size=3, unique=True))
            expected = () if places[0] == INBOX else workspace.instrument.question(places[0]).documents
            name = data.draw(st.sampled_from(["", *(document.name for document in expected)]))
            return kinds.PlaceUses(ids, tuple(places), name)
        case 11:
            boxes = st.builds(Box, st.integers(1, 2), *[st.floats(0, 1)] * 4)
            contents = st.sampled_from([file(name).sha256 for name in "abcde"])
            return kinds.SetRedactions(data.draw(contents), tuple(data.draw(st.lists(boxes, max_size=3))))
        case 12:
            contents = st.sampled_from([file(name).sha256 for name in "abcde"])
            return kinds.DecidePersonal(tuple(data.draw(st.lists(contents, max_size=3))), data.draw(st.booleans()))
        case _:
            profile = workspace.facts.profile()
            return kinds.ReplaceProfile(replace(profile, place=data.draw(TEXTS)))


def attached(data: st.DataObject, workspace: Workspace) -> kinds.Done:
    """What attaching leaves to be undone."""
    new = [
        NewUse(data.draw(CODE), file(name), name, f"{name}.pdf")
        for name in data.draw(st.sets(st.sampled_from("abcde")))
    ]
    added, _ = workspace.evidence.add(new, workspace.clock())
    return perform(workspace, kinds.AddUses(tuple(use.id for use in added)))


@settings(suppress_health_check=list(HealthCheck), max_examples=20, deadline=None)
@given(st.data())
def test_there_and_back_and_there_again(workspace: Workspace, data: st.DataObject) -> None:
    states, undo = [seen(workspace)], []
    for step in range(data.draw(st.integers(1, 6))):
        if step % 3 == 0:
            done = attached(data, workspace)
        else:
            try:
                done = perform(workspace, any_change(data, workspace), "Siti")
            except ZideskError:
                assert seen(workspace) == states[-1]  # refused as a whole
                continue
        assert done.changed or seen(workspace) == states[-1]
        states.append(seen(workspace))
        undo.append(done.inverse)
    redo = []
    for inverse, state in zip(reversed(undo), reversed(states[:-1]), strict=True):
        redo.append(perform(workspace, inverse, "Siti").inverse)
        assert seen(workspace) == state
    undo = []
    for inverse, state in zip(reversed(redo), states[1:], strict=True):
        undo.append(perform(workspace, inverse, "Siti").inverse)
        assert seen(workspace) == state
    for inverse in reversed(undo):
        perform(workspace, inverse, "Siti")
    assert seen(workspace) == states[0]
    workspace.evidence.purge_bin(workspace.clock())  # a fresh start for the next example
