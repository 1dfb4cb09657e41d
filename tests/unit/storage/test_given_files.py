"""Files a user points at: taken, or refused by name."""

from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled, FileEmpty, FileIsFolder, FileNotRegular, FileRefused, FileVanished
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import BLOCK
from zidesk.storage.given_files import blocks_of, opened


def content_of(path: Path, *, may_be_empty: bool = False) -> bytes:
    with opened(path, may_be_empty=may_be_empty) as stream:
        return b"".join(blocks_of(stream, path))


def test_the_whole_content(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto" * BLOCK)
    assert content_of(tmp_path / "foto.jpg") == b"foto" * BLOCK


@pytest.mark.parametrize(
    ("name", "refusal"), [("tidak ada", FileVanished), ("folder", FileIsFolder), ("kosong", FileEmpty)]
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, name: str, refusal: type[FileRefused]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "kosong").touch()
    with pytest.raises(refusal) as refused:
        content_of(tmp_path / name)
    assert refused.value.path == tmp_path / name


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="takes /dev/zero")
def test_a_device_is_not_read() -> None:
    with pytest.raises(FileNotRegular):
        content_of(Path("/dev/zero"), may_be_empty=True)


def test_an_empty_file_where_that_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "kosong").touch()
    assert content_of(tmp_path / "kosong", may_be_empty=True) == b""


def test_a_fault_of_whoever_takes_the_blocks_is_not_the_files(tmp_path: Path) -> None:
    """A full target must not be told as an unreadable source."""
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    with (
        pytest.raises(OSError, match="penuh") as fault,
        opened(tmp_path / "foto.jpg") as stream,
    ):
        for _ in blocks_of(stream, tmp_path / "foto.jpg"):
            raise OSError(28, "penuh")
    assert not isinstance(fault.value, FileRefused)


def test_a_cancel_comes_through(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    cancel = CancelToken()
    cancel.cancel()
    with opened(tmp_path / "foto.jpg") as stream, pytest.raises(Cancelled):
        list(blocks_of(stream, tmp_path / "foto.jpg", cancel))
