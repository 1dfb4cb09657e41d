"""The weeks of a row in words, for print: "Januari minggu 1–2", "Februari–November", "Setiap bulan"."""

from collections.abc import Iterable
from itertools import pairwise

from zidesk.domain.indonesian import MONTHS
from zidesk.domain.plan import Week

_ALL = (1, 2, 3, 4)


def week_words(weeks: Iterable[Week]) -> str:
    """One line for each stretch of months with the same weeks; "" without weeks."""
    months: dict[int, tuple[int, ...]] = {}
    for week in sorted(set(weeks)):
        months[week.month] = (*months.get(week.month, ()), week.number)
    stretches: list[list[int]] = []
    for month in months:
        if stretches and stretches[-1][-1] == month - 1 and months[month] == months[month - 1]:
            stretches[-1].append(month)
        else:
            stretches.append([month])
    return "\n".join(_stretch(stretch, months[stretch[0]]) for stretch in stretches)


def _stretch(months: list[int], numbers: tuple[int, ...]) -> str:
    if len(months) == len(MONTHS):
        name = "Setiap bulan"
    else:
        ends = dict.fromkeys((MONTHS[months[0] - 1], MONTHS[months[-1] - 1]))
        name = "–".join(ends)
    return name if numbers == _ALL else f"{name} minggu {_numbers(numbers)}"


def _numbers(numbers: tuple[int, ...]) -> str:
    """1, 2, 3 → "1–3"; 1, 3 → "1, 3"."""
    if len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))
