"""Pictures as files of nothing but their pixels: no metadata, no colour profile, no small picture of the large."""

import io

from PIL import Image, ImageChops

from zidesk.services.pictures.picture import Picture


def jpeg_of(picture: Picture, quality: int) -> tuple[bytes, bool]:
    """The JPEG, and whether it is grey because the picture has no colours."""
    image = _image(picture)
    red, green, blue = image.split()
    grey = not any(ImageChops.difference(red, other).getbbox() for other in (green, blue))
    return _saved(red if grey else image, "JPEG", quality=quality), grey


def png_of(picture: Picture) -> bytes:
    return _saved(_image(picture), "PNG")


def _image(picture: Picture) -> Image.Image:
    return Image.frombuffer("RGB", (picture.width, picture.height), picture.rgb, "raw", "RGB", 0, 1)


def _saved(image: Image.Image, kind: str, **options: int) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()
