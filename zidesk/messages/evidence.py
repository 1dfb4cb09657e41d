"""Words for the errors of evidence files."""

from zidesk.domain.errors import (
    FileEmpty,
    FileIsFolder,
    FileNotRegular,
    FileUnreadable,
    FileVanished,
    OrderIncomplete,
    OriginalMissing,
    UnknownEvidence,
    ZideskError,
)
from zidesk.messages.message import Message, Words, in_brackets

WORDS: dict[type[ZideskError], Words] = {
    FileEmpty: lambda e: Message(
        f"{e.path} kosong (0 bita).", "Ambil ulang berkas itu dari sumbernya, lalu lampirkan lagi."
    ),
    FileIsFolder: lambda e: Message(
        f"{e.path} adalah folder.", "Pilih berkas-berkas di dalamnya, bukan foldernya."
    ),
    FileVanished: lambda e: Message(
        f"{e.path} tidak ditemukan.", "Periksa nama dan tempatnya, atau pasang kembali flashdisknya."
    ),
    FileUnreadable: lambda e: Message(
        f"{e.path} tidak dapat dibaca{in_brackets(e.detail)}.",
        "Tutup program yang memakainya atau periksa izinnya, lalu coba lagi.",
    ),
    FileNotRegular: lambda e: Message(f"{e.path} bukan berkas biasa.", "Pilih dokumen, foto, atau berkas lain."),
    UnknownEvidence: lambda e: Message(
        f"Bukti nomor {e.use_id} tidak ada lagi.", "Muat ulang daftar bukti, lalu pilih kembali."
    ),
    OrderIncomplete: lambda e: Message(
        f"Urutan baru untuk {e.code} tidak memuat semua buktinya tepat satu kali.", "Susun ulang urutannya."
    ),
    OriginalMissing: lambda e: Message(
        f"Berkas asli “{e.name}” tidak ada lagi di berkas kerja.",
        "Lampirkan lagi berkas itu atau pulihkan dari cadangan, lalu ulangi.",
    ),
}
