"""The sheet "Kriteria": the limits for WBK and WBBM, each beside the live figure of the LKE sheet."""

from dataclasses import dataclass
from typing import Any

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.content.certainty import MARK, subject_of, uncertain_limits
from zidesk.services.documents.lke.columns import ASSESSORS, SCHOOL, Side, cell
from zidesk.services.documents.lke.criteria_formulas import (
    MET,
    MISSED,
    NOT_HELD,
    UNCONFIRMED,
    count_formula,
    missing_formula,
    state_formula,
    value_formula,
)
from zidesk.services.documents.lke.heights import row_height
from zidesk.services.documents.lke.rows import SheetRows
from zidesk.services.documents.lke.styles import INPUT_TINT, PERCENT, POINTS, TINTS, Styles, or_dash, set_widths
from zidesk.services.documents.lke.text import put
from zidesk.services.documents.lke.words import FOOTNOTE

SHEET = "Kriteria"
_WIDTHS = {0: 4.5, 1: 48.0, 2: 11.0, 3: 11.0, 4: 16.0, 5: 10.0, 6: 11.0, 7: 16.0, 8: 10.0, 9: 44.0}
_HEADINGS = (
    "No.",
    "Kriteria",
    "Minimal",
    "Nilai",
    "Keterangan",
    "Kurang",
    "Nilai TPI",
    "Keterangan TPI",
    "Kurang TPI",
    "Catatan",
)
_FIGURES = {SCHOOL: 3, ASSESSORS: 6}  # first of a side's three columns: value, state, missing
_YES_OR_NO = {
    "validate": "list",
    "source": ["Ya", "Tidak"],
    "input_title": "Prasyarat",
    "input_message": "Apakah predikat WBK sudah diperoleh? Pilih Ya atau Tidak.",
    "error_title": "Isian tidak sesuai",
    "error_message": "Pilih Ya atau Tidak.",
}


def write_criteria_sheet(
    sheet: Any, styles: Styles, assessment: Assessment, rows: SheetRows, subtitle: str
) -> None:
    """One table for each predicate, with the count of the criteria met above it."""
    set_widths(sheet, _WIDTHS)
    sheet.set_row(0, 22)
    put(sheet, 0, 0, "KRITERIA WBK DAN WBBM", styles.title())
    put(sheet, 1, 0, subtitle, styles.subtitle())
    line = 4
    for predicate, criteria in assessment.criteria.items():
        table = _Table(sheet, styles, assessment.instrument, rows, predicate)
        line = table.write(criteria, line) + 1
    if uncertain_limits(assessment.instrument):
        put(sheet, line - 1, 0, FOOTNOTE, styles.subtitle())


@dataclass(frozen=True, slots=True)
class _Table:
    """One predicate's table. Lines count from 1, as formulas do."""

    sheet: Any
    styles: Styles
    instrument: Instrument
    rows: SheetRows
    predicate: str

    def write(self, criteria: tuple[Criterion, ...], line: int) -> int:
        """Writes the table from `line` on and returns the line after it."""
        first = line + 2
        self._write_band(criteria, line, first)
        self.sheet.set_row(line, 20)
        for column, heading in enumerate(_HEADINGS):
            put(self.sheet, line, column, heading, self.styles.heading())
        told = ""
        for turn, criterion in enumerate(criteria):
            note = "" if criterion.note == told else criterion.note  # areas share one remark
            told = criterion.note
            self._write_criterion(criterion, turn + 1, note, first + turn)
        return first + len(criteria)

    def _write_band(self, criteria: tuple[Criterion, ...], line: int, first: int) -> None:
        """The predicate and how many of its criteria are met, counted from the line `first` on."""
        band = self.styles.cell(bold=True, bg_color=TINTS[0], valign="vcenter")
        self.sheet.set_row(line - 1, 18)
        self.sheet.merge_range(line - 1, 0, line - 1, 2, f"Menuju {self.predicate}", band)
        last = max(first, first + len(criteria) - 1)
        for side, column in _FIGURES.items():
            met = sum(criterion.met is True for criterion in criteria)
            counted = f"{met} dari {len(criteria)} kriteria terpenuhi" if side is SCHOOL else ""
            self.sheet.merge_range(line - 1, column, line - 1, column + 2, "", band)
            states = f"{cell(column + 1, first)}:{cell(column + 1, last)}"
            formula = count_formula(states, len(criteria), side)
            self.sheet.write_formula(line - 1, column, formula, band, counted)
        self.sheet.write_blank(line - 1, 9, None, band)

    def _write_criterion(self, criterion: Criterion, number: int, note: str, line: int) -> None:
        doubtful = (self.predicate, subject_of(criterion.id)) in uncertain_limits(self.instrument)
        texts = {1: criterion.label + (MARK if doubtful else ""), 9: note}
        self.sheet.write_number(line - 1, 0, number, self.styles.figure())
        for column, text in texts.items():
            put(self.sheet, line - 1, column, text, self.styles.cell())
        self._write_minimum(criterion, line)
        for side, column in _FIGURES.items():
            self._write_value(criterion, line, side, column)
            self._write_verdict(criterion, line, side, column)
        self.sheet.set_row(line - 1, row_height([(text, _WIDTHS[column]) for column, text in texts.items()]))

    def _write_minimum(self, criterion: Criterion, line: int) -> None:
        if criterion.minimum is None:
            put(self.sheet, line - 1, 2, UNCONFIRMED, self.styles.figure())
        elif criterion.id == "prasyarat":
            put(self.sheet, line - 1, 2, "Ya", self.styles.figure())
        else:
            shown = _shown(criterion, criterion.minimum)
            self.sheet.write_number(line - 1, 2, shown, _figure(self.styles, criterion))

    def _write_value(self, criterion: Criterion, line: int, side: Side, column: int) -> None:
        """The figure of one side; what WBK requires is not computed, the school says it."""
        if side is SCHOOL and criterion.id == "prasyarat":
            held = self.styles.figure(bg_color=INPUT_TINT, locked=False)
            put(self.sheet, line - 1, column, "Ya" if criterion.value else "Tidak", held)
            self.sheet.data_validation(cell(column, line), _YES_OR_NO)
            return
        formula = value_formula(criterion.id, self.instrument, self.rows, side, cell(_FIGURES[SCHOOL], line))
        shown = _shown(criterion, criterion.value) if side is SCHOOL else ""
        self.sheet.write_formula(line - 1, column, formula, _figure(self.styles, criterion), shown)

    def _write_verdict(self, criterion: Criterion, line: int, side: Side, column: int) -> None:
        """Whether the figure suffices, and what it lacks."""
        value, minimum = cell(column, line), cell(2, line)
        own = side is SCHOOL
        missed = NOT_HELD if criterion.id == "prasyarat" else MISSED
        state = {None: UNCONFIRMED, True: MET, False: missed}[criterion.met] if own else ""
        centred = self.styles.cell(align="center")
        self.sheet.write_formula(line - 1, column + 1, state_formula(criterion, value, minimum), centred, state)
        counted = own and criterion.minimum is not None and criterion.id != "prasyarat"
        missing = _shown(criterion, criterion.missing) if counted else ""
        amount = self.styles.figure(num_format=or_dash(PERCENT if criterion.percent else POINTS))
        formula = missing_formula(criterion, value, minimum)
        self.sheet.write_formula(line - 1, column + 2, formula, amount, missing)


def _shown(criterion: Criterion, figure: Any) -> float:
    return float(figure / 100) if criterion.percent else float(figure)


def _figure(styles: Styles, criterion: Criterion) -> Any:
    return styles.figure(num_format=PERCENT if criterion.percent else POINTS)
