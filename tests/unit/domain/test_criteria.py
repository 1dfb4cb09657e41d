"""Each criterion for WBK and WBBM by itself: its limit, its value, what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from zidesk.domain.answer import Answer, parse_answer
from zidesk.domain.criteria import Criterion, all_met, check_criteria, combined_areas
from zidesk.domain.instrument import Instrument, Threshold
from zidesk.domain.profile import Profile
from zidesk.domain.scoring import score_sheet

MakeProfile = Callable[..., Profile]


@pytest.fixture
def of_school(
    instrument: Instrument, sample_answers: Mapping[str, Answer], make_profile: MakeProfile
) -> Callable[..., dict[str, dict[str, Criterion]]]:
    """The criteria of the example school by predicate and id, with some answers changed."""

    def check(wbk_held: bool = False, **changed: str) -> dict[str, dict[str, Criterion]]:
        answers = dict(sample_answers)
        for name, text in changed.items():
            code = name.replace("_", ".")
            answers[code] = Answer(parse_answer(instrument.question(code), text))
        scores = score_sheet(instrument, answers)
        found = check_criteria(instrument, scores, make_profile(wbk_held=wbk_held))
        return {predicate: {c.id: c for c in criteria} for predicate, criteria in found.items()}

    return check


LIMITS = {
    "WBK": {"total": "75", "pengungkit": "40", "B.I": "18.25", "B.I.a": "15.75", "B.I.b": "2.5", "B.II": "14"},
    "WBBM": {
        "total": "85", "pengungkit": "48", "B.I": "19.5", "B.I.a": "15.75", "B.I.b": "3.75", "B.II": "15.75",
        "prasyarat": "1",
    },
}  # fmt: skip
AREA_PERCENT = {"WBK": 60, "WBBM": 75}


@pytest.mark.parametrize("predicate", ["WBK", "WBBM"])
def test_limits_of_the_regulation(
    of_school: Callable[..., dict[str, dict[str, Criterion]]], predicate: str
) -> None:
    criteria = of_school()[predicate]
    areas = {f"area.{number}" for number in range(1, 7)}
    assert set(criteria) == set(LIMITS[predicate]) | areas
    for criterion in criteria.values():
        if criterion.id in areas:
            assert criterion.percent
            assert criterion.minimum == AREA_PERCENT[predicate]
        else:
            assert not criterion.percent
            assert criterion.minimum == Fraction(LIMITS[predicate][criterion.id])
        assert criterion.label


def test_the_example_school_reaches_wbk_and_not_wbbm(
    of_school: Callable[..., dict[str, dict[str, Criterion]]],
) -> None:
    found = of_school()
    assert all_met(tuple(found["WBK"].values()))
    assert not all_met(tuple(found["WBBM"].values()))
    missed = {c.id for c in found["WBBM"].values() if not c.met}
    assert missed == {
        "total", "pengungkit", "area.2", "area.3", "area.5", "B.I", "B.I.b", "B.II", "prasyarat"
    }  # fmt: skip
    assert found["WBBM"]["total"].missing == 85 - Fraction(13365299, 168000)
    assert found["WBBM"]["B.II"].missing == Fraction("15.75") - Fraction("15.1375")
    assert found["WBBM"]["B.I.a"].missing == 0
    assert found["WBK"]["total"].missing == 0


def test_exactly_the_limit_is_enough_and_a_hair_less_is_not(
    of_school: Callable[..., dict[str, dict[str, Criterion]]],
) -> None:
    exact = of_school(B_I_a="3.6", B_II_a="3.2")["WBK"]
    assert exact["B.I.a"].value == exact["B.I.a"].minimum == Fraction("15.75")
    assert exact["B.I.a"].met is exact["B.II"].met is exact["B.I"].met is True
    less = of_school(B_I_a="3.599999999")["WBK"]
    assert less["B.I.a"].met is less["B.I"].met is False
    assert less["B.I.a"].missing == Fraction(1, 10**9) / 4 * Fraction("17.5")
    assert not all_met(tuple(less.values()))


def test_an_area_is_pemenuhan_and_reform_together(
    instrument: Instrument,
    sample_answers: Mapping[str, Answer],
    of_school: Callable[..., dict[str, dict[str, Criterion]]],
) -> None:
    scores = score_sheet(instrument, sample_answers)
    areas = combined_areas(instrument, scores)
    assert [(node.number, together.weight) for node, together in areas] == [
        ("1", 8), ("2", 7), ("3", 10), ("4", 10), ("5", 15), ("6", 10)
    ]  # fmt: skip
    second = (scores.nodes["A.I.2"].score + scores.nodes["A.II.2"].score) / 7 * 100
    assert of_school()["WBBM"]["area.2"].value == second
    assert of_school()["WBBM"]["area.2"].missing == 75 - second
    assert sum(together.score for _, together in areas) == scores.nodes["A"].score


def test_wbk_already_held_is_a_fact_of_the_profile(
    of_school: Callable[..., dict[str, dict[str, Criterion]]],
) -> None:
    before, after = of_school()["WBBM"]["prasyarat"], of_school(wbk_held=True)["WBBM"]["prasyarat"]
    assert (before.met, before.missing) == (False, 1)
    assert (after.met, after.missing) == (True, 0)
    assert "WBK" in before.label
    assert "prasyarat" not in of_school()["WBK"]


def test_the_best_answers_without_wbk_are_still_not_wbbm(
    instrument: Instrument,
    best_answers: Callable[[Instrument], dict[str, Answer]],
    make_profile: MakeProfile,
) -> None:
    scores = score_sheet(instrument, best_answers(instrument))
    without = check_criteria(instrument, scores, make_profile())
    assert all_met(without["WBK"])
    assert [c.id for c in without["WBBM"] if not c.met] == ["prasyarat"]
    assert all_met(check_criteria(instrument, scores, make_profile(wbk_held=True))["WBBM"])


def test_the_category_decides_nothing(
    instrument: Instrument, sample_answers: Mapping[str, Answer], make_profile: MakeProfile
) -> None:
    scores = score_sheet(instrument, sample_answers)
    regular, affirmed = make_profile(), make_profile(category="afirmasi")
    assert check_criteria(instrument, scores, regular) == check_criteria(instrument, scores, affirmed)


def test_unconfirmed_limits_of_the_older_sheet_decide_nothing(
    older_instrument: Instrument,
    best_answers: Callable[[Instrument], dict[str, Answer]],
    make_profile: MakeProfile,
) -> None:
    scores = score_sheet(older_instrument, best_answers(older_instrument))
    for criteria in check_criteria(older_instrument, scores, make_profile(wbk_held=True)).values():
        decided = [c for c in criteria if c.met is not None]
        assert [c.id for c in decided] == ["total"]
        assert decided[0].met
        open_ones = [c for c in criteria if c.met is None]
        assert {c.id for c in open_ones} == {
            "pengungkit", "B.1", "B.1.a", "B.1.b", "B.2", *(f"area.{number}" for number in range(1, 7))
        }  # fmt: skip
        assert all(c.minimum is None and c.missing == 0 and c.note for c in open_ones)
        assert not all_met(criteria)


def test_notes_of_uncertain_limits_are_passed_on(
    of_school: Callable[..., dict[str, dict[str, Criterion]]],
) -> None:
    found = of_school()
    assert "3,60" in found["WBK"]["B.I.a"].note
    assert "19,50" in found["WBBM"]["B.I"].note
    assert all(found["WBK"][f"area.{number}"].note for number in range(1, 7))


def test_a_sheet_without_limits_has_no_criteria(instrument: Instrument, make_profile: MakeProfile) -> None:
    bare = replace(instrument, thresholds={"WBK": (Threshold("total", Fraction(75)),)})
    found = check_criteria(bare, score_sheet(bare, {}), make_profile())
    assert found == {"WBK": (Criterion("total", "Nilai total", Fraction(75), Fraction(0)),), "WBBM": ()}


def test_areas_without_a_number_stay_apart(instrument: Instrument) -> None:
    def unnumbered(node: object) -> object:
        children = tuple(replace(area, number="") for area in node.children)  # type: ignore[attr-defined]
        return replace(node, children=children)  # type: ignore[type-var]

    enabler = instrument.components[0]
    bare = replace(enabler, children=tuple(unnumbered(group) for group in enabler.children))
    sheet = replace(instrument, components=(bare, *instrument.components[1:]))
    areas = combined_areas(sheet, score_sheet(sheet, {}))
    assert [node.code for node, _ in areas] == [f"A.{g}.{n}" for g in ("I", "II") for n in range(1, 7)]


def test_a_printed_shortfall_adds_up_with_the_printed_figures() -> None:
    short = Criterion("B.I", "B.I", Fraction("19.5"), Fraction("18.775"))  # printed 19,50 and 18,78
    assert short.missing == Fraction("0.725")
    assert short.printed_missing == Fraction("0.72")
    almost = Criterion("total", "Total", Fraction(75), Fraction("74.9999"))
    assert almost.printed_missing == Fraction("0.01")
    assert Criterion("total", "Total", Fraction(75), Fraction(75)).printed_missing == 0
    assert Criterion("total", "Total", None, Fraction(75)).printed_missing == 0
