"""Putting originals into the store: every size, every kind of source, cancelled at any block."""

import hashlib
import os
import threading
import tracemalloc
from pathlib import Path

import pytest

from tests import flushes
from zidesk.domain.errors import Cancelled, FileEmpty, FileIsFolder, FileNotRegular, FileVanished
from zidesk.domain.progress import CancelToken
from zidesk.storage.blocks import BLOCK
from zidesk.storage.file_store import FileStore, Stored


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "bukti")


def content(size: int) -> bytes:
    """Bytes in which no two blocks are alike."""
    return hashlib.shake_128(b"bukti").digest(size)


def everything_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


class CancelsAt(CancelToken):
    """Cancelled when it is asked for the nth time, counted from 1; 0 is never."""

    def __init__(self, nth: int) -> None:
        super().__init__()
        self.nth = nth
        self.asked = 0

    def check(self) -> None:
        self.asked += 1
        if self.asked == self.nth:
            self.cancel()
        super().check()


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 5 * BLOCK + 12_345])
def test_a_file_is_kept_whole_under_its_hash(store: FileStore, tmp_path: Path, size: int) -> None:
    source = tmp_path / "SK Tim.pdf"
    source.write_bytes(content(size))
    sha256 = hashlib.sha256(content(size)).hexdigest()

    assert store.put(source) == Stored(sha256, size, is_new=True)

    kept = store.root / sha256[:2] / sha256
    assert kept.read_bytes() == content(size)
    assert store.path_of(sha256) == kept
    assert everything_in(store.root) == [kept]
    assert list(store.leftovers()) == []


