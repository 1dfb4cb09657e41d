"""What the areas chosen hold, as far as a bundle is concerned. Pure functions."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import AreaProgress


@dataclass(frozen=True, slots=True)
class Counted:
    """`sizes`: bytes of each evidence file as it will lie in the bundle, one for each use; `personal`: how many
    of these are marked as holding personal data and shown whole; `undecided`: how many different contents might
    hold some, and nobody has decided yet."""

    questions: int = 0
    sizes: tuple[int, ...] = ()
    personal: int = 0
    undecided: int = 0

    @property
    def files(self) -> int:
        return len(self.sizes)

    @property
    def bytes(self) -> int:
        return sum(self.sizes)

    def above(self, limit: int) -> int:
        return sum(size > limit for size in self.sizes)


def count(assessment: Assessment, areas: Iterable[AreaProgress], suspects: AbstractSet[str]) -> Counted:
    """`suspects`: contents that might hold personal data, by their hashes."""
    places = [place for area in areas for place in area.places]
    uses = [use for place in places for use in assessment.uses_of(place.question.code)]
    return Counted(
        len(places),
        tuple(use.file.size for use in uses),
        sum(use.personal and not use.covered for use in uses),
        len({use.file.sha256 for use in uses} & suspects),
    )
