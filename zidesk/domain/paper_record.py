"""What is known of a paper the program made: when, from which data, and whether it came back signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PaperState(StrEnum):
    """Where a paper stands. A signed copy of older data is CHANGED, too."""

    NOT_MADE = "not_made"
    MADE = "made"
    CHANGED = "changed"  # the data behind it are no longer those it was made, or signed, from
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A scan kept in the store of originals. `fingerprint`: the data's when it was attached; `size` in bytes."""

    sha256: str
    size: int
    name: str
    attached_at: datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """One paper: its `kind` and, where a kind has several (a member of staff, an area), its `part`, else "".

    `made_at` None: never made, though a signed copy may be there. `fingerprint`: of the data it was made from.
    """

    kind: str
    part: str = ""
    made_at: datetime | None = None
    fingerprint: str = ""
    signed: SignedCopy | None = None
    in_bundle: bool = False

    def state(self, fingerprint: str) -> PaperState:
        """Its state while the data have this fingerprint."""
        if self.signed is not None:
            return PaperState.SIGNED if self.signed.fingerprint == fingerprint else PaperState.CHANGED
        if self.made_at is None:
            return PaperState.NOT_MADE
        return PaperState.MADE if self.fingerprint == fingerprint else PaperState.CHANGED


PaperFields = Mapping[str, str]  # what the school wrote into a kind's form: "nomor", "tanggal", "kepada" …
