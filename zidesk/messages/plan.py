"""Words for the errors of the work plan and the list of staff."""

from collections.abc import Callable

from zidesk.domain.errors import (
    NipRejected,
    NipRounded,
    NipTwice,
    PasteRejected,
    PercentRejected,
    PlanImportRejected,
    PlanMissing,
    PlanNotEmpty,
    PlanOfOtherSheet,
    PlanOrderIncomplete,
    PlanTableUnreadable,
    PlanTextTooLong,
    StaffImportRejected,
    StaffNameMissing,
    StaffTableUnreadable,
    StaffTextTooLong,
    StateUnknown,
    TableUnreadable,
    TableWrongSuffix,
    TooManyItems,
    TooManyPlanRows,
    TooManyStaff,
    UnknownPlanRow,
    UnknownScope,
    UnknownStaffMember,
    WeeksUnreadable,
    ZideskError,
)
from zidesk.domain.indonesian import format_number
from zidesk.messages.message import Message, Words, in_brackets, listed

_REASONS = {
    "columns": "tidak memuat kolom yang diperlukan",
    "encoding": "tidak dapat dibaca sebagai teks",
    "format": "bukan tabel CSV atau XLSX yang dapat dibaca",
    "empty": "tidak memuat satu baris pun",
    "large": "terlalu besar",
}
_SHOWN_CODES = 5


def plan_import_message(error: PlanImportRejected, explain: Callable[[ZideskError], Message]) -> Message:
    """Every fault with its line; nothing was written."""
    return Message(
        f"{_bad_rows(len({row.line for row in error.rows}))} pada {error.path.name} belum benar, "
        "jadi rencana aksi tidak diubah.",
        "Perbaiki baris berikut, lalu impor lagi.",
        tuple(f"Baris {row.line} ({row.code or 'tanpa kode'}): {explain(row.fault)}" for row in error.rows),
    )


def paste_message(error: PasteRejected, explain: Callable[[ZideskError], Message]) -> Message:
    """Every fault with its row among those pasted."""
    return Message(
        f"{_bad_rows(len({row.line for row in error.rows}))} yang ditempel belum benar, "
        "jadi rencana aksi tidak diubah.",
        "Perbaiki di lembar asalnya, lalu salin dan tempel lagi.",
        tuple(f"Baris {row.line} ({row.code or 'tanpa kode'}): {explain(row.fault)}" for row in error.rows),
    )


def staff_import_message(error: StaffImportRejected, explain: Callable[[ZideskError], Message]) -> Message:
    """Every fault with its line and name."""
    return Message(
        f"{_bad_rows(len({row.line for row in error.rows}))} pada {error.path.name} belum benar, "
        "jadi daftar pegawai tidak diubah.",
        "Perbaiki baris berikut, lalu impor lagi.",
        tuple(f"Baris {row.line} ({row.code or 'tanpa nama'}): {explain(row.fault)}" for row in error.rows),
    )


def _bad_rows(count: int) -> str:
    return f"{format_number(count, 0)} baris"


def _unreadable(columns: str) -> Words:
    def words(error: TableUnreadable) -> Message:
        return Message(
            f"Tabel {error.path} {_REASONS[error.reason]}{in_brackets(error.detail)}.",
            f"Pakai berkas CSV atau XLSX dengan kolom {columns}.",
        )

    return words


def _too_long(error: PlanTextTooLong | StaffTextTooLong) -> Message:
    return Message(
        f"Isi kolom {error.column} terdiri atas {format_number(error.length, 0)} huruf.",
        f"Ringkas menjadi paling banyak {format_number(error.limit, 0)} huruf.",
    )


def _other_sheet(error: PlanOfOtherSheet) -> Message:
    shown = listed(error.codes[:_SHOWN_CODES])
    more = len(error.codes) - _SHOWN_CODES
    return Message(
        f"Rencana aksi pada {error.path} memakai lembar penilaian lain; kode berikut tidak ada di sini: "
        f"{shown}{f' dan {more} lagi' if more > 0 else ''}.",
        "Mulai dari lembar penilaian ini, atau impor rencana dari tabel yang kodenya sudah disesuaikan.",
    )


