"""The sheet "Kriteria": the limits for WBK and WBBM, each beside the live figure of the LKE sheet."""

from typing import Any

from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion
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
        line = _write_table(sheet, styles, assessment, rows, predicate, criteria, line) + 1
    if uncertain_limits(assessment.instrument):
        put(sheet, line - 1, 0, FOOTNOTE, styles.subtitle())


def _write_table(
    sheet: Any,
    styles: Styles,
    assessment: Assessment,
    rows: SheetRows,
    predicate: str,
    criteria: tuple[Criterion, ...],
    line: int,
) -> int:
    """Writes a predicate's table from `line` on and returns the line after it."""
    band = styles.cell(bold=True, bg_color=TINTS[0], valign="vcenter")
    first, last = line + 2, line + 1 + len(criteria)
    sheet.set_row(line - 1, 18)
    sheet.merge_range(line - 1, 0, line - 1, 2, f"Menuju {predicate}", band)
    for side, column in _FIGURES.items():
        met = sum(criterion.met is True for criterion in criteria)
        counted = f"{met} dari {len(criteria)} kriteria terpenuhi" if side is SCHOOL else ""
        sheet.merge_range(line - 1, column, line - 1, column + 2, "", band)
        states = f"{cell(column + 1, first)}:{cell(column + 1, max(first, last))}"
        formula = count_formula(states, len(criteria), side)
        sheet.write_formula(line - 1, column, formula, band, counted)
    sheet.write_blank(line - 1, 9, None, band)
    sheet.set_row(line, 20)
    for column, heading in enumerate(_HEADINGS):
        put(sheet, line, column, heading, styles.heading())
    told = ""
    for turn, criterion in enumerate(criteria):
        at = first + turn
        doubtful = (predicate, subject_of(criterion.id)) in uncertain_limits(assessment.instrument)
        texts = {1: criterion.label + (MARK if doubtful else ""), 9: criterion.note}
        if criterion.note == told:  # areas share one remark
            texts[9] = ""
        told = criterion.note
        sheet.write_number(at - 1, 0, turn + 1, styles.figure())
        for column, text in texts.items():
            put(sheet, at - 1, column, text, styles.cell())
        _write_minimum(sheet, styles, criterion, at)
        for side in _FIGURES:
            _write_side(sheet, styles, assessment, rows, criterion, at, side)
        sheet.set_row(at - 1, row_height([(text, _WIDTHS[column]) for column, text in texts.items()]))
    return last + 1


def _write_minimum(sheet: Any, styles: Styles, criterion: Criterion, line: int) -> None:
    if criterion.minimum is None:
        put(sheet, line - 1, 2, UNCONFIRMED, styles.figure())
    elif criterion.id == "prasyarat":
        put(sheet, line - 1, 2, "Ya", styles.figure())
    else:
        sheet.write_number(line - 1, 2, _shown(criterion, criterion.minimum), _figure(styles, criterion))


def _write_side(
    sheet: Any,
    styles: Styles,
    assessment: Assessment,
    rows: SheetRows,
    criterion: Criterion,
    line: int,
    side: Side,
) -> None:
    first = _FIGURES[side]
    value, minimum = cell(first, line), cell(2, line)
    own = side is SCHOOL
    if own and criterion.id == "prasyarat":
        held = styles.figure(bg_color=INPUT_TINT, locked=False)
        put(sheet, line - 1, first, "Ya" if criterion.value else "Tidak", held)
        sheet.data_validation(
            value,
            {
                "validate": "list",
                "source": ["Ya", "Tidak"],
                "input_title": "Prasyarat",
                "input_message": "Apakah predikat WBK sudah diperoleh? Pilih Ya atau Tidak.",
                "error_title": "Isian tidak sesuai",
                "error_message": "Pilih Ya atau Tidak.",
            },
        )
    else:
        formula = value_formula(criterion.id, assessment.instrument, rows, side, cell(_FIGURES[SCHOOL], line))
        shown = _shown(criterion, criterion.value) if own else ""
        sheet.write_formula(line - 1, first, formula, _figure(styles, criterion), shown)
    missed = NOT_HELD if criterion.id == "prasyarat" else MISSED
    state = {None: UNCONFIRMED, True: MET, False: missed}[criterion.met] if own else ""
    counted = own and criterion.minimum is not None and criterion.id != "prasyarat"
    missing = _shown(criterion, criterion.missing) if counted else ""
    sheet.write_formula(
        line - 1, first + 1, state_formula(criterion, value, minimum), styles.cell(align="center"), state
    )
    amount = styles.figure(num_format=or_dash(PERCENT if criterion.percent else POINTS))
    sheet.write_formula(line - 1, first + 2, missing_formula(criterion, value, minimum), amount, missing)


def _shown(criterion: Criterion, figure: Any) -> float:
    return float(figure / 100) if criterion.percent else float(figure)


def _figure(styles: Styles, criterion: Criterion) -> Any:
    return styles.figure(num_format=PERCENT if criterion.percent else POINTS)
