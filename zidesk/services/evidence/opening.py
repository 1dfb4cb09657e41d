"""A copy of an original for other programs: under its own name, where nothing they do reaches the original."""

import hashlib
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from zidesk.domain.errors import OriginalMissing
from zidesk.domain.evidence import EvidenceUse, FileKind
from zidesk.domain.filenames import clean_component, clean_suffix
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.workspace import Workspace

_FOLDER = "buka"
_PLAIN = {FileKind.TEXT: ".txt"}  # a script is text by what is in it, and must not run
_NAME_LONGEST = 80  # characters


def copy_to_open(workspace: Workspace, use: EvidenceUse) -> Path:
    """The path of a copy in the workspace's cache, named after the evidence; write-protected, so that a program
    asks for another name before it saves. A workspace that is only read stays as it is: its copies lie in this
    user's own cache.

    Raises OriginalMissing, StorageFault.
    """
    original = workspace.store.path_of(use.file.sha256)
    found = use.file.inspection
    suffix = clean_suffix(found.suffix or _PLAIN.get(found.kind, Path(use.original_name).suffix))
    name = clean_component(use.title, _NAME_LONGEST - len(suffix), fallback="Bukti") + suffix
    copy = _folder(workspace) / use.file.sha256[:16] / name
    if not original.is_file():
        raise OriginalMissing(use.original_name, use.file.sha256)
    with storage_faults_named(copy.parent if workspace.read_only else workspace.paths.root):
        copy.parent.mkdir(parents=True, exist_ok=True)
        if copy.exists():
            copy.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows replaces no write-protected file
        shutil.copyfile(original, copy)
        copy.chmod(stat.S_IREAD)
    return copy


def forget_copies(workspace: Workspace) -> None:
    """Remove the copies; one that a program still holds stays for the next time."""
    folder = _folder(workspace)
    for copy in folder.rglob("*"):
        with suppress(OSError):
            if copy.is_file():
                copy.chmod(stat.S_IREAD | stat.S_IWRITE)
    shutil.rmtree(folder, ignore_errors=True)


def _folder(workspace: Workspace) -> Path:
    if not workspace.read_only:
        return workspace.paths.cache / _FOLDER
    import platformdirs

    cache = Path(platformdirs.user_cache_dir("ZIDesk", appauthor=False))
    return cache / _FOLDER / hashlib.sha256(os.fsencode(workspace.paths.root)).hexdigest()[:16]
