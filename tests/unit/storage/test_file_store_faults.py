"""The store on a drive that fails, and killed while it writes: never a wrong file under a hash."""

import hashlib
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import file_size_limit, fill, small_drive, write_protected
from zidesk.domain.errors import FileUnreadable, FileVanished, StorageFault
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import BLOCK
from zidesk.storage.file_store import FileStore


def everything_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    source = tmp_path / "foto.jpg"
    source.write_bytes(hashlib.shake_128(b"foto").digest(3 * BLOCK + 17))
    return source


def test_a_full_drive_leaves_no_part_of_the_file(tmp_path: Path, photo: Path) -> None:
    with small_drive(tmp_path / "stik", "2m") as drive:
        store = FileStore(drive / "kerja" / "bukti")
        with pytest.raises(StorageFault) as fault:
            store.put(photo)
        assert fault.value.reason == "full"
        assert fault.value.path == drive / "kerja"
        assert fault.value.detail
        assert everything_in(drive) == []

        small = tmp_path / "kecil.txt"
        small.write_text("muat")
        assert store.path_of(store.put(small).sha256).read_text() == "muat"


def test_a_drive_that_takes_only_a_part_of_the_last_block(tmp_path: Path, photo: Path) -> None:
    """A write may end early without an error; the error comes with the next one, if there is a next one."""
    os.truncate(photo, 2 * BLOCK)
    with small_drive(tmp_path / "stik", "4m") as drive:
        filler = fill(drive, leaving=BLOCK + 8192)
        with pytest.raises(StorageFault) as fault:
            FileStore(drive / "bukti").put(photo)
        assert fault.value.reason == "full"
        assert everything_in(drive) == [filler]
    store = FileStore(tmp_path / "bukti")
    with file_size_limit(BLOCK + 100), pytest.raises(StorageFault):
        store.put(photo)
    assert everything_in(store.root) == []


def test_it_fits_to_the_last_byte(tmp_path: Path) -> None:
    source = tmp_path / "pas.bin"
    with small_drive(tmp_path / "stik", "2m") as drive:
        store = FileStore(drive / "bukti")
        source.write_bytes(b"x" * (2 * BLOCK))
        assert store.put(source).size == 2 * BLOCK
        source.write_bytes(b"y")
        with pytest.raises(StorageFault):
            store.put(source)
        assert len(everything_in(drive)) == 1


def test_no_room_for_one_more_name(tmp_path: Path, photo: Path) -> None:
    """Room for the temporary file, but not for the folder of its hash."""
    with small_drive(tmp_path / "stik", "8m", files=3) as drive:  # the root, bukti, the temporary file
        with pytest.raises(StorageFault) as fault:
            FileStore(drive / "bukti").put(photo)
        assert fault.value.reason == "full"
        assert everything_in(drive) == []


def test_a_write_protected_drive(tmp_path: Path, photo: Path) -> None:
    with small_drive(tmp_path / "stik", "8m") as drive:
        with write_protected(drive), pytest.raises(StorageFault) as fault:
            FileStore(drive / "bukti").put(photo)
        assert fault.value.reason == "denied"


def test_a_drive_that_takes_no_file_of_this_size(tmp_path: Path, photo: Path) -> None:
    store = FileStore(tmp_path / "bukti")
    with file_size_limit(BLOCK), pytest.raises(StorageFault) as fault:
        store.put(photo)
    assert fault.value.reason == "full"
    assert everything_in(store.root) == []


def test_a_file_where_the_store_should_be(tmp_path: Path, photo: Path) -> None:
    (tmp_path / "bukti").write_text("bukan folder")
    with pytest.raises(StorageFault):
        FileStore(tmp_path / "bukti").put(photo)


def test_a_source_on_a_full_drive_is_read(tmp_path: Path) -> None:
    with small_drive(tmp_path / "stik", "1m") as drive:
        source = fill(drive)
        assert FileStore(tmp_path / "bukti").put(source).size == source.stat().st_size


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="takes Linux's /proc")
def test_a_file_the_system_does_not_let_be_read_is_named(tmp_path: Path) -> None:
    class NotEmpty(type(Path())):  # type: ignore[misc]
        """/proc/self/mem with the size of an ordinary file; reading its first page is EIO."""

        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            return (tmp_path / "contoh").stat()

    (tmp_path / "contoh").write_bytes(b"x")
    store = FileStore(tmp_path / "bukti")
    with pytest.raises(FileUnreadable) as refused:
        store.put(NotEmpty("/proc/self/mem"))
    assert refused.value.path == Path("/proc/self/mem")
    assert refused.value.detail == "gangguan baca-tulis"
    assert everything_in(store.root) == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="takes permissions of POSIX")
