"""Thumbnails: of what they exist, what they look like, and how the cache serves them."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.services.pictures.picture_samples import (
    CORNERS,
    RED,
    alike,
    all_alike,
    corners,
    encoded,
    four_corners,
    pdf,
    pixel,
    turned,
)
from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import FileState, StoredFile
from zidesk.services.pictures.thumbnails import EDGE, Thumbnails
from zidesk.storage.file_store import FileStore
from zidesk.storage.thumbnail_cache import ThumbnailCache

Keep = Callable[[bytes, str], StoredFile]


def kept_file(folder: Path, file: StoredFile) -> Path:
    return folder / file.sha256[:2] / f"{file.sha256}.jpg"


def test_a_photo_its_size_and_orientation(thumbnails: Thumbnails, keep: Keep) -> None:
    file = keep(encoded(four_corners(1600, 1200), "JPEG", exif=turned(6)), "foto.jpg")
    picture = thumbnails.picture(file)
    assert picture is not None
    assert (picture.width, picture.height) == (EDGE * 3 // 4, EDGE)
    again = thumbnails.picture(file)
    assert again is not None
    assert all_alike(corners(again), corners(picture))


def test_the_first_page_of_a_paper(thumbnails: Thumbnails, keep: Keep) -> None:
    picture = thumbnails.picture(keep(pdf("satu", "dua", size=(100, 200)), "surat.pdf"))
    assert picture is not None
    assert (picture.width, picture.height) == (160, EDGE)
    assert alike(pixel(picture, 0.25, 0.25), RED)


def test_what_has_no_picture_has_none(
    thumbnails: Thumbnails, keep: Keep, test_data: Path, cache_folder: Path
) -> None:
    locked = (test_data / "corpus" / "libreoffice-writer-password.pdf").read_bytes()
    photo = encoded(four_corners(), "JPEG")
    files = [
        keep(b"Notula\n", "notula.txt"),
        keep(locked, "terkunci.pdf"),
        keep(photo[: len(photo) // 2], "terpotong.jpg"),
        keep(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "gambar.svg"),
    ]
    assert [thumbnails.picture(file) for file in files] == [None] * 4
    # even where the inspection has noticed nothing
    careless = [replace(file, inspection=replace(file.inspection, state=FileState.OK)) for file in files]
    assert [thumbnails.picture(file) for file in careless] == [None] * 4
    assert not cache_folder.exists()


def test_a_thumbnail_is_made_once(store: FileStore, thumbnails: Thumbnails, keep: Keep) -> None:
    file = keep(encoded(four_corners(), "PNG"), "layar.png")
    first = thumbnails.picture(file)
    store.path_of(file.sha256).unlink()
    kept = thumbnails.picture(file)
    assert first is not None
    assert kept is not None
    assert all_alike(corners(kept), CORNERS)


def test_an_original_out_of_reach_is_no_lack_of_a_picture(
    store: FileStore, thumbnails: Thumbnails, keep: Keep
) -> None:
    for data, name in ((encoded(four_corners(), "PNG"), "layar.png"), (pdf("satu"), "surat.pdf")):
        file = keep(data, name)
        path = store.path_of(file.sha256)
        path.rename(path.with_suffix(".jauh"))
        with pytest.raises(PictureUnavailable) as caught:
            thumbnails.picture(file)
        assert caught.value.reason == "missing"
        path.with_suffix(".jauh").rename(path)
        assert thumbnails.picture(file) is not None


@pytest.mark.parametrize(
    "junk", [b"", b"\xff\xd8\xff", bytes(2_000_000), encoded(Image.new("RGB", (900, 900)), "JPEG")]
)
def test_a_broken_cache_file_is_made_again(
    thumbnails: Thumbnails, keep: Keep, cache_folder: Path, junk: bytes
) -> None:
    file = keep(encoded(four_corners(), "PNG"), "layar.png")
    thumbnails.picture(file)
    good = kept_file(cache_folder, file).read_bytes()
    kept_file(cache_folder, file).write_bytes(junk)
    picture = thumbnails.picture(file)
    assert picture is not None
    assert all_alike(corners(picture), CORNERS)
    assert kept_file(cache_folder, file).read_bytes() == good


def test_a_cut_cache_file_is_made_again(thumbnails: Thumbnails, keep: Keep, cache_folder: Path) -> None:
    file = keep(encoded(four_corners(), "PNG"), "layar.png")
    thumbnails.picture(file)
    path = kept_file(cache_folder, file)
    path.write_bytes(path.read_bytes()[:-500])
    picture = thumbnails.picture(file)
    assert picture is not None
    assert all_alike(corners(picture), CORNERS)


def test_the_cache_may_be_deleted_at_any_time(thumbnails: Thumbnails, keep: Keep, cache_folder: Path) -> None:
    for number in range(4):
        file = keep(encoded(four_corners(400 + number), "PNG"), "layar.png")
        assert thumbnails.picture(file) is not None
        assert kept_file(cache_folder, file).is_file()
        shutil.rmtree(cache_folder)
        assert thumbnails.picture(file) is not None


def test_without_a_writable_cache_there_are_thumbnails_all_the_same(
    store: FileStore, keep: Keep, tmp_path: Path
) -> None:
    blocked = tmp_path / "cache-tertutup"
    blocked.write_text("bukan folder", encoding="utf-8")
    for cache in (ThumbnailCache(blocked), ThumbnailCache(tmp_path / "baca-saja", read_only=True)):
        file = keep(encoded(four_corners(), "PNG"), "layar.png")
        assert Thumbnails(store, cache).picture(file) == Thumbnails(store, cache).picture(file)
    assert not (tmp_path / "baca-saja").exists()


def test_several_threads_share_it(thumbnails: Thumbnails, keep: Keep) -> None:
    files = [keep(pdf(f"surat {n}"), f"{n}.pdf") for n in range(5)]
    files += [keep(encoded(four_corners(300 + 2 * n), "PNG"), f"{n}.png") for n in range(5)]
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(thumbnails.picture, files * 6))
