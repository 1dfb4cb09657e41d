"""Size, time, orientation; cut, filled-up and broken pictures; pictures too large to decode."""

import io
import threading
import warnings
import zlib
from datetime import datetime

import pytest
from PIL import Image, ImageFile

from tests.unit.services.ingest.inspection.inspection_samples import SOUND, exif, photo, picture, png
from zidesk.domain.evidence import FileState
from zidesk.services.ingest.inspection import inspect_file

_TAKEN = datetime.fromisoformat("2024-05-31 08:15:00")
_PICTURES = [name for name in SOUND if name.endswith((".jpg", ".png", ".webp", ".gif", ".bmp", ".tif"))]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_size_as_stored_time_and_orientation(look, kind, orientation):
    found = look("foto", picture(kind, photo(160, 120), exif=exif(orientation)))
    assert (found.width, found.height, found.taken_at, found.orientation) == (160, 120, _TAKEN, orientation)


def test_a_tiff_tells_the_same_facts(look):
    tags = Image.Exif()
    tags[0x0112], tags[0x0132] = 3, "2023:01:02 03:04:05"
    found = look("pindai.tif", picture("TIFF", photo(90, 60), exif=tags))
    assert (found.width, found.height, found.orientation) == (90, 60, 3)
    assert (found.taken_at, found.pages) == (datetime.fromisoformat("2023-01-02 03:04:05"), 1)


def test_pages_of_a_tiff(look):
    assert look("pindai.tif", SOUND["halaman.tif"]()).pages == 3


def test_a_tiff_that_lost_its_last_page_is_cut(look):
    content = SOUND["halaman.tif"]()
    with Image.open(io.BytesIO(content)) as pages:
        pages.seek(2)
        last_page = min(pages._frame_pos[2], *pages.tag_v2[273])
    found = look("pindai.tif", content[:last_page])
    assert (found.state, found.state_detail) == (FileState.DAMAGED, "berkas terpotong")


def test_real_photos(corpus):
    canon = inspect_file(corpus / "Canon_40D.jpg", "foto.jpg")
    assert (canon.state, canon.width, canon.height) == (FileState.OK, 100, 68)
    assert (canon.taken_at, canon.orientation) == (datetime.fromisoformat("2008-05-30 15:56:01"), 1)
    nikon = inspect_file(corpus / "DSCN0010.jpg", "foto.jpg")
    assert (nikon.width, nikon.height, nikon.taken_at) == (640, 480, datetime.fromisoformat("2008-10-22 16:28:39"))


def test_a_real_heic_is_upright_already(corpus):
    """Stored 320 × 240 with a rotation of 90° and EXIF orientation 6."""
    found = inspect_file(corpus / "iphone_13_pro_max-thumbnail.heic", "IMG_0001.HEIC")
    assert (found.media_type, found.state, found.width, found.height) == ("image/heic", FileState.OK, 240, 320)
    assert (found.taken_at, found.orientation) == (datetime.fromisoformat("2022-02-16 12:55:41"), 1)


def test_a_cut_or_broken_heic(look, corpus):
    content = (corpus / "iphone_13_pro_max-thumbnail.heic").read_bytes()
    assert look("a.heic", content[:-3000]).state_detail == "berkas terpotong"
    assert look("a.heic", content.replace(b"hvcC", b"xxxx")).state is FileState.DAMAGED


@pytest.mark.parametrize("name", _PICTURES)
@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_cut_picture_is_damaged(look, name, share):
    content = SOUND[name]()
    found = look(name, content[: int(len(content) * share)])
    assert (found.state, found.state_detail != "") == (FileState.DAMAGED, True)


@pytest.mark.parametrize("name", ["foto.jpg", "progresif.jpg", "layar.png", "gambar.gif"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.9])
def test_a_copy_filled_up_with_zeros_is_damaged(look, name, share):
    content = SOUND[name]()
    kept = int(len(content) * share)
    assert look(name, content[:kept] + bytes(len(content) - kept)).state is FileState.DAMAGED


def test_large_pictures_filled_up_with_zeros(look):
    """Their decoders would take the zeros for picture data."""
    for kind in ("WEBP", "AVIF"):
        if kind == "AVIF" and kind not in Image.registered_extensions().values():
            continue
        content = picture(kind, photo(500, 400), quality=95)
        assert len(content) > 150_000
        assert look("a", content).state is FileState.OK
        assert look("a", content[:70_000] + bytes(len(content) - 70_000)).state_detail == "berkas terpotong"


