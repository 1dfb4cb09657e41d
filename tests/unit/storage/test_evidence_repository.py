"""Evidence: lists under questions, their order, and the bin."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from zidesk.domain.errors import OrderIncomplete, UnknownEvidence
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.storage.repositories.evidence import NewUse, UseFacts
from zidesk.storage.workspace import Workspace

A, B = "A.I.1.i.a", "A.I.1.i.b"

MakeUse = Callable[..., NewUse]


@pytest.fixture
def use(stored: Callable[[str], StoredFile]) -> MakeUse:
    """A use to be added of the file of that name."""

    def make(name: str, code: str = A, **facts: object) -> NewUse:
        return NewUse(code, stored(name), title=f"Judul {name}", original_name=f"{name}.jpg", **facts)  # type: ignore[arg-type]

    return make


def add(workspace: Workspace, *uses: NewUse) -> tuple[EvidenceUse, ...]:
    return workspace.evidence.add(uses, workspace.clock())[0]


def titles(workspace: Workspace, code: str = A) -> list[tuple[int, str]]:
    return [(use.position, use.title) for use in workspace.evidence.by_question().get(code, ())]


def test_a_use_comes_back_as_it_was_given(workspace: Workspace) -> None:
    inspection = Inspection(
        FileKind.PDF,
        "application/pdf",
        ".pdf",
        FileState.LOCKED,
        "terkunci kata sandi",
        pages=12,
        width=595,
        height=842,
        taken_at=datetime(2026, 2, 9, 7, 15, 22),  # noqa: DTZ001  EXIF knows no zone
        orientation=8,
    )
    file = StoredFile("ab" * 32, 123_456_789_012, inspection)
    new = NewUse(A, file, "SK Tim Kerja", "SK  (final) ’😀.pdf", "800/12/2026", date(2026, 1, 5), "asli di map")
    moment = workspace.clock()
    added, already = workspace.evidence.add([new], moment)
    assert already == ()
    (found,) = added
    assert found == EvidenceUse(
        id=found.id,
        question_code=A,
        file=file,
        position=1,
        title="SK Tim Kerja",
        original_name="SK  (final) ’😀.pdf",
        added_at=moment,
        number="800/12/2026",
        dated=date(2026, 1, 5),
        note="asli di map",
    )
    assert workspace.evidence.by_question() == {A: (found,)}
    assert workspace.evidence.inspected("ab" * 32) == inspection
    assert workspace.evidence.inspected("cd" * 32) is None
    assert workspace.facts.changed_at() == moment


def test_new_ones_go_to_the_end_in_the_order_given(workspace: Workspace, use: MakeUse) -> None:
    assert [u.position for u in add(workspace, use("1"), use("2", B), use("3"))] == [1, 1, 2]
    assert [u.position for u in add(workspace, use("4"), use("5"))] == [3, 4]
    assert titles(workspace) == [(1, "Judul 1"), (2, "Judul 3"), (3, "Judul 4"), (4, "Judul 5")]
    assert titles(workspace, B) == [(1, "Judul 2")]


def test_the_same_file_under_a_question_is_there_already(workspace: Workspace, use: MakeUse) -> None:
    first = add(workspace, use("1"))
    changed_at = workspace.facts.changed_at()
    again = replace(use("1"), title="Judul lain", original_name="salinan.jpg")
    assert workspace.evidence.add([again], workspace.clock()) == ((), (again,))
    assert workspace.evidence.by_question() == {A: first}
    assert workspace.facts.changed_at() == changed_at  # nothing was written


def test_twice_in_one_batch_is_once(workspace: Workspace, use: MakeUse) -> None:
    added, already = workspace.evidence.add([use("1"), use("1"), use("2")], workspace.clock())
    assert [u.title for u in added] == ["Judul 1", "Judul 2"]
    assert already == (use("1"),)


def test_one_file_may_serve_several_questions(workspace: Workspace, use: MakeUse) -> None:
    under_a, under_b = add(workspace, use("1", A), use("1", B))
    assert under_a.file == under_b.file
    assert under_a.id != under_b.id
    assert workspace.assessment().counts.evidence == 2
    assert workspace.assessment().counts.files == 1
    assert workspace.evidence.contents() == ((under_a.file.sha256, under_a.file.size, "1.jpg"),)


def test_an_error_in_the_middle_adds_nothing(workspace: Workspace, use: MakeUse) -> None:
    changed_at = workspace.facts.changed_at()

    def uses() -> Iterator[NewUse]:
        yield use("1")
        yield use("2", B)
        raise OSError("the stick is gone")

    with pytest.raises(OSError, match="stick"):
        workspace.evidence.add(uses(), workspace.clock())
    assert workspace.evidence.by_question() == {}
    assert workspace.evidence.contents() == ()
    assert workspace.evidence.inspected(use("1").file.sha256) is None
    assert workspace.facts.changed_at() == changed_at


def test_the_database_itself_refuses_a_second_use(workspace: Workspace, use: MakeUse) -> None:
    """The index holds though a row came past the program; a row in the bin is no obstacle."""
    (added,) = add(workspace, use("1"))
    copy = (
        "INSERT INTO evidence (question_code, file_sha256, position, title, number, note, original_name,"
        " added_at, removed_at) SELECT question_code, file_sha256, 9, '', '', '', '', added_at, ?"
        " FROM evidence WHERE id = ?"
    )
    with closing(sqlite3.connect(workspace.paths.database)) as raw, raw:
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            raw.execute(copy, (None, added.id))
        raw.execute(copy, ("2026-03-02T08:00:00+07:00", added.id))
        raw.execute(copy, ("2026-03-02T08:00:00+07:00", added.id))
    assert titles(workspace) == [(1, "Judul 1")]
    assert len(workspace.evidence.bin()) == 2


def test_a_use_may_be_edited(workspace: Workspace, use: MakeUse) -> None:
    _, second = add(workspace, use("1"), use("2"))
    moment = workspace.clock()
    facts = UseFacts("Notula rapat", "5/2026", date(2026, 2, 1), "lembar 2")
    edited = workspace.evidence.edit(second.id, facts, moment)
    assert edited == replace(
        second, title="Notula rapat", number="5/2026", dated=date(2026, 2, 1), note="lembar 2"
    )
    assert workspace.evidence.by_question()[A][1] == edited
    assert workspace.facts.changed_at() == moment
    cleared = workspace.evidence.edit(second.id, UseFacts("Notula"), workspace.clock())
    assert (cleared.number, cleared.dated, cleared.note) == ("", None, "")


def test_reorder(workspace: Workspace, use: MakeUse) -> None:
    one, two, three = add(workspace, use("1"), use("2"), use("3"))
    other = add(workspace, use("4", B))
    moment = workspace.clock()
    workspace.evidence.reorder(A, [three.id, one.id, two.id], moment)
    assert titles(workspace) == [(1, "Judul 3"), (2, "Judul 1"), (3, "Judul 2")]
    assert workspace.evidence.by_question()[B] == other
    assert workspace.facts.changed_at() == moment


def test_an_order_must_name_each_use_once(workspace: Workspace, use: MakeUse) -> None:
    one, two, three = add(workspace, use("1"), use("2"), use("3"))
    (other,) = add(workspace, use("4", B))
    workspace.evidence.remove(three.id, workspace.clock())
    before, changed_at = titles(workspace), workspace.facts.changed_at()
    for ids in (
        [],
        [one.id],
        [one.id, one.id],
        [one.id, two.id, two.id],
        [one.id, two.id, three.id],  # in the bin
        [one.id, other.id],
        [one.id, 999],
    ):
        with pytest.raises(OrderIncomplete) as refused:
            workspace.evidence.reorder(A, ids, workspace.clock())
        assert refused.value.code == A
    assert (titles(workspace), workspace.facts.changed_at()) == (before, changed_at)


def test_removed_it_lies_in_the_bin(workspace: Workspace, use: MakeUse) -> None:
    one, two, _ = add(workspace, use("1"), use("2"), use("3"))
    workspace.evidence.remove(two.id, workspace.clock())
    moment = workspace.clock()
    workspace.evidence.remove(one.id, moment)
    assert titles(workspace) == [(1, "Judul 3")]  # no gap in the numbers
    assert [found.id for found in workspace.evidence.bin()] == [one.id, two.id]  # last removed first
    assert workspace.facts.changed_at() == moment
    assert len(workspace.evidence.contents()) == 3  # the files stay


def test_numbers_given_back_are_those_of_the_list(workspace: Workspace, use: MakeUse) -> None:
    one, two = add(workspace, use("1"), use("2"))
    workspace.evidence.remove(one.id, workspace.clock())
    (three,) = add(workspace, use("3"))
    assert three == workspace.evidence.by_question()[A][1]
    assert three.position == 2
    assert workspace.evidence.edit(two.id, UseFacts("Judul 2"), workspace.clock()).position == 1


def test_restored_it_is_back_in_its_place(workspace: Workspace, use: MakeUse) -> None:
    uses = add(workspace, use("1"), use("2"), use("3"))
    for removed in uses:
        workspace.evidence.remove(removed.id, workspace.clock())
        moment = workspace.clock()
        workspace.evidence.restore(removed.id, moment)
        assert workspace.evidence.by_question() == {A: uses}
        assert workspace.evidence.bin() == ()
        assert workspace.facts.changed_at() == moment


def test_what_was_removed_can_be_added_anew(workspace: Workspace, use: MakeUse) -> None:
    (first,) = add(workspace, use("1"))
    workspace.evidence.remove(first.id, workspace.clock())
    (second,) = add(workspace, use("1"))
    assert second.id != first.id
    workspace.evidence.restore(first.id, workspace.clock())  # it is there already: stays in the bin
    assert workspace.evidence.by_question() == {A: (second,)}
    assert [found.id for found in workspace.evidence.bin()] == [first.id]


def test_an_unknown_number_is_named(workspace: Workspace) -> None:
    moment = workspace.clock() + timedelta(days=1)
    for change in (
        lambda: workspace.evidence.edit(7, UseFacts("x"), moment),
        lambda: workspace.evidence.remove(7, moment),
        lambda: workspace.evidence.restore(7, moment),
    ):
        with pytest.raises(UnknownEvidence) as refused:
            change()
        assert refused.value.use_id == 7
    assert workspace.facts.changed_at() < moment


def test_reading_changes_nothing(workspace: Workspace, use: MakeUse) -> None:
    add(workspace, use("1"))
    changed_at = workspace.facts.changed_at()
    workspace.evidence.by_question()
    workspace.evidence.bin()
    workspace.evidence.contents()
    workspace.evidence.inspected("ab" * 32)
    workspace.assessment()
    assert workspace.facts.changed_at() == changed_at
