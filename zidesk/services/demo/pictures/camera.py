"""A scene as a phone would photograph it: framing, light, grain, EXIF; any size in bytes on demand."""

import io
import random
from datetime import date, datetime, time, timedelta

from PIL import ExifTags, Image, ImageChops

from zidesk.services.demo.pictures.grain import grain

_MAKE, _MODELS = "ZIDesk", ("Kamera Contoh", "Kamera Contoh 2", "Ponsel Contoh")
# long sides in pixels, each with the bytes from which on it is worth its time
_SIDES = ((2560, 1_900_000), (2048, 1_000_000), (1408, 450_000), (1200, 280_000), (800, 90_000), (480, 0))
PLAIN_SIDE = 1408  # cut out of the scene as it is: the cheapest photo
_QUALITIES = (90, 80, 68, 50, 30, 12, 4)
_SEGMENT = 65_533
_EXIF_HEADER = b"Exif\x00\x00"


def take_photo(
    scene: Image.Image,
    chance: random.Random,
    day: date | None,
    size: int | None = None,
    *,
    long_side: int = 2048,
) -> bytes:
    """One JPEG of the scene, different for every state of `chance`.

    `size`: exact bytes wanted; the side, at most `long_side`, follows from it, and what the picture does not
    fill goes into application segments no viewer reads. ValueError when no picture is that small.
    """
    side = long_side if size is None else _side_for(size, long_side)
    turned = chance.random() < 0.12
    picture = _expose(_frame(scene, side, chance), chance)
    if turned:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    exif = _exif(chance, day, 6 if turned else 1)
    if size is None:
        return _encode(picture, 88, exif)
    for quality in _QUALITIES:
        jpeg = _encode(picture, quality, exif)
        if len(jpeg) == size or len(jpeg) + 4 <= size:
            return padded(jpeg, size, chance)
    raise ValueError(f"no photo fits into {size} bytes")


def _side_for(size: int, largest: int) -> int:
    return next(side for side, least in _SIDES if size >= least and side <= largest)


def _frame(scene: Image.Image, side: int, chance: random.Random) -> Image.Image:
    """A crop of the scene, scaled unless PLAIN_SIDE is wanted."""
    if side == PLAIN_SIDE:
        height = PLAIN_SIDE * 3 // 4
        left = chance.randrange(scene.width - PLAIN_SIDE)
        top = chance.randrange(scene.height - height)
        return scene.crop((left, top, left + PLAIN_SIDE, top + height))
    share = chance.uniform(0.84, 0.98)
    width, tall = scene.width * share, scene.height * share
    x, y = chance.uniform(0, scene.width - width), chance.uniform(0, scene.height - tall)
    box = (x, y, x + width, y + tall)
    return scene.resize((side, side * 3 // 4), Image.Resampling.BILINEAR, box=box)


def _expose(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Brightness, colour cast and grain."""
    gain, warmth = chance.uniform(0.94, 1.16), chance.uniform(0.96, 1.05)
    lift = chance.uniform(-6, 12)
    curves: list[int] = []
    for factor in (gain * warmth, gain, gain / warmth):
        curves += [min(255, max(0, int(lift + value * factor))) for value in range(256)]
    picture = picture.point(curves)
    strength = chance.choice((22, 28, 36))
    noise = Image.merge("RGB", [grain(picture.size, chance, strength)] * 3)
    return ImageChops.add(picture, noise, 1, -strength // 2)


def _exif(chance: random.Random, day: date | None, orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = _MAKE
    exif[ExifTags.Base.Model] = chance.choice(_MODELS)
    exif[ExifTags.Base.Orientation] = orientation
    if day:
        moment = datetime.combine(day, time(7)) + timedelta(seconds=chance.randrange(8 * 3600))
        words = moment.strftime("%Y:%m:%d %H:%M:%S")
        exif[ExifTags.Base.DateTime] = words
        details = exif.get_ifd(ExifTags.IFD.Exif)
        details[ExifTags.Base.DateTimeOriginal] = words
        details[ExifTags.Base.DateTimeDigitized] = words
    content = exif.tobytes()
    return content if content.startswith(_EXIF_HEADER) else _EXIF_HEADER + content


def _encode(picture: Image.Image, quality: int, exif: bytes) -> bytes:
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, exif=exif)
    return target.getvalue()


def padded(jpeg: bytes, size: int, chance: random.Random) -> bytes:
    """The JPEG with APP15 segments of noise behind its EXIF: `size` bytes, its own size or at least 4 more."""
    missing = size - len(jpeg)
    segments = []
    while missing:
        content = min(missing - 4, _SEGMENT)
        if 0 < missing - 4 - content < 4:  # leave room for another segment's own head
            content -= 4
        segments.append(b"\xff\xef" + (content + 2).to_bytes(2, "big") + chance.randbytes(content))
        missing -= content + 4
    head = _end_of_application_segments(jpeg)
    return jpeg[:head] + b"".join(segments) + jpeg[head:]


def _end_of_application_segments(jpeg: bytes) -> int:
    place = 2  # behind the start mark
    while jpeg[place] == 0xFF and 0xE0 <= jpeg[place + 1] <= 0xEF:
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return place
