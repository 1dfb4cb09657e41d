"""A bag in a folder: listed without following links, each file opened only if it is still a plain file."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from zidesk.domain.errors.bags import BundleUnreadable
from zidesk.domain.progress import CancelToken
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import EntryUnreadableError, Listing, Oddity
from zidesk.storage.faults import words_of

# Windows' own symbolic links and junctions; other reparse points (a cloud drive's files) are plain files
_LINK_TAGS = {0xA000000C, 0xA0000003}
# NONBLOCK: should the file have become a pipe since it was listed, opening it must not hang
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class FolderSource:
    """A folder as a `Source`. `drop_cache`: read from the device, not from the system's page cache."""

    def __init__(self, path: Path, *, drop_cache: bool) -> None:
        self._path = path
        self._root = os.path.abspath(path)  # noqa: PTH100 - a string: joined once for each of many files
        self._drop_cache = drop_cache and hasattr(os, "posix_fadvise")

    @property
    def root_names(self) -> tuple[str, ...]:
        return (Path(self._root).name, self._path.resolve().name)

    def scan(self, cancel: CancelToken) -> Listing:
        """Raises `BundleUnreadable` when not even the base folder can be listed."""
        listing = Listing()
        try:
            waiting = self._scan_folder("", listing)
        except OSError as error:
            raise BundleUnreadable(self._path, words_of(error)) from error
        if not _resembles_bag(listing):
            return listing  # somebody's documents, perhaps a whole drive: nothing to gain from walking it
        while waiting:
            cancel.check()
            folder = waiting.pop()
            try:
                waiting.extend(self._scan_folder(folder, listing))
            except OSError as error:
                listing.block(FaultKind.UNREADABLE, folder, reason=words_of(error))
        return listing

    def _scan_folder(self, folder: str, listing: Listing) -> list[str]:
        """Note what is in one folder; the folders in it are returned, last name first."""
        prefix = f"{folder}/" if folder else ""
        with os.scandir(f"{self._root}/{folder}") as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
        folders = []
        for entry in entries:
            path = prefix + entry.name
            try:
                facts = entry.stat(follow_symlinks=False)
            except OSError as error:
                listing.block(FaultKind.UNREADABLE, path, reason=words_of(error))
                continue
            if _is_link(facts):
                listing.block(FaultKind.SYMLINK, path)
            elif "\\" in entry.name:
                listing.block(FaultKind.UNSAFE_PATH, path, where="")
            elif stat.S_ISDIR(facts.st_mode):
                listing.folders.add(path)
                folders.append(path)
            elif stat.S_ISREG(facts.st_mode):
                listing.files[path] = facts.st_size
            else:
                listing.block(FaultKind.SPECIAL_FILE, path)
        return folders[::-1]

    def changes_of_form(self) -> Iterator[Oddity]:
        """A folder has nothing beside its files."""
        return iter(())

    def blocks(self, path: str, buffer: bytearray) -> Iterator[memoryview]:
        view = memoryview(buffer)
        try:
            descriptor = os.open(f"{self._root}/{path}", _FLAGS)
            with os.fdopen(descriptor, "rb", buffering=0) as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise EntryUnreadableError(FaultKind.SPECIAL_FILE)
                if self._drop_cache:
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                while count := file.readinto(buffer):
                    yield view[:count]
        except OSError as error:
            raise EntryUnreadableError(FaultKind.UNREADABLE, reason=words_of(error)) from error


def _is_link(facts: os.stat_result) -> bool:
    return stat.S_ISLNK(facts.st_mode) or getattr(facts, "st_reparse_tag", 0) in _LINK_TAGS


def _resembles_bag(top: Listing) -> bool:
    names = top.files.keys() | top.folders | top.blocked
    return bool(names & {"bagit.txt", "data"}) or any(name.lower().startswith("manifest-") for name in names)
