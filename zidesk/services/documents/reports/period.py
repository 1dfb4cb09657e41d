"""The time a report covers: a month, a triwulan, a semester, or other months of the plan's year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zidesk.domain.indonesian import MONTHS
from zidesk.domain.plan import last_day, month_weeks, parse_weeks
from zidesk.domain.snapshot import ScoreSnapshot

_YEAR = re.compile(r"\b(?:tahun\s+)?20[0-9]{2}\b|\bbulan\b", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """`months`: 1..12 in order, at least one."""

    months: tuple[int, ...]
    year: int

    @property
    def name(self) -> str:
        """ "Maret", "Triwulan I", "Semester II", "Januari–Mei"; without the year."""
        first, last = self.months[0], self.months[-1]
        whole = self.months == tuple(range(first, last + 1))
        if len(self.months) == 1:
            return MONTHS[first - 1]
        for length, word in ((3, "Triwulan"), (6, "Semester")):
            if whole and len(self.months) == length and first % length == 1:
                return f"{word} {_ROMAN[first // length]}"
        if whole:
            return f"{MONTHS[first - 1]}–{MONTHS[last - 1]}"
        return ", ".join(MONTHS[month - 1] for month in self.months)

    @property
    def title(self) -> str:
        """ "Maret 2026", "Triwulan I Tahun 2026"."""
        joint = " Tahun " if self.name.startswith(("Triwulan", "Semester")) else " "
        return f"{self.name}{joint}{self.year}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.months[0], 1)

    @property
    def last_day(self) -> date:
        return last_day(month_weeks(self.months[-1])[-1], self.year)


def period_of(text: str, day: date, year: int) -> Period:
    """What `text` names ("Maret", "Triwulan I 2025", "Semester 1", "Jan-Mar"), in `year` where it has none; the
    triwulan `day` lies in where it names nothing. Raises WeeksUnreadable."""
    found = re.search(r"\b(20[0-9]{2})\b", text)
    weeks = parse_weeks(_YEAR.sub(" ", text))
    first = (day.month - 1) // 3 * 3 + 1
    months = tuple(sorted({week.month for week in weeks}))
    if not months:
        return Period((first, first + 1, first + 2), int(found[1]) if found else day.year)
    return Period(months, int(found[1]) if found else year)


def snapshot_for(snapshots: Sequence[ScoreSnapshot], period: Period) -> ScoreSnapshot | None:
    """The one taken nearest to the beginning of the period and not after its end; None if there is none."""
    taken = [item for item in snapshots if item.taken_at.date() <= period.last_day]
    return min(taken, key=lambda item: abs((item.taken_at.date() - period.first_day).days), default=None)
