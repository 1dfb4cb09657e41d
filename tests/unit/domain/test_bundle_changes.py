"""Differences of two bundles: each file of both is told of once, and the way back is the mirror."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.bundle_changes import Changes, FilePair, compare_records
from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)

_HASHES = [digit * 64 for digit in "abcdef"]
_WHO = BundleIdentity("SMAN 1", "20605123", 2026, "permenpan-90-2021")


def a_file(
    path: str, sha256: str = "a", title: str = "SK Tim", question: str = "A.I.1.i.a", **more: object
) -> RecordedFile:
    return RecordedFile(f"data/{path}", sha256 * 64, 10, title, question, **more)  # type: ignore[arg-type]


def a_record(*files: RecordedFile, **more: object) -> BundleRecord:
    return BundleRecord(_WHO, files, **more)  # type: ignore[arg-type]


def changes(before: tuple[RecordedFile, ...], after: tuple[RecordedFile, ...]) -> Changes:
    return compare_records(a_record(*before), a_record(*after))


def test_a_new_file_and_one_that_is_gone() -> None:
    old, new = a_file("1", "a", "Notula"), a_file("2", "b", "Foto")
    found = changes((old,), (new,))
    assert (found.added, found.removed) == ((new,), (old,))
    assert found.files_changed == 2 and found.same == 0 and not found.none


def test_another_content_by_the_same_title_is_replaced() -> None:
    old, new = a_file("1 SK", "a"), a_file("1 SK", "b")
    assert changes((old,), (new,)).replaced == (FilePair(old, new),)


def test_another_content_by_the_same_number_is_replaced_though_it_is_called_otherwise() -> None:
    old, new = a_file("1", "a", "SK Tim", number="421/1"), a_file("2", "b", "SK Tim ZI", number="421/1")
    assert changes((old,), (new,)).replaced == (FilePair(old, new),)


def test_files_without_title_or_number_are_not_taken_for_one_another() -> None:
    old, new = a_file("1", "a", ""), a_file("2", "b", "")
    found = changes((old,), (new,))
    assert not found.replaced and (found.removed, found.added) == ((old,), (new,))


def test_the_same_title_under_another_question_is_another_piece() -> None:
    found = changes((a_file("1", "a"),), (a_file("2", "b", question="A.I.2.i.a"),))
    assert not found.replaced and len(found.added) == len(found.removed) == 1


def test_a_photo_that_is_locked_now_was_prepared_anew_and_not_moved() -> None:
    old = a_file("1 Foto.jpg", "a", "Foto")
    new = a_file("1 Foto.pdf", "b", "Foto", original="a" * 64)
    assert changes((old,), (new,)).recopied == (FilePair(old, new),)
    elsewhere = a_file("2 Foto.pdf", "b", "Foto", original="a" * 64)
    assert changes((old,), (elsewhere,)).moved == (FilePair(old, elsewhere),)


def test_the_same_content_elsewhere_has_moved() -> None:
    old = a_file("1", "a")
    for new in (
        a_file("2", "a"),
        a_file("1", "a", "SK Tim ZI"),
        a_file("1", "a", number="421/1"),
        a_file("1", "a", dated=date(2026, 3, 5)),
        a_file("9", "a", question="A.I.2.i.a"),
    ):
        found = changes((old,), (new,))
        assert found.moved == (FilePair(old, new),)
        assert found.files_changed == 1


def test_the_same_original_prepared_otherwise() -> None:
    old = a_file("1", "a", original=_HASHES[0])
    new = replace(a_file("1", "b"), original=_HASHES[0])
    assert changes((old,), (new,)).recopied == (FilePair(old, new),)


def test_a_content_used_twice_keeps_its_place_and_the_other_use_is_new() -> None:
    old, other = a_file("1", "a"), a_file("2", "a", question="A.I.2.i.a")
    found = changes((old,), (old, other))
    assert (found.added, found.same) == ((other,), 1)


def test_a_paper_is_never_taken_for_evidence() -> None:
    paper = a_file("00 Dokumen/SK.pdf", "a", question="")
    found = compare_records(BundleRecord(_WHO, (), papers=(paper,)), a_record(a_file("1", "a")))
    assert len(found.added) == len(found.removed) == 1


def test_answers_scores_and_notes() -> None:
    def recorded(answer: str, score: Fraction | None, note: str = "") -> RecordedAnswer:
        return RecordedAnswer("A.I.1.i.a", "Apakah …", answer, score, note)

    def record(item: RecordedAnswer, points: int) -> BundleRecord:
        return a_record(answers=(item,), scores=(RecordedScore("Nilai total", Fraction(points), Fraction(100)),))

    same = compare_records(record(recorded("B", Fraction(2, 3)), 60), record(recorded("B", Fraction(2, 3)), 60))
    assert same.none and same.scores and not same.score_changes
    found = compare_records(record(recorded("", None), 60), record(recorded("B", Fraction(2, 3)), 62))
    (pair,) = found.answers
    assert (pair.before.answer, pair.after.answer, pair.only_note) == ("", "B", False)
    assert [change.gain for change in found.score_changes] == [2]
    noted = compare_records(record(recorded("B", Fraction(1)), 1), record(recorded("B", Fraction(1), "lihat"), 1))
    assert [pair.only_note for pair in noted.answers] == [True]
    assert not noted.none


def test_questions_only_one_bundle_covers_are_not_called_changed() -> None:
    after = a_record(answers=(RecordedAnswer("A.I.1.i.a", "", "Ya", Fraction(1)),))
    assert compare_records(a_record(), after).answers == ()


def test_other_areas_are_told() -> None:
    part = replace(a_record(), identity=replace(_WHO, areas=("1",)))
    assert compare_records(a_record(), part).scope_differs
    assert not compare_records(part, part).scope_differs


def test_without_a_record_paths_and_hashes_are_compared_and_nothing_else() -> None:
    bare = BundleRecord(
        _WHO, (RecordedFile("data/1", "a" * 64, 0, "1"), RecordedFile("data/2", "b" * 64, 0, "2")), whole=False
    )
    full = a_record(
        a_file("1", "a"),
        a_file("2", "c", "Foto", number="1"),
        answers=(RecordedAnswer("A.I.1.i.a", "", "Ya", Fraction(1)),),
    )
    found = compare_records(bare, full)
    assert (found.same, len(found.replaced), found.answers, found.whole) == (1, 1, (), False)
    assert not found.scope_differs


_files = st.lists(
    st.builds(
        RecordedFile,
        path=st.integers(0, 30).map("data/{}".format),
        sha256=st.sampled_from(_HASHES),
        size=st.integers(0, 5),
        title=st.sampled_from(["", "SK", "Foto"]),
        question=st.sampled_from(["A.1", "A.2", "B.1"]),
        number=st.sampled_from(["", "421/1", "421/2"]),
        dated=st.sampled_from([None, date(2026, 1, 1)]),
        original=st.sampled_from(["", *_HASHES[:3]]),
    ),
    max_size=12,
    unique_by=lambda file: file.path,
).map(tuple)
_answers = st.lists(
    st.builds(
        RecordedAnswer,
        code=st.sampled_from(["A.1", "A.2", "B.1"]),
        text=st.just(""),
        answer=st.sampled_from(["", "Ya", "Tidak"]),
        score=st.sampled_from([None, Fraction(0), Fraction(1, 3)]),
        note=st.sampled_from(["", "x"]),
    ),
    unique_by=lambda item: item.code,
).map(lambda items: tuple(sorted(items, key=lambda item: item.code)))
_scores = st.integers(0, 5).map(lambda points: (RecordedScore("Nilai total", Fraction(points), Fraction(9)),))


@st.composite
def _records(draw: st.DrawFn) -> BundleRecord:
    files = draw(_files)
    cut = draw(st.integers(0, len(files)))
    return BundleRecord(
        _WHO,
        files[:cut],
        files[cut:],
        draw(_answers),
        draw(_scores),
        whole=draw(st.sampled_from([True, True, False])),
    )


@given(_records())
def test_nothing_has_changed_since_itself(record: BundleRecord) -> None:
    found = compare_records(record, record)
    assert found.none
    assert found.same == len(record.files)


@given(_records(), _records())
def test_every_file_of_both_is_told_of_exactly_once(before: BundleRecord, after: BundleRecord) -> None:
    found = compare_records(before, after)
    pairs = (*found.replaced, *found.moved, *found.recopied)
    old = Counter([pair.before.path for pair in pairs] + [file.path for file in found.removed])
    new = Counter([pair.after.path for pair in pairs] + [file.path for file in found.added])
    assert set(old.values()) | set(new.values()) <= {1}
    assert set(old) <= {file.path for file in before.files}
    assert sum(old.values()) + found.same == len(before.files)
    assert sum(new.values()) + found.same == len(after.files)


@given(_records(), _records())
def test_the_way_back_is_the_mirror(before: BundleRecord, after: BundleRecord) -> None:
    there, back = compare_records(before, after), compare_records(after, before)

    def turned(pairs: tuple[FilePair, ...]) -> set[FilePair]:
        return {FilePair(pair.after, pair.before) for pair in pairs}

    assert set(there.added) == set(back.removed)
    assert set(there.removed) == set(back.added)
    assert turned(there.replaced) == set(back.replaced)
    assert turned(there.moved) == set(back.moved)
    assert turned(there.recopied) == set(back.recopied)
    assert [(p.before, p.after) for p in there.answers] == [(p.after, p.before) for p in back.answers]
    assert [pair.gain for pair in there.scores] == [-pair.gain for pair in back.scores]
    assert there.same == back.same
