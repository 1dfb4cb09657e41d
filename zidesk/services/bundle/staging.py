"""The unfinished bundle, folder or ZIP: plainly named beside the final place, renamed when all is well.

Nothing ever stands under the final name that is not whole.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from filelock import Timeout

from zidesk.domain.archive_layout import Omission
from zidesk.domain.errors import BundleBusy, DriveFault
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle.intake import Intake
from zidesk.services.bundle.originals import Original
from zidesk.storage.faults import fault_reason, words_of
from zidesk.storage.one_at_a_time import one_at_a_time

UNFINISHED = ".belum-selesai"


class Staging(Protocol):
    """Where a bundle is written. `path`: the folder in which papers are drawn, each at its place in the bundle."""

    @property
    def path(self) -> Path: ...

    @property
    def parts(self) -> tuple[Path, ...]:
        """The unfinished bundle itself: its folder, or its ZIP files in order."""

    def take_in(
        self, originals: tuple[Original, ...], folders: set[str], intake: Intake
    ) -> tuple[Omission | None, ...]:
        """Bring every original to its place; for each the omission, if it was left out.

        `folders`: those of the whole bundle. Raises OriginalMissing, OriginalAltered, DriveFault, DriveGone,
        Cancelled; a ZIP in parts also FileTooLargeForPart.
        """

    def check_device(self, descriptor: int) -> None:
        """Raises DriveGone when a file opened below `path` does not lie where the work began."""

    def count_files(self, folder: str) -> int:
        """How many files lie in a part of the bundle now. Raises DriveFault."""

    def finish(self, drawn: tuple[str, ...], cancel: CancelToken, *, flush: bool) -> None:
        """Everything is there; `drawn` names the files made below `path`. With `flush` it is on the device then.

        Raises DriveFault, DriveGone, Cancelled; a ZIP in parts also FileTooLargeForPart.
        """

    def publish(self, *, flushed: bool) -> tuple[Path, ...]:
        """Give the bundle its final name or names. Raises DriveGone, BundleExists, DriveFault."""


def staging_path(destination: Path, root_name: str) -> Path:
    return destination / f"{root_name}{UNFINISHED}"


@contextmanager
def one_writer(destination: Path, root_name: str) -> Iterator[int]:
    """The bundle of this name is nobody else's within the block; makes the folder `destination` if need be.

    Gives the device it is on: a stick pulled out a moment later leaves a folder of the same name.
    Raises BundleBusy, DriveFault.
    """
    with ExitStack() as held:
        with drive_faults_named(destination):
            destination.mkdir(exist_ok=True)
            device = os.stat(destination).st_dev  # noqa: PTH116 – the same call as on descriptors
            try:
                held.enter_context(one_at_a_time(destination / f".{root_name}.lock"))
            except Timeout:
                raise BundleBusy(destination / root_name) from None
        yield device


@contextmanager
def drive_faults_named(path: Path) -> Iterator[None]:
    """Turns the system's refusals into DriveFault."""
    try:
        yield
    except OSError as fault:
        raise DriveFault(path, fault_reason(fault), words_of(fault)) from fault
