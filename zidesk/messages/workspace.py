"""Words for the errors of the workspace ("berkas kerja")."""

from datetime import datetime

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


def _damaged(error: WorkspaceDamaged) -> Message:
    remedy = (
        f"Salinan otomatis terbaru yang baik ada di {error.backup}; jangan hapus apa pun di folder itu."
        if error.backup is not None
        else "Pulihkan dari cadangan; jangan hapus apa pun di folder itu."
    )
    return Message(f"Basis data berkas kerja {error.path} rusak{in_brackets(error.detail)}.", remedy)


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
