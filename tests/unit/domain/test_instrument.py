"""The sheet as a value: its shape, and how people name its questions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.instrument import AnswerType, Instrument, Level


def test_the_sheet_in_force(instrument: Instrument) -> None:
    assert (instrument.id, instrument.confirmed) == ("permenpan-90-2021", True)
    assert len(instrument.questions) == len(instrument.places) == 113
    assert instrument.weight == 100
    assert [(node.code, node.weight) for node in instrument.components] == [("A", 60), ("B", 40)]
    groups = [(group.code, group.weight) for c in instrument.components for group in c.children]
    assert groups == [("A.I", 30), ("A.II", 30), ("B.I", Fraction("22.5")), ("B.II", Fraction("17.5"))]
    assert instrument.open_questions
    assert instrument.columns[0] == "Penilaian"


def test_the_older_sheet_is_marked(older_instrument: Instrument) -> None:
    assert not older_instrument.confirmed
    assert older_instrument.status == "belum terkonfirmasi"
    assert len(older_instrument.questions) == 84
    assert older_instrument.open_questions


def test_kinds_of_answers(instrument: Instrument) -> None:
    kinds = [question.answer_type for question in instrument.questions]
    assert {kind: kinds.count(kind) for kind in AnswerType} == {
        AnswerType.YES_NO: 17, AnswerType.CHOICE: 86, AnswerType.RATIO: 8, AnswerType.SURVEY: 2
    }  # fmt: skip


def test_every_question_has_what_a_screen_needs(instrument: Instrument, older_instrument: Instrument) -> None:
    for question in (*instrument.questions, *older_instrument.questions):
        assert question.text
        assert question.short_title
        assert question.letter
        assert question.documents
    assert all(question.keywords for question in instrument.questions)


def test_a_place_holds_the_nodes_above_a_question(instrument: Instrument) -> None:
    place = instrument.place("A.II.5.iii.b")
    above = (place.component, place.group, place.area, place.sub_area)
    assert [node.code for node in above] == ["A", "A.II", "A.II.5", "A.II.5.iii"]
    assert [node.level for node in above] == [Level.COMPONENT, Level.GROUP, Level.AREA, Level.SUB_AREA]
    assert (place.area.number, place.sub_area.number, place.question.letter) == ("5", "iii", "b")


def test_nodes_come_in_the_order_of_the_sheet(instrument: Instrument) -> None:
    codes = [node.code for node in instrument.nodes()]
    assert codes[:5] == ["A", "A.I", "A.I.1", "A.I.1.i", "A.I.1.ii"]
    assert codes[-1] == "B.II.a"
    assert [question.code for question in instrument.questions][:3] == ["A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a"]


@pytest.mark.parametrize(
    ("spoken", "code"),
    [
        ("A.I.1.i.a", "A.I.1.i.a"),
        ("a.i.1.I.A", "A.I.1.i.a"),
        ("1.i.a", "A.I.1.i.a"),
        ("1.I.A", "A.I.1.i.a"),
        ("I.1.i.a", "A.I.1.i.a"),
        ("II.1.i.a", "A.II.1.i.a"),
        ("ii.1.i.a", "A.II.1.i.a"),
        (" 1.i.a ", "A.I.1.i.a"),
        ("1.i.a.", "A.I.1.i.a"),
        ("B.I.a", "B.I.a"),
        ("b.ii.A", "B.II.a"),
    ],
)
def test_how_people_name_a_question(instrument: Instrument, spoken: str, code: str) -> None:
    assert instrument.resolve(spoken) == code


def test_short_codes_of_the_older_sheet(older_instrument: Instrument) -> None:
    assert older_instrument.resolve("1.1.a") == "A.1.1.a"
    assert older_instrument.resolve("b.1.A") == "B.1.a"


@pytest.mark.parametrize(
    "spoken", ["", " ", ".", "A", "A.I.1.i", "A.I.1.i.z", "7.i.a", "1 i a", "A.I.1.i.a.b", "\0"]
)
def test_unknown_questions_are_named(instrument: Instrument, spoken: str) -> None:
    with pytest.raises(UnknownQuestion) as caught:
        instrument.resolve(spoken)
    assert caught.value.code == spoken.strip()


@given(st.data())
def test_every_code_resolves_to_itself_however_it_is_spelled(
    instrument: Instrument, older_instrument: Instrument, data: st.DataObject
) -> None:
    sheet = instrument if data.draw(st.booleans()) else older_instrument
    code = data.draw(st.sampled_from([question.code for question in sheet.questions]))
    spell = data.draw(st.sampled_from([str.upper, str.lower, str.swapcase, str]))
    assert sheet.resolve(spell(code)) == code
    assert sheet.question(code).code == code


def test_codes_are_exact_where_no_person_speaks(instrument: Instrument) -> None:
    with pytest.raises(UnknownQuestion):
        instrument.question("1.i.a")
    with pytest.raises(UnknownQuestion):
        instrument.place("a.i.1.i.a")


def test_options_by_key(instrument: Instrument) -> None:
    question = instrument.question("A.I.1.i.a")
    option = question.option("Ya")
    assert option is not None
    assert option.score == 1
    assert question.option("ya") is None
