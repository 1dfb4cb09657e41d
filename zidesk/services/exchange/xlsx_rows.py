"""Rows of an XLSX file, read as a person sees them, and bounded whatever the file claims."""

import datetime as dt
import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits
from zidesk.services.exchange.headings import Headings
from zidesk.services.exchange.xlsx_sheets import FOLDER, has_formulas
from zidesk.services.verify.zip_directory import directory_size
from zidesk.storage.zip_members import doubts

_NO_RESULT = "sel {} berisi rumus tanpa hasil; buka dan simpan dahulu di Excel atau LibreOffice"
_CARRIAGE_RETURN = "_x000D_"  # as the file format spells it before a line feed; openpyxl leaves it
_NO_SHEET = "tidak ada lembar yang diawali judul kolom itu"


def xlsx_rows(path: Path, content: bytes, headings: Headings) -> Iterator[tuple[int, list[str]]]:
    """Rows of the first sheet that begins with a heading naming the columns that must be there.

    Each comes with its number in the sheet; the first is the heading. Columns that are not known stay
    empty. Raises TableUnreadable.
    """
    try:
        calculated = _check_size(path, content)
        # the values, and beside them the formulas: only both tell a formula without a result from nothing
        values = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        formulas = values
        if calculated:
            formulas = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False)
        for shown, written in zip(values.worksheets, formulas.worksheets, strict=True):
            heading = _heading(path, shown)
            if heading is not None and headings.is_heading(heading[1]):
                yield heading
                yield from _rows_below(path, shown, written, heading[0] + 1, headings.wanted(heading[1]))
                return
    except TableUnreadable:
        raise
    except Exception as fault:  # whatever a damaged or hostile file makes the library trip over
        raise TableUnreadable(path, "format") from fault
    raise TableUnreadable(path, "columns", _NO_SHEET)


def _check_size(path: Path, content: bytes) -> bool:
    """Whether there are formulas. Refuses what would unpack to far more than any table: zipfile never reads beyond
    the sizes stated."""
    if (directory_size(BytesIO(content)) or 0) > limits.DIRECTORY_BYTES:
        raise TableUnreadable(path, "large", limits.UNPACKED)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if doubts(parts):
            raise TableUnreadable(path, "format")
        others = [part for part in parts if not part.filename.startswith(FOLDER)]
        if (
            sum(part.file_size for part in parts) > limits.UNPACKED_BYTES
            or sum(part.file_size for part in others) > limits.OTHER_PARTS_BYTES
        ):
            raise TableUnreadable(path, "large", limits.UNPACKED)
        return has_formulas(path, archive)


def _heading(path: Path, sheet: Any) -> tuple[int, list[str]] | None:
    """The first row of a sheet that is not blank."""
    for line, cells in enumerate(_lines(path, sheet, 1, limits.SHEET_COLUMNS), start=1):
        texts = [as_seen(cell.value) for cell in cells]
        if any(text.strip() for text in texts):
            return line, texts
    return None


def _rows_below(
    path: Path, shown: Any, written: Any, first: int, wanted: list[int]
) -> Iterator[tuple[int, list[str]]]:
    width = max(wanted) + 1
    lines = _lines(path, shown, first, width)
    pairs: Iterable[tuple[Any, Any]]
    if shown is written:
        pairs = ((cells, cells) for cells in lines)
    else:
        pairs = zip(lines, _lines(path, written, first, width), strict=True)
    for line, (cells, sources) in enumerate(pairs, start=first):
        texts = [""] * width
        for column in wanted if cells else ():
            cell, source = cells[column], sources[column]
            # an empty text is a result too: its type is "str"
            if source.data_type == "f" and cell.value is None and cell.data_type == "n":
                raise TableUnreadable(path, "format", _NO_RESULT.format(source.coordinate))
            texts[column] = as_seen(cell.value)
        yield line, texts


def _lines(path: Path, sheet: Any, first: int, width: int) -> Iterator[tuple[Any, ...]]:
    """The cells of every line from `first` on, `width` of them, also of lines the file leaves out."""
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for line, cells in enumerate(sheet.iter_rows(min_row=first, max_col=width), start=first):
        if line > limits.SHEET_LINES:
            raise TableUnreadable(path, "large", limits.too_many_rows(limits.SHEET_LINES))
        yield cells


def as_seen(value: object) -> str:
    """A cell's value as a person reads it, with a decimal point: 4.0 → "4", 3.65 → "3.65"."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(value)
        case dt.datetime():
            whole_day = value.time() == dt.time()
            return value.strftime("%d/%m/%Y" if whole_day else "%d/%m/%Y %H:%M")
        case dt.date():
            return value.strftime("%d/%m/%Y")
        case dt.time():
            return value.strftime("%H:%M")
    return str(value).replace(_CARRIAGE_RETURN, "")


def _number(value: float) -> str:
    """Fifteen significant digits, as spreadsheets show them, without exponent or needless zeros."""
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