def test_a_file_without_permission_is_named(tmp_path: Path, start: Callable[..., "subprocess.Popen[str]"]) -> None:
    """As a user without rights where the test runs as root, for whom nothing is forbidden."""
    source, store = tmp_path / "rahasia.pdf", tmp_path / "bukti"
    source.write_bytes(b"rahasia")
    source.chmod(0)
    store.mkdir(mode=0o777)
    store.chmod(0o777)
    code = """
import os, sys
from pathlib import Path
from zidesk.domain.errors import FileUnreadable
from zidesk.storage.file_store import FileStore
os.chdir(sys.argv[1])  # pytest's own folders are closed to others
if os.geteuid() == 0:
    os.setuid(65534)
try:
    FileStore(Path("bukti")).put(Path("rahasia.pdf"))
except FileUnreadable as refused:
    print(refused.path, refused.detail)
"""
    child = start(code, tmp_path)
    assert child.communicate()[0] == f"{source.name} izin ditolak\n"
    assert everything_in(store) == []


def test_a_source_that_vanishes_between_looking_and_opening(tmp_path: Path) -> None:
    class Vanishing(type(Path())):  # type: ignore[misc]
        """Gone as soon as it has been looked at, as a stick that is pulled out."""

        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            found = Path(self).stat(follow_symlinks=follow_symlinks)
            self.unlink()
            return found

    source = tmp_path / "foto.jpg"
    source.write_bytes(b"foto")
    with pytest.raises(FileVanished):
        FileStore(tmp_path / "bukti").put(Vanishing(source))
    assert everything_in(tmp_path) == []


def test_a_source_that_shrinks_to_nothing_while_it_is_read(tmp_path: Path) -> None:
    """What was read is what is kept: hash and size belong to the copy."""

    class Truncating(CancelToken):
        def check(self) -> None:
            os.truncate(source, BLOCK)

    source = tmp_path / "foto.jpg"
    source.write_bytes(b"x" * (3 * BLOCK))
    store = FileStore(tmp_path / "bukti")
    put = store.put(source, Truncating())
    kept = store.path_of(put.sha256).read_bytes()
    assert (len(kept), hashlib.sha256(kept).hexdigest()) == (put.size, put.sha256)


_PUTS = """
import sys
from pathlib import Path
from zidesk.storage.file_store import FileStore
store, source = FileStore(Path(sys.argv[1])), Path(sys.argv[2])
print("mulai", flush=True)
print(store.put(source).sha256, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="takes SIGKILL")
def test_killed_at_any_moment_it_leaves_the_whole_file_or_none(
    tmp_path: Path, start: Callable[..., "subprocess.Popen[str]"]
) -> None:
    source, store = tmp_path / "video.mp4", FileStore(tmp_path / "bukti")
    source.write_bytes(hashlib.shake_128(b"video").digest(12 * BLOCK))
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    began = time.monotonic()
    store.put(source)
    longest = 1.5 * (time.monotonic() - began)
    chance = random.Random(20605123)
    for _ in range(20):
        store.path_of(sha256).unlink(missing_ok=True)
        child = start(_PUTS, store.root, source)
        assert child.stdout is not None
        assert child.stdout.readline() == "mulai\n"
        time.sleep(chance.uniform(0, longest))
        child.send_signal(signal.SIGKILL)
        reported = child.communicate()[0]

        whole = [path.name for _, path in store.contents()]
        assert whole == [] or whole == [sha256]
        assert all(hashlib.sha256(path.read_bytes()).hexdigest() == name for name, path in store.contents())
        if reported:  # what the child reported as kept is there
            assert whole == [sha256]
        for leftover in store.leftovers():
            assert leftover.stat().st_size <= 12 * BLOCK
            leftover.unlink()
    assert store.put(source).sha256 == sha256
    assert everything_in(store.root) == [store.path_of(sha256)]
