"""Answers: all of a batch or none, a history of every change, nothing that could not be read again."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zidesk.domain.answer import Answer, AnswerChange, Chosen, Nil, Numbers
from zidesk.domain.errors import AnswerRejected, NilNotAllowed, UnknownOption, UnknownQuestion
from zidesk.storage.workspace import Workspace, open_workspace

YES, NO = Answer(Chosen("Ya")), Answer(Chosen("Tidak"))
CODES = ["A.I.1.i.a", "A.I.1.i.b", "A.I.1.i.c", "A.I.1.ii.a"]


def test_answers_of_every_kind_come_back_as_they_were(workspace: Workspace) -> None:
    given_answers = {
        "A.I.1.i.a": YES,
        "A.I.1.i.b": Answer(Chosen("Tidak"), "SK menunggu tanda tangan\nkepala sekolah ’ “ ꦱꦸꦫꦠ꧀ 😀"),
        "A.I.1.i.c": Answer(None, "hanya catatan"),
        "B.I.1.i.a": Answer(Numbers((("indeks", Fraction(73, 20)),)), "3,65"),
    }
    workspace.answers.record(given_answers.items(), "Operator", workspace.clock())
    assert workspace.answers.all() == given_answers


def test_the_changes_are_told_and_kept_as_history(workspace: Workspace) -> None:
    first, second, third = (workspace.clock() for _ in range(3))
    record = workspace.answers.record
    told = record([("A.I.1.i.a", YES)], "Siti", first)
    assert told == (AnswerChange("A.I.1.i.a", first, "Siti", Answer(None), YES),)
    record([("A.I.1.i.a", Answer(Chosen("Ya"), "ada SK"))], "Budi", second)
    record([("A.I.1.i.a", Answer(None))], "Siti", third)

    history = workspace.answers.history("A.I.1.i.a")
    assert history == (
        AnswerChange("A.I.1.i.a", first, "Siti", Answer(None), YES),
        AnswerChange("A.I.1.i.a", second, "Budi", YES, Answer(Chosen("Ya"), "ada SK")),
        AnswerChange("A.I.1.i.a", third, "Siti", Answer(Chosen("Ya"), "ada SK"), Answer(None)),
    )
    assert history[0].changed_at.utcoffset() == timedelta(hours=7)
    assert workspace.answers.history("A.I.1.i.b") == ()
    assert workspace.answers.all() == {}  # as if it had never been answered, but for the history


def test_the_same_answer_is_no_change(workspace: Workspace) -> None:
    answer = Answer(Chosen("Ya"), "ada")
    workspace.answers.record([("A.I.1.i.a", answer)], "Siti", workspace.clock())
    changed_at = workspace.facts.changed_at()
    assert workspace.answers.record([("A.I.1.i.a", answer)], "Budi", workspace.clock()) == ()
    assert workspace.answers.record([("A.I.1.i.b", Answer(None))], "Budi", workspace.clock()) == ()
    assert workspace.answers.record([], "Budi", workspace.clock()) == ()
    assert len(workspace.answers.history("A.I.1.i.a")) == 1
    assert workspace.answers.history("A.I.1.i.b") == ()
    assert workspace.facts.changed_at() == changed_at


def test_only_what_differs_of_a_batch_is_told(workspace: Workspace) -> None:
    workspace.answers.record([(code, YES) for code in CODES], "Siti", workspace.clock())
    wanted = [(CODES[0], YES), (CODES[1], NO), (CODES[2], YES), (CODES[3], NO)]
    told = workspace.answers.record(wanted, "Siti", workspace.clock())
    assert [change.code for change in told] == [CODES[1], CODES[3]]


def test_one_question_twice_in_a_batch_is_two_changes(workspace: Workspace) -> None:
    told = workspace.answers.record([(CODES[0], YES), (CODES[0], NO)], "Siti", workspace.clock())
    assert [(change.old, change.new) for change in told] == [(Answer(None), YES), (YES, NO)]
    assert workspace.answers.all() == {CODES[0]: NO}
    assert workspace.answers.history(CODES[0]) == told


def test_an_error_in_the_middle_saves_nothing(workspace: Workspace) -> None:
    workspace.answers.record([(CODES[0], YES)], "Siti", workspace.clock())
    changed_at = workspace.facts.changed_at()

    def rows() -> Iterator[tuple[str, Answer]]:
        yield CODES[0], NO
        yield CODES[1], NO
        raise OSError("the table ends in the middle")

    with pytest.raises(OSError, match="in the middle"):
        workspace.answers.record(rows(), "Siti", workspace.clock())
    assert workspace.answers.all() == {CODES[0]: YES}
    assert len(workspace.answers.history(CODES[0])) == 1
    assert workspace.answers.history(CODES[1]) == ()
    assert workspace.facts.changed_at() == changed_at


@pytest.mark.parametrize(
    ("code", "answer", "error"),
    [
        ("Z.9", YES, UnknownQuestion),
        ("Z.9", Answer(None), UnknownQuestion),
        ("A.I.1.i.b", Answer(Chosen("E")), UnknownOption),
        ("A.I.1.i.b", Answer(Numbers((("indeks", Fraction(3)),))), UnknownOption),
        ("A.I.1.i.b", Answer(Nil(True)), NilNotAllowed),
        ("B.I.1.i.a", Answer(Numbers((("indeks", Fraction(5)),))), AnswerRejected),
        ("B.I.1.i.a", YES, AnswerRejected),
    ],
)
def test_what_could_not_be_read_again_is_not_saved(
    workspace: Workspace, code: str, answer: Answer, error: type[Exception]
) -> None:
    with pytest.raises(error):
        workspace.answers.record([(CODES[0], YES), (code, answer)], "Siti", workspace.clock())
    assert workspace.answers.all() == {}
    assert workspace.assessment().counts.answered == 0


def test_changed_at_moves_with_a_change(workspace: Workspace) -> None:
    moment = workspace.clock() + timedelta(days=1)
    workspace.answers.record([(CODES[0], YES)], "Siti", moment)
    assert workspace.facts.changed_at() == moment
    workspace.answers.all()
    workspace.answers.history(CODES[0])
    workspace.assessment()
    assert workspace.facts.changed_at() == moment


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(
                st.sampled_from(CODES),
                st.builds(Answer, st.sampled_from([None, Chosen("Ya"), Chosen("Tidak")]), st.text(max_size=4)),
            ),
            max_size=4,
        ),
        max_size=5,
    )
)
def test_the_history_tells_how_the_answers_came_to_be(
    workspace: Workspace, batches: list[list[tuple[str, Answer]]]
) -> None:
    workspace.answers.record([(code, Answer(None)) for code in CODES], "Siti", workspace.clock())
    told_before = {code: workspace.answers.history(code) for code in CODES}
    model = {code: Answer(None) for code in CODES}
    told: list[AnswerChange] = []
    for batch in batches:
        told.extend(workspace.answers.record(batch, "Siti", workspace.clock()))
        model.update(batch)
    assert {code: workspace.answers.all().get(code, Answer(None)) for code in CODES} == model
    for code in CODES:
        history = workspace.answers.history(code)
        new = history[len(told_before[code]) :]
        assert list(new) == [change for change in told if change.code == code]
        assert all(change.old != change.new for change in history)
        assert all(one.new == following.old for one, following in pairwise(history))
        assert (history[-1].new if history else Answer(None)) == model[code]


def test_a_reader_elsewhere_sees_what_is_committed(workspace: Workspace) -> None:
    reader = open_workspace(workspace.paths.root, read_only=True)
    workspace.answers.record([(CODES[0], YES)], "Siti", workspace.clock())
    assert reader.answers.all() == {CODES[0]: YES}
    reader.close()
