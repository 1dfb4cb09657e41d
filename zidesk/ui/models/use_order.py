"""New orders of a list of uses, by their ids. Pure functions."""

from collections.abc import Sequence


def placed(order: Sequence[int], moved: Sequence[int], row: int) -> list[int]:
    """`moved` put together, in their order, before what stands at `row` now (its length: at the end)."""
    taken = set(moved)
    before = [one for one in order[:row] if one not in taken]
    after = [one for one in order[row:] if one not in taken]
    return [*before, *(one for one in order if one in taken), *after]


def shifted(order: Sequence[int], moved: Sequence[int], step: int) -> list[int]:
    """Each of `moved` one place up (-1) or down (+1); those at the end stay, and those against them."""
    made = list(order)
    taken = set(moved)
    rows = range(len(made)) if step < 0 else range(len(made) - 1, -1, -1)
    for row in rows:
        there = row + step
        if made[row] in taken and 0 <= there < len(made) and made[there] not in taken:
            made[row], made[there] = made[there], made[row]
    return made
