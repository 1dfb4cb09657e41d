"""Folders and files on the device: what is flushed, and drives that know no such call."""

import os
from pathlib import Path

import pytest

from tests import flushes
from zidesk.storage.flushing import flush_file, flush_folder, flush_tree, make_folder, move_into_place


def test_new_folders_are_flushed_under_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = flushes.watch(monkeypatch)
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    assert done == [("flushed", tmp_path), ("flushed", tmp_path / "a")]
    make_folder(tmp_path / "a" / "b")
    assert len(done) == 2


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("berkas")
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "a")
    with pytest.raises(OSError):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a").read_text() == "berkas"


def test_what_is_renamed_replaces_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = tmp_path / "baru", tmp_path / "lama"
    new.write_text("baru")
    old.write_text("lama")
    done = flushes.watch(monkeypatch)
    flush_file(new)
    move_into_place(new, old)
    assert done == [("flushed", new), ("named", old), ("flushed", tmp_path)]
    assert [path.read_text() for path in tmp_path.iterdir()] == ["baru"]


def test_a_tree_is_flushed_from_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    done = flushes.watch(monkeypatch)
    flush_tree(tmp_path)
    assert [path for _, path in done] == [tmp_path / "a" / "b", tmp_path / "a", tmp_path]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="takes a Linux drive that cannot be flushed")
def test_a_drive_that_cannot_flush_folders_is_no_fault() -> None:
    proc = Path("/proc")
    descriptor = os.open(proc, os.O_RDONLY)
    try:
        with pytest.raises(OSError):  # or the test would show nothing
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
    flush_folder(proc)


@pytest.mark.skipif(os.name == "nt", reason="Windows flushes no folders")
def test_a_folder_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        flush_folder(tmp_path / "tidak ada")
