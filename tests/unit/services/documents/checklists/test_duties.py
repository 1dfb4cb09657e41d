"""Who and until when: the narrowest part of the sheet that the plan speaks of."""

from dataclasses import replace
from datetime import date

from tests.unit.services.documents.report_facts import DONE, LATE
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import ActionPlan, PlanRow, Week
from zidesk.services.documents.checklists.duties import Duties, Duty, until_words


def _duty(instrument: Instrument, code: str, *rows: PlanRow, area: str = "", year: int = 2026) -> Duty:
    return Duties(ActionPlan(year, rows)).of(instrument.place(code), area)


def test_rows_of_the_question_come_before_those_above(instrument: Instrument) -> None:
    above = replace(LATE, scope="A.I.1")
    assert _duty(instrument, "A.I.1.i.a", above, DONE) == Duty("Laras Pranata", date(2026, 2, 21))
    assert _duty(instrument, "A.I.1.i.b", above, DONE) == Duty("Pokja 1", date(2026, 3, 7))


def test_what_a_narrow_row_leaves_open_is_taken_from_above(instrument: Instrument) -> None:
    bare = PlanRow("A.I.1.i.a", action="Menyusun")
    assert _duty(instrument, "A.I.1.i.a", bare, replace(LATE, scope="A.I.1")) == Duty("Pokja 1", date(2026, 3, 7))


def test_several_people_and_the_last_week(instrument: Instrument) -> None:
    other = replace(DONE, in_charge="Bagas", weeks=frozenset({Week(4, 4)}))
    again = replace(DONE, in_charge="Bagas")
    assert _duty(instrument, "A.I.1.i.a", DONE, other, again) == Duty("Laras Pranata, Bagas", date(2026, 4, 30))


def test_the_area_stands_for_its_other_group(instrument: Instrument) -> None:
    row = replace(LATE, scope="A.I.1")
    assert _duty(instrument, "A.II.1.i.a", row) == Duty("", None)
    assert _duty(instrument, "A.II.1.i.a", row, area="A.I.1") == Duty("Pokja 1", date(2026, 3, 7))


def test_without_weeks_or_year() -> None:
    assert until_words(Duty("", None), 2026) == "31 Mei 2026"
    assert until_words(Duty("", None), 0) == "31 Mei"
    assert until_words(Duty("", date(2026, 4, 7)), 2026) == "7 Apr 2026"


def test_a_school_without_a_year_has_no_days(instrument: Instrument) -> None:
    assert _duty(instrument, "A.I.1.i.a", DONE, year=0) == Duty("Laras Pranata", None)
