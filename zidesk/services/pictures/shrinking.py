"""From any kind of pixels to a small upright picture on white. Large ones are taken in strips, so that what
this needs beside the decoded picture itself stays small."""

from collections.abc import Callable

from PIL import Image

from zidesk.services.pictures.picture import Picture, Size

GAP = 1.5  # how much larger than wanted a picture still is after the coarse steps; the last one is exact
_STRIP = 1024 * 1024  # pixels
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ALPHA = ("LA", "La", "RGBA", "RGBa", "PA")


def is_turned(orientation: int | None) -> bool:
    """Whether width and height change places when the picture is put upright."""
    return orientation is not None and 5 <= orientation <= 8


def upright_picture(image: Image.Image, size: Size, orientation: int | None) -> Picture:
    """A loaded picture at `size` (as stored, before turning), turned as EXIF says (1..8)."""
    small = _shrunk(image, size)
    if orientation in _TURNS:
        small = small.transpose(_TURNS[orientation])
    return Picture(small.width, small.height, small.tobytes())


def _shrunk(image: Image.Image, size: Size) -> Image.Image:
    factor = max(1, int(min(image.width / size[0], image.height / size[1]) / GAP))
    small = image
    if factor > 1 or image.mode != "RGB" or "transparency" in image.info:
        small = _in_strips(image, factor, _to_plain(image))
    if small.size != size:
        part = (0, 0, image.width / factor, image.height / factor)
        small = small.resize(size, Image.Resampling.BICUBIC, part)
    return small.convert("RGB")


def _in_strips(image: Image.Image, factor: int, plain: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """The picture made plain and a whole number of times smaller; its last row and column may be part ones."""
    width, height = image.size
    small = Image.new("RGB", (-(-width // factor), -(-height // factor)))
    rows = max(1, _STRIP // width // factor) * factor
    for top in range(0, height, rows):
        strip = plain(image.crop((0, top, width, min(height, top + rows))))
        small.paste(strip.reduce(factor).convert("RGB"), (0, top // factor))
    return small


def _to_plain(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """How strips of this picture become RGB or grey of 8 bits."""
    if image.mode[:1] in ("I", "F"):
        return _grey_of(image)
    if image.mode in _ALPHA or "transparency" in image.info:
        return _on_white
    if image.mode in ("1", "L"):
        return lambda strip: strip.convert("L")
    return lambda strip: strip.convert("RGB")


def _on_white(strip: Image.Image) -> Image.Image:
    strip = strip.convert("RGBA")
    white = Image.new("RGB", strip.size, "white")
    white.paste(strip, mask=strip.getchannel("A"))
    return white


def _grey_of(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """Grey of 16 or 32 bits, or of fractions. Pillow itself would cut everything above 255 off."""
    low, high = _range(image)
    wide = "F" if image.mode == "F" else "I"
    scale = 255 / (high - low) if high > low else 1.0
    return lambda strip: strip.convert(wide).point(lambda level: level * scale - low * scale).convert("L")


def _range(image: Image.Image) -> tuple[float, float]:
    """What black and white are: all that 16 bits can say, or fractions up to 1, else the levels in the picture."""
    if image.mode.startswith("I;16"):
        return 0, 65535
    low, high = image.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        raise TypeError(image.mode)
    full = 1 if image.mode == "F" else 65535
    return (0, full) if low >= 0 and high <= full else (low, high)
