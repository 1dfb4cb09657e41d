"""What was done and what came of it: one line for each fault, and every promise that was broken."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Tally:
    """`fault`: what was done to what; `ends`: how the rounds ended, counted; `broken`: promises not kept."""

    fault: str
    ends: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    @property
    def rounds(self) -> int:
        return self.ends.total()

    def note(self, end: str, broken: Iterable[str] = ()) -> None:
        """One round: how it ended, and what was wrong afterwards."""
        self.ends[end] += 1
        self.broken.extend(f"{self.fault}, {end}: {line}" for line in broken)

    def line(self) -> str:
        ends = ", ".join(f"{count} {end}" for end, count in self.ends.most_common())
        verdict = f"{len(self.broken)} BROKEN" if self.broken else "kept"
        return f"{self.fault:<52} {self.rounds:>5}  {verdict:<10} {ends}"
