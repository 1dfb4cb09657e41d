"""Removing originals that nothing needs any more."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from zidesk.services.evidence.traces import forget_traces
from zidesk.storage.workspace import Workspace


def remove_originals(workspace: Workspace, contents: Iterable[tuple[str, int]]) -> int:
    """Remove stored contents, given by hash and size, but never the school's logo. Returns the bytes freed.

    One that the system does not let go of stays: nothing refers to it, and `clean_strays` finds it later.
    """
    kept = {sha256 for sha256, _, _ in workspace.contents_beside_evidence()}
    gone = {
        sha256: size for sha256, size in contents if sha256 not in kept and _gone(workspace.store.path_of(sha256))
    }
    forget_traces(workspace, gone.keys())
    return sum(gone.values())


def _gone(path: Path) -> bool:
    with suppress(OSError):
        path.unlink()
        return True
    return False
