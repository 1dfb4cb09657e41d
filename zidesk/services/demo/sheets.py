"""Spreadsheets of the demo, written with XlsxWriter."""

import io
from datetime import UTC, datetime

import xlsxwriter

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.papers.blocks import Table
from zidesk.services.demo.school import DemoSchool


def write_sheet(evidence: DemoEvidence, school: DemoSchool, table: Table) -> bytes:
    """One sheet with a title, the table, and the school's name; whole numbers are written as numbers."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    day = evidence.dated or datetime(2026, 1, 5, tzinfo=UTC).date()
    created = datetime(day.year, day.month, day.day, 8)  # noqa: DTZ001 - the file format knows no zone
    book.set_properties({"title": evidence.title, "author": school.name, "created": created})
    sheet = book.add_worksheet("Data")
    title = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#D9E8EC", "text_wrap": True, "align": "center"}
    )
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    sheet.write(0, 0, evidence.title.upper(), title)
    sheet.write(1, 0, school.name)
    for column, (name, width) in enumerate(zip(table.header, table.widths, strict=True)):
        sheet.set_column(column, column, max(6.0, width * 4.5))
        sheet.write(3, column, name, head)
    for row, cells in enumerate(table.rows, start=4):
        for column, value in enumerate(cells):
            sheet.write(row, column, int(value) if value.isdigit() and len(value) < 9 else value, cell)
    sheet.freeze_panes(4, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    book.close()
    return target.getvalue()
