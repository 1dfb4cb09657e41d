"""Where copies are made: beside the kept ones where there is room, else where the system keeps temporary files."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from zidesk.domain.errors import NotEnoughSpace, PreflightFailed, StorageFault
from zidesk.domain.evidence import FileKind
from zidesk.services.renditions.desk import opened_desk, temporary_root
from zidesk.services.renditions.making import shelf_key
from zidesk.services.renditions.shelf import CopyShelf
from zidesk.services.renditions.wishes import Wish
from zidesk.storage.drives import Drive, drive_of
from zidesk.storage.faults import storage_fault

_SPARE = 20_000_000  # bytes left to whoever else writes there

Made = TypeVar("Made")


class Desks:
    """`at_shelf`: a folder beside the kept copies, if one could be had; `elsewhere`: on another place."""

    def __init__(self, at_shelf: Path | None, elsewhere: Path | None) -> None:
        self.at_shelf, self.elsewhere = at_shelf, elsewhere

    def make(self, work: Callable[[Path, bool], Made]) -> Made:
        """What `work(folder, is_at_shelf)` gives; when the first place refuses, it is done again at the other.

        Raises StorageFault, and what `work` raises besides OSError.
        """
        refusal: OSError | StorageFault | None = None
        for folder in (self.at_shelf, self.elsewhere):
            if folder is not None:
                try:
                    return work(folder, folder is self.at_shelf)
                except (OSError, StorageFault) as fault:
                    refusal = fault
        if isinstance(refusal, OSError):
            raise storage_fault(self.elsewhere or self.at_shelf or temporary_root(), refusal) from refusal
        assert refusal is not None
        raise refusal


@contextmanager
def opened_desks(shelf: CopyShelf, wishes: tuple[Wish, ...]) -> Iterator[Desks]:
    """Folders for what is wanted, gone at the end. Raises PreflightFailed (NotEnoughSpace), StorageFault."""
    needed = bytes_needed(shelf, wishes)
    with ExitStack() as open_desks:
        desks: list[Path | None] = []
        short: list[Drive] = []
        refused: OSError | None = None
        for root in (shelf.root, temporary_root()):
            try:
                drive = drive_of(root)
                if drive.free < needed:
                    short.append(drive)
                    desks.append(None)
                    continue
                desks.append(open_desks.enter_context(opened_desk(root)))
            except OSError as fault:  # write-protected
                refused = fault
                desks.append(None)
        if not any(desks):
            if short:
                raise PreflightFailed((NotEnoughSpace(short[0].mount_point, needed, short[0].free),))
            assert refused is not None
            raise storage_fault(shelf.root, refused) from refused
        yield Desks(*desks)


def bytes_needed(shelf: CopyShelf, wishes: tuple[Wish, ...]) -> int:
    """What the copies that are still to be made may take, and the largest one once more while it is made."""
    sizes = [_size(wish) for wish in wishes if wish.lock or not shelf.has(shelf_key(wish))]
    largest = max((_trial(wish) for wish in wishes), default=0)
    return sum(sizes) + largest + _SPARE


def _size(wish: Wish) -> int:
    """Of what is kept, at most: a file that cannot be shrunk is not copied."""
    size = wish.use.file.size
    if wish.boxes or wish.lock or wish.limit is None:
        return size
    return min(size, wish.limit)


def _trial(wish: Wish) -> int:
    """A PDF is written whole, and then looked at."""
    return wish.use.file.size if wish.use.file.inspection.kind is FileKind.PDF else 0
