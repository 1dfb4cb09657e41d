"""What is done beside the window for backups: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.filenames import clean_component
from zidesk.domain.progress import CancelToken, Report
from zidesk.messages.workspace import OWNERLESS

if TYPE_CHECKING:
    from zidesk.services.workspaces.archive import BackupResult
    from zidesk.services.workspaces.rescue import Rescued

_PREFIX = "Cadangan "
_LONGEST = 80  # characters of the school's name in a file's
_FOLDER_LONGEST = 100


def backup_name(school: str, day: date) -> str:
    """The usual name of a backup file, legal on every drive: "Cadangan SMAN 1 Contoh 2026-11-21.zip"."""
    return f"{_PREFIX}{clean_component(school, _LONGEST, fallback='Sekolah')} {day.isoformat()}.zip"


def restored_name(backup: Path) -> str:
    """The usual folder of what is restored from a backup file."""
    return clean_component(backup.stem.removeprefix(_PREFIX), _FOLDER_LONGEST, fallback="Berkas kerja")


def free_name(folder: Path, name: str) -> Path:
    """`name` in `folder`, or with " (2)", " (3)" … before its suffix where that is taken."""
    target, turn = folder / name, 2
    while target.exists():
        target = folder / f"{Path(name).stem} ({turn}){Path(name).suffix}"
        turn += 1
    return target


def back_up(root: Path, target: Path, report: Report, cancel: CancelToken) -> "BackupResult":
    """Write the backup of the workspace at `root`, which is read anew and only read, also where it is open.

    Raises like `services.workspaces.archive.back_up` and `open_workspace`.
    """
    from zidesk.services.workspaces import archive
    from zidesk.storage.workspace import open_workspace

    with closing(open_workspace(root, read_only=True)) as workspace:
        return archive.back_up(workspace, target, report, cancel)


def restore(backup: Path, folder: Path, report: Report, cancel: CancelToken) -> "BackupResult":
    """Make a new folder within `folder` from a backup file. Raises like `services.workspaces.archive.restore`."""
    from zidesk.services.workspaces import archive
    from zidesk.services.workspaces.creation import free_place

    return archive.restore(backup, free_place(folder / restored_name(backup)), report, cancel)


def restore_newest(root: Path, report: Report, cancel: CancelToken) -> "Rescued | None":
    """Put the newest good automatic copy in the place of a damaged database. Raises like
    `services.workspaces.rescue.restore_newest`.
    """
    from zidesk.services.workspaces import rescue

    return rescue.restore_newest(root, OWNERLESS, report=report, cancel=cancel)


def copy_elsewhere(root: Path, folder: Path, keep: int) -> Path | None:
    """The newest automatic copy of the workspace at `root` once more, as `storage.backups.copy_elsewhere`."""
    from zidesk.storage import backups
    from zidesk.storage.paths import WorkspacePaths

    return backups.copy_elsewhere(WorkspacePaths(root), folder, keep)
