"""All copies a bundle needs, made before it is laid out; whoever lays it out sees what is handed over."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from zidesk.domain.errors import OriginalAltered, OriginalMissing, PreflightFailed
from zidesk.domain.progress import CancelToken, Report
from zidesk.services.renditions.batch import Batch
from zidesk.services.renditions.copies import Copy
from zidesk.services.renditions.desk import remove_leftovers, temporary_root
from zidesk.services.renditions.making import shelf_key
from zidesk.services.renditions.room import opened_desks
from zidesk.services.renditions.shelf import CopyShelf
from zidesk.services.renditions.wishes import Wishes
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import Workspace

_FOLDER = "salinan"  # of the workspace's cache

Lost = OriginalMissing | OriginalAltered


@dataclass(frozen=True)
class HandedOut:
    """`copies` and `lost` originals by the hash of the original; `passphrase`: of the locked ones, else ""."""

    wishes: Wishes
    copies: Mapping[str, Copy] = field(default_factory=dict)
    lost: Mapping[str, Lost] = field(default_factory=dict)
    passphrase: str = field(default="", repr=False)


def clear_leftovers(paths: WorkspacePaths) -> None:
    """Remove what killed runs have left. Never raises."""
    for root in (paths.cache / _FOLDER, temporary_root()):
        remove_leftovers(root)


@contextmanager
def handed_out(
    wishes: Wishes, workspace: Workspace, report: Report, cancel: CancelToken, *, allow_missing: bool = False
) -> Iterator[HandedOut]:
    """Make every copy that is wanted; those that are not kept are gone at the end, whatever happens.

    An original that is gone or altered is named in `lost` where `allow_missing`. Raises PreflightFailed (with
    every obstacle: OriginalMissing, OriginalAltered, RedactionFailed, LockTooLarge, NotEnoughSpace), StorageFault,
    Cancelled.
    """
    clear_leftovers(workspace.paths)
    if not wishes.copies:
        yield HandedOut(wishes)
        return
    shelf = CopyShelf(workspace.paths.cache / _FOLDER)
    passphrase = _passphrase(wishes)
    with opened_desks(shelf, wishes.copies) as desks:
        batch = Batch(workspace.store, shelf, desks, passphrase, report, cancel)
        copies, faults = batch.make_all(wishes.copies)
        lost = {
            sha: fault for sha, fault in faults.items() if isinstance(fault, OriginalMissing | OriginalAltered)
        }
        obstacles = [fault for sha, fault in faults.items() if not (allow_missing and sha in lost)]
        if obstacles:
            raise PreflightFailed(tuple(obstacles))
        shelf.prune({shelf_key(wish) for wish in wishes.copies})
        yield HandedOut(wishes, copies, lost, passphrase)


def _passphrase(wishes: Wishes) -> str:
    if not any(wish.lock for wish in wishes.copies):
        return ""
    from zidesk.services.privacy.passphrase import new_passphrase

    return new_passphrase()
