"""Where rows of the plan go when they are moved on the page, in the order of the plan itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from zidesk.domain.plan import ActionPlan, PlanRow
from zidesk.ui.models.plan_lines import Heading, Line


@dataclass(frozen=True, slots=True)
class Move:
    """`ids` in the order they are to stand in, before the row numbered `before`, None for the end."""

    ids: tuple[int, ...]
    before: int | None


def stepped(plan: ActionPlan, lines: Sequence[Line], ids: Collection[int], step: int) -> Move | None:
    """Chosen rows one line up (-1) or down (1), past a row of the same area; None where there is none."""
    places = [place for place, line in enumerate(lines) if isinstance(line, PlanRow) and line.id in ids]
    if not places:
        return None
    beside = places[0] - 1 if step < 0 else places[-1] + 1
    other = lines[beside] if 0 <= beside < len(lines) else None
    if not isinstance(other, PlanRow):
        return None
    return dropped(plan, lines, ids, beside if step < 0 else beside + 1)


def dropped(plan: ActionPlan, lines: Sequence[Line], ids: Collection[int], place: int) -> Move | None:
    """Chosen rows put before the line `place`; None where that is another area, or changes nothing."""
    chosen = [(at, line.id) for at, line in enumerate(lines) if isinstance(line, PlanRow) and line.id in ids]
    if not chosen or not 0 < place <= len(lines):
        return None
    area = _area(lines, place - 1)
    if any(_area(lines, at) != area for at, _ in chosen):
        return None
    order = tuple(row_id for _, row_id in chosen)
    rest = [row.id for row in plan.rows if row.id not in ids]
    at = _place_among(rest, lines, place, ids)
    if at is None:
        return None
    before = rest[at] if at < len(rest) else None
    seen = _rows_under(lines, area)
    wanted = [row_id for row_id in (*rest[:at], *order, *rest[at:]) if row_id in seen]
    return None if wanted == seen else Move(order, before)


def _place_among(rest: Sequence[int], lines: Sequence[Line], place: int, ids: Collection[int]) -> int | None:
    """Where in the plan the line `place` lies among the rows that stay: before the nearest one below it in its
    area, else after the nearest above; None where none of the area stays."""
    for line in lines[place:]:
        if isinstance(line, Heading):
            break
        if line.id not in ids:
            return rest.index(line.id)
    for line in reversed(lines[:place]):
        if isinstance(line, Heading):
            break
        if line.id not in ids:
            return rest.index(line.id) + 1
    return None


def below(plan: ActionPlan, row_id: int) -> int | None:
    """The row that follows a row in the plan, None for the last."""
    ids = [row.id for row in plan.rows]
    at = ids.index(row_id) + 1 if row_id in ids else len(ids)
    return ids[at] if at < len(ids) else None


def _rows_under(lines: Sequence[Line], area: str) -> list[int]:
    """The rows shown under a heading."""
    found: list[int] = []
    under = ""
    for line in lines:
        if isinstance(line, Heading):
            under = line.code
        elif under == area:
            found.append(line.id)
    return found


def _area(lines: Sequence[Line], place: int) -> str:
    """The code of the heading above a line, or of the heading itself."""
    for line in reversed(lines[: place + 1]):
        if isinstance(line, Heading):
            return line.code
    return ""
