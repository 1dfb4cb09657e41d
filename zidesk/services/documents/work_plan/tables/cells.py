"""What the cells of the tables hold, and rows to write in where there is no plan."""

from collections.abc import Sequence

from zidesk.domain.indonesian import format_plain
from zidesk.domain.plan import PlanRow
from zidesk.services.documents.model.numbering import letters
from zidesk.services.documents.model.table import Cell, Row

_KEPT_TOGETHER = 3  # rows of one process; more may be divided between pages
_ROOM = 11.0  # mm to write in by hand


def lettered(items: Sequence[str]) -> str:
    """ "a. …" on a line each; a single one without its letter."""
    if len(items) == 1:
        return items[0]
    return "\n".join(f"{letters(at)}. {item}" for at, item in enumerate(items, start=1))


def counted(items: Sequence[str]) -> str:
    return "\n".join(f"{at}. {item}" for at, item in enumerate(items, start=1))


def dashed(items: Sequence[str]) -> str:
    return "\n".join(f"– {item}" for item in items)


def percent(row: PlanRow) -> str:
    """The target: "100 %", "" if there is none."""
    return "" if row.target is None else f"{format_plain(row.target)} %"


def banner(columns: int, text: str, number: str) -> Row:
    """A bold line over the whole table, on the same page as the row below it."""
    return Row((Cell(number), Cell(text, colspan=columns - 1)), bold=True, keep=True)


def blank_row(columns: int) -> Row:
    return Row((Cell(),) * columns, height=_ROOM)


def stays(at: int, count: int) -> bool:
    """Whether row `at` (from 0) of a process of `count` rows stays with the next one."""
    return count <= _KEPT_TOGETHER and at < count - 1
