"""How wide each column is: what it needs at least, and its share of what is left."""

from collections.abc import Collection, Mapping

from zidesk.ui.models.plan_fields import FIELDS, FIRST_WEEK

LEAST_WEEK = 13
_LEAST_WORDS = 120
_NEEDS = {"rencana_aksi": 220}  # beside the month grid


def widths(shown: Collection[int], room: int, scale: float, chosen: Mapping[int, int]) -> dict[int, int]:
    """Pixels of each shown column, so that they fill `room` where they can.

    `chosen`: what the user has drawn wide or narrow, which stays so. Weeks are all the same and share what the
    words leave.
    """
    weeks = [column for column in shown if column >= FIRST_WEEK]
    words = sorted(column for column in shown if column < FIRST_WEEK)
    found = {column: chosen.get(column, round(_least(column, bool(weeks)) * scale)) for column in words}
    if weeks:
        return found | _of_weeks(weeks, words, found, room, chosen)
    growing = [column for column in words if FIELDS[column].grows and column not in chosen]
    left = room - sum(found.values())
    if left > 0 and growing:
        parts = sum(FIELDS[column].grows for column in growing)
        for column in growing:
            found[column] += left * FIELDS[column].grows // parts
        found[growing[-1]] += room - sum(found.values())
    return found


def _least(column: int, beside_weeks: bool) -> int:
    field = FIELDS[column]
    return _NEEDS.get(field.name, field.width) if beside_weeks else field.width


def _of_weeks(
    weeks: list[int], words: list[int], found: dict[int, int], room: int, chosen: Mapping[int, int]
) -> dict[int, int]:
    growing = next((column for column in words if FIELDS[column].grows and column not in chosen), None)
    needed = LEAST_WEEK * len(weeks)
    if growing is not None:
        lacking = sum(found.values()) + needed - room
        found[growing] = max(_LEAST_WORDS, found[growing] - max(0, lacking))
    left = room - sum(found.values())
    each = max(LEAST_WEEK, left // len(weeks))
    spare = left - each * len(weeks)
    sizes = dict.fromkeys(weeks, each)
    if growing is not None and spare > 0:
        sizes[growing] = found[growing] + spare
    return sizes
