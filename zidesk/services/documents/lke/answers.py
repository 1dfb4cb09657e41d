"""Answers and figures of the LKE sheet's rows, for the school and, still empty, for the assessors."""

from fractions import Fraction
from typing import Any

from zidesk.domain.answer import AnswerValue, Chosen, Nil, Numbers
from zidesk.domain.assessment import Assessment
from zidesk.services.documents.lke.columns import SCHOOL, SIDES, Col, Side, cell
from zidesk.services.documents.lke.formulas import (
    answer_formula,
    percent_formula,
    score_formula,
    weight_formula,
)
from zidesk.services.documents.lke.rows import RowKind, SheetRow
from zidesk.services.documents.lke.styles import INPUT_TINT, PERCENT, POINTS, TEXT, Styles, look_of
from zidesk.services.documents.lke.text import put
from zidesk.services.documents.lke.validation import rules

Figure = float | str


def write_figures(sheet: Any, styles: Styles, assessment: Assessment, row: SheetRow) -> None:
    """Answer, score and percentage of a row, each formula with the value it has now.

    The values are the domain's own, so that programs which do not calculate show the right figures.
    """
    if row.kind is RowKind.TOTAL:
        style = styles.figure(**look_of(row), num_format=POINTS)
        weight = float(assessment.instrument.weight)
        sheet.write_formula(row.line - 1, Col.WEIGHT, weight_formula(row), style, weight)
    for side in SIDES:
        _write_answer(sheet, styles, assessment, row, side)
        _write_scores(sheet, styles, assessment, row, side)


def _write_answer(sheet: Any, styles: Styles, assessment: Assessment, row: SheetRow, side: Side) -> None:
    at, look = row.line - 1, look_of(row)
    if row.question is None:
        sheet.write_blank(at, side.answer, None, styles.cell(**look))
        return
    answer = assessment.answer_of(row.code).value if side is SCHOOL else None
    formula = answer_formula(row, side)
    if formula is not None:
        style = styles.cell(**look, num_format=PERCENT, align="center")
        sheet.write_formula(at, side.answer, formula, style, _ratio_shown(assessment, row, answer))
        return
    entry = {"bg_color": INPUT_TINT, "font_color": TEXT, "align": "center", "locked": False}
    style = styles.cell(**{**look, **entry}, num_format=_input_format(row))
    value = _typed(row, answer)
    if isinstance(value, Fraction):
        sheet.write_number(at, side.answer, float(value), style)
    else:
        put(sheet, at, side.answer, value, style)
    rule = rules(row, side)
    if rule is not None:
        sheet.data_validation(cell(side.answer, row.line), rule)


def _write_scores(sheet: Any, styles: Styles, assessment: Assessment, row: SheetRow, side: Side) -> None:
    at, look = row.line - 1, look_of(row)
    points = styles.figure(**look, num_format=POINTS)
    share = styles.figure(**look, num_format=PERCENT)
    if row.kind in (RowKind.INPUT, RowKind.NIL):
        sheet.write_blank(at, side.score, None, points)
        sheet.write_blank(at, side.percent, None, share)
        return
    score, percent = _figures(assessment, row) if side is SCHOOL else ("", "")
    sheet.write_formula(at, side.score, score_formula(row, side), points, score)
    sheet.write_formula(at, side.percent, percent_formula(row, side), share, percent)


def _figures(assessment: Assessment, row: SheetRow) -> tuple[Figure, Figure]:
    if row.kind is RowKind.QUESTION:
        scored = assessment.scores.questions[row.code]
        return ("", "") if scored is None else (float(scored), float(scored))
    of_node = assessment.scores.nodes[row.code]
    return float(of_node.score), float(of_node.percent / 100)


def _typed(row: SheetRow, answer: AnswerValue | None) -> Fraction | str:
    """What stands in an input cell of the row for the answer; "" for nothing."""
    match answer:
        case Chosen(key) if row.kind is RowKind.QUESTION:
            return key
        case Nil() if row.kind is RowKind.NIL:
            return str(answer)
        case Numbers(values) if row.item is not None:
            return dict(values).get(row.item.key, "")
        case Numbers(values) if row.kind is RowKind.QUESTION:
            return values[0][1]
    return ""


def _ratio_shown(assessment: Assessment, row: SheetRow, answer: AnswerValue | None) -> Figure:
    match answer:
        case Nil():
            return str(answer)
        case Numbers():
            return float(assessment.scores.questions[row.code] or 0)
    return ""


def _input_format(row: SheetRow) -> str:
    if row.item is not None and row.item.whole:
        return "#,##0"
    if row.question is not None and row.question.inputs and row.kind is not RowKind.NIL:
        return "0.00####"
    return "General"
