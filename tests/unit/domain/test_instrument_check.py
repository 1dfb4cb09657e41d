"""A sheet that could not be used is found out, node by node."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from zidesk.domain.formula import Formula
from zidesk.domain.instrument import (
    AnswerType,
    Instrument,
    Level,
    Node,
    NumberInput,
    Option,
    Question,
    Threshold,
)
from zidesk.domain.instrument_check import instrument_faults

YES_NO = (Option("Ya", "Ada", Fraction(1)), Option("Tidak", "Belum", Fraction(0)))


def question(code: str = "A.I.1.i.a", **fields: object) -> Question:
    basics: dict[str, object] = {
        "code": code, "letter": "a", "text": "Butir", "short_title": "Butir",
        "answer_type": AnswerType.YES_NO, "type_label": "Ya/Tidak", "options": YES_NO,
    }  # fmt: skip
    return Question(**{**basics, **fields})  # type: ignore[arg-type]


def ratio(*inputs: NumberInput, score: str = "min(1, a / b)") -> Question:
    both = (NumberInput("a", "A", True), NumberInput("b", "B", True))
    return question(answer_type=AnswerType.RATIO, options=(), inputs=inputs or both, formula=Formula(score))


def sheet(*questions: Question, code: str = "A.I.1.i", **limits: tuple[Threshold, ...]) -> Instrument:
    hundred = Fraction(100)
    sub_area = Node(code, Level.SUB_AREA, "Sub", hundred, "i", questions=questions or (question(),))
    area = Node("A.I.1", Level.AREA, "Area", hundred, "1", children=(sub_area,))
    group = Node("A.I", Level.GROUP, "Kelompok", hundred, children=(area,))
    component = Node("A", Level.COMPONENT, "Komponen", hundred, children=(group,))
    return Instrument("uji", "Uji", "", (component,), limits)


def test_the_shipped_sheets_are_sound(instrument: Instrument, older_instrument: Instrument) -> None:
    assert instrument_faults(instrument) == ()
    assert instrument_faults(older_instrument) == ()
    assert instrument_faults(sheet()) == ()
    assert instrument_faults(sheet(ratio())) == ()


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (question(options=()), "pilihan jawaban kurang dari dua"),
        (question(options=YES_NO[:1]), "pilihan jawaban kurang dari dua"),
        (question(options=(*YES_NO, Option("YA", "Lagi", Fraction(1)))), "pilihan jawaban kembar"),
        (question(options=(YES_NO[0], Option("B", "", Fraction(3, 2)))), "antara 0 dan 1"),
        (question(options=(YES_NO[0], Option("B", "", Fraction(-1, 2)))), "antara 0 dan 1"),
        (question(options=(YES_NO[1], Option("B", "", Fraction(1, 2)))), "bernilai penuh"),
        (question(options=(*YES_NO, Option(" C", "", Fraction(0)))), "tidak dapat diketik"),
        (question(options=(*YES_NO, Option("Nihil", "", Fraction(0)))), "tidak dapat diketik"),
        (replace(ratio(), inputs=()), "isian angka atau rumusnya tidak ada"),
        (replace(ratio(), formula=None), "isian angka atau rumusnya tidak ada"),
        (ratio(NumberInput("a", "A", True), NumberInput("a", "B", True), score="a"), "isian angka kembar"),
        (ratio(NumberInput("A", "A", True), score="A"), "huruf kecil"),
        (ratio(NumberInput("a b", "A", True), score="a"), "huruf kecil"),
        (ratio(score="a / c"), "memakai isian yang tidak ada: c"),
        (ratio(NumberInput("a", "A", True, at_most=Formula("z")), score="a"), "memakai isian yang tidak ada: z"),
        (ratio(NumberInput("a", "A", True, minimum=Fraction(5), maximum=Fraction(4)), score="a"), "batas bawah"),
    ],
)  # fmt: skip
def test_questions_that_cannot_be_answered(one: Question, reason: str) -> None:
    faults = instrument_faults(sheet(one))
    assert any(code == "A.I.1.i.a" and reason in text for code, text in faults), faults


@pytest.mark.parametrize("code", ["A.I.1.i.a.", ".a", "a,b", "a;b", "a b", " a", "a\n"])
def test_codes_nobody_could_type(code: str) -> None:
    assert [named for named, _ in instrument_faults(sheet(question(code)))] == [code]


def test_every_fault_is_told_at_once() -> None:
    broken = sheet(question("A.I.1.i.a", options=()), question("A.I.1.i.b", options=()))
    assert [code for code, _ in instrument_faults(broken)] == ["A.I.1.i.a", "A.I.1.i.b"]


@pytest.mark.parametrize("twin", ["A.I.1.i.a", "A.I.1.I.A"])
def test_question_codes_are_unique_whatever_their_case(twin: str) -> None:
    faults = instrument_faults(sheet(question("A.I.1.i.a"), question(twin)))
    assert faults == ((twin, "kode butir dipakai lebih dari satu kali"),)


def test_a_question_may_carry_a_node_code_only_as_the_lone_question_of_its_sub_area() -> None:
    assert instrument_faults(sheet(question("A.I.1.i"))) == ()
    assert instrument_faults(sheet(question("A.I.1.i"), question("A.I.1.i.b")))[0][0] == "A.I.1.i"
    assert instrument_faults(sheet(question("A.I.1")))[0][0] == "A.I.1"


def test_a_code_may_be_passed_on_to_a_single_child() -> None:
    assert instrument_faults(sheet(code="A.I.1")) == ()


def test_a_node_may_not_take_the_name_of_the_total() -> None:
    assert instrument_faults(sheet(code="total")) == (("total", "kode dipakai lebih dari satu kali"),)


def _reweighed(node: Node, code: str, by: Fraction) -> Node:
    children = tuple(_reweighed(child, code, by) for child in node.children)
    return replace(node, children=children, weight=node.weight + (by if node.code == code else 0))


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("A", {"", "A"}),
        ("A.II", {"A", "A.II"}),
        ("A.II.3", {"A.II", "A.II.3"}),
        ("A.II.3.i", {"A.II.3"}),
        ("B.II.a", {"B.II"}),
    ],
)
@pytest.mark.parametrize("by", [Fraction(1, 100), Fraction(-1, 100), Fraction(1, 10**9)])
def test_weights_must_add_up_at_every_level(
    instrument: Instrument, code: str, named: set[str], by: Fraction
) -> None:
    components = tuple(_reweighed(node, code, by) for node in instrument.components)
    faults = instrument_faults(replace(instrument, components=components))
    assert {where for where, _ in faults} == named
    assert all("bobot" in reason for _, reason in faults)


def test_the_reason_tells_both_figures(instrument: Instrument) -> None:
    components = tuple(_reweighed(node, "A.I.1.i", Fraction(1, 100)) for node in instrument.components)
    assert instrument_faults(replace(instrument, components=components)) == (
        ("A.I.1", "bobot 4, tetapi jumlah bobot di bawahnya 4,01"),
    )


@pytest.mark.parametrize("weight", [Fraction(0), Fraction(-1)])
def test_weights_are_more_than_nothing(weight: Fraction) -> None:
    whole = sheet()
    sub_area = whole.components[0].children[0].children[0].children[0]
    area = replace(whole.components[0].children[0].children[0], weight=weight, children=(sub_area,))
    group = replace(whole.components[0].children[0], children=(area,))
    component = replace(whole.components[0], children=(group,))
    assert ("A.I.1", "bobot harus lebih dari nol") in instrument_faults(replace(whole, components=(component,)))


def test_limits_name_parts_of_the_sheet() -> None:
    limits = tuple(
        Threshold(subject, Fraction(1))
        for subject in ("total", "pengungkit", "persen_per_area_pengungkit", "prasyarat", "A.I.1", "C.9")
    )
    assert instrument_faults(sheet(WBK=limits)) == (("ambang.WBK.C.9", "ambang untuk bagian yang tidak ada"),)


@pytest.fixture
def doubled(instrument: Instrument) -> Callable[[str], Instrument]:
    """The sheet with one sub-area standing twice, its weight shared so that sums still hold."""

    def double(code: str) -> Instrument:
        def twice(node: Node) -> Node:
            children: list[Node] = []
            for child in node.children:
                if child.code == code:
                    half = replace(child, weight=child.weight / 2)
                    children += [half, half]
                else:
                    children.append(twice(child))
            return replace(node, children=tuple(children))

        return replace(instrument, components=tuple(twice(node) for node in instrument.components))

    return double


@pytest.mark.parametrize("code", ["A.I.1.i", "B.I.a"])
def test_a_sub_area_standing_twice(doubled: Callable[[str], Instrument], code: str) -> None:
    faults = instrument_faults(doubled(code))
    assert (code, "kode dipakai lebih dari satu kali") in faults
    assert {reason for _, reason in faults} == {
        "kode dipakai lebih dari satu kali",
        "kode butir dipakai lebih dari satu kali",
    }
