"""A table file as numbered rows, CSV or XLSX, told by its content and not by its name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits
from zidesk.services.exchange.csv_rows import csv_rows
from zidesk.services.exchange.headings import Headings
from zidesk.storage.given_files import blocks_of, opened

_ZIP_MAGIC = b"PK\x03\x04"
_OLD_OFFICE_MAGIC = b"\xd0\xcf\x11\xe0"  # .xls, and XLSX under a password
_OLD_OFFICE = "berkas Excel lama atau berkata sandi; simpan ulang sebagai .xlsx tanpa kata sandi"

Row = tuple[int, Sequence[str]]


def table_rows(path: Path, headings: Headings) -> Iterator[Row]:
    """The rows of a table, each with its number as the user sees it, its first where it takes several lines of
    text; the first is the heading.

    Raises TableUnreadable, and FileVanished, FileIsFolder, FileNotRegular or FileUnreadable where the file
    itself cannot be read.
    """
    content = _read(path)
    if content.startswith(_OLD_OFFICE_MAGIC):
        raise TableUnreadable(path, "format", _OLD_OFFICE)
    if content.startswith(_ZIP_MAGIC):
        from zidesk.services.exchange.xlsx_rows import xlsx_rows

        return xlsx_rows(path, content, headings)
    return csv_rows(path, content, headings)


def cell_text(cells: Sequence[str], column: int) -> str:
    """The text of a cell without spaces around it, its lines ended by LF; "" where the row is shorter."""
    text = cells[column].strip() if column < len(cells) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def refused_as(kind: type[TableUnreadable]) -> Iterator[None]:
    """A TableUnreadable of the block comes out as one whose words name the columns of another table."""
    try:
        yield
    except TableUnreadable as fault:
        raise kind(fault.path, fault.reason, fault.detail) from fault


def _read(path: Path) -> bytes:
    content = bytearray()
    with opened(path, may_be_empty=True) as file:
        for block in blocks_of(file, path):
            content += block
            if len(content) > limits.FILE_BYTES:
                raise TableUnreadable(path, "large", limits.TOO_MANY_BYTES)
    return bytes(content)