def test_zeros_behind_the_end_of_a_jpeg_do_no_harm(look):
    assert look("foto.jpg", picture("JPEG") + bytes(4096)).state is FileState.OK
    assert look("foto.jpg", picture("JPEG", progressive=True) + bytes(4096)).state is FileState.OK


def test_broken_exif_does_not_make_a_picture_damaged(look):
    for block in (
        b"Exif\0\0",
        b"Exif\0\0MM\0*\xff\xff\xff\xff",
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12" * 90,
    ):
        found = look("foto.jpg", picture("JPEG", exif=block))
        assert (found.state, found.taken_at, found.orientation) == (FileState.OK, None, None)


@pytest.mark.parametrize("cut", [b"IDAT", b"IHDR"])
def test_a_flipped_bit_in_a_png_is_noticed(look, cut):
    content = bytearray(picture("PNG"))
    content[content.index(cut) + 12] ^= 1
    assert look("a.png", bytes(content)).state_detail == "isi gambar rusak"


def test_a_flipped_colour_of_a_png_is_noticed(look):
    """Only the checksum tells."""
    content = bytearray(picture("PNG", photo(mode="P")))
    content[content.index(b"PLTE") + 9] ^= 1
    assert look("a.png", bytes(content)).state_detail == "isi gambar rusak"


def test_a_remark_in_a_png_may_be_broken(look):
    content = bytearray(picture("PNG", dpi=(300, 300)))
    content[content.index(b"pHYs") + 5] ^= 1
    assert look("a.png", bytes(content)).state is FileState.OK


def test_a_png_with_too_little_or_garbled_pixels(look):
    assert look("a.png", png(40, 40, zlib.compress(bytes(100)))).state is FileState.DAMAGED
    assert look("a.png", png(40, 40, b"not packed at all")).state is FileState.DAMAGED
    assert look("a.png", png(4, 4, zlib.compress(bytes(4 * 17)))).state is FileState.OK


@pytest.mark.parametrize("interlaced", [False, True])
def test_lengths_of_all_png_kinds_are_right(look, interlaced):
    """A wrong length would call sound pictures damaged; one byte less must be noticed."""
    from zidesk.services.ingest.inspection.png import _unpacked_length

    if not interlaced:
        for mode in ("1", "L", "P", "LA", "RGB", "RGBA", "I;16"):
            image = photo(37, 11, "L").convert("I;16") if mode == "I;16" else photo(37, 11, mode)
            assert look("a.png", picture("PNG", image)).state is FileState.OK
    else:
        # 8 × 8 grey, Adam7: passes of 1, 1, 2, 4, 8, 16 and 32 pixels in 1+1+1+2+2+4+4 lines
        assert _unpacked_length(8, 8, 8, True) == 64 + 15
        assert _unpacked_length(1, 1, 8, True) == 2


def test_pictures_of_more_than_200_megapixels_are_not_decoded(look):
    huge = look("a.png", png(20_000, 20_000, zlib.compress(bytes(1000))))
    assert (huge.state, huge.width, huge.height) == (FileState.OK, 20_000, 20_000)
    assert huge.state_detail == "gambar terlalu besar, isinya tidak diperiksa"


@pytest.mark.parametrize(("progressive", "size"), [(False, (60_000, 60_000)), (True, (20_000, 9_000))])
def test_a_jpeg_that_would_fill_the_memory_is_not_decoded(look, progressive, size):
    content = bytearray(picture("JPEG", progressive=progressive))
    frame = content.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    content[frame + 5 : frame + 9] = size[1].to_bytes(2, "big") + size[0].to_bytes(2, "big")
    found = look("a.jpg", bytes(content))
    assert (found.state, found.width, found.height) == (FileState.OK, *size)
    assert "terlalu besar" in found.state_detail


def test_pillow_stays_as_it_is_and_says_nothing(look, capfd):
    before = (Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES)
    bomb = bytearray(picture("JPEG"))
    frame = bomb.index(b"\xff\xc0")
    bomb[frame + 5 : frame + 9] = b"\x30\x00\x30\x00"  # 151 megapixels: Pillow would warn
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        look("a.jpg", bytes(bomb))
        look("a.jpg", picture("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x02\0" + b"\x1a\x01\x05" * 9))
    assert said == []
    assert capfd.readouterr().err == ""
    assert before == (Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES)


def test_threads_do_not_disturb_one_another(tmp_path):
    expected = {}
    for name in _PICTURES:
        (tmp_path / name).write_bytes(SOUND[name]())
        expected[name] = inspect_file(tmp_path / name, name)
    found: list[bool] = []

    def work() -> None:
        found.extend(inspect_file(tmp_path / name, name) == expected[name] for name in _PICTURES * 3)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * (4 * 3 * len(_PICTURES))
