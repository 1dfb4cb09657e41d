"""Text in spreadsheet cells: always as text, never as a formula, and only what the file format can hold."""

import re
from typing import Any

CELL_MAX = 32_767  # UTF-16 units in one cell

# what XML 1.0 cannot carry, and lone surrogates, which no encoding can
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def put(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """Writes `text`, cleaned, to a cell (row and column from 0); an empty one leaves the cell empty."""
    shown = clean(text)
    if shown:
        sheet.write_string(row, column, shown, style)
    else:
        sheet.write_blank(row, column, None, style)


def clean(text: str) -> str:
    """`text` as a cell can hold it: no characters illegal in XML, LF line ends, at most CELL_MAX units."""
    return cut(_ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")), CELL_MAX)


def cut(text: str, limit: int) -> str:
    """The beginning of `text` that takes at most `limit` UTF-16 units, in which Excel counts."""
    if len(text) * 2 <= limit:
        return text
    return text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
