"""Weeks in words, as people write them in a column "waktu": "Mar 1-3; Apr 2", "Jan-Des", "Tr. I dan III"."""

import re
from collections.abc import Iterable, Iterator

from zidesk.domain.errors import WeeksUnreadable
from zidesk.domain.indonesian import MONTHS
from zidesk.domain.plan.weeks import WEEKS_IN_MONTH, Week, month_weeks, months_of, week_span

MONTHS_SHORT = tuple(name[:3] for name in MONTHS)
_OTHER_SPELLINGS = {"ags": 8, "agt": 8, "agus": 8, "sept": 9, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2}
_MONTH_NUMBERS = {
    **{name.casefold(): number for number, name in enumerate(MONTHS, start=1)},
    **{name.casefold(): number for number, name in enumerate(MONTHS_SHORT, start=1)},
    **_OTHER_SPELLINGS,
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIODS = {"triwulan": 3, "tw": 3, "tr": 3, "semester": 6, "smt": 6, "sem": 6}  # months of each
_ALWAYS = {"setiap bulan", "tiap bulan", "sepanjang tahun", "setiap minggu", "jan-des", "januari-desember"}

_NAME = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_ORDINAL = r"(?:[0-9]+|iv|i{1,3})"
_ORDINALS = rf"{_ORDINAL}(?:\s*(?:-|,|dan|&)\s*{_ORDINAL})*"
_WEEK_WORD = r"(?:(?:minggu|mgg|mg|m)\.?\s*(?:ke\s*-?\s*)?)?"
_IN_MONTH = re.compile(rf"({_NAME})\.?\s*{_WEEK_WORD}({_ORDINALS})?")
_SPAN = re.compile(rf"({_NAME})\.?\s*{_WEEK_WORD}({_ORDINAL})?\s*-\s*({_NAME})\.?\s*{_WEEK_WORD}({_ORDINAL})?")
_PERIOD = re.compile(rf"({'|'.join(_PERIODS)})\.?\s*({_ORDINALS})")
_PARTS = re.compile(rf"[;\n]|(?:,|\bdan\b|&)\s*(?=(?:{_NAME}|{'|'.join(_PERIODS)})\b)")
_JOINS = re.compile(r",|dan|&")


def parse_weeks(text: str) -> frozenset[Week]:
    """The weeks `text` names; a month without weeks means all four. Empty for an empty text.

    Understood: "Mar 1-3; Apr 2", "Maret minggu ke-2", "Jan-Mar", "Mar 3 - Mei 1", "Jan, Jul",
    "Tr. I dan III", "Semester 2", "setiap bulan". Raises WeeksUnreadable with the part that is not.
    """
    plain = re.sub(r"\s+-\s+|\s*(?:[–—]|s\.?\s?/?\s?d\.?(?=\s)|sampai(?: dengan)?)\s*", "-", text.casefold())
    weeks: set[Week] = set()
    for part in _PARTS.split(plain):
        words = " ".join(part.split()).strip(" .,")
        if words:
            weeks.update(_weeks_of_part(words))
    return frozenset(weeks)


def format_weeks(weeks: Iterable[Week]) -> str:
    """The text that `parse_weeks` reads back as these weeks: "Mar 1-3; Apr 2", "Jan-Mei" for whole months."""
    wanted = frozenset(weeks)
    whole = [month for month in months_of(wanted) if wanted.issuperset(month_weeks(month))]
    parts: list[str] = []
    done = 0
    for month in months_of(wanted):
        if month <= done:
            continue
        last = month
        while month in whole and last + 1 in whole:
            last += 1
        done = last
        name = MONTHS_SHORT[month - 1]
        if last > month:
            parts.append(f"{name}-{MONTHS_SHORT[last - 1]}")
        else:
            parts.append(f"{name} {_runs(week.number for week in wanted if week.month == month)}")
    return "; ".join(parts)


def month_number(name: str) -> int | None:
    """1..12 for a month's name in full or short, in any letter case; None for anything else."""
    return _MONTH_NUMBERS.get(name.strip(" .").casefold())


def _weeks_of_part(part: str) -> Iterator[Week]:
    if part in _ALWAYS:
        for month in range(1, 13):
            yield from month_weeks(month)
    elif found := _IN_MONTH.fullmatch(part):
        month = _MONTH_NUMBERS[found[1]]
        for number in _numbers(found[2], WEEKS_IN_MONTH, part):
            yield Week(month, number)
    elif found := _SPAN.fullmatch(part):
        first = Week(_MONTH_NUMBERS[found[1]], next(iter(_numbers(found[2], WEEKS_IN_MONTH, part))))
        last = Week(_MONTH_NUMBERS[found[3]], list(_numbers(found[4], WEEKS_IN_MONTH, part))[-1])
        if last < first:
            raise WeeksUnreadable(part)
        yield from week_span(first, last)
    elif found := _PERIOD.fullmatch(part):
        length = _PERIODS[found[1]]
        for number in _numbers(found[2], 12 // length, part):
            for month in range((number - 1) * length + 1, number * length + 1):
                yield from month_weeks(month)
    else:
        raise WeeksUnreadable(part)


def _numbers(text: str | None, highest: int, part: str) -> Iterator[int]:
    """ "1-3", "1, 4" or "i dan iii" as numbers 1..`highest`; all of them for None. Raises WeeksUnreadable."""
    if text is None:
        yield from range(1, highest + 1)
        return
    for piece in _JOINS.split(text):
        first, _, last = piece.strip().partition("-")
        begin = _number(first)
        end = _number(last) if last else begin
        if not 1 <= begin <= end <= highest:
            raise WeeksUnreadable(part)
        yield from range(begin, end + 1)


def _number(text: str) -> int:
    name = text.strip()
    return _ROMAN[name] if name in _ROMAN else int(name[:4])


def _runs(numbers: Iterable[int]) -> str:
    """1, 2, 3 → "1-3"; 1, 3 → "1,3"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
