"""Where one has been in the guide, to go back and forward as among pages."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Spot:
    """A chapter, and a heading in it ("" for its beginning)."""

    chapter: str
    anchor: str = ""


@dataclass(slots=True)
class Trail:
    """The spot in view is the last of `_before`; going somewhere new forgets what lay ahead."""

    _before: list[Spot] = field(default_factory=list)
    _ahead: list[Spot] = field(default_factory=list)

    @property
    def here(self) -> Spot | None:
        return self._before[-1] if self._before else None

    def go(self, spot: Spot, *, instead: bool = False) -> bool:
        """Whether it is another spot than before. `instead`: of the one in view, which one only came past."""
        if instead and self._before:
            self._before.pop()
        if spot == self.here:
            return False
        self._before.append(spot)
        self._ahead.clear()
        return True

    def back(self) -> Spot | None:
        """The spot before this one; None where there is none."""
        if len(self._before) < 2:
            return None
        self._ahead.append(self._before.pop())
        return self._before[-1]

    def forward(self) -> Spot | None:
        if not self._ahead:
            return None
        self._before.append(self._ahead.pop())
        return self._before[-1]

    @property
    def ways(self) -> tuple[bool, bool]:
        """Whether one can go back, and forward."""
        return len(self._before) > 1, bool(self._ahead)
