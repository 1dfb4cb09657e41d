"""How changes of evidence are told in the strip, where they can be undone."""

from collections.abc import Sequence

from zidesk.domain.evidence import INBOX, EvidenceUse


def named(uses: Sequence[EvidenceUse]) -> str:
    return f"“{uses[0].title}”" if len(uses) == 1 else f"{len(uses)} berkas"


def removed_words(uses: Sequence[EvidenceUse]) -> str:
    return f"{named(uses)} dipindahkan ke tempat sampah."


def moved_words(count: int, code: str) -> str:
    where = "dikembalikan ke Kotak masuk" if code == INBOX else f"ditempatkan di {code}"
    return f"{count} berkas {where}."


def placed_words(count: int, places: int) -> str:
    return f"{count} berkas ditempatkan di {places} butir."


def shared_words(count: int, codes: Sequence[str]) -> str:
    where = ", ".join(codes) if len(codes) <= 4 else f"{len(codes)} butir"
    return f"{count} berkas dipakai juga untuk {where}."
