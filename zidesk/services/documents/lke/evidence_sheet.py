"""The sheet "Bukti": every evidence file with its place in the bundle, its figures and its checksum."""

from datetime import date, datetime, time
from enum import IntEnum
from typing import Any

from zidesk.domain.evidence import FileState
from zidesk.domain.indonesian import format_date_short
from zidesk.services.documents.content.handling_words import handling_words, is_locked_on_purpose
from zidesk.services.documents.lke.columns import SHEET as LKE
from zidesk.services.documents.lke.columns import Col, cell
from zidesk.services.documents.lke.evidence import HEADING_LINE, EvidenceList, ListedEvidence
from zidesk.services.documents.lke.heights import row_height
from zidesk.services.documents.lke.links import LINKS_MAX, to_cell, to_file
from zidesk.services.documents.lke.rows import RowKind, SheetRows
from zidesk.services.documents.lke.styles import DATE, SIZE, Styles, set_widths
from zidesk.services.documents.lke.text import put


class _Col(IntEnum):
    CODE = 0
    POSITION = 1
    TITLE = 2
    NUMBER = 3
    DATED = 4
    LINK = 5
    PATH = 6
    ORIGINAL = 7
    PAGES = 8
    SIZE = 9
    SHA256 = 10
    REMARKS = 11


_COLUMNS = {
    _Col.CODE: ("Kode", 10.0),
    _Col.POSITION: ("No.", 5.5),
    _Col.TITLE: ("Judul bukti", 31.0),
    _Col.NUMBER: ("Nomor", 20.0),
    _Col.DATED: ("Tanggal", 12.0),
    _Col.LINK: ("Tautan", 8.0),
    _Col.PATH: ("Berkas dalam paket", 44.0),
    _Col.ORIGINAL: ("Nama asli", 25.0),
    _Col.PAGES: ("Hal.", 6.0),
    _Col.SIZE: ("Ukuran", 10.0),
    _Col.SHA256: ("SHA-256", 37.0),
    _Col.REMARKS: ("Catatan", 20.0),
}
_LINKED_LINES = LINKS_MAX - 5_000  # what is left is for the links back to the questions
_TWO_LINES = 26.25  # points, for the checksum
_OUTSIDE = "tidak dalam paket ini"
_FIRST_EXCEL_DAY = date(1900, 3, 1)  # spreadsheets disagree on the days before


def write_evidence_sheet(
    sheet: Any, styles: Styles, evidence: EvidenceList, rows: SheetRows, subtitle: str
) -> None:
    """Writes headings and one row for each use of a file, the question's code leading back to its row."""
    set_widths(sheet, {int(column): width for column, (_, width) in _COLUMNS.items()})
    sheet.set_row(0, 22)
    put(sheet, 0, 0, "DAFTAR BUKTI", styles.title())
    put(sheet, 1, 0, subtitle, styles.subtitle())
    files = len({item.use.file.sha256 for item in evidence.items})
    counted = f"{len(evidence.items)} bukti dari {files} berkas. Klik “Buka” untuk membuka berkasnya."
    put(sheet, 2, 0, counted, styles.subtitle())
    sheet.set_row(HEADING_LINE - 1, 20)
    for column, (heading, _) in _COLUMNS.items():
        put(sheet, HEADING_LINE - 1, column, heading, styles.heading())
    questions = {row.code: row.line for row in rows.rows if row.kind is RowKind.QUESTION}
    previous = ""
    for item in evidence.items:
        code = item.use.question_code
        back = to_cell(LKE, cell(Col.CODE, questions[code])) if code != previous else ""
        _write_item(sheet, styles, item, back)
        previous = code
    sheet.freeze_panes(HEADING_LINE, _Col.NUMBER)
    last = max(HEADING_LINE, HEADING_LINE + len(evidence.items))
    sheet.autofilter(HEADING_LINE - 1, 0, last - 1, len(_COLUMNS) - 1)


def _write_item(sheet: Any, styles: Styles, item: ListedEvidence, back: str) -> None:
    use, row = item.use, item.line - 1
    plain, figure = styles.cell(), styles.figure()
    words = {
        _Col.TITLE: item.title,
        _Col.NUMBER: use.number,
        _Col.PATH: item.path or _OUTSIDE,
        _Col.ORIGINAL: use.original_name,
        _Col.REMARKS: _remarks(item),
    }
    for column, value in words.items():
        put(sheet, row, column, value, plain)
    if back:
        link = styles.link(bold=True)
        sheet.write_url(row, _Col.CODE, back, link, use.question_code, "Ke butir ini di lembar LKE")
    else:
        put(sheet, row, _Col.CODE, use.question_code, styles.cell(bold=True))
    sheet.write_number(row, _Col.POSITION, use.position, figure)
    if item.path and item.line <= _LINKED_LINES:
        sheet.write_url(row, _Col.LINK, to_file(item.path), styles.link(align="center"), "Buka")
    else:
        sheet.write_blank(row, _Col.LINK, None, plain)
    _write_date(sheet, styles, row, use.dated)
    pages = use.file.inspection.pages
    if pages is None:
        sheet.write_blank(row, _Col.PAGES, None, figure)
    else:
        sheet.write_number(row, _Col.PAGES, pages, figure)
    sheet.write_number(row, _Col.SIZE, use.file.size, styles.figure(num_format=SIZE))
    put(sheet, row, _Col.SHA256, use.file.sha256, styles.cell(font_size=8))
    texts = [(value, _COLUMNS[column][1]) for column, value in words.items()]
    sheet.set_row(row, max(_TWO_LINES, row_height(texts)))


def _write_date(sheet: Any, styles: Styles, row: int, day: date | None) -> None:
    style = styles.figure(num_format=DATE)
    if day is None:
        sheet.write_blank(row, _Col.DATED, None, style)
    elif day < _FIRST_EXCEL_DAY:
        put(sheet, row, _Col.DATED, format_date_short(day), style)
    else:
        sheet.write_datetime(row, _Col.DATED, datetime.combine(day, time()), style)


def _remarks(item: ListedEvidence) -> str:
    found = item.use.file.inspection
    state = {FileState.DAMAGED: "Berkas rusak", FileState.LOCKED: "Berkas terkunci"}.get(found.state, "")
    if state and found.state_detail:
        state = f"{state}: {found.state_detail}"
    if is_locked_on_purpose(item.use):
        state = ""
    return "\n".join(part for part in (state, *handling_words(item.use), item.use.note) if part)
