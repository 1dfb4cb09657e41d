"""How personal data is told in the window. Pure functions, no Qt."""

from collections.abc import Mapping, Sequence

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.privacy import PersonalKind
from zidesk.messages.privacy import found_words
from zidesk.ui.evidence_words import named

HOLDS = "Memuat data pribadi"
CHIP = "data pribadi"
CHIP_ICON = "id-card"


def may_hold(found: Mapping[PersonalKind, int]) -> str:
    """ "Mungkin memuat data pribadi (NIK 12, telepon 3)" """
    return f"Mungkin memuat data pribadi ({found_words(found)})"


def decided_words(uses: Sequence[EvidenceUse], personal: bool) -> str:
    """What was decided, where it can be undone."""
    if personal:
        return f"{named(uses)} ditandai memuat data pribadi."
    return f"{named(uses)} dicatat tidak memuat data pribadi."
