"""Pictures as files: grey only where there is no colour, and nothing beside the pixels."""

import io

from PIL import Image

from tests.unit.services.pictures.picture_samples import four_corners
from zidesk.services.pictures.picture import Picture
from zidesk.services.redaction.encoding import jpeg_of, png_of


def picture(image: Image.Image) -> Picture:
    return Picture(*image.size, image.convert("RGB").tobytes())


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_page_without_colours_is_grey() -> None:
    data, grey = jpeg_of(picture(four_corners(mode="L")), 85)
    assert grey and opened(data).mode == "L"


def test_one_pixel_of_colour_is_kept() -> None:
    image = Image.new("RGB", (64, 64), "white")
    image.putpixel((5, 5), (255, 255, 254))
    data, grey = jpeg_of(picture(image), 85)
    assert not grey and opened(data).mode == "RGB"


def test_a_png_has_the_very_same_pixels_and_nothing_else() -> None:
    image = opened(png_of(picture(four_corners())))
    assert image.tobytes() == four_corners().tobytes()
    assert image.info == {}
