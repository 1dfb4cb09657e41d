"""Pictures of one bit a pixel as CCITT Group 4, the way fax machines and PDFs pack them: nothing is lost."""

import io

from PIL import Image

_ROWS_PER_STRIP, _OFFSETS, _LENGTHS = 278, 273, 279  # TIFF tags


def group4(image: Image.Image) -> bytes:
    """The bare Group 4 data of a picture of mode "1"; in a PDF it is read with `/BlackIs1 true`."""
    output = io.BytesIO()
    image.save(output, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: image.height})
    with Image.open(output, formats=["TIFF"]) as packed:
        tags = packed.getexif()
        offset, length = _only(tags[_OFFSETS]), _only(tags[_LENGTHS])
    return output.getvalue()[offset : offset + length]


def _only(value: object) -> int:
    """All rows are in one strip."""
    if isinstance(value, tuple):
        (value,) = value
    assert isinstance(value, int)
    return value
