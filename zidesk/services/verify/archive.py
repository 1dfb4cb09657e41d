"""A bag in a ZIP file, read member by member and never unpacked.

Against bombs: a member that is doubted (see `zip_members`) is a fault and is not opened; reading stops at the
declared size; a directory of more than 32 MiB is refused. So the work is at most about a thousand times the
size of the file, in fixed memory.
"""

import os
import re
import stat
import struct
import threading
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from zidesk.domain.bundle_parts import NOTE, part_of
from zidesk.domain.errors.bags import DamagedZip, NotABundle
from zidesk.domain.manifest import is_unsafe, plain
from zidesk.domain.progress import CancelToken
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import EntryUnreadableError, Listing, Oddity
from zidesk.services.verify.zip_directory import directory_size
from zidesk.services.verify.zip_form import changed_entries
from zidesk.storage.faults import words_of
from zidesk.storage.zip_members import Doubt, doubts

MAX_DIRECTORY: Final = 32 * 1024 * 1024
_MANIFEST = re.compile(r"manifest-[^/]+\.txt", re.IGNORECASE)
_DOUBTS: Final[Mapping[Doubt, str]] = {
    Doubt.OVERLAPS: "isinya bertumpuk dengan berkas lain",
    Doubt.METHOD: "cara pemampatannya tidak didukung",
    Doubt.SIZE: "ukuran yang tercatat tidak masuk akal",
}
_ENCRYPTED, _UTF8 = 0x1, 0x800
_READ_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    ValueError,
    RuntimeError,  # also NotImplementedError: kinds of member zipfile does not know
)


class ZipSource:
    """An open ZIP file as a `Source`; closing `file` is the caller's business.

    `part`: which of several ZIP files of one bundle it says it is, None when it is whole.
    """

    def __init__(self, path: Path, file: BinaryIO, *, drop_cache: bool) -> None:
        """Raises `NotABundle` for another kind of file, `DamagedZip` when the directory cannot be read."""
        self._path, self._file = path, file
        start = file.read(2)
        if drop_cache and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        size = directory_size(file)
        if size is None:
            raise DamagedZip(path) if start == b"PK" else NotABundle(path)
        if size > MAX_DIRECTORY:
            raise DamagedZip(path)
        try:
            self._zip = zipfile.ZipFile(file)
        except _READ_FAULTS as error:
            raise DamagedZip(path) from error
        self.part = part_of(self._zip.comment)
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._base = ""
        self._opening = threading.Lock()  # ZipFile counts its open members without one

    @property
    def root_names(self) -> tuple[str, ...]:
        return (self._path.name, self._path.stem, self._base.rstrip("/"))

    def scan(self, cancel: CancelToken) -> Listing:
        listing = Listing()
        named = [(_name(info), info) for info in self._zip.infolist()]
        self._base = _base([name for name, _ in named])
        doubted = doubts(info for _, info in named)
        for name, info in named:
            cancel.check()
            if is_unsafe(name):
                listing.block(FaultKind.UNSAFE_PATH, name, where=" di dalam ZIP")
                continue
            path = plain(name)
            if not f"{path}/".startswith(self._base):
                if not path.startswith("__MACOSX") and (path != NOTE or self.part is None):
                    listing.oddities.append(Oddity(FaultKind.OUTSIDE_BAG, path, serious=False))
                continue
            self._note(path[len(self._base) :], name, info, doubted.get(info), listing)
        for path in listing.files.keys() & listing.folders:
            listing.block(FaultKind.DUPLICATE_MEMBER, path)
        return listing

    def _note(self, path: str, name: str, info: zipfile.ZipInfo, doubt: Doubt | None, listing: Listing) -> None:
        for at, char in enumerate(path):
            if char == "/":
                listing.folders.add(path[:at])
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind == stat.S_IFLNK:
            listing.block(FaultKind.SYMLINK, path)
        elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            listing.block(FaultKind.SPECIAL_FILE, path)
        elif name.endswith("/") or not path:
            listing.folders.add(path)
        elif path in self._members:
            listing.block(FaultKind.DUPLICATE_MEMBER, path)
        else:
            self._members[path] = info
            if info.flag_bits & _ENCRYPTED:
                listing.block(FaultKind.ENCRYPTED, path)
            elif doubt is not None:
                listing.block(FaultKind.SUSPICIOUS_MEMBER, path, reason=_DOUBTS[doubt])
            else:
                listing.files[path] = info.file_size

    def changes_of_form(self) -> Iterator[Oddity]:
        try:
            for name in changed_entries(self._zip, self._file):
                path = name.removeprefix(self._base) if name else self._path.name
                yield Oddity(FaultKind.CHANGED_ENTRY if name else FaultKind.CHANGED_ZIP, path)
        except OSError as error:
            facts = (("reason", words_of(error)),)
            yield Oddity(FaultKind.UNREADABLE, self._path.name, facts=facts)

    def blocks(self, path: str, buffer: bytearray) -> Iterator[memoryview]:
        info = self._members[path]
        left = info.file_size
        try:
            with self._opening:
                member = self._zip.open(info)
            try:
                # zipfile itself stops at the declared size and compares the CRC there
                while block := member.read(len(buffer)):
                    left -= len(block)
                    yield memoryview(block)
            finally:
                with self._opening:
                    member.close()
        except _READ_FAULTS as error:
            raise EntryUnreadableError(FaultKind.DAMAGED_MEMBER) from error
        except OSError as error:
            raise EntryUnreadableError(FaultKind.UNREADABLE, reason=words_of(error)) from error
        if left:
            raise EntryUnreadableError(FaultKind.DAMAGED_MEMBER)


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name as written: zipfile's own `filename` has backslashes and NUL already mended."""
    name = info.orig_filename
    if info.flag_bits & _UTF8 or name.isascii():
        return name
    try:  # macOS and some others write UTF-8 without saying so
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _base(names: list[str]) -> str:
    """The bag's base folder in the ZIP, with its slash, or "" for the top."""
    paths = [path for name in names if (path := plain(name)) and not path.startswith("__MACOSX")]
    if any(path == "bagit.txt" or _MANIFEST.fullmatch(path) for path in paths):
        return ""
    declared = {path.split("/")[0] for path in paths if path.count("/") == 1 and path.endswith("/bagit.txt")}
    tops = declared or {path.split("/")[0] for path in paths if "/" in path}
    if len(tops) != 1:
        return ""
    (top,) = tops
    return f"{top}/" if top != "data" else ""
