"""The school's logo, ready to print: small, on white ground."""

import io
from pathlib import Path

_PIXELS = 520  # at 20 mm, more than any office printer shows
_MOST_PIXELS = 60_000_000  # a picture beyond this is no logo


def logo_png(path: Path | None) -> bytes | None:
    """The picture as PNG; None without one, or if it cannot be read."""
    if path is None:
        return None
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as original:
            if original.width * original.height > _MOST_PIXELS:
                return None
            original.draft("RGB", (_PIXELS, _PIXELS))
            colours = original.convert("RGBA")
        colours.thumbnail((_PIXELS, _PIXELS))
        ground = Image.new("RGBA", colours.size, "white")
        ground.alpha_composite(colours)
        packed = io.BytesIO()
        ground.convert("RGB").save(packed, "PNG")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return packed.getvalue()
