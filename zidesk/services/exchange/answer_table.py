"""Reading a table of answers: columns `kode`, `jawaban` and, if there is one, `catatan`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits
from zidesk.services.exchange.csv_rows import csv_rows
from zidesk.services.exchange.headings import ANSWER, CODE, KNOWN, NOTE, REQUIRED, names_of
from zidesk.storage.given_files import blocks_of, opened

_ZIP_MAGIC = b"PK\x03\x04"
_OLD_OFFICE_MAGIC = b"\xd0\xcf\x11\xe0"  # .xls, and XLSX under a password
_OLD_OFFICE = "berkas Excel lama atau berkata sandi; simpan ulang sebagai .xlsx tanpa kata sandi"

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row as it stands in the file. `line`: the row's number as the user sees it, its first where it
    takes several lines of text. `note` None: the table has no column for notes."""

    line: int
    code: str
    answer: str
    note: str | None


@dataclass(frozen=True, slots=True)
class _Columns:
    code: int
    answer: int
    note: int | None


def read_answer_table(path: Path) -> tuple[AnswerRow, ...]:
    """The rows of a CSV or XLSX file (told by its content, not its name) that say anything.

    Columns are found by name in any order and case, others are passed over. Raises TableUnreadable, and
    FileVanished, FileIsFolder, FileNotRegular or FileUnreadable where the file itself cannot be read.
    """
    return tuple(_answer_rows(path, _rows(path, _read(path))))


def _read(path: Path) -> bytes:
    content = bytearray()
    with opened(path, may_be_empty=True) as file:
        for block in blocks_of(file, path):
            content += block
            if len(content) > limits.FILE_BYTES:
                raise TableUnreadable(path, "large", limits.TOO_MANY_BYTES)
    return bytes(content)


def _rows(path: Path, content: bytes) -> Iterator[Row]:
    if content.startswith(_OLD_OFFICE_MAGIC):
        raise TableUnreadable(path, "format", _OLD_OFFICE)
    if content.startswith(_ZIP_MAGIC):
        from zidesk.services.exchange.xlsx_rows import xlsx_rows

        return xlsx_rows(path, content)
    return csv_rows(path, content)


def _answer_rows(path: Path, rows: Iterable[Row]) -> Iterator[AnswerRow]:
    numbered = iter(rows)
    heading = next(numbered, None)
    if heading is None:
        raise TableUnreadable(path, "empty")
    columns = _find_columns(path, heading[1])
    count = 0
    for line, cells in numbered:
        code, answer = _cell(cells, columns.code), _cell(cells, columns.answer)
        note = None if columns.note is None else _cell(cells, columns.note)
        if not (code or answer or note):
            continue
        count += 1
        if count > limits.ROWS:
            raise TableUnreadable(path, "large", limits.TOO_MANY_ROWS)
        if max(len(code), len(answer), len(note or "")) > limits.CELL_CHARACTERS:
            raise TableUnreadable(path, "large", limits.long_cell(line))
        yield AnswerRow(line, code, answer, note)
    if count == 0:
        raise TableUnreadable(path, "empty")


def _cell(cells: Sequence[str], column: int) -> str:
    """The text of a cell without spaces around it, its lines ended by LF; "" where the row is shorter."""
    text = cells[column].strip() if column < len(cells) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _find_columns(path: Path, heading: Sequence[str]) -> _Columns:
    names = names_of(heading)
    for name in KNOWN:
        if names.count(name) > 1:
            raise TableUnreadable(path, "columns", f"kolom {name} ada lebih dari satu")
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise TableUnreadable(path, "columns", f"yang tidak ada: {', '.join(missing)}")
    note = names.index(NOTE) if NOTE in names else None
    return _Columns(names.index(CODE), names.index(ANSWER), note)
