"""A damaged database gives way to the newest good copy; evidence attached after that copy is found again."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import WorkspaceDamaged
from zidesk.domain.progress import CancelToken, Report, silent
from zidesk.services.evidence.adopting import adopt_strays
from zidesk.storage import backups
from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.damage import find_damage, put_aside
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.lock import WorkspaceLock
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Rescued:
    """`backup`: the copy that was taken; `aside`: where the damaged database is kept; `adopted`: how many files
    no list had any more are in the inbox now."""

    root: Path
    backup: Path
    aside: Path
    adopted: int


def restore_newest(
    root: Path,
    title: str,
    clock: Clock = system_clock,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Rescued | None:
    """Put the newest good copy in the place of a damaged database; None when it is not damaged.

    What is found in the store and in no list goes to the inbox under `title`. Raises WorkspaceDamaged when no
    copy is good, NotAWorkspace, WorkspaceLocked, WorkspaceReadOnly, StorageFault, and what opening the copy
    raises; the damaged database is never deleted. Raises Cancelled between files; what is in the inbox stays.
    """
    paths = WorkspacePaths(root)
    damage = find_damage(paths.database)
    if not damage:
        return None
    with ExitStack() as held:
        lock = WorkspaceLock(paths)
        with storage_faults_named(root):
            lock.acquire(clock())
        held.callback(lock.release)
        backup = backups.newest_good(paths, find_damage)
        if backup is None:
            raise WorkspaceDamaged(root, damage, None)
        aside = put_aside(paths, clock())
        backups.copy_database(backup, paths.database)
    workspace = open_workspace(root, clock=clock)
    try:
        return Rescued(root, backup, aside, len(adopt_strays(workspace, title, report, cancel)))
    finally:
        workspace.close()
