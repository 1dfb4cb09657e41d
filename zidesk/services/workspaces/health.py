"""The doctor: what is missing, damaged or orphaned in a workspace's store."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.storage.backups import unfinished_copies
from zidesk.storage.blocks import sha256_of
from zidesk.storage.workspace import Workspace


class HealthKind(StrEnum):
    MISSING = "missing"
    DAMAGED = "damaged"
    ORPHANED = "orphaned"
    LEFTOVER = "leftover"


@dataclass(frozen=True, slots=True)
class HealthFault:
    """One finding; `name` is the file's name as attached, `path` relative to the workspace."""

    kind: HealthKind
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Health:
    """`files`: how many contents were read. Orphans and leftovers take space but harm nothing."""

    files: int
    faults: tuple[HealthFault, ...]

    @property
    def sound(self) -> bool:
        return not any(fault.kind in (HealthKind.MISSING, HealthKind.DAMAGED) for fault in self.faults)


def examine(workspace: Workspace, report: Report = silent, cancel: CancelToken | None = None) -> Health:
    """Read every original and compare it with its hash. Changes nothing. Raises Cancelled."""
    contents = workspace.contents()
    total_bytes = sum(size for _, size, _ in contents)
    faults: list[HealthFault] = []
    read = 0
    for done, (sha256, size, name) in enumerate(contents, start=1):
        path = workspace.store.path_of(sha256)
        if not path.is_file():
            faults.append(HealthFault(HealthKind.MISSING, name, _relative(workspace, path)))
        elif not _has_hash(path, sha256, cancel):
            faults.append(HealthFault(HealthKind.DAMAGED, name, _relative(workspace, path)))
        read += size
        report(Progress(Stage.CHECK, done, len(contents), read, total_bytes, name))
    faults.extend(_strays(workspace, {sha256 for sha256, _, _ in contents}))
    return Health(len(contents), tuple(faults))


def _strays(workspace: Workspace, known: set[str]) -> Iterator[HealthFault]:
    for name, path in workspace.store.contents():
        if name not in known:
            yield HealthFault(HealthKind.ORPHANED, name, _relative(workspace, path))
    for path in (*workspace.store.leftovers(), *unfinished_copies(workspace.paths)):
        yield HealthFault(HealthKind.LEFTOVER, path.name, _relative(workspace, path))


def _has_hash(path: Path, sha256: str, cancel: CancelToken | None) -> bool:
    """Whether the content is as it was attached; one that cannot be read is not."""
    try:
        return sha256_of(path, cancel) == sha256
    except OSError:
        return False


def _relative(workspace: Workspace, path: Path) -> str:
    return path.relative_to(workspace.paths.root).as_posix()
