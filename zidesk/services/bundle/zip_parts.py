"""The ZIP files of one bundle while they are written: one, or as many as a limit on their size takes."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from zidesk.domain.bundle_parts import MOST_PARTS
from zidesk.domain.errors import DriveGone, FileTooLargeForPart, TooManyParts
from zidesk.services.bundle.zip_names import NOTE_MOST, unfinished_zip
from zidesk.services.bundle.zip_volume import EMPTY_COST, Fill, ZipVolume, entry_cost

_FLUSH_EVERY = 64 * 1024 * 1024  # bytes: so that a slow stick shows its pace and a cancel is heard


def room_in_part(part_size: int) -> int:
    """Bytes left for entries in a part that must stay smaller than `part_size`."""
    return part_size - 1 - NOTE_MOST - EMPTY_COST


class ZipParts:
    """Entries go into the last file; the next one is begun when they do not fit. Methods may raise OSError."""

    def __init__(
        self, destination: Path, root_name: str, part_size: int | None, moment: datetime, device: int
    ) -> None:
        """`device`: the one all of it must lie on. Raises DriveGone."""
        self._destination, self._root_name, self._moment = destination, root_name, moment
        self._part_size = part_size
        self._device = device
        self._flushed_at = 0
        self.volumes: list[ZipVolume] = []
        self._begin()

    @property
    def file_count(self) -> int:
        return sum(volume.files for volume in self.volumes)

    def add_folder(self, name: str) -> None:
        self.volumes[-1].add_folder(name)

    def add(self, name: str, size: int, fill: Fill) -> None:
        """Add a file as `ZipVolume.add_file` does. Raises DriveGone, FileTooLargeForPart, TooManyParts."""
        self.check_drive()
        if self._room is not None and entry_cost(name, size) > self._room:
            if entry_cost(name, size) > self._whole_room:
                raise FileTooLargeForPart(name, size, self._part_size or 0)
            self._begin()
        self.volumes[-1].add_file(name, size, fill)

    def keep_together(self, sizes: Sequence[tuple[str, int]]) -> None:
        """Begin the next file if these entries, by name and size, fit into one but not into this one."""
        cost = sum(entry_cost(name, size) for name, size in sizes)
        if self._room is not None and self._room < cost <= self._whole_room:
            self._begin()

    def flush_sometimes(self) -> None:
        """Bring what has gathered in memory to the device, now and then."""
        if self.volumes[-1].cost - self._flushed_at > _FLUSH_EVERY:
            self.volumes[-1].flush()
            self._flushed_at = self.volumes[-1].cost

    def check_drive(self) -> None:
        """Raises DriveGone when another drive, or none, is at the destination now."""
        if os.stat(self._destination).st_dev != self._device:  # noqa: PTH116 – the same call as on descriptors
            raise DriveGone(self.volumes[-1].path)

    def abandon(self) -> None:
        """Close and remove everything; what a failed drive refuses stays. Never raises OSError."""
        for volume in self.volumes:
            volume.abandon()
            with suppress(OSError):
                volume.path.unlink(missing_ok=True)

    @property
    def _room(self) -> int | None:
        """Bytes left for entries in the last file; None without a limit."""
        if self._part_size is None:
            return None
        return room_in_part(self._part_size) - (self.volumes[-1].cost - EMPTY_COST)

    @property
    def _whole_room(self) -> int:
        return room_in_part(self._part_size or 0)

    def _begin(self) -> None:
        number = None if self._part_size is None else len(self.volumes) + 1
        if number is not None and number > MOST_PARTS:
            raise TooManyParts(MOST_PARTS, self._part_size or 0)
        path = unfinished_zip(self._destination, self._root_name, number)
        self.volumes.append(ZipVolume(path, self._moment))
        self._flushed_at = 0
        if self.volumes[-1].device != self._device:
            self.abandon()
            raise DriveGone(path)
