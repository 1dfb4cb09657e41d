"""Images of every kind come out upright, in their colours, on white, and within bounds."""

import io
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, features

from tests.unit.services.pictures.picture_samples import (
    BLUE,
    CORNERS,
    GREEN,
    RED,
    WHITE,
    YELLOW,
    alike,
    all_alike,
    corners,
    encoded,
    four_corners,
    pixel,
    turned,
)
from zidesk.domain.errors import Cancelled, PictureUnavailable
from zidesk.domain.evidence import FileKind, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.images import image_pages, image_picture
from zidesk.services.pictures.patience import Patience, PatientStream
from zidesk.services.pictures.picture import Picture, of_width, within_edge

Given = Callable[[bytes, str], tuple[Path, Inspection]]
# which quarter of the stored picture is seen at top left, top right, bottom left, bottom right
_UPRIGHT = {
    1: (RED, GREEN, BLUE, YELLOW),
    2: (GREEN, RED, YELLOW, BLUE),
    3: (YELLOW, BLUE, GREEN, RED),
    4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW),
    6: (BLUE, RED, YELLOW, GREEN),
    7: (YELLOW, GREEN, BLUE, RED),
    8: (GREEN, YELLOW, RED, BLUE),
}


def small(given: tuple[Path, Inspection], edge: int = 120) -> Picture:
    return image_picture(*given, within_edge(edge))


def refused(given: tuple[Path, Inspection], page: int = 0) -> str:
    with pytest.raises(PictureUnavailable) as caught:
        image_picture(*given, within_edge(100), page)
    return caught.value.reason


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photo_is_put_upright(given: Given, kind: str, orientation: int) -> None:
    if kind == "TIFF":
        data = encoded(four_corners(), kind, tiffinfo={0x0112: orientation})
    else:
        data = encoded(four_corners(), kind, exif=turned(orientation))
    file = given(data, f"foto.{kind.lower()}")
    assert file[1].orientation == orientation
    picture = small(file)
    assert (picture.width, picture.height) == ((120, 80) if orientation < 5 else (80, 120))
    assert all_alike(corners(picture), _UPRIGHT[orientation])
    wide = image_picture(*file, of_width(90))
    assert wide.width == 90
    assert all_alike(corners(wide), _UPRIGHT[orientation])


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {"quality": 90}),
        ("JPEG", "RGB", {"progressive": True, "quality": 90}),
        ("PNG", "RGB", {}),
        ("PNG", "P", {}),
        ("PNG", "RGBA", {}),
        ("GIF", "P", {}),
        ("BMP", "RGB", {}),
        ("BMP", "P", {}),
        ("WEBP", "RGB", {"lossless": True}),
        ("TIFF", "RGB", {"compression": "tiff_lzw"}),
        ("TIFF", "RGB", {"compression": "tiff_adobe_deflate"}),
        ("TIFF", "CMYK", {}),
        ("TIFF", "YCbCr", {"compression": "raw"}),
        ("JPEG", "CMYK", {"quality": 95}),
    ],
)
@pytest.mark.parametrize("edge", [100, 480, 900])
def test_colours_are_right(given: Given, kind: str, mode: str, options: dict[str, object], edge: int) -> None:
    """Much smaller, as large as it is, and never larger."""
    file = given(encoded(four_corners(mode=mode), kind, **options), f"gambar.{kind.lower()}")
    picture = small(file, edge)
    assert max(picture.width, picture.height) == min(edge, 480)
    assert all_alike(corners(picture), CORNERS, within=24)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16", "I", "F"])
@pytest.mark.parametrize("edge", [60, 400])
def test_greys_of_any_depth_are_right(given: Given, mode: str, edge: int) -> None:
    """Black on the left, white on the right; where there are greys, the middle is grey."""
    image = Image.new("L", (300, 100), 255)
    image.paste(0, (0, 0, 100, 100))
    image.paste(128, (100, 0, 200, 100))
    if mode == "I;16":
        deep = b"".join(struct.pack("<H", level * 257) for level in image.tobytes())
        image = Image.frombytes("I;16", image.size, deep)
    elif mode == "I":
        image = image.convert("I").point(lambda level: level * 257)
    elif mode == "F":
        image = image.convert("F").point(lambda level: level * (1 / 255))
    else:
        image = image.convert(mode)
    kind = "PNG" if mode in ("LA", "I;16") else "TIFF"
    picture = small(given(encoded(image, kind), f"kelabu.{kind.lower()}"), edge)
    assert alike(pixel(picture, 0.1, 0.5), (0, 0, 0))
    assert alike(pixel(picture, 0.9, 0.5), WHITE)
    if mode != "1":
        assert alike(pixel(picture, 0.5, 0.5), (128, 128, 128))


def _half_transparent() -> Image.Image:
    image = Image.new("RGBA", (300, 200), (*RED, 255))
    image.paste((0, 0, 0, 0), (150, 0, 300, 200))
    return image


@pytest.mark.parametrize("edge", [50, 400])
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "PNG P", "PNG key"])
def test_what_is_transparent_becomes_white(given: Given, kind: str, edge: int) -> None:
    image, options = _half_transparent(), {}
    if kind == "PNG P":
        image = image.quantize(8)
    if kind == "PNG key":
        image, options = image.convert("RGB"), {"transparency": (0, 0, 0)}
    file = given(encoded(image, kind.split()[0], **options), f"stempel.{kind[:3].lower()}")
    picture = small(file, edge)
    assert alike(pixel(picture, 0.2, 0.5), RED, 30)
    assert alike(pixel(picture, 0.8, 0.5), WHITE)


