"""What the system's refusals mean to a user."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zidesk.domain.errors import StorageFault

_REASONS = {
    "full": {errno.ENOSPC, errno.EDQUOT, errno.EFBIG},
    "denied": {errno.EACCES, errno.EPERM, errno.EROFS},
    "vanished": {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTDIR, errno.ETIMEDOUT},
    "busy": {errno.EBUSY, errno.ETXTBSY},
}


# the same words on every system; Linux would say them in English
_WORDS = {
    errno.EACCES: "izin ditolak",
    errno.EBUSY: "sedang dipakai",
    errno.EDQUOT: "jatah ruang habis",
    errno.EEXIST: "sudah ada",
    errno.EFBIG: "berkasnya terlalu besar",
    errno.EINVAL: "permintaan tidak dikenal di sana",
    errno.EIO: "gangguan baca-tulis",
    errno.EISDIR: "sebuah folder",
    errno.ELOOP: "pintasannya berputar",
    errno.EMFILE: "terlalu banyak berkas terbuka",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ENODEV: "perangkat tidak ada",
    errno.ENOENT: "tidak ditemukan",
    errno.ENOSPC: "ruang habis",
    errno.ENOTDIR: "ada bagian yang bukan folder",
    errno.ENOTEMPTY: "folder tidak kosong",
    errno.ENXIO: "perangkat tidak ada",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "terkunci tulis",
    errno.ESTALE: "sambungannya terputus",
    errno.ETIMEDOUT: "tidak menjawab",
    errno.ETXTBSY: "sedang dipakai",
}


def fault_reason(fault: OSError) -> str:
    """`full`, `denied`, `vanished`, `busy` or `other`, as StorageFault and DriveFault carry it."""
    return next((reason for reason, codes in _REASONS.items() if fault.errno in codes), "other")


def words_of(fault: OSError) -> str:
    """What the system says, in Indonesian where it is known, without the path."""
    return _WORDS.get(fault.errno or 0) or fault.strerror or str(fault)


def storage_fault(path: Path, fault: OSError) -> StorageFault:
    """The error a user understands, about `path`."""
    return StorageFault(path, fault_reason(fault), words_of(fault))


@contextmanager
def storage_faults_named(path: Path) -> Iterator[None]:
    """An OSError within the block comes out as a StorageFault about `path`."""
    try:
        yield
    except OSError as fault:
        raise storage_fault(path, fault) from fault
