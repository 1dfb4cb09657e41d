"""What killed work left in a workspace: originals without a row, temporary files, half copies of the database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.progress import CancelToken
from zidesk.storage.backups import unfinished_copies
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.workspace import Workspace

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many files were removed, and their bytes."""

    files: int
    bytes: int


def clean_strays(workspace: Workspace, cancel: CancelToken | None = None) -> Cleaned:
    """Remove what no row refers to and what is older than this session; anything foreign stays.

    The age is told by the note beside the lock, which the same drive dated. Raises WorkspaceReadOnly,
    StorageFault, Cancelled; what was removed before stays removed.
    """
    workspace.require_writable()
    files = freed = 0
    with workspace.storing, storage_faults_named(workspace.paths.root):
        session_began = workspace.paths.lock_holder.stat().st_mtime_ns
        for path in list(_strays(workspace)):
            if cancel is not None:
                cancel.check()
            found = path.stat()
            if found.st_mtime_ns < session_began:
                path.unlink()
                files, freed = files + 1, freed + found.st_size
    return Cleaned(files, freed)


def stray_contents(workspace: Workspace) -> Iterator[tuple[str, Path]]:
    """Originals without a row: the hash each should have, and where it lies. Raises OSError."""
    known = {sha256 for sha256, _, _ in workspace.contents()}
    for name, path in workspace.store.contents():
        if name not in known and _HASH.fullmatch(name) and path == workspace.store.path_of(name):
            yield name, path


def _strays(workspace: Workspace) -> Iterator[Path]:
    yield from (path for _, path in stray_contents(workspace))
    yield from workspace.store.leftovers()
    yield from unfinished_copies(workspace.paths)
