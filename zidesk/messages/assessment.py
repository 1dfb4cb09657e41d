"""Words for the errors of sheets, answers, tables and the profile file."""

from collections.abc import Callable
from typing import Any

from zidesk.domain.errors import (
    DuplicateRow,
    ImportRejected,
    InstrumentInvalid,
    InstrumentNotFound,
    NilNotAllowed,
    NotANumber,
    NotWhole,
    OutOfRange,
    PartExceedsWhole,
    ProfileInvalid,
    TableUnreadable,
    UnknownArea,
    UnknownOption,
    UnknownQuestion,
    WrongInputs,
    ZeroDenominator,
    ZideskError,
)
from zidesk.messages.message import Message, Words, listed

_TABLE_REASONS = {
    "columns": "tidak memuat kolom “kode” dan “jawaban”",
    "encoding": "tidak dapat dibaca sebagai teks",
    "format": "bukan tabel CSV atau XLSX yang dapat dibaca",
    "empty": "tidak memuat satu baris pun",
    "large": "terlalu besar",
}
_PROFILE_REASONS = {
    "empty": "belum diisi",
    "npsn": "harus 8 angka, misalnya 20605123",
    "nip": "harus 18 angka NIP yang wajar, misalnya 197001011995031001",
    "year": "harus tahun antara 2000 dan 2100",
    "target": "harus WBK atau WBBM",
    "category": "harus reguler atau afirmasi",
    "long": "lebih panjang dari 300 huruf",
    "unknown": "tidak dikenal; periksa ejaannya",
    "type": "salah jenis: teks di antara tanda kutip, tahun berupa angka, sudah_wbk = true atau false",
    "logo": "gambarnya tidak ditemukan",
    "picture": "bukan gambar yang dapat dicetak; pakai PNG atau JPEG yang utuh, hingga 20 MB dan 50 megapiksel",
    "toml": "bukan susunan TOML yang benar; periksa tanda kutip dan tanda kurungnya",
    "large": "berkas lebih besar dari 1 MB",
    "unreadable": "berkas tidak dapat dibaca",
}
_WHOLE_FILE = {"toml", "large", "unreadable"}


def import_message(error: ImportRejected, explain: Callable[[ZideskError], Message]) -> Message:
    """Every bad row with its line; nothing was written."""
    return Message(
        f"{len(error.rows)} baris pada {error.path.name} belum benar, jadi tidak ada jawaban yang disimpan.",
        "Perbaiki baris berikut, lalu impor lagi.",
        tuple(f"Baris {row.line} ({row.code or 'tanpa kode'}): {explain(row.fault)}" for row in error.rows),
    )


def _instrument_invalid(error: InstrumentInvalid) -> Message:
    details = tuple(f"{code}: {reason}" if code else reason for code, reason in error.faults)
    return Message(f"Lembar penilaian {error.name} tidak dapat dipakai.", "Perbaiki bagian berikut.", details)


def _wrong_inputs(error: WrongInputs) -> Message:
    example = ",".join(f"{key}=…" for key in error.expected)
    problems = [f"isian {listed(error.missing)} belum ada"] if error.missing else []
    if error.unknown:
        problems.append(f"“{listed(error.unknown)}” tidak dikenal atau ganda")
    return Message(
        f"Jawaban “{error.given}” untuk {error.code} belum tepat: {'; '.join(problems)}.",
        f"Tulis seperti {example}.",
    )


def _out_of_range(error: OutOfRange) -> Message:
    limits = f"antara {error.minimum} dan {error.maximum}" if error.maximum else f"paling kecil {error.minimum}"
    return Message(f"{error.label} pada {error.code} diisi {error.given}.", f"Nilainya harus {limits}.")


def _profile_invalid(error: ProfileInvalid) -> Message:
    details = tuple(
        f"{field}: {_PROFILE_REASONS[reason]}" if field and reason not in _WHOLE_FILE else _PROFILE_REASONS[reason]
        for field, reason in error.faults
    )
    return Message(f"Profil {error.path} belum dapat dipakai.", "Perbaiki isian berikut.", details)


def _table_unreadable(error: TableUnreadable) -> Message:
    detail = f" ({error.detail})" if error.detail else ""
    return Message(
        f"Tabel {error.path} {_TABLE_REASONS[error.reason]}{detail}.",
        "Pakai berkas CSV atau XLSX dengan kolom kode, jawaban, dan catatan.",
    )


def _unknown_area(error: UnknownArea) -> Message:
    return Message(
        f"Area “{error.area}” tidak ada pada lembar ini.",
        f"Pilih dari area {listed(error.known)}, atau kode komponen seperti B.",
    )


def _zero_denominator(error: Any) -> Message:
    return Message(
        f"Jawaban “{error.given}” untuk {error.code} membuat pembagi nol; sumber berbeda tentang nilainya.",
        "Bila memang tidak ada kejadian, isi “nihil” (dihitung penuh) atau “nihil=0” (tidak dinilai).",
    )


WORDS: dict[type[ZideskError], Words] = {
    UnknownQuestion: lambda e: Message(
        f"Butir “{e.code}” tidak ada pada lembar penilaian ini.",
        "Periksa kodenya, misalnya A.I.1.i.a atau singkatnya 1.i.a.",
    ),
    InstrumentNotFound: lambda e: Message(
        f"Lembar penilaian “{e.name}” tidak ditemukan.",
        f"Pakai {listed(e.known)}, atau tunjukkan berkas lembar Anda sendiri.",
    ),
    InstrumentInvalid: _instrument_invalid,
    UnknownOption: lambda e: Message(
        f"Butir {e.code} tidak mempunyai pilihan “{e.given}”.", f"Pilihannya: {listed(e.options)}."
    ),
    NotANumber: lambda e: Message(
        f"“{e.given}” pada {e.code} bukan angka.", f"Isi {e.label} dengan angka, misalnya 7 atau 3,65."
    ),
    WrongInputs: _wrong_inputs,
    NotWhole: lambda e: Message(
        f"{e.label} pada {e.code} diisi {e.given}.", "Isi dengan bilangan bulat tanpa koma."
    ),
    OutOfRange: _out_of_range,
    PartExceedsWhole: lambda e: Message(
        f"{e.label} pada {e.code} diisi {e.part}, lebih besar dari keseluruhannya, yaitu {e.whole}.",
        "Periksa kedua angka itu.",
    ),
    ZeroDenominator: _zero_denominator,
    NilNotAllowed: lambda e: Message(
        f"“{e.given}” tidak dapat dipakai untuk {e.code}.",
        "“Nihil” hanya untuk butir yang diisi angka persentase.",
    ),
    DuplicateRow: lambda e: Message(
        f"Butir {e.code} sudah ada pada baris {e.first_line}.", "Hapus salah satu barisnya."
    ),
    TableUnreadable: _table_unreadable,
    UnknownArea: _unknown_area,
    ProfileInvalid: _profile_invalid,
}
