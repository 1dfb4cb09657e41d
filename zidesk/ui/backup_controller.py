"""Between the window and the backups of a workspace: written, restored, the automatic ones copied once more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import Cancelled, StorageFault, ZideskError
from zidesk.domain.indonesian import format_size
from zidesk.messages import explain
from zidesk.messages.workspace import rescue_words
from zidesk.storage.settings import Settings
from zidesk.ui import backup_work as work
from zidesk.ui.dialog_words import ask_backup_file, ask_backup_target, ask_restore_place
from zidesk.ui.jobs import Jobs
from zidesk.ui.later import later
from zidesk.ui.messenger import Messenger

if TYPE_CHECKING:
    from zidesk.services.workspaces.archive import BackupResult
    from zidesk.services.workspaces.rescue import Rescued

_BUSY = "Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu."


@dataclass(frozen=True)
class BackupDesktop:
    """What is asked of the system: dialogs that give a path or None, and showing a folder."""

    show_folder: Callable[[Path], None]
    ask_target: Callable[[QWidget, Path], Path | None] = ask_backup_target
    ask_file: Callable[[QWidget, Path | None], Path | None] = ask_backup_file
    ask_place: Callable[[QWidget, Path | None], Path | None] = ask_restore_place


class BackupController(QObject):
    """`saving_asked`: what is typed must be saved first. `open_path` opens a restored workspace; `documents` is
    where backups are proposed to go."""

    saving_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        jobs: Jobs,
        messenger: Messenger,
        clock: Callable[[], datetime],
        documents: Path,
        open_path: Callable[[Path], None],
        desktop: BackupDesktop,
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self._messenger = window, jobs, messenger
        self._clock, self._open, self._desktop = clock, open_path, desktop
        self._last = documents  # the folder a backup was written to or read from last
        self._places = documents
        self._complained_of: set[Path] = set()

    # the whole workspace

    def back_up(self, root: Path, school: str) -> None:
        """Ask where to, and write the workspace at `root` into one file there."""
        if not self._free():
            return
        name = work.backup_name(school, self._clock().date())
        target = self._desktop.ask_target(self._window, work.free_name(self._last, name))
        if target is None:
            return
        self._last = target.parent
        self.saving_asked.emit()

        def saved(_nothing: None) -> None:
            self._jobs.start(
                lambda report, cancel: work.back_up(root, target, report, cancel),
                title="Membuat cadangan",
                on_done=self._backed_up,
                on_error=lambda fault: self._failed(fault, "Cadangan tidak jadi dibuat"),
            )

        self._jobs.quick(lambda: None, on_done=saved)

    def restore(self) -> None:
        """Ask for a backup file and a place, and make a new workspace of it there."""
        if not self._free():
            return
        backup = self._desktop.ask_file(self._window, self._last)
        if backup is None:
            return
        self._last = backup.parent
        folder = self._desktop.ask_place(self._window, self._places)
        if folder is None:
            return
        self._places = folder
        self._jobs.start(
            lambda report, cancel: work.restore(backup, folder, report, cancel),
            title="Memulihkan cadangan",
            on_done=self._restored,
            on_error=lambda fault: self._failed(fault, "Cadangan tidak jadi dipulihkan"),
        )

    def restore_newest(self, root: Path) -> None:
        """The damaged workspace at `root` comes back from its newest good automatic copy, and is opened."""
        if not self._free():
            return

        def rescued(result: "Rescued | None") -> None:
            if result is not None:
                self._messenger.tell(rescue_words(result.backup, result.aside, result.adopted))
            later(self, 0, lambda: self._open(root))

        self._jobs.start(
            lambda report, cancel: work.restore_newest(root, report, cancel),
            title="Memulihkan berkas kerja",
            on_done=rescued,
            on_error=lambda fault: self._failed(fault, "Berkas kerja tidak jadi dipulihkan"),
        )

    def _free(self) -> bool:
        busy = self._jobs.busy
        if busy:
            self._messenger.warn(_BUSY)
        return not busy

    def _backed_up(self, result: "BackupResult") -> None:
        words = f"Cadangan “{result.path.name}” sudah jadi: {result.files} berkas, {format_size(result.bytes)}."
        if result.missing:
            words += (
                f" {len(result.missing)} berkas bukti tidak ikut karena aslinya hilang atau rusak di berkas kerja."
            )
        self._messenger.offer(words, "Buka folder", lambda: self._desktop.show_folder(result.path.parent))

    def _restored(self, result: "BackupResult") -> None:
        root = result.path

        def open_it() -> None:
            later(self, 0, lambda: self._open(root))

        words = f"Cadangan sudah dipulihkan ke folder baru “{root.name}” di {root.parent}."
        self._messenger.offer(words, "Buka berkas kerja", open_it)

    def _failed(self, fault: ZideskError, cancelled: str) -> None:
        if isinstance(fault, Cancelled):
            self._messenger.tell(f"{cancelled}, dan tidak ada yang tertinggal.")
        else:
            self._messenger.complain(fault)

    # the automatic copies

    def copy_elsewhere(self, root: Path, settings: Settings) -> None:
        """After a workspace was opened for writing: its newest automatic copy goes to the second place, if one is
        wished. A drive that is not there is told of once for as long as the window is open."""
        folder, keep = settings.backup_folder, settings.backup_count
        if folder is None:
            return
        self._jobs.start(
            lambda _report, _cancel: work.copy_elsewhere(root, folder, keep),
            title="Menyalin cadangan otomatis",
            on_done=lambda _copy: self._complained_of.discard(folder),
            on_error=lambda fault: self._not_copied(folder, fault),
        )

    def _not_copied(self, folder: Path, fault: ZideskError) -> None:
        if isinstance(fault, Cancelled) or folder in self._complained_of:
            return
        self._complained_of.add(folder)
        if isinstance(fault, StorageFault) and fault.reason == "vanished":
            self._messenger.tell(
                f"Salinan cadangan ke {folder} dilewati karena tempat itu sedang tidak terjangkau. Salinan di "
                "berkas kerja tetap ada."
            )
        else:
            self._messenger.warn(f"Salinan cadangan ke {folder} tidak jadi dibuat. {explain(fault).happened}")
