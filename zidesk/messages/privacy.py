"""Words for the errors of personal data."""

from collections.abc import Mapping

from zidesk.domain.errors import LockTooLarge, PersonalUnknown, ZideskError
from zidesk.domain.indonesian import format_number, format_size
from zidesk.domain.privacy import PersonalKind
from zidesk.messages.message import Message, Words

PERSONAL_WORDS = {
    PersonalKind.NIK: "NIK",
    PersonalKind.NISN: "NISN",
    PersonalKind.NIP: "NIP",
    PersonalKind.PHONE: "telepon",
}


def found_words(found: Mapping[PersonalKind, int]) -> str:
    """ "NIK 12, telepon 3" """
    kinds = (kind for kind in PersonalKind if kind in found)
    return ", ".join(f"{PERSONAL_WORDS[kind]} {format_number(found[kind], 0)}" for kind in kinds)


def _too_large(error: LockTooLarge) -> Message:
    return Message(
        f"Berkas “{error.name}” ({format_size(error.size)}) tidak dapat dikunci: "
        f"yang dapat dikunci paling besar {format_size(error.limit)}.",
        "Perkecil berkas itu lalu lampirkan lagi, atau pilih agar berkas dengan data pribadi tidak disertakan.",
    )


def _unknown(error: PersonalUnknown) -> Message:
    return Message(
        f"Tidak ada bukti yang bernama “{error.named}”.",
        "Sebutkan kode butir dan nomor buktinya, misalnya 1.i.a-02, atau sidik jari SHA-256 berkasnya.",
    )


WORDS: dict[type[ZideskError], Words] = {LockTooLarge: _too_large, PersonalUnknown: _unknown}
