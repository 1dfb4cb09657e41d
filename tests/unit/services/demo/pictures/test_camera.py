import io
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from zidesk.services.demo.pictures.camera import padded, take_photo
from zidesk.services.demo.pictures.grain import grain
from zidesk.services.demo.pictures.scenes import SCENE_NAMES, ScenePool


@pytest.fixture(scope="module")
def scene(resources_root: Path) -> Image.Image:
    return ScenePool(resources_root).scene("loket", 0)


def _small_jpeg() -> bytes:
    target = io.BytesIO()
    Image.linear_gradient("L").resize((24, 16)).save(target, "JPEG", exif=Image.Exif())
    return target.getvalue()


@given(st.one_of(st.just(0), st.integers(4, 200_000)), st.integers(0, 3))
def test_padding_reaches_any_size_and_changes_no_pixel(extra: int, seed: int) -> None:
    jpeg = _small_jpeg()
    grown = padded(jpeg, len(jpeg) + extra, random.Random(seed))
    assert len(grown) == len(jpeg) + extra
    with Image.open(io.BytesIO(grown)) as after, Image.open(io.BytesIO(jpeg)) as before:
        assert after.tobytes() == before.tobytes()


@pytest.mark.parametrize("extra", [65_537, 65_538, 65_540, 65_541, 131_074, 131_076])
def test_padding_around_the_largest_segment(extra: int) -> None:
    jpeg = _small_jpeg()
    grown = padded(jpeg, len(jpeg) + extra, random.Random(0))
    assert len(grown) == len(jpeg) + extra
    Image.open(io.BytesIO(grown)).load()


@pytest.mark.parametrize("size", [16_000, 90_000, 300_000, 1_500_000])
def test_a_photo_has_exactly_the_size_asked_for(size: int, scene: Image.Image) -> None:
    photo = take_photo(scene, random.Random(3), date(2026, 2, 3), size)
    assert len(photo) == size
    Image.open(io.BytesIO(photo)).load()


def test_a_photo_tells_when_and_with_what_it_was_taken(scene: Image.Image) -> None:
    with Image.open(io.BytesIO(take_photo(scene, random.Random(1), date(2026, 2, 3), 90_000))) as photo:
        exif = photo.getexif()
        assert exif[0x010F] == "ZIDesk"
        assert exif.get_ifd(0x8769)[0x9003].startswith("2026:02:03 ")


def test_a_photo_held_upright_says_so_and_is_stored_turned(scene: Image.Image) -> None:
    seen = set()
    for seed in range(60):
        with Image.open(io.BytesIO(take_photo(scene, random.Random(seed), None, 16_000))) as photo:
            orientation = photo.getexif()[0x0112]
            assert (photo.height > photo.width) == (orientation == 6)
            seen.add(orientation)
    assert seen == {1, 6}


def test_a_photo_too_small_for_any_picture_is_refused(scene: Image.Image) -> None:
    with pytest.raises(ValueError, match="500 bytes"):
        take_photo(scene, random.Random(0), None, 500)


def test_scenes_differ_and_stay_the_same(resources_root: Path) -> None:
    first, second = ScenePool(resources_root), ScenePool(resources_root)
    for name in SCENE_NAMES[:3]:
        a, b = first.scene(name, 0), first.scene(name, 1)
        assert ImageChops.difference(a, b).getbbox() is not None, name
        assert ImageChops.difference(a, second.scene(name, 0)).getbbox() is None, name


def test_grain_depends_on_its_source_of_chance_alone() -> None:
    one, again = (grain((700, 90), random.Random(5), 30) for _ in range(2))
    assert one.tobytes() == again.tobytes()
    assert one.tobytes() != grain((700, 90), random.Random(6), 30).tobytes()
    low, high = one.getextrema()
    assert low < 8 and 22 < high <= 30
