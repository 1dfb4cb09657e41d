"""The shape of a message."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Message:
    """`happened` names the thing; `remedy`: what to do; `details`: further lines, one for each finding."""

    happened: str
    remedy: str = ""
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        first = " ".join(part for part in (self.happened, self.remedy) if part)
        return "\n".join([first, *(f"  - {detail}" for detail in self.details)])


Words = Callable[[Any], Message]  # takes the error of its class

REASON_WORDS = {
    "full": "ruang kosongnya habis",
    "denied": "tidak boleh ditulisi",
    "vanished": "tidak dapat dijangkau lagi",
    "busy": "sedang dipakai program lain",
    "other": "menolak permintaan",
}
REASON_REMEDIES = {
    "full": "Kosongkan sebagian isinya atau pilih tempat lain, lalu ulangi.",
    "denied": "Periksa izin folder atau kunci tulis flashdisk, atau pilih tempat lain.",
    "vanished": "Pasang kembali flashdisk atau sambungannya, lalu ulangi.",
    "busy": "Tutup program lain yang memakainya, lalu ulangi.",
    "other": "Periksa tempat itu, lalu ulangi.",
}


def in_brackets(detail: str) -> str:
    """The system's own words, where there are any."""
    return f" ({detail})" if detail else ""


def listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
