"""A whole workspace in one file and back: a ZIP of the database and the originals, stored unpacked.

Nothing is deflated but the database: photos and PDFs do not shrink. Restoring trusts no name in the file
and checks each original against its hash before anything gets its final name.
"""

import hashlib
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import BackupInvalid, FileVanished, TargetExists, WorkspaceExists
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.workspaces.backup_file import opened_backup
from zidesk.storage.backups import copy_database
from zidesk.storage.blocks import read_blocks, sha256_of
from zidesk.storage.database import quick_check
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import flush_file, flush_tree, make_folder
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.unfinished import unfinished_beside
from zidesk.storage.workspace import Workspace

_DATABASE = "zidesk.db"
_ORIGINAL = re.compile(r"bukti/([0-9a-f]{2})/(\1[0-9a-f]{62})")


@dataclass(frozen=True, slots=True)
class BackupResult:
    path: Path
    files: int
    bytes: int
    missing: tuple[str, ...]  # names of evidence whose original is gone or damaged, so not in the backup


def back_up(
    workspace: Workspace, target: Path, report: Report = silent, cancel: CancelToken | None = None
) -> BackupResult:
    """Write a backup file; whole under its name or not there at all. Read-only workspaces can be saved too.

    Raises TargetExists, StorageFault, Cancelled.
    """
    if target.exists():
        raise TargetExists(target)
    with storage_faults_named(target), unfinished_beside(target) as unfinished:
        if target.exists():  # made by another process a moment ago
            raise TargetExists(target)
        result = _write(workspace, unfinished.path, target, report, cancel)
        unfinished.settle()
        return result


def _write(
    workspace: Workspace, temporary: Path, target: Path, report: Report, cancel: CancelToken | None
) -> BackupResult:
    contents = workspace.contents()
    total = sum(size for _, size, _ in contents)
    missing: list[str] = []
    done_bytes = 0
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        database = temporary.with_name(f"{temporary.name}.db")
        copy_database(workspace.paths.database, database)
        archive.write(database, _DATABASE, zipfile.ZIP_DEFLATED)
        database.unlink()
        for done, (sha256, size, name) in enumerate(contents, start=1):
            source = workspace.store.path_of(sha256)
            if _is_whole(source, sha256, cancel):
                _copy_in(archive, source, f"bukti/{sha256[:2]}/{sha256}", cancel)
            else:
                missing.append(name)
            done_bytes += size
            report(Progress(Stage.COPY, done, len(contents), done_bytes, total, name))
    flush_file(temporary)
    return BackupResult(target, len(contents) - len(missing), temporary.stat().st_size, tuple(missing))


def _is_whole(source: Path, sha256: str, cancel: CancelToken | None) -> bool:
    """A damaged original would make the whole backup one that cannot be restored."""
    try:
        return sha256_of(source, cancel) == sha256
    except OSError:
        return False


def _copy_in(archive: zipfile.ZipFile, source: Path, name: str, cancel: CancelToken | None) -> None:
    entry = zipfile.ZipInfo(name)
    entry.file_size = source.stat().st_size
    with source.open("rb") as reader, archive.open(entry, "w", force_zip64=True) as writer:
        for block in read_blocks(reader, cancel):
            writer.write(block)


def restore(backup: Path, root: Path, report: Report = silent, cancel: CancelToken | None = None) -> BackupResult:
    """Make the workspace folder `root` from a backup file; `root` must not be there yet, or be empty.

    Raises WorkspaceExists, FileVanished, BackupInvalid, StorageFault, Cancelled; nothing is left behind then.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise WorkspaceExists(root)
    if not backup.exists():
        raise FileVanished(backup)
    if not backup.is_file():
        raise BackupInvalid(backup, "bukan berkas biasa")
    with storage_faults_named(root):
        make_folder(root.parent)
        with unfinished_beside(root) as unfinished:
            make_folder(unfinished.path)
            files = _unpack(backup, WorkspacePaths(unfinished.path), report, cancel)
            if root.exists():
                root.rmdir()
            flush_tree(unfinished.path)
            unfinished.settle()
    return BackupResult(root, files, backup.stat().st_size, ())


def _unpack(backup: Path, paths: WorkspacePaths, report: Report, cancel: CancelToken | None) -> int:
    with opened_backup(backup) as archive:
        entries = archive.infolist()
        names = [entry.filename for entry in entries]
        if _DATABASE not in names or len(set(names)) != len(names):
            raise BackupInvalid(backup, "tidak memuat basis data ZIDesk")
        for done, entry in enumerate(entries, start=1):
            _unpack_one(archive, entry, paths, backup, cancel)
            report(Progress(Stage.COPY, done, len(entries), item=entry.filename))
    complaint = quick_check(paths.database)
    if complaint:
        raise BackupInvalid(backup, f"basis data di dalamnya rusak: {complaint}")
    return len(entries) - 1


def _unpack_one(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    paths: WorkspacePaths,
    backup: Path,
    cancel: CancelToken | None,
) -> None:
    found = _ORIGINAL.fullmatch(entry.filename)
    if entry.filename != _DATABASE and found is None:
        raise BackupInvalid(backup, f"memuat berkas asing: {entry.filename}")
    target = paths.root / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with archive.open(entry) as reader, target.open("xb") as writer:
        for block in read_blocks(reader, cancel):
            digest.update(block)
            writer.write(block)
    flush_file(target)
    if found is not None and digest.hexdigest() != found[2]:
        raise BackupInvalid(backup, f"isi {entry.filename} berubah")
