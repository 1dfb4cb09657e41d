"""Which members of a ZIP that nobody vouches for may be read: told by what its directory says of them.

Only stored and deflated ones (bzip2 and LZMA can swell without bound inside one block), of a size that deflate
can yield, whose bytes are no other member's. So reading all of them is at most about a thousand times the size
of the file.
"""

import zipfile
from collections.abc import Iterable
from enum import Enum, auto
from itertools import pairwise
from typing import Final

_DEFLATE_MOST: Final = 1032  # bytes out of one byte in, at best
_LOCAL_HEADER: Final = 30


class Doubt(Enum):
    """Why a member is not read."""

    OVERLAPS = auto()
    METHOD = auto()
    SIZE = auto()


def doubts(members: Iterable[zipfile.ZipInfo]) -> dict[zipfile.ZipInfo, Doubt]:
    """The members that are not to be read, each with the reason."""
    ordered = sorted(members, key=lambda info: info.header_offset)
    found = {info: doubt for info in ordered if (doubt := _doubt(info)) is not None}
    for info, following in pairwise(ordered):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > following.header_offset:
            found[info] = Doubt.OVERLAPS
    return found


def _doubt(info: zipfile.ZipInfo) -> Doubt | None:
    if info.compress_type == zipfile.ZIP_STORED:
        return None if info.file_size == info.compress_size else Doubt.SIZE
    if info.compress_type == zipfile.ZIP_DEFLATED:
        return None if info.file_size <= (info.compress_size + 1) * _DEFLATE_MOST else Doubt.SIZE
    return Doubt.METHOD