def test_an_avif_is_shown_where_pillow_reads_them(given: Given) -> None:
    if not features.check("avif"):
        pytest.skip("this Pillow reads no AVIF")
    file = given(encoded(four_corners(), "AVIF", quality=90), "foto.avif")
    assert all_alike(corners(small(file)), CORNERS, within=24)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_is_shown(given: Given, kind: str) -> None:
    frames = [Image.new("RGB", (200, 100), colour) for colour in (BLUE, RED, GREEN)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert alike(pixel(small(given(data, f"gerak.{kind.lower()}")), 0.5, 0.5), BLUE, 20)


def test_the_pages_of_a_tiff_scan(given: Given) -> None:
    frames = [Image.new("RGB", (200, 100), colour) for colour in (BLUE, RED, GREEN)]
    path, inspection = given(encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:]), "scan.tif")
    assert image_pages(path, inspection) == 3
    shown = [pixel(image_picture(path, inspection, within_edge(50), page), 0.5, 0.5) for page in range(3)]
    assert all_alike(tuple(shown), (BLUE, RED, GREEN))
    assert refused((path, inspection), page=3) == "damaged"


def test_a_reduced_copy_in_a_tiff_is_no_page(given: Given) -> None:
    output = io.BytesIO()
    copy = Image.new("RGB", (20, 10), GREEN)
    copy.encoderinfo = {"tiffinfo": {254: 1}}
    Image.new("RGB", (200, 100), BLUE).save(output, "TIFF", save_all=True, append_images=[copy])
    path, inspection = given(output.getvalue(), "scan.tif")
    assert inspection.pages == 1
    assert image_pages(path, inspection) == 1
    assert refused((path, inspection), page=1) == "damaged"


def test_a_heic_photo_is_turned_once(test_data: Path) -> None:
    """libheif turns it; its EXIF says 6 as well."""
    path = test_data / "corpus" / "iphone_13_pro_max-thumbnail.heic"
    file = (path, Inspection(FileKind.IMAGE, "image/heic", ".heic", orientation=6))
    picture = small(file, 100)
    assert (picture.width < picture.height) == (small(file, 10_000).width < small(file, 10_000).height)
    assert picture.height == 100
    assert len(set(picture.rgb)) > 50


def _png_claiming(width: int, height: int, colour: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    header = struct.pack(">LLBBBBB", width, height, 8, colour, 0, 0, 0)
    pixels = zlib.compress(bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(9000, 9000), (15_000, 15_000), (60_000, 60_000), (2_000_000_000, 1)])
def test_a_pixel_bomb_is_refused_before_it_is_decoded(given: Given, size: tuple[int, int]) -> None:
    path, inspection = given(_png_claiming(*size), "bom.png")
    assert refused((path, replace(inspection, kind=FileKind.IMAGE, media_type="image/png"))) == "too_big"


def test_other_bombs_are_refused_too(given: Given) -> None:
    gif = bytearray(encoded(Image.new("P", (10, 10)), "GIF"))
    gif[6:10] = struct.pack("<HH", 65_000, 65_000)
    bmp = bytearray(encoded(Image.new("RGB", (10, 10)), "BMP"))
    bmp[18:26] = struct.pack("<ll", 60_000, 60_000)
    jpeg = bytearray(encoded(Image.new("RGB", (16, 16)), "JPEG", progressive=True))
    frame = jpeg.index(b"\xff\xc2")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 13_000, 13_000)
    for data, name, kind in ((gif, "b.gif", "gif"), (bmp, "b.bmp", "bmp"), (jpeg, "b.jpg", "jpeg")):
        path, _ = given(bytes(data), name)
        assert refused((path, Inspection(FileKind.IMAGE, f"image/{kind}"))) == "too_big", name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_a_damaged_image_is_said_to_be_damaged(given: Given, kind: str) -> None:
    noise = Image.frombytes("RGB", (200, 200), random.Random(3).randbytes(120_000))
    data = encoded(noise, kind)
    for broken in (data[: len(data) // 2], data[:30], b"\0" * 500, data[:13] + random.Random(4).randbytes(2000)):
        path, _ = given(broken, "rusak.bin")
        assert refused((path, Inspection(FileKind.IMAGE, f"image/{kind.lower()}"))) == "damaged"


def test_what_cannot_be_shown_says_why(given: Given, tmp_path: Path) -> None:
    drawing = tmp_path / "gambar.svg"
    drawing.write_text("<svg/>", encoding="utf-8")
    assert refused((drawing, Inspection(FileKind.IMAGE, "image/svg+xml"))) == "unknown"
    assert refused((tmp_path / "hilang.png", Inspection(FileKind.IMAGE, "image/png"))) == "missing"


def test_content_is_not_read_as_another_kind_than_the_inspection_found(given: Given) -> None:
    path, _ = given(encoded(four_corners(), "TIFF"), "foto.jpg")
    assert refused((path, Inspection(FileKind.IMAGE, "image/jpeg"))) == "damaged"


def test_drawing_can_be_cancelled(given: Given) -> None:
    path, inspection = given(encoded(four_corners(), "JPEG"), "foto.jpg")
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        image_picture(path, inspection, within_edge(100), cancel=cancel)


def test_a_decoder_that_takes_for_ever_is_stopped_between_two_blocks(tmp_path: Path) -> None:
    path = tmp_path / "lama.jpg"
    path.write_bytes(bytes(100))
    with path.open("rb") as stream:
        assert PatientStream(stream, Patience(path)).read(10) == bytes(10)
        with pytest.raises(PictureUnavailable) as caught:
            PatientStream(stream, Patience(path, seconds=-1)).read(10)
    assert caught.value.reason == "too_big"
