"""What is not whole yet, file or folder: plainly named beside its final place, and renamed when all is well."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import Timeout

from zidesk.domain.errors import StorageFault
from zidesk.storage.flushing import move_into_place
from zidesk.storage.one_at_a_time import one_at_a_time


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`path`: where to write; names that begin with it are this work's, too. `device`: what it must lie on."""

    path: Path
    target: Path
    device: int

    def settle(self) -> None:
        """Give it its final name. Raises OSError, and StorageFault where another drive, or none, is there now:
        after a stick is pulled out the system writes into the empty mount point without a complaint."""
        if os.stat(self.path).st_dev != self.device:  # noqa: PTH116 – the same call as on descriptors
            raise StorageFault(self.target, "vanished")
        move_into_place(self.path, self.target)


@contextmanager
def unfinished_beside(target: Path) -> Iterator[Unfinished]:
    """Something to write beside `target`; nothing of it stays, nor of earlier work that was killed.

    Raises StorageFault ("busy" while another process makes the same thing), OSError.
    """
    path = target.with_name(f".{target.name}.belum-selesai")
    device = os.stat(target.parent).st_dev  # noqa: PTH116
    with ExitStack() as held:
        try:
            held.enter_context(one_at_a_time(target.with_name(f".{target.name}.lock")))
        except Timeout:
            raise StorageFault(target, "busy") from None
        held.callback(_remove, path)
        _remove(path)
        yield Unfinished(path, target, device)


def _remove(path: Path) -> None:
    """A drive that failed may refuse this too; the first fault is the one to tell."""
    with suppress(OSError):
        for left in [item for item in path.parent.iterdir() if item.name.startswith(path.name)]:
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
