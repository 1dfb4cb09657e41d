"""Files by the block: none is ever whole in memory."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from zidesk.domain.progress import CancelToken

BLOCK = 1024 * 1024  # bytes


def read_blocks(stream: IO[bytes], cancel: CancelToken | None = None) -> Iterator[bytes]:
    """What is left of `stream`, at most BLOCK bytes at a time. Raises OSError, Cancelled between blocks."""
    while block := stream.read(BLOCK):
        if cancel is not None:
            cancel.check()
        yield block


def sha256_of(path: Path, cancel: CancelToken | None = None) -> str:
    """The hash of a file's content, lower-case hex. Raises OSError, Cancelled."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as stream:
        for block in read_blocks(stream, cancel):
            digest.update(block)
    return digest.hexdigest()
