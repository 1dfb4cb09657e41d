"""A backup file that nobody vouches for: opened only as far as what it claims can be true."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from zidesk.domain.errors import BackupInvalid
from zidesk.services.verify.zip_directory import directory_size
from zidesk.storage.zip_members import doubts

_MOST_DIRECTORY: Final = 32 * 1024 * 1024  # bytes: some 200,000 originals
_SWELL: Final = 20  # originals are stored as they are, and a database becomes no smaller than that
_ALWAYS_ALLOWED: Final = 64 * 1024 * 1024  # unpacked bytes
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    LookupError,
    ArithmeticError,
    RuntimeError,  # also NotImplementedError
)


@contextmanager
def opened_backup(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, of which every member can be read in reasonable space.

    Raises BackupInvalid, also for what comes to light while its members are read within the block.
    """
    try:
        with path.open("rb") as file:
            if (directory_size(file) or 0) > _MOST_DIRECTORY:
                raise BackupInvalid(path, "daftar isinya terlalu besar")
            with zipfile.ZipFile(file) as archive:
                _refuse_bomb(path, archive.infolist())
                yield archive
    except _FAULTS as fault:
        raise BackupInvalid(path, "bukan ZIP, atau rusak dan terpotong") from fault


def _refuse_bomb(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise BackupInvalid(path, "terkunci dengan kata sandi")
    unpacked = sum(member.file_size for member in members)
    if doubts(members) or unpacked > max(_ALWAYS_ALLOWED, _SWELL * path.stat().st_size):
        raise BackupInvalid(path, "ukuran isinya tidak masuk akal")
