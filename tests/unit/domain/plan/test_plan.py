"""Rows of a plan: what is late, what is done, and where they belong."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import (
    PercentRejected,
    PlanTextTooLong,
    StateUnknown,
    TooManyItems,
    UnknownScope,
    WeeksUnreadable,
)
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import (
    ActionPlan,
    PlanRow,
    PlanState,
    Week,
    checked_row,
    join_items,
    parse_percent,
    parse_state,
    resolve_scope,
    scope_name,
    split_items,
    submission_date,
)

MARCH = frozenset({Week(2, 4), Week(3, 1)})


class TestLate:
    @pytest.mark.parametrize(
        ("state", "late"),
        [
            (PlanState.WAITING, True),
            (PlanState.RUNNING, True),
            (PlanState.DONE, False),
            (PlanState.POSTPONED, False),
        ],
    )
    def test_only_what_is_open_is_late(self, state: PlanState, late: bool) -> None:
        row = PlanRow("A", weeks=MARCH, state=state)
        assert row.is_late(date(2026, 3, 8), 2026) is late

    def test_not_before_its_last_week_is_over(self) -> None:
        row = PlanRow("A", weeks=MARCH)
        assert not row.is_late(date(2026, 3, 7), 2026)
        assert row.is_late(date(2026, 3, 8), 2026)
        assert not row.is_late(date(2026, 3, 8), 2027)

    def test_without_weeks_nothing_is_late(self) -> None:
        assert not PlanRow("A").is_late(date(2030, 1, 1), 2026)


class TestThePlan:
    def test_figures(self) -> None:
        states = (PlanState.DONE, PlanState.WAITING, PlanState.RUNNING, PlanState.POSTPONED)
        plan = ActionPlan(2026, tuple(PlanRow("A", weeks=MARCH, state=state) for state in states))
        summary = plan.summary(date(2026, 4, 1))
        assert (summary.total, summary.done, summary.waiting, summary.running) == (4, 1, 1, 1)
        assert (summary.postponed, summary.late) == (1, 2)
        assert summary.share_done == plan.share_done == Fraction(1, 4)
        assert ActionPlan(2026).share_done == 0

    def test_months_have_no_gaps(self) -> None:
        rows = (PlanRow("A", weeks=MARCH), PlanRow("A", weeks=frozenset({Week(6, 2)})))
        assert ActionPlan(2026, rows).months == (2, 3, 4, 5, 6)
        assert rows[0].months == (2, 3)

    def test_rows_are_grouped_in_the_order_of_the_sheet(self, instrument: Instrument) -> None:
        scopes = ("B.II.a", "A.II.2.i.a", "A.I.2.i", "A.I.1.i.a", "A.II.1", "A", "B.I")
        areas = ActionPlan(2026, tuple(PlanRow(scope) for scope in scopes)).by_area(instrument)
        assert [(area.node.code, [row.scope for row in area.rows]) for area in areas] == [
            ("A", ["A"]),
            ("A.I.1", ["A.I.1.i.a", "A.II.1"]),
            ("A.I.2", ["A.II.2.i.a", "A.I.2.i"]),
            ("B.I", ["B.I"]),
            ("B.II", ["B.II.a"]),
        ]

    def test_every_code_of_both_sheets_has_an_area(
        self, instrument: Instrument, older_instrument: Instrument
    ) -> None:
        for sheet in (instrument, older_instrument):
            codes = [node.code for node in sheet.nodes()] + [question.code for question in sheet.questions]
            areas = ActionPlan(2026, tuple(map(PlanRow, codes))).by_area(sheet)
            assert sum(len(area.rows) for area in areas) == len(codes)

    def test_the_day_of_submission(self) -> None:
        assert submission_date(2026) == date(2026, 5, 31)


class TestScope:
    @pytest.mark.parametrize(
        ("spoken", "code"),
        [("1.i.a", "A.I.1.i.a"), ("1.I", "A.I.1.i"), ("1", "A.I.1"), ("ii.1", "A.II.1"), ("b", "B")],
    )
    def test_short_forms(self, instrument: Instrument, spoken: str, code: str) -> None:
        assert resolve_scope(instrument, spoken) == code

    @pytest.mark.parametrize("spoken", ["", ".", "A.I.9", "1.i.z"])
    def test_unknown(self, instrument: Instrument, spoken: str) -> None:
        with pytest.raises(UnknownScope):
            resolve_scope(instrument, spoken)

    def test_names(self, instrument: Instrument) -> None:
        assert scope_name(instrument, "A.I.1.i.a") == scope_name(instrument, "A.I.1.i") == "Penyusunan Tim Kerja"
        with pytest.raises(UnknownScope):
            scope_name(instrument, "A.I.9")


class TestCells:
    def test_items(self) -> None:
        assert split_items("a. Rapat; 2) SK\r\n- Foto\n\n•  Notula ") == ("Rapat", "SK", "Foto", "Notula")
        assert split_items("E. coli") == ("E. coli",)

    @given(st.lists(st.text(max_size=20), max_size=5))
    def test_items_written_are_read_back(self, texts: list[str]) -> None:
        items = split_items(join_items(texts))
        assert split_items(join_items(items)) == items

    @pytest.mark.parametrize(("text", "value"), [("100%", 100), ("87,5", Fraction(175, 2)), ("0", 0), (" ", None)])
    def test_percent(self, text: str, value: Fraction | None) -> None:
        assert parse_percent(text, "target") == value

    @pytest.mark.parametrize("text", ["101", "-1", "100,01", "x", "1,234", "½", "1e2"])
    def test_no_percent(self, text: str) -> None:
        with pytest.raises(PercentRejected):
            parse_percent(text, "target")

    def test_state(self) -> None:
        assert parse_state(" Selesai ") is PlanState.DONE
        assert parse_state("") is PlanState.WAITING
        with pytest.raises(StateUnknown):
            parse_state("sudah")


class TestChecking:
    def test_a_row_is_tidied(self, instrument: Instrument) -> None:
        row = PlanRow("1.i", " a\x00b \r\n c ", activities=("1. Rapat; SK", ""), evidence=("- Foto",))
        checked = checked_row(row, instrument)
        assert (checked.scope, checked.objective) == ("A.I.1.i", "a b\nc")
        assert (checked.activities, checked.evidence) == (("Rapat", "SK"), ("Foto",))
        assert checked_row(checked, instrument) == checked

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            (PlanRow("A.I.9"), UnknownScope),
            (PlanRow("A", note="x" * 2001), PlanTextTooLong),
            (PlanRow("A", evidence=("x" * 2001,)), PlanTextTooLong),
            (PlanRow("A", evidence=tuple("x" * 1000 + str(n) for n in range(20))), PlanTextTooLong),
            (PlanRow("A", activities=tuple("xy" for _ in range(61))), TooManyItems),
            (PlanRow("A", target=Fraction(101)), PercentRejected),
            (PlanRow("A", achieved=Fraction(-1)), PercentRejected),
            (PlanRow("A", weeks=frozenset({Week(3, 5)})), WeeksUnreadable),
            (PlanRow("A", weeks=frozenset({Week(13, 1)})), WeeksUnreadable),
        ],
    )
    def test_refused(self, instrument: Instrument, row: PlanRow, fault: type[Exception]) -> None:
        with pytest.raises(fault):
            checked_row(row, instrument)
