"""Cells as spreadsheets put them into the clipboard: tabs between them, quotes around several lines."""

import csv
import io
from collections.abc import Iterable, Sequence

from zidesk.domain.plan import PLAN_ROWS, PlanRow, format_weeks
from zidesk.ui.models.plan_fields import FIELD_NAMES, TIME, text_of, week_at

CHARACTERS = 20_000_000  # of a clipboard; more is no table of a plan


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """The text a spreadsheet reads back as these cells."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def read_table(text: str) -> tuple[tuple[str, ...], ...]:
    """The cells of such a text, empty for one that is none. More rows than a plan may have are passed on as one
    too many, so that they are refused and not cut."""
    if len(text) > CHARACTERS or "\0" in text:
        return ()
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(plain, newline=""), dialect="excel-tab"):
            rows.append(tuple(row))
            if len(rows) > PLAN_ROWS:
                break
    except csv.Error:  # a cell longer than any spreadsheet has
        return ()
    return tuple(rows)


def clip_rows(rows: Iterable[tuple[PlanRow, Sequence[int]]]) -> list[list[str]]:
    """The chosen cells of rows. Weeks become one cell, as words that can be pasted into the column of time."""
    chosen = [(row, set(columns)) for row, columns in rows]
    texts = sorted({column for _, columns in chosen for column in columns if week_at(column) is None})
    weeks = {column for _, columns in chosen for column in columns if week_at(column) is not None}
    cells = []
    for row, columns in chosen:
        line = [text_of(row, column) if column in columns else "" for column in texts]
        if weeks:
            marked = {week for column in columns if (week := week_at(column)) is not None}
            line.append(format_weeks(row.weeks & marked))
        cells.append(line)
    return cells


def paste_columns(shown: Sequence[int], start: int) -> tuple[str, ...]:
    """The names of the columns that cells pasted at `start` go into, of those shown; a week means the time."""
    if week_at(start) is not None:
        return (FIELD_NAMES[TIME],)
    return tuple(FIELD_NAMES[column] for column in shown if column >= start and week_at(column) is None)
