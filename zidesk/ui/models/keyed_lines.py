"""How one list becomes another, line by line, so that a view keeps its place."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Spans (first, last) of rows: `gone` of the old list, `new` of the new one. `moved`: those that stay are in
    another order now."""

    gone: tuple[tuple[int, int], ...]
    moved: bool
    new: tuple[tuple[int, int], ...]

    @property
    def steps(self) -> int:
        return len(self.gone) + len(self.new)

    @property
    def rearranges(self) -> bool:
        return bool(self.gone or self.new or self.moved)


def difference(old: Sequence[Hashable], new: Sequence[Hashable]) -> Difference:
    """From the keys of one list to those of the other; each key stands in a list once."""
    before, after = set(old), set(new)
    return Difference(
        spans([row for row, key in enumerate(old) if key not in after]),
        [key for key in old if key in after] != [key for key in new if key in before],
        spans([row for row, key in enumerate(new) if key not in before]),
    )


def spans(rows: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Ascending rows as spans of those that follow one another."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)