def test_it_is_on_the_device_before_it_has_its_name(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    done = flushes.watch(monkeypatch)
    kept = store.path_of(store.put(tmp_path / "foto.jpg").sha256)
    temporary = next(path for _, path in done if path.name.startswith(".masuk-"))
    assert done == [
        ("flushed", store.root.parent),  # the store itself is new
        ("flushed", temporary),
        ("flushed", store.root),  # and so is the folder in it
        ("named", kept),
        ("flushed", kept.parent),
    ]


def test_folders_that_are_there_are_not_flushed_again(
    store: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    kept = store.path_of(store.put(tmp_path / "foto.jpg").sha256)
    kept.unlink()
    done = flushes.watch(monkeypatch)
    store.put(tmp_path / "foto.jpg")
    assert done[1:] == [("named", kept), ("flushed", kept.parent)]


def test_the_same_content_twice_is_one_file(store: FileStore, tmp_path: Path) -> None:
    first, second = tmp_path / "a.jpg", tmp_path / "b.jpg"
    for source in (first, second):
        source.write_bytes(content(3 * BLOCK))
    put = store.put(first)
    kept = store.path_of(put.sha256)
    before = kept.stat()

    again = store.put(second)

    assert again == Stored(put.sha256, put.size, is_new=False)
    assert everything_in(store.root) == [kept]
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_source_is_not_touched(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "notula.pdf"
    source.write_bytes(content(BLOCK + 7))
    source.chmod(0o440)
    os.utime(source, ns=(1_600_000_000_123_456_789, 1_500_000_000_123_456_789))
    before = source.stat()

    store.put(source)

    after = source.stat()
    assert (after.st_mode, after.st_mtime_ns, after.st_size, after.st_nlink, after.st_ino) == (
        before.st_mode,
        before.st_mtime_ns,
        before.st_size,
        1,
        before.st_ino,
    )
    assert source.read_bytes() == content(BLOCK + 7)


def test_an_empty_file_is_refused(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "kosong.pdf"
    source.touch()
    with pytest.raises(FileEmpty) as refused:
        store.put(source)
    assert refused.value.path == source
    assert everything_in(tmp_path) == [source]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="takes Linux's /proc")
def test_a_file_that_says_it_has_no_size_is_refused_before_it_is_read(store: FileStore) -> None:
    with pytest.raises(FileEmpty):
        store.put(Path("/proc/self/status"))


def test_a_folder_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(FileIsFolder):
        store.put(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="takes named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(store: FileStore, tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipa", tmp_path / "tautan"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    refusals: list[BaseException] = []

    def put_both() -> None:
        for source in (pipe, link):
            try:
                store.put(source)
            except FileNotRegular as refusal:
                refusals.append(refusal)

    work = threading.Thread(target=put_both, daemon=True)
    work.start()
    work.join(timeout=5)
    assert not work.is_alive()
    assert len(refusals) == 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="takes /dev/zero")
def test_a_device_is_refused(store: FileStore) -> None:
    with pytest.raises(FileNotRegular):
        store.put(Path("/dev/zero"))


def test_a_missing_file_is_named(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(FileVanished) as refused:
        store.put(tmp_path / "tidak ada.pdf")
    assert refused.value.path == tmp_path / "tidak ada.pdf"


def test_a_link_is_followed_and_its_dangling_end_is_named(store: FileStore, tmp_path: Path) -> None:
    source, link = tmp_path / "asli.pdf", tmp_path / "tautan.pdf"
    source.write_bytes(b"isi")
    link.symlink_to(source)

    kept = store.path_of(store.put(link).sha256)
    assert kept.read_bytes() == b"isi"
    assert not kept.is_symlink()

    source.unlink()
    with pytest.raises(FileVanished):
        store.put(link)


def test_names_of_any_script_are_taken(store: FileStore, tmp_path: Path) -> None:
    for name in ("ꦱꦸꦫꦠ꧀.pdf", "عقد عمل.pdf", "SK  (2) ’final’ %20.pdf", "😀.jpg"):
        source = tmp_path / name
        source.write_bytes(name.encode())
        assert store.path_of(store.put(source).sha256).read_bytes() == name.encode()


def test_a_copy_that_was_cut_short_is_healed(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    source.write_bytes(content(BLOCK))
    kept = store.path_of(store.put(source).sha256)
    os.truncate(kept, 100)

    assert store.put(source).is_new
    assert kept.read_bytes() == content(BLOCK)
    assert everything_in(store.root) == [kept]


def test_cancelled_at_every_block_it_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "video.mp4"
    source.write_bytes(content(4 * BLOCK + 1))
    for block in range(1, 6):
        with pytest.raises(Cancelled):
            store.put(source, CancelsAt(block))
        assert everything_in(store.root) == []
    never = CancelsAt(0)
    store.put(source, never)
    assert never.asked == 5


def test_a_cancel_after_another_put_keeps_that_one(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "a.jpg"
    source.write_bytes(content(100))
    kept = store.path_of(store.put(source).sha256)
    with pytest.raises(Cancelled):
        store.put(source, CancelsAt(1))
    assert everything_in(store.root) == [kept]


def test_memory_stays_flat_for_a_large_file(store: FileStore, tmp_path: Path) -> None:
    source = tmp_path / "besar.mp4"
    with source.open("wb") as stream:
        stream.truncate(200 * BLOCK)
    tracemalloc.start()
    try:
        assert store.put(source).size == 200 * BLOCK
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * BLOCK


def test_contents_and_leftovers_are_told_apart(store: FileStore, tmp_path: Path) -> None:
    hashes = []
    for text in ("satu", "dua", "tiga"):
        source = tmp_path / text
        source.write_text(text)
        hashes.append(store.put(source).sha256)
    leftover = store.root / ".masuk-0123"
    leftover.write_bytes(b"separuh")

    assert [name for name, _ in store.contents()] == sorted(hashes)
    assert all(path == store.path_of(name) for name, path in store.contents())
    assert list(store.leftovers()) == [leftover]


def test_an_unused_store_is_empty(store: FileStore) -> None:
    assert list(store.contents()) == []
    assert list(store.leftovers()) == []