WORDS: dict[type[ZideskError], Words] = {
    UnknownScope: lambda e: Message(
        f"Kode “{e.code}” tidak ada pada lembar penilaian ini." if e.code else "Kode belum diisi.",
        "Pakai kode butir, subarea, atau area, misalnya A.I.1.i.a, A.I.1.i, atau A.I.1.",
    ),
    WeeksUnreadable: lambda e: Message(
        f"Waktu “{e.given}” tidak dapat dibaca.",
        "Tulis bulan dan minggu 1 sampai 4, misalnya Mar 1-3; Apr 2.",
    ),
    PercentRejected: lambda e: Message(
        f"Isi kolom {e.column} “{e.given}” bukan persentase.", "Isi dengan angka 0 sampai 100, misalnya 87,5."
    ),
    StateUnknown: lambda e: Message(f"Status “{e.given}” tidak dikenal.", f"Pakai {listed(e.known)}."),
    PlanTextTooLong: _too_long,
    TooManyItems: lambda e: Message(
        f"Kolom {e.column} memuat {format_number(e.count, 0)} baris isi.",
        f"Bagi menjadi beberapa baris rencana; satu baris memuat paling banyak {e.limit}.",
    ),
    TooManyPlanRows: lambda e: Message(
        f"Rencana aksi akan memuat lebih dari {format_number(e.limit, 0)} baris.",
        "Kurangi barisnya, atau gabungkan kegiatan yang serupa.",
    ),
    UnknownPlanRow: lambda e: Message(
        f"Baris {e.row_id} rencana aksi sudah tidak ada.", "Buka kembali halaman rencana aksi, lalu ulangi."
    ),
    PlanOrderIncomplete: lambda _: Message(
        "Urutan baris rencana aksi belum memuat setiap baris satu kali.",
        "Buka kembali halaman rencana aksi, lalu ulangi.",
    ),
    PlanNotEmpty: lambda e: Message(
        f"Rencana aksi sudah berisi {format_number(e.rows, 0)} baris.",
        "Hapus dahulu isinya bila ingin memulai dari awal, atau impor tabel untuk menggantikannya.",
    ),
    PlanMissing: lambda e: Message(
        f"Berkas kerja {e.path} belum mempunyai rencana aksi.",
        "Pilih berkas kerja lain, atau mulai dari lembar penilaian.",
    ),
    PlanOfOtherSheet: _other_sheet,
    PlanTableUnreadable: _unreadable("kode dan rencana_aksi; kolom lainnya boleh tidak ada"),
    TableWrongSuffix: lambda e: Message(
        f"Nama {e.path.name} tidak berakhiran .xlsx atau .csv.", "Pilih salah satu akhiran itu."
    ),
    StaffTableUnreadable: _unreadable("nama, NIP, pangkat, jabatan, dan peran"),
    StaffNameMissing: lambda _: Message("Nama pegawai belum diisi.", "Isi kolom nama."),
    StaffTextTooLong: _too_long,
    NipRejected: lambda e: Message(
        f"NIP “{e.nip}” tidak wajar.",
        "Isi 18 angka, misalnya 197001011995031001, atau kosongkan bagi yang tidak mempunyai NIP.",
    ),
    NipRounded: lambda e: Message(
        f"Angka terakhir NIP {e.nip} hilang karena Excel menyimpannya sebagai bilangan.",
        "Ubah format kolom NIP menjadi teks, lalu ketik ulang NIP itu.",
    ),
    NipTwice: lambda e: Message(
        f"NIP {e.nip} sudah ada pada baris {e.first_line}.", "Hapus salah satu barisnya atau betulkan NIP-nya."
    ),
    TooManyStaff: lambda e: Message(
        f"Daftar pegawai akan memuat lebih dari {format_number(e.limit, 0)} orang.",
        "Hapus orang yang tidak lagi bekerja di sekolah.",
    ),
    UnknownStaffMember: lambda e: Message(
        f"Pegawai nomor {e.member_id} sudah tidak ada dalam daftar.",
        "Buka kembali daftar pegawai, lalu ulangi.",
    ),
}
