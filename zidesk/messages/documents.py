"""Words for the errors of making papers."""

import re
from collections.abc import Mapping

from zidesk.domain.errors import FieldRejected, TemplateFaulty, TemplateUnknown, WrongSuffix, ZideskError
from zidesk.messages.message import Message, Words

_TEMPLATE_REASONS = {
    "syntax": ("tanda kurung atau perintahnya tidak lengkap", "Lengkapi {{ … }} atau {% … %} pada baris itu"),
    "forbidden": (
        "memakai perintah yang tidak tersedia untuk naskah",
        "Pakai isian, saringan, {% if %}, dan {% for %} saja",
    ),
    "unknown": ("menyebut isian atau saringan yang tidak dikenal", "Periksa ejaan isian pada baris itu"),
    "value": ("meminta bentuk yang tidak cocok dengan isinya", "Periksa saringan pada baris itu"),
    "endless": ("mengulang terlalu banyak", "Kurangi pengulangan pada baris itu"),
    "output": ("menghasilkan naskah yang terlalu panjang", "Kurangi pengulangan pada baris itu"),
    "size": ("terlalu panjang untuk satu naskah", "Persingkat naskah itu"),
}
_FIELD_REASONS = {
    "date": "bukan tanggal; tulis seperti 2026-01-19",
    "number": "bukan bilangan bulat yang wajar",
    "long": "lebih panjang dari yang muat pada dokumen",
    "unknown": "bukan isian dokumen ini",
    "choice": "bukan salah satu pilihannya",
}


def _template_message(error: TemplateFaulty) -> Message:
    what, remedy = _TEMPLATE_REASONS[error.reason]
    name = f"Naskah {error.key}" if error.key else "Naskah"
    return Message(
        f"{name}, baris {error.line}: {what}.",
        f"{remedy}, atau kembalikan ke naskah bawaan. Tidak ada dokumen yang dibuat.",
    )


WORDS: dict[type[ZideskError], Words] = {
    WrongSuffix: lambda e: Message(
        f"Dokumen ini tidak dapat dibuat sebagai {e.path.name}.",
        f"Beri nama yang berakhir dengan {e.suffix}.",
    ),
    TemplateUnknown: lambda e: Message(
        f"Naskah {e.key} tidak ada.",
        "Pilih naskah dari daftar naskah dokumen.",
    ),
    TemplateFaulty: _template_message,
    FieldRejected: lambda e: Message(
        f"Isian {e.field} “{e.given[:80]}” {_FIELD_REASONS[e.reason]}.",
        "Perbaiki isian itu, lalu buat dokumennya lagi.",
    ),
}

_WHO = {"kepala": "kepala sekolah", "ketua_tim": "ketua tim"}
_FACTS = {"nama": "Nama", "nip": "NIP", "pangkat": "Pangkat"}
_NEEDS = {
    "pegawai": "Daftar pegawai masih kosong",
    "rencana_aksi": "Rencana aksi masih kosong",
    "penilaian.tempat": "Tempat penulisan surat belum diisi",
    "sekolah.alamat": "Alamat sekolah belum diisi",
}


def missing_words(need: str, labels: Mapping[str, str]) -> str:
    """What a paper lacks, as a sentence: "NIP kepala sekolah belum diisi". `need`: as `Kind.missing` gives it;
    `labels`: the label of each field of the form."""
    if need in _NEEDS:
        return _NEEDS[need]
    section, _, key = need.partition(".")
    if section in _WHO:
        return f"{_FACTS[key]} {_WHO[section]} belum diisi"
    if section == "rencana_aksi":
        return f"Kolom {key.replace('_', ' ')} pada rencana aksi belum lengkap"
    name = re.split("[,:(]", labels.get(key, key), maxsplit=1)[0].strip()
    return f"{name} belum diisi"
