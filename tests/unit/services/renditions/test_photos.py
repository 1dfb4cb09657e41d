"""Photos: they fit, keep what matters, and are the same every time."""

import io
from datetime import datetime
from pathlib import Path

import pi_heif
import pytest
from PIL import Image, ImageCms

from tests.unit.services.renditions.samples import encoded, grainy, written
from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.renditions.photos import taken_exif
from zidesk.services.renditions.shrinking import is_shrinkable, shrink

_LIMIT = 400_000


def shrunk(tmp_path: Path, data: bytes, name: str, limit: int = _LIMIT) -> tuple[Path | None, Inspection]:
    """The copy, if there is one, and what is found in it (else in the original)."""
    source, out = tmp_path / name, tmp_path / "salinan"
    source.write_bytes(data)
    out.unlink(missing_ok=True)
    before = inspect_file(source, name)
    assert is_shrinkable(before) and len(data) > limit
    if not shrink(source, out, before, limit, CancelToken()):
        assert not out.exists()
        return None, before
    assert source.read_bytes() == data
    return out, inspect_file(out, name)


@pytest.mark.parametrize(
    ("name", "kind", "media_type"),
    [
        ("a.jpg", "JPEG", "image/jpeg"),
        ("a.png", "PNG", "image/jpeg"),
        ("a.bmp", "BMP", "image/jpeg"),
        ("a.tif", "TIFF", "image/jpeg"),
        ("a.webp", "WEBP", "image/webp"),
    ],
)
def test_every_type_fits_and_opens(tmp_path: Path, name: str, kind: str, media_type: str) -> None:
    options = {"quality": 95} if kind in ("JPEG", "WEBP") else {}
    out, found = shrunk(tmp_path, encoded(grainy(1700, 1300), kind, **options), name)
    assert out is not None and 0 < out.stat().st_size <= _LIMIT
    assert found.media_type == media_type
    assert found.width is not None and found.height is not None
    assert 1200 <= found.width <= 1700 and abs(found.width / found.height - 1700 / 1300) < 0.01
    with Image.open(out) as image:
        red, _, blue = image.convert("RGB").getpixel((found.width // 2, 20))  # type: ignore[misc]
    assert red > blue + 40


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_is_upright_without_being_told(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(grainy(1600, 1300), "JPEG", quality=95, exif=exif)
    out, found = shrunk(tmp_path, data, "a.jpg")
    assert out is not None and found.orientation in (None, 1)
    with Image.open(io.BytesIO(data)) as original, Image.open(out) as copy:
        from PIL import ImageOps

        upright = ImageOps.exif_transpose(original).convert("RGB").resize((8, 8))
        assert (copy.width > copy.height) == (orientation < 5)
        small = copy.convert("RGB").resize((8, 8))
    for place in ((1, 1), (6, 1), (1, 6), (6, 6)):
        pairs = zip(upright.getpixel(place), small.getpixel(place), strict=True)  # type: ignore[arg-type]
        assert all(abs(one - other) < 30 for one, other in pairs)


def test_the_moment_and_the_colours_stay_the_place_goes(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2024:05:31 08:15:00"
    exif.get_ifd(0x8825)[2] = (6.0, 10.0, 30.0)
    data = encoded(grainy(1600, 1300), "JPEG", quality=95, exif=exif, icc_profile=profile)
    out, found = shrunk(tmp_path, data, "a.jpg")
    assert out is not None and found.taken_at == datetime(2024, 5, 31, 8, 15)  # noqa: DTZ001
    with Image.open(out) as copy:
        assert copy.info["icc_profile"] == profile
        assert copy.info["exif"] == taken_exif(datetime(2024, 5, 31, 8, 15))  # noqa: DTZ001


def test_a_see_through_drawing_lies_on_white(tmp_path: Path) -> None:
    drawing = grainy(1600, 1300, "RGBA")
    drawing.paste((0, 0, 0, 0), (0, 0, 800, 1300))
    out, _ = shrunk(tmp_path, encoded(drawing, "PNG"), "a.png")
    assert out is not None
    with Image.open(out) as copy:
        assert min(copy.convert("RGB").getpixel((100, 100))) > 245  # type: ignore[type-var, arg-type]


def test_grey_stays_grey(tmp_path: Path) -> None:
    out, _ = shrunk(tmp_path, encoded(grainy(1600, 1300, "L"), "PNG"), "a.png")
    assert out is not None
    with Image.open(out) as copy:
        assert copy.mode == "L"


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    data = encoded(grainy(1600, 1300), "JPEG", quality=95)
    first = shrunk(tmp_path, data, "a.jpg")[0]
    assert first is not None
    before = first.read_bytes()
    again = shrunk(tmp_path, data, "b.jpg")[0]
    assert again is not None and again.read_bytes() == before


def test_a_wide_limit_costs_little_and_a_narrow_one_more(tmp_path: Path) -> None:
    data = encoded(grainy(1700, 1300), "JPEG", quality=97)
    wide, found_wide = shrunk(tmp_path, data, "a.jpg", len(data) * 3 // 4)
    assert wide is not None and (found_wide.width, found_wide.height) == (1700, 1300)
    assert wide.stat().st_size > len(data) // 3  # the room is used
    narrow, found_narrow = shrunk(tmp_path, data, "a.jpg", 350_000)
    assert narrow is not None and (found_narrow.width or 0) < 1700


def test_what_would_be_illegible_stays_as_it_is(tmp_path: Path) -> None:
    assert shrunk(tmp_path, encoded(grainy(1700, 1300), "JPEG", quality=95), "a.jpg", 5_000)[0] is None


def test_a_small_picture_is_never_enlarged(tmp_path: Path) -> None:
    out, found = shrunk(tmp_path, encoded(grainy(400, 300), "PNG"), "a.png", 20_000)
    assert out is not None and (found.width, found.height) == (400, 300)


def test_a_long_strip_keeps_its_height(tmp_path: Path) -> None:
    out, found = shrunk(tmp_path, encoded(grainy(5000, 700), "PNG"), "a.png", 400_000)
    assert out is not None and (found.height or 0) >= 600


def test_a_moving_picture_keeps_its_frames(tmp_path: Path) -> None:
    frames = [grainy(600, 500, seed=seed) for seed in range(3)]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], quality=95)
    assert shrunk(tmp_path, data, "a.webp", 20_000)[0] is None


def test_a_heic_photo_becomes_a_jpeg(tmp_path: Path, test_data: Path) -> None:
    photos = sorted(test_data.rglob("*.heic"))
    assert photos
    source, out = photos[0], tmp_path / "salinan"
    found = inspect_file(source, source.name)
    size = pi_heif.open_heif(source).size
    limit = source.stat().st_size * 2  # as a JPEG it is larger; the limit only has to be reached
    assert shrink(source, out, found, limit, CancelToken())
    with Image.open(out) as copy:
        assert copy.format == "JPEG" and copy.size == size


def test_text_on_a_scan_is_still_sharp(tmp_path: Path) -> None:
    page = written(mode="RGB")
    out, _ = shrunk(tmp_path, encoded(page, "BMP"), "a.bmp", 200_000)
    assert out is not None
    with Image.open(out) as copy:
        levels = copy.convert("L").resize(page.size).crop((100, 100, 900, 200)).histogram()
    assert sum(levels[:90]) > 200 and sum(levels[225:]) > 20_000  # ink and paper, not one grey


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    source, out = tmp_path / "a.jpg", tmp_path / "salinan"
    source.write_bytes(encoded(grainy(800, 600), "JPEG", quality=95))
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        shrink(source, out, inspect_file(source, "a.jpg"), 1_000, token)
    assert not out.exists()
