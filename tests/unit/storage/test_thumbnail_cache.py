"""The cache keeps its limit and never stands in the way."""

import os
import time
from pathlib import Path

import pytest

from tests import faults
from zidesk.storage.thumbnail_cache import ThumbnailCache

_NAMES = [f"{number:02x}" + "0" * 61 + f"{number % 10}" for number in range(60)]
_DAY = 24 * 3600


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def taken(folder: Path) -> int:
    return sum(path.stat().st_size for path in files(folder))


def test_what_is_put_can_be_had(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path / "cache")
    assert cache.get(_NAMES[0]) is None
    cache.put(_NAMES[0], b"gambar")
    cache.put(_NAMES[0], b"gambar baru")
    assert cache.get(_NAMES[0]) == b"gambar baru"
    assert ThumbnailCache(tmp_path / "cache").get(_NAMES[0]) == b"gambar baru"
    assert files(tmp_path) == [tmp_path / "cache" / "00" / f"{_NAMES[0]}.jpg"]


def test_the_limit_holds_and_the_longest_unused_go_first(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path, limit=1000)
    for number, name in enumerate(_NAMES[:20]):
        cache.put(name, bytes(100))
        assert taken(tmp_path) <= 1000
        if number >= 5:
            assert cache.get(_NAMES[0]) is not None, "the first is used all the time"
    assert taken(tmp_path) == 1000
    kept = [name for name in _NAMES[:20] if cache.get(name)]
    assert kept == [_NAMES[0], *_NAMES[11:20]]


def test_the_limit_counts_what_was_there_before(tmp_path: Path) -> None:
    """The order of use is remembered on disk, from one session to the next."""
    first = ThumbnailCache(tmp_path, limit=1000)
    for number, name in enumerate(_NAMES[:10]):
        first.put(name, bytes(100))
        moment = time.time() - (20 - number) * _DAY
        os.utime(tmp_path / name[:2] / f"{name}.jpg", (moment, moment))
    second = ThumbnailCache(tmp_path, limit=1000)
    assert second.get(_NAMES[0]) is not None  # used again: the second is now the oldest
    second.put(_NAMES[30], bytes(250))
    assert [name for name in _NAMES if second.get(name)] == [_NAMES[0], *_NAMES[4:10], _NAMES[30]]
    assert taken(tmp_path) <= 1000


def test_replacing_counts_once(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path, limit=1000)
    for _ in range(50):
        cache.put(_NAMES[0], bytes(400))
        cache.put(_NAMES[1], bytes(500))
    assert cache.get(_NAMES[0])
    assert cache.get(_NAMES[1])


def test_what_a_killed_program_left_goes_and_strangers_stay(tmp_path: Path) -> None:
    folder = tmp_path / "ab"
    folder.mkdir()
    (folder / ".baru-123").write_bytes(bytes(100))
    (folder / "catatan.txt").write_text("milik orang lain", encoding="utf-8")
    ThumbnailCache(tmp_path, limit=50).put(_NAMES[0], bytes(10))
    assert [path.name for path in files(tmp_path)] == [f"{_NAMES[0]}.jpg", "catatan.txt"]


def test_something_far_too_large_is_neither_kept_nor_read(tmp_path: Path) -> None:
    cache = ThumbnailCache(tmp_path)
    cache.put(_NAMES[0], bytes(2_000_000))
    assert files(tmp_path) == []
    cache.put(_NAMES[0], b"kecil")
    files(tmp_path)[0].write_bytes(bytes(2_000_000))
    assert cache.get(_NAMES[0]) is None


def test_read_only_writes_nothing_not_even_the_time_of_use(tmp_path: Path) -> None:
    ThumbnailCache(tmp_path).put(_NAMES[0], b"gambar")
    path = files(tmp_path)[0]
    os.utime(path, (1_000_000_000, 1_000_000_000))
    cache = ThumbnailCache(tmp_path, read_only=True)
    cache.put(_NAMES[1], b"lain")
    assert cache.get(_NAMES[0]) == b"gambar"
    assert files(tmp_path) == [path]
    assert path.stat().st_mtime == 1_000_000_000


def test_a_folder_that_cannot_be_had_is_not_asked_for_ever(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("bukan folder", encoding="utf-8")
    cache = ThumbnailCache(blocked)
    for name in _NAMES[:5]:
        cache.put(name, b"gambar")
        assert cache.get(name) is None
    blocked.unlink()
    cache.put(_NAMES[0], b"gambar")
    assert not blocked.exists(), "given up until the workspace is opened again"
    ThumbnailCache(blocked).put(_NAMES[0], b"gambar")
    assert files(blocked)


def test_a_full_drive_keeps_what_fits_and_leaves_no_pieces(tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "stik", "512k") as drive:
        cache = ThumbnailCache(drive / "cache")
        cache.put(_NAMES[0], bytes(50_000))
        faults.fill(drive)
        cache.put(_NAMES[1], bytes(50_000))
        assert cache.get(_NAMES[0]) == bytes(50_000)
        assert cache.get(_NAMES[1]) is None
        assert [path.name for path in files(drive / "cache")] == [f"{_NAMES[0]}.jpg"]


def test_a_write_protected_drive_is_still_read(tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "stik", "512k") as drive:
        ThumbnailCache(drive).put(_NAMES[0], b"gambar")
        with faults.write_protected(drive):
            cache = ThumbnailCache(drive)
            cache.put(_NAMES[1], b"lain")
            assert cache.get(_NAMES[0]) == b"gambar"
            assert cache.get(_NAMES[1]) is None


@pytest.mark.parametrize("moment", range(3))
def test_a_folder_deleted_while_in_use_is_made_again(tmp_path: Path, moment: int) -> None:
    cache = ThumbnailCache(tmp_path / "cache", limit=250)
    for number in range(6):
        if number % 3 == moment:
            for path in files(tmp_path):
                path.unlink()
                path.parent.rmdir()
        cache.put(_NAMES[number], bytes(100))
        assert cache.get(_NAMES[number]) == bytes(100)
        assert taken(tmp_path) <= 250
