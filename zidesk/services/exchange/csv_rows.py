"""Rows of a CSV file as Excel, LibreOffice or a hand wrote it."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits
from zidesk.services.exchange.headings import Headings
from zidesk.services.exchange.limits import long_cell

_DELIMITERS = ",;\t"
_MARKS = (  # byte order marks and what they announce
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\s*", re.IGNORECASE)  # Excel's own hint in the first line
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # as csv wants them
_EXCESS = "baris {} mempunyai lebih banyak kolom daripada judulnya; apit isi yang memuat koma dengan tanda kutip"
_QUOTES = "tanda kutip mulai baris {} tidak ditutup atau salah tempat"


def csv_rows(path: Path, content: bytes, headings: Headings) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the number of its first line; the first is the heading.

    The delimiter is the one with which the heading names the columns that must be there. Raises TableUnreadable.
    """
    text = _decode(path, content)
    first, start, delimiters = 0, 0, _DELIMITERS
    hint = _SEPARATOR_LINE.fullmatch(next(_lines(path, text, 0), ""))
    if hint is not None:
        first, start, delimiters = 1, len(hint[0]), hint[1]
    width = 0
    delimiter = _delimiter(path, text, start, delimiters, headings)
    for line, cells in _parse(path, _lines(path, text, start), delimiter, first):
        width = width or len(cells)
        if any(cell.strip() for cell in cells[width:]):
            raise TableUnreadable(path, "format", _EXCESS.format(line))
        yield line, cells


def _decode(path: Path, content: bytes) -> str:
    """UTF-8, UTF-16 where a mark says so, else what Windows wrote in Western countries."""
    encodings = next(((mark, (name,)) for mark, name in _MARKS if content.startswith(mark)), None)
    mark, names = encodings or (b"", ("utf-8", "cp1252"))
    for name in names:
        try:
            text = content[len(mark) :].decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise TableUnreadable(path, "format")  # no text at all
        return text
    raise TableUnreadable(path, "encoding")


def _lines(path: Path, text: str, start: int) -> Iterator[str]:
    """Lines with their ends, one by one: a file of nothing but ends would take much memory as a list.

    Raises TableUnreadable for a line of more columns than any table has.
    """
    for found in _LINE.finditer(text, start):
        if found.end() - found.start() > limits.ROW_BYTES:
            raise TableUnreadable(path, "large", limits.LONG_LINE)
        yield found[0]


def _delimiter(path: Path, text: str, start: int, delimiters: str, headings: Headings) -> str:
    for delimiter in delimiters:
        try:
            heading = next(_parse(path, _lines(path, text, start), delimiter, 0), None)
        except TableUnreadable:
            continue
        if heading is not None and headings.is_heading(heading[1]):
            return delimiter
    return delimiters[0]  # whoever looks for the columns will say which are missing


def _parse(path: Path, lines: Iterator[str], delimiter: str, before: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = before + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            if "field larger" in str(fault):
                raise TableUnreadable(path, "large", long_cell(line)) from fault
            raise TableUnreadable(path, "format", _QUOTES.format(line)) from fault
        if any(cell.strip() for cell in cells):
            yield line, cells
