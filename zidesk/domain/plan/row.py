"""One row of the plan, and how its cells are written and read as text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from zidesk.domain.errors import PercentRejected, StateUnknown
from zidesk.domain.plan.weeks import Week, last_day, months_of

TEXT_CHARACTERS = 2_000  # of one text or one item
ITEMS = 60  # activities or papers of one row
CELL_CHARACTERS = 16_000  # of them together: half of what a spreadsheet holds, which counts otherwise

_PERCENT = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,2}))?\s*%?")
_BULLET = re.compile(r"(?:[-•*–·]\s*|(?:[a-z]|[0-9]{1,2})[.)]\s+)+")
_SEPARATORS = re.compile(r"[;\r\n]+")


class PlanState(StrEnum):
    """How far a row is; the values are what tables carry."""

    WAITING = "belum"
    RUNNING = "berjalan"
    DONE = "selesai"
    POSTPONED = "ditunda"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action under a question, sub-area, area, group or component of the sheet (`scope`, its code).

    Texts may be empty. `target` and `achieved` are percent 0..100, None where nothing is said. `program` and
    `goal` are for schools that name the work or its aim otherwise than the sheet does. `id` 0: not stored yet.
    """

    scope: str
    objective: str = ""  # sasaran
    action: str = ""  # rencana aksi
    activities: tuple[str, ...] = ()  # rencana kegiatan
    indicator: str = ""
    evidence: tuple[str, ...] = ()  # data dukung expected of it
    in_charge: str = ""  # a person or a pokja
    weeks: frozenset[Week] = frozenset()
    target: Fraction | None = None
    achieved: Fraction | None = None
    note: str = ""
    state: PlanState = PlanState.WAITING
    program: str = ""
    goal: str = ""  # tujuan
    id: int = 0

    @property
    def months(self) -> tuple[int, ...]:
        """The months it takes, 1..12 in order."""
        return months_of(self.weeks)

    @property
    def is_done(self) -> bool:
        return self.state is PlanState.DONE

    def due(self, year: int) -> date | None:
        """The last day of its last week; None where no week is planned."""
        return last_day(max(self.weeks), year) if self.weeks else None

    def is_late(self, on: date, year: int) -> bool:
        """Whether its last planned week is over and it is not done. What was put off on purpose is not late."""
        due = self.due(year)
        return due is not None and due < on and self.state in (PlanState.WAITING, PlanState.RUNNING)


def split_items(text: str) -> tuple[str, ...]:
    """The items of a cell, one to a line or between semicolons, without bullets or "a." before them."""
    lines = (" ".join(line.split()) for line in _SEPARATORS.split(text))
    return tuple(item for line in lines if (item := _without_bullet(line)))


def join_items(items: Iterable[str]) -> str:
    """The cell that `split_items` reads back."""
    return "\n".join(items)


def parse_percent(text: str, column: str) -> Fraction | None:
    """0..100 with at most two decimals, with or without "%"; None for an empty text. Raises PercentRejected."""
    given = text.strip()
    if not given:
        return None
    found = _PERCENT.fullmatch(given)
    value = Fraction(f"{found[1]}.{found[2] or 0}") if found else None
    if value is None or value > 100:
        raise PercentRejected(column, given)
    return value


def parse_state(text: str) -> PlanState:
    """The state a cell names; an empty one is not begun. Raises StateUnknown."""
    name = " ".join(text.split()).casefold()
    try:
        return PlanState(name) if name else PlanState.WAITING
    except ValueError as fault:
        raise StateUnknown(text.strip(), tuple(PlanState)) from fault


def _without_bullet(line: str) -> str:
    found = _BULLET.match(line)
    return line[found.end() :].strip() if found else line
