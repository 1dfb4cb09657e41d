"""Evidence: lists under questions, their order, and the bin."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest

from zidesk.domain.errors import UnknownEvidence
from zidesk.domain.evidence import INBOX, EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.storage.repositories.evidence import NewUse
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


def change(workspace: Workspace, use_id: int, moment: datetime, **facts: object) -> None:
    with workspace.evidence.changing(moment) as desk:
        desk.save(replace(desk.record(use_id), **facts))  # type: ignore[arg-type]


def remove(workspace: Workspace, use_id: int) -> None:
    moment = workspace.clock()
    change(workspace, use_id, moment, removed_at=moment)


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
    assert workspace.evidence.removal_times().keys() == {use.id for use in workspace.evidence.bin()}


def test_a_use_may_be_changed(workspace: Workspace, use: MakeUse) -> None:
    _, second = add(workspace, use("1"), use("2"))
    moment = workspace.clock()
    facts = {"title": "Notula rapat", "number": "5/2026", "dated": date(2026, 2, 1), "note": "lembar 2"}
    change(workspace, second.id, moment, **facts, fulfils=frozenset({"Notula", "SK"}))
    assert workspace.evidence.by_question()[A][1] == replace(
        second,
        title="Notula rapat",
        number="5/2026",
        dated=date(2026, 2, 1),
        note="lembar 2",
        fulfils=frozenset({"Notula", "SK"}),
    )
    assert workspace.facts.changed_at() == moment
    change(workspace, second.id, workspace.clock(), fulfils=frozenset({"Foto", "SK"}), dated=None)
    cleared = workspace.evidence.by_question()[A][1]
    assert (cleared.fulfils, cleared.dated) == ({"Foto", "SK"}, None)


def test_an_error_undoes_the_whole_change(workspace: Workspace, use: MakeUse) -> None:
    first, second = add(workspace, use("1"), use("2"))
    before, changed_at = workspace.assessment(), workspace.facts.changed_at()
    with pytest.raises(UnknownEvidence), workspace.evidence.changing(workspace.clock()) as desk:
        desk.save(replace(desk.record(first.id), title="x", fulfils=frozenset({"SK"})))
        desk.add(replace(desk.record(second.id), question_code=B))
        desk.record(999)
    assert workspace.assessment() == before
    assert workspace.facts.changed_at() == changed_at


def test_the_inbox_is_no_question(workspace: Workspace, use: MakeUse) -> None:
    (waiting,) = add(workspace, use("1", INBOX))
    (placed,) = add(workspace, use("2"))
    assert workspace.evidence.by_question() == {A: (placed,)}
    assert workspace.evidence.lists() == {INBOX: (waiting,), A: (placed,)}
    assessment = workspace.assessment()
    assert (assessment.evidence, assessment.inbox) == ({A: (placed,)}, (waiting,))
    assert len(workspace.evidence.contents()) == 2
    assert workspace.evidence.add([use("1", INBOX)], workspace.clock()) == ((), (use("1", INBOX),))
    assert workspace.evidence.holder(INBOX, waiting.file.sha256) == waiting.id
    assert workspace.evidence.holder(B, waiting.file.sha256) is None


def test_removed_it_lies_in_the_bin(workspace: Workspace, use: MakeUse) -> None:
    one, two, _ = add(workspace, use("1"), use("2"), use("3"))
    remove(workspace, two.id)
    remove(workspace, one.id)
    assert titles(workspace) == [(1, "Judul 3")]  # no gap in the numbers
    assert [found.id for found in workspace.evidence.bin()] == [one.id, two.id]  # last removed first
    assert len(workspace.evidence.contents()) == 3  # the files stay


def test_numbers_given_back_are_those_of_the_list(workspace: Workspace, use: MakeUse) -> None:
    one, _ = add(workspace, use("1"), use("2"))
    remove(workspace, one.id)
    (three,) = add(workspace, use("3"))
    assert three == workspace.evidence.by_question()[A][1]
    assert three.position == 2


def test_what_was_removed_can_be_added_anew(workspace: Workspace, use: MakeUse) -> None:
    (first,) = add(workspace, use("1"))
    remove(workspace, first.id)
    (second,) = add(workspace, use("1"))
    assert second.id != first.id
    assert workspace.evidence.by_question() == {A: (second,)}


def test_purged_with_its_links_and_only_unused_contents_are_told(workspace: Workspace, use: MakeUse) -> None:
    shared, alone, kept = add(workspace, use("1"), replace(use("2"), fulfils=frozenset({"SK"})), use("1", B))
    for item in (shared, alone):
        remove(workspace, item.id)
    moment = workspace.clock()
    assert workspace.evidence.purge_bin(moment) == (2, ((alone.file.sha256, alone.file.size),))
    assert workspace.facts.changed_at() == moment
    assert workspace.evidence.bin() == ()
    assert workspace.evidence.by_question() == {B: (kept,)}
    assert workspace.evidence.inspected(alone.file.sha256) is None
    with closing(sqlite3.connect(workspace.paths.database)) as raw:
        assert raw.execute("SELECT count(*) FROM fulfilment").fetchone() == (0,)


def test_an_id_is_never_given_twice(workspace: Workspace, use: MakeUse) -> None:
    """Whoever would undo something remembers ids."""
    (last,) = add(workspace, use("1"))
    remove(workspace, last.id)
    workspace.evidence.purge(last.id, workspace.clock())
    (new,) = add(workspace, use("2"))
    assert new.id > last.id


def test_only_what_is_in_the_bin_is_purged(workspace: Workspace, use: MakeUse) -> None:
    (listed,) = add(workspace, use("1"))
    changed_at = workspace.facts.changed_at()
    for use_id in (listed.id, 7):
        with pytest.raises(UnknownEvidence) as refused:
            workspace.evidence.purge(use_id, workspace.clock())
        assert refused.value.use_id == use_id
    assert workspace.evidence.purge_bin(workspace.clock()) == (0, ())
    assert (titles(workspace), workspace.facts.changed_at()) == ([(1, "Judul 1")], changed_at)


def test_an_unknown_number_is_named(workspace: Workspace) -> None:
    changed_at = workspace.facts.changed_at()
    with pytest.raises(UnknownEvidence) as refused:
        change(workspace, 7, workspace.clock(), title="x")
    assert refused.value.use_id == 7
    assert workspace.facts.changed_at() == changed_at


def test_reading_changes_nothing(workspace: Workspace, use: MakeUse) -> None:
    add(workspace, use("1"))
    changed_at = workspace.facts.changed_at()
    workspace.evidence.by_question()
    workspace.evidence.bin()
    workspace.evidence.contents()
    workspace.evidence.inspected("ab" * 32)
    workspace.assessment()
    assert workspace.facts.changed_at() == changed_at
