"""A whole workspace in one file and back: a ZIP of the database and the originals, stored unpacked.

Nothing is deflated but the database: photos and PDFs do not shrink. Restoring trusts no name in the file
and checks each original against its hash before anything gets its final name.
"""

import hashlib
import re
import shutil
import tempfile
import uuid
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import BackupInvalid, FileVanished, TargetExists, WorkspaceExists
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.storage.backups import copy_database
from zidesk.storage.blocks import read_blocks
from zidesk.storage.database import quick_check
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import flush_file, flush_tree, make_folder, move_into_place
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import Workspace

_DATABASE = "zidesk.db"
_ORIGINAL = re.compile(r"bukti/([0-9a-f]{2})/(\1[0-9a-f]{62})")


@dataclass(frozen=True, slots=True)
class BackupResult:
    path: Path
    files: int
    bytes: int
    missing: tuple[str, ...]  # names of evidence whose original is gone, so not in the backup


def back_up(
    workspace: Workspace, target: Path, report: Report = silent, cancel: CancelToken | None = None
) -> BackupResult:
    """Write a backup file; whole under its name or not there at all. Read-only workspaces can be saved too.

    Raises TargetExists, StorageFault, Cancelled.
    """
    if target.exists():
        raise TargetExists(target)
    temporary = _unfinished_beside(target)
    try:
        with storage_faults_named(target):
            result = _write(workspace, temporary, target, report, cancel)
            move_into_place(temporary, target)
            return result
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)


def _unfinished_beside(target: Path) -> Path:
    """A name nobody else has, so that tidying up never removes what this work has not made."""
    return target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.belum-selesai")


def _write(
    workspace: Workspace, temporary: Path, target: Path, report: Report, cancel: CancelToken | None
) -> BackupResult:
    contents = workspace.contents()
    total = sum(size for _, size, _ in contents)
    missing: list[str] = []
    done_bytes = 0
    with (
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED, allowZip64=True) as archive,
        tempfile.TemporaryDirectory(dir=target.parent, prefix=".zidesk-") as scratch,
    ):
        database = Path(scratch) / _DATABASE
        copy_database(workspace.paths.database, database)
        archive.write(database, _DATABASE, zipfile.ZIP_DEFLATED)
        for done, (sha256, size, name) in enumerate(contents, start=1):
            source = workspace.store.path_of(sha256)
            if source.is_file():
                _copy_in(archive, source, f"bukti/{sha256[:2]}/{sha256}", cancel)
            else:
                missing.append(name)
            done_bytes += size
            report(Progress(Stage.COPY, done, len(contents), done_bytes, total, name))
    flush_file(temporary)
    return BackupResult(target, len(contents) - len(missing), temporary.stat().st_size, tuple(missing))


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
    unfinished = _unfinished_beside(root)
    try:
        with storage_faults_named(root):
            make_folder(unfinished)
            files = _unpack(backup, WorkspacePaths(unfinished), report, cancel)
            if root.exists():
                root.rmdir()
            flush_tree(unfinished)
            move_into_place(unfinished, root)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return BackupResult(root, files, backup.stat().st_size, ())


def _unpack(backup: Path, paths: WorkspacePaths, report: Report, cancel: CancelToken | None) -> int:
    try:
        with zipfile.ZipFile(backup) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if _DATABASE not in names or len(set(names)) != len(names):
                raise BackupInvalid(backup, "tidak memuat basis data ZIDesk")
            for done, entry in enumerate(entries, start=1):
                _unpack_one(archive, entry, paths, backup, cancel)
                report(Progress(Stage.COPY, done, len(entries), item=entry.filename))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
        raise BackupInvalid(backup, "bukan ZIP, atau rusak dan terpotong") from fault
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
