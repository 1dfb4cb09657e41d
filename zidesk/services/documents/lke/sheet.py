"""The sheet "LKE": the official columns, answers that can be changed, and scores that follow them."""

from typing import Any

from zidesk.domain.assessment import Assessment
from zidesk.services.documents.lke import columns as columns
from zidesk.services.documents.lke.answers import write_figures
from zidesk.services.documents.lke.columns import Col, cell
from zidesk.services.documents.lke.evidence import SHEET as EVIDENCE_SHEET
from zidesk.services.documents.lke.evidence import EvidenceList, ListedEvidence
from zidesk.services.documents.lke.heights import row_height
from zidesk.services.documents.lke.links import TIP_MAX, to_cell, to_file
from zidesk.services.documents.lke.rows import RowKind, SheetRow, SheetRows
from zidesk.services.documents.lke.styles import INPUT_TINT, POINTS, Styles, look_of, set_widths
from zidesk.services.documents.lke.text import clean, cut, put
from zidesk.services.documents.lke.words import FOOTNOTE, label, mark, options_text


def write_lke_sheet(
    sheet: Any,
    styles: Styles,
    assessment: Assessment,
    rows: SheetRows,
    evidence: EvidenceList,
    subtitle: str,
) -> None:
    """Writes all rows and what makes the sheet usable: frozen heading, outline, widths, heights, rules."""
    set_widths(sheet, {int(column): width for column, width in columns.WIDTHS.items()})
    sheet.outline_settings(True, False, True, False)  # a summary stands above its details
    _write_heading(sheet, styles, assessment, subtitle)
    for row in rows.rows:
        texts = _write_texts(sheet, styles, assessment, row)
        _write_evidence(sheet, styles, row, evidence.by_question.get(row.code, ()))
        write_figures(sheet, styles, assessment, row)
        height = row_height(texts, bold="bold" in look_of(row))
        sheet.set_row(row.line - 1, height, None, {"level": row.level})
    if any(mark(row) for row in rows.rows):
        put(sheet, rows.rows[0].last, 0, FOOTNOTE, styles.subtitle())
    sheet.freeze_panes(columns.HEADING_LINE, Col.WEIGHT)


def _write_heading(sheet: Any, styles: Styles, assessment: Assessment, subtitle: str) -> None:
    sheet.set_row(0, 22)
    put(sheet, 0, 0, assessment.instrument.title, styles.title())
    put(sheet, 1, 0, subtitle, styles.subtitle())
    band, heading = columns.BAND_LINE - 1, columns.HEADING_LINE - 1
    style = styles.heading()
    sheet.set_row(band, 16)
    sheet.set_row(heading, 30)
    for name, first, last in (
        ("Lembar penilaian", Col.CODE, Col.OPTIONS),
        ("Penilaian mandiri sekolah", Col.ANSWER, Col.EVIDENCE),
        ("Penilaian tim penilai internal (TPI)", Col.TPI_ANSWER, Col.TPI_NOTE),
    ):
        sheet.merge_range(band, first, band, last, name, style)
    first_heading, *others = columns.headings(assessment.instrument)
    sheet.merge_range(heading, Col.CODE, heading, Col.TEXT, clean(first_heading), style)
    for column, name in enumerate(others, start=Col.WEIGHT):
        put(sheet, heading, column, name, style)


def _write_texts(sheet: Any, styles: Styles, assessment: Assessment, row: SheetRow) -> list[tuple[str, float]]:
    """Writes what is read, and the notes; returns the texts with the widths they have."""
    at, look = row.line - 1, look_of(row)
    asked = row.kind is RowKind.QUESTION
    detail = row.kind in (RowKind.INPUT, RowKind.NIL)
    code = "" if detail or row.kind is RowKind.TOTAL else row.code
    put(sheet, at, Col.CODE, code, styles.cell(**look))
    note_look = {**look, "bg_color": INPUT_TINT, "locked": False} if asked else look
    texts: dict[Col, tuple[str, dict[str, Any]]] = {
        Col.TEXT: (label(row) + mark(row), {**look, "align": "left", "indent": 1} if detail else look),
        Col.EXPLANATION: (row.question.explanation if asked and row.question else "", look),
        Col.OPTIONS: (options_text(row.question) if asked and row.question else "", look),
        Col.NOTE: (assessment.answer_of(row.code).note if asked else "", note_look),
    }
    for column, (text, own_look) in texts.items():
        put(sheet, at, column, text, styles.cell(**own_look))
    sheet.write_blank(at, Col.TPI_NOTE, None, styles.cell(**note_look))
    if row.node is not None:
        weight = styles.figure(**look, num_format=POINTS)
        sheet.write_number(at, Col.WEIGHT, float(row.node.weight), weight)
    elif row.kind is not RowKind.TOTAL:
        sheet.write_blank(at, Col.WEIGHT, None, styles.cell(**look))
    indent = 2.0 if detail else 0.0
    return [(text, columns.WIDTHS[column] - indent) for column, (text, _) in texts.items()]


def _write_evidence(sheet: Any, styles: Styles, row: SheetRow, items: tuple[ListedEvidence, ...]) -> None:
    """The link of a question: straight to its only file, or to its list in the sheet of evidence.

    One short line: LibreOffice does not wrap the text of a link. The titles show when pointed at.
    """
    at = row.line - 1
    if row.kind is not RowKind.QUESTION or not items:
        sheet.write_blank(at, Col.EVIDENCE, None, styles.cell(**look_of(row)))
        return
    if len(items) == 1 and items[0].path:
        shown, target = "Buka bukti", to_file(items[0].path)
    else:
        shown, target = f"{len(items)} bukti", to_cell(EVIDENCE_SHEET, cell(0, items[0].line))
    titles = clean("; ".join(f"{item.use.position}. {' '.join(item.title.split())}" for item in items))
    tip = titles if cut(titles, TIP_MAX) == titles else cut(titles, TIP_MAX - 1) + "…"
    sheet.write_url(at, Col.EVIDENCE, target, styles.link(), shown, tip)
