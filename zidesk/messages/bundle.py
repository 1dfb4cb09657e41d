"""Words for the errors of making a bundle."""

from collections.abc import Callable

from zidesk.domain.errors import (
    BundleBusy,
    BundleExists,
    CountMismatch,
    DestinationInsideWorkspace,
    DestinationMissing,
    DestinationNotWritable,
    DriveFault,
    DriveGone,
    FileTooLarge,
    FileTooLargeForPart,
    LayoutInvalid,
    LayoutUnknown,
    NotEnoughSpace,
    NothingToUpdate,
    OriginalAltered,
    PathTooLong,
    PreflightFailed,
    ReadBackFailed,
    TooManyParts,
    ZideskError,
    ZipNotUpdatable,
    ZipTooLarge,
)
from zidesk.domain.indonesian import format_size
from zidesk.messages.message import REASON_REMEDIES, REASON_WORDS, Message, Words, in_brackets, listed

NETWORK_CAVEAT = (
    "Tujuannya drive jaringan: yang terbaca ulang mungkin salinan sementara di komputer ini atau di server. "
    "Periksa paket itu sekali lagi dari komputer lain."
)
_UNFINISHED = "Belum ada yang dinyatakan selesai: folder “…belum-selesai” dilanjutkan, ZIP ditulis dari awal."


def preflight_message(error: PreflightFailed, explain: Callable[[ZideskError], Message]) -> Message:
    """A single obstacle speaks for itself; several are listed."""
    messages = [explain(obstacle) for obstacle in error.obstacles]
    if len(messages) == 1:
        return messages[0]
    return Message(
        f"Paket belum dapat dibuat: ada {len(messages)} hambatan, dan belum ada yang ditulis.",
        details=tuple(str(message) for message in messages),
    )


WORDS: dict[type[ZideskError], Words] = {
    LayoutUnknown: lambda e: Message(f"Susunan “{e.name}” tidak ada.", f"Pilih dari: {listed(e.known)}."),
    LayoutInvalid: lambda e: Message(
        f"Susunan “{e.name}” tidak dapat dipakai: {e.reason}.", "Pasang ulang ZIDesk."
    ),
    DestinationMissing: lambda e: Message(
        f"Folder tujuan {e.path} tidak ada.", "Buat folder itu atau pasang flashdisknya, lalu ulangi."
    ),
    DestinationInsideWorkspace: lambda e: Message(
        f"Tujuan {e.path} berada di dalam berkas kerja {e.workspace}.", "Pilih folder lain atau flashdisk."
    ),
    DestinationNotWritable: lambda e: Message(
        f"Tujuan {e.path} tidak dapat ditulisi{in_brackets(e.detail)}.", REASON_REMEDIES["denied"]
    ),
    BundleExists: lambda e: Message(
        f"Paket {e.path} sudah ada dan tidak diubah.",
        "Pindahkan atau hapus ZIP itu bersama bagian-bagiannya yang lain, atau pilih folder tujuan lain."
        if e.path.suffix == ".zip"
        else "Perbarui dengan --update, atau pilih folder tujuan lain.",
    ),
    BundleBusy: lambda e: Message(
        f"Paket {e.path} sedang ditulis oleh program lain.", "Tunggu sampai selesai, lalu ulangi."
    ),
    NothingToUpdate: lambda e: Message(
        f"Belum ada paket {e.path} yang dapat diperbarui.",
        "Buat paket tanpa --update, atau periksa tujuannya.",
    ),
    NotEnoughSpace: lambda e: Message(
        f"Ruang di {e.drive} kurang {format_size(e.needed - e.free)}: perlu {format_size(e.needed)}, "
        f"tersedia {format_size(e.free)}.",
        "Kosongkan sebagian isinya atau pilih tempat lain. Belum ada yang ditulis.",
    ),
    FileTooLarge: lambda e: Message(
        f"“{e.name}” dapat berukuran sampai {format_size(e.size)}, sedangkan tempat tujuan hanya menampung "
        f"berkas sampai {format_size(e.limit)}.",
        "Pakai flashdisk berformat exFAT, atau kecilkan berkas itu.",
    ),
    ZipTooLarge: lambda e: Message(
        f"ZIP-nya menjadi sekitar {format_size(e.size)}, sedangkan tempat tujuan hanya menampung "
        f"berkas sampai {format_size(e.limit)}.",
        "Buat paket sebagai folder, bagi ZIP-nya menjadi beberapa bagian, atau pakai flashdisk berformat exFAT.",
    ),
    FileTooLargeForPart: lambda e: Message(
        f"“{e.name}” dapat berukuran sampai {format_size(e.size)}, tidak muat di satu bagian ZIP yang dibatasi "
        f"{format_size(e.limit)}.",
        "Perbesar batasnya, kecilkan berkas itu, atau buat paket sebagai folder.",
    ),
    TooManyParts: lambda e: Message(
        f"Dengan batas {format_size(e.part_size)} paket ini menjadi lebih dari {e.limit} bagian ZIP.",
        "Pilih batas yang lebih besar, atau batasi isinya ke beberapa area.",
    ),
    ZipNotUpdatable: lambda e: Message(
        f"ZIP {e.path} tidak dapat diperbarui; ZIP selalu ditulis dari awal.",
        "Pindahkan ZIP yang lama dan buat lagi, atau perbarui paket yang berbentuk folder.",
    ),
    PathTooLong: lambda e: Message(
        f"Alamat “{e.path}” menjadi {e.length} huruf, lebih panjang dari {e.limit}.",
        "Pilih folder tujuan yang lebih dekat ke akar, misalnya langsung di flashdisk.",
    ),
    OriginalAltered: lambda e: Message(
        f"Isi berkas asli “{e.name}” di berkas kerja berubah sejak dilampirkan.",
        f"Lampirkan lagi berkas itu atau pulihkan dari cadangan, lalu ulangi. {_UNFINISHED}",
    ),
    DriveFault: lambda e: Message(
        f"Tempat tujuan {e.path} {REASON_WORDS[e.reason]}{in_brackets(e.detail)}.",
        f"{REASON_REMEDIES[e.reason]} {_UNFINISHED}",
    ),
    DriveGone: lambda e: Message(
        f"Flashdisk tempat {e.path} terlepas saat ditulisi.",
        f"Pasang kembali, lalu ulangi. {_UNFINISHED}",
    ),
    ReadBackFailed: lambda e: Message(
        f"Paket {e.path} tidak sama saat dibaca ulang dari tujuan, jadi tidak dinyatakan selesai.",
        "Flashdisk ini tidak dapat dipercaya: pakai yang lain.",
        tuple(f"{path}: {detail}" for path, detail in e.faults),
    ),
    CountMismatch: lambda e: Message(
        f"Hanya {e.written} dari {e.planned} berkas sampai di tujuan, jadi paket tidak dinyatakan selesai.",
        "Ulangi ke tempat lain.",
    ),
}
