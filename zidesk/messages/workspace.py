"""Words for the errors of the workspace ("berkas kerja")."""

from datetime import datetime
from pathlib import Path

from zidesk.domain.backup_names import backup_moment
from zidesk.domain.errors import (
    BackupInvalid,
    MigrationFailed,
    NotAWorkspace,
    StorageFault,
    TargetExists,
    WorkspaceDamaged,
    WorkspaceExists,
    WorkspaceLocked,
    WorkspaceOutdated,
    WorkspaceReadOnly,
    WorkspaceTooNew,
    ZideskError,
)
from zidesk.domain.indonesian import format_date
from zidesk.messages.message import REASON_REMEDIES, REASON_WORDS, Message, Words, in_brackets

OWNERLESS = "Bukti tanpa pemilik"  # the title of an original that no list knows any more


def _locked(error: WorkspaceLocked) -> Message:
    who = f" oleh {error.holder} di komputer {error.host}" if error.holder else ""
    since = f" sejak {_moment(error.since)}" if error.since else ""
    return Message(
        f"Berkas kerja {error.path} sedang dibuka{who}{since}.",
        "Tutup dahulu di sana, atau buka hanya untuk dibaca.",
    )


def _moment(written: str) -> str:
    """21 November 2026 pukul 10.20, in this machine's zone; what is no moment as it was written."""
    try:
        local = datetime.fromisoformat(written).astimezone()
    except ValueError:  # somebody else wrote the note
        return written
    return f"{format_date(local.date())} pukul {local:%H.%M}"


def backup_words(backup: Path) -> str:
    """When an automatic copy was made: 21 November 2026 pukul 10.20; its name where that does not tell."""
    moment = backup_moment(backup.name)
    return backup.name if moment is None else f"{format_date(moment.date())} pukul {moment:%H.%M}"


def _damaged(error: WorkspaceDamaged) -> Message:
    happened = (
        f"Basis data berkas kerja {error.path} rusak{in_brackets(error.detail)}. Berkas bukti tidak terkena."
    )
    if error.backup is None:
        remedy = "Cadangan otomatis yang baik tidak ada. Pulihkan dari cadangan lain"
    else:
        remedy = (
            f"Cadangan otomatis tanggal {backup_words(error.backup)} masih baik. Pulihkan dari sana: tekan tombol "
            "Pulihkan di jendela, atau jalankan “zidesk doctor BERKAS_KERJA --restore-newest”"
        )
    return Message(happened, f"{remedy}; jangan hapus apa pun di folder itu.")


def rescue_words(backup: Path, aside: Path, adopted: int) -> str:
    """What was done when a workspace was restored from its newest good copy."""
    words = (
        f"Berkas kerja dipulihkan dari cadangan tanggal {backup_words(backup)}. Jawaban yang diisi sesudahnya "
        f"perlu diisi lagi. Basis data yang rusak disimpan sebagai {aside.name} di folder cadangan."
    )
    if adopted:
        words += (
            f" {adopted} berkas bukti yang tidak tercatat di cadangan itu ditemukan kembali dan ada di kotak "
            "masuk."
        )
    return words


WORDS: dict[type[ZideskError], Words] = {
    NotAWorkspace: lambda e: Message(
        f"{e.path} bukan berkas kerja ZIDesk.", "Pilih folder yang memuat zidesk.db, atau buat yang baru."
    ),
    WorkspaceExists: lambda e: Message(
        f"Folder {e.path} sudah ada dan tidak kosong.", "Pilih nama folder lain yang belum ada."
    ),
    WorkspaceLocked: _locked,
    WorkspaceReadOnly: lambda e: Message(
        f"Berkas kerja {e.path} berada di tempat yang terkunci atau dibuka hanya untuk dibaca.",
        "Salin foldernya ke tempat yang dapat ditulisi, lalu buka dari sana. Data di dalamnya tidak berubah.",
    ),
    WorkspaceDamaged: _damaged,
    WorkspaceTooNew: lambda e: Message(
        f"Berkas kerja {e.path} dibuat dengan ZIDesk yang lebih baru.", "Perbarui ZIDesk di komputer ini."
    ),
    WorkspaceOutdated: lambda e: Message(
        f"Berkas kerja {e.path} berasal dari ZIDesk yang lebih lama dan belum diperbarui.",
        "Buka sekali untuk diubah (bukan hanya dibaca) supaya diperbarui.",
    ),
    MigrationFailed: lambda e: Message(
        f"Berkas kerja {e.path} tidak berhasil diperbarui{in_brackets(e.detail)}; isinya tetap semula.",
        f"Salinannya ada di {e.copy}. Hubungi pembuat ZIDesk.",
    ),
    StorageFault: lambda e: Message(
        f"Tempat {e.path} {REASON_WORDS[e.reason]}{in_brackets(e.detail)}.",
        f"{REASON_REMEDIES[e.reason]} Data yang sudah tersimpan tidak berubah.",
    ),
    BackupInvalid: lambda e: Message(
        f"{e.path} bukan cadangan ZIDesk yang utuh: {e.detail}.",
        "Pakai berkas cadangan lain; tidak ada yang dipulihkan.",
    ),
    TargetExists: lambda e: Message(f"{e.path} sudah ada dan tidak ditimpa.", "Pilih nama lain."),
}
