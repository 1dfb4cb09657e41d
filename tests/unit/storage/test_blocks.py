"""Files by the block: the whole content, in bounded pieces, until somebody cancels."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import BLOCK, read_blocks, sha256_of


@pytest.mark.parametrize("size", [0, 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_every_byte_once(size: int) -> None:
    content = hashlib.shake_128(b"isi").digest(size)
    blocks = list(read_blocks(BytesIO(content)))
    assert b"".join(blocks) == content
    assert all(0 < len(block) <= BLOCK for block in blocks)


def test_a_cancel_stops_between_blocks() -> None:
    cancel, stream = CancelToken(), BytesIO(bytes(3 * BLOCK))
    blocks = read_blocks(stream, cancel)
    next(blocks)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(blocks)
    assert stream.tell() == 2 * BLOCK


def test_the_hash_of_a_file(tmp_path: Path) -> None:
    content = hashlib.shake_128(b"isi").digest(2 * BLOCK + 5)
    (tmp_path / "a").write_bytes(content)
    assert sha256_of(tmp_path / "a") == hashlib.sha256(content).hexdigest()
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        sha256_of(tmp_path / "a", cancel)
    with pytest.raises(FileNotFoundError):
        sha256_of(tmp_path / "b")
