"""Small pictures as they are kept on disk: JPEG."""

import io

from PIL.Image import frombytes
from PIL.JpegImagePlugin import JpegImageFile

from zidesk.services.ingest.inspection.decoding import BAD_PICTURE
from zidesk.services.pictures.picture import Picture

_QUALITY = 85


def to_jpeg(picture: Picture) -> bytes:
    output = io.BytesIO()
    frombytes("RGB", (picture.width, picture.height), picture.rgb).save(output, "JPEG", quality=_QUALITY)
    return output.getvalue()


def from_jpeg(data: bytes, edge: int) -> Picture | None:
    """None when it is not a whole JPEG of at most `edge` pixels each way."""
    try:
        image = JpegImageFile(io.BytesIO(data))
        if max(image.size) > edge:
            return None
        return Picture(image.width, image.height, image.convert("RGB").tobytes())
    except BAD_PICTURE:
        return None
