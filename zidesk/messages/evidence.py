"""Words for the errors of evidence files, and of changes that cannot be undone."""

from zidesk.domain.errors import (
    AlreadyAttached,
    AnswerChanged,
    EvidenceChanged,
    EvidenceInBin,
    FileEmpty,
    FileIsFolder,
    FileNotRegular,
    FileUnreadable,
    FileVanished,
    FolderEmpty,
    FolderTooLarge,
    OrderIncomplete,
    OriginalMissing,
    UnknownDocument,
    UnknownEvidence,
    ZideskError,
)
from zidesk.domain.evidence import INBOX
from zidesk.domain.indonesian import format_number
from zidesk.messages.message import Message, Words, in_brackets


def _place(code: str) -> str:
    return "Kotak masuk" if code == INBOX else f"butir {code}"


WORDS: dict[type[ZideskError], Words] = {
    FileEmpty: lambda e: Message(
        f"{e.path} kosong (0 bita).", "Ambil ulang berkas itu dari sumbernya, lalu lampirkan lagi."
    ),
    FileIsFolder: lambda e: Message(
        f"{e.path} adalah folder.", "Pilih berkas-berkas di dalamnya, bukan foldernya."
    ),
    FolderEmpty: lambda e: Message(
        f"Folder {e.path} tidak memuat berkas yang dapat dilampirkan.", "Pilih folder atau berkas lain."
    ),
    FolderTooLarge: lambda e: Message(
        f"Folder {e.path} memuat terlalu banyak berkas; sekaligus paling banyak "
        f"{format_number(e.limit, 0)} berkas.",
        "Lampirkan folder di dalamnya satu per satu.",
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
    EvidenceInBin: lambda e: Message(
        f"Bukti “{e.title}” sudah berada di keranjang sampah.", "Pulihkan dahulu, lalu ulangi."
    ),
    EvidenceChanged: lambda e: Message(
        f"Bukti “{e.title}” sudah diubah lagi sesudah itu, jadi langkah ini tidak dijalankan.",
        "Periksa bukti itu, lalu ubah langsung bila perlu.",
    ),
    AnswerChanged: lambda e: Message(
        f"Jawaban butir {e.code} sudah diubah lagi sesudah itu, jadi langkah ini tidak dijalankan.",
        "Periksa butir itu, lalu ubah langsung bila perlu.",
    ),
    AlreadyAttached: lambda e: Message(
        f"Isi berkas “{e.title}” sudah ada pada {_place(e.code)}.", "Pakai bukti yang sudah ada itu."
    ),
    UnknownDocument: lambda e: Message(
        f"Dokumen “{e.name}” tidak diminta pada {_place(e.code)}.",
        "Pilih dokumen dari daftar pada butir yang bersangkutan.",
    ),
    OrderIncomplete: lambda e: Message(
        f"Urutan baru untuk {e.code} tidak memuat semua buktinya tepat satu kali.", "Susun ulang urutannya."
    ),
    OriginalMissing: lambda e: Message(
        f"Berkas asli “{e.name}” tidak ada lagi di berkas kerja.",
        "Lampirkan lagi berkas itu atau pulihkan dari cadangan, lalu ulangi.",
    ),
}
