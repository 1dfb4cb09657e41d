"""The headings of a table of answers, and how they are recognised."""

from collections.abc import Sequence

CODE, ANSWER, NOTE = "kode", "jawaban", "catatan"
REQUIRED = (CODE, ANSWER)
KNOWN = (CODE, ANSWER, NOTE)


def names_of(cells: Sequence[str]) -> list[str]:
    """Headings as they are compared: "  Kode " is "kode"."""
    return [" ".join(cell.split()).casefold() for cell in cells]


def is_heading(cells: Sequence[str]) -> bool:
    """Whether the row names every column that must be there."""
    return set(REQUIRED) <= set(names_of(cells))
