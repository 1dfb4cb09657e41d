"""The school's logo before it is kept: whether papers can print it, and a small picture to look at."""

import io
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from zidesk.domain.evidence import FileKind, FileState
from zidesk.services.ingest.inspection import inspect_file

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000


class LogoState(StrEnum):
    FINE = "fine"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    NO_PICTURE = "no picture"
    DAMAGED = "damaged"
    MANY_BYTES = "many bytes"
    MANY_PIXELS = "many pixels"
    OTHER_FORMAT = "other format"  # a sound picture that papers cannot print, such as HEIC


@dataclass(frozen=True, slots=True)
class Logo:
    """What was found. `preview` is a small PNG, empty unless the logo is fine; `size` in bytes."""

    path: Path
    state: LogoState
    width: int = 0
    height: int = 0
    size: int = 0
    preview: bytes = b""


def look_at_logo(path: Path, side: int) -> Logo:
    """Look into a picture file; the preview fits a square of `side` pixels. Never raises for a bad file."""
    try:
        if not path.is_file():
            return Logo(path, LogoState.MISSING)
        size = path.stat().st_size
        if size > MAX_BYTES:
            return Logo(path, LogoState.MANY_BYTES, size=size)
        found = inspect_file(path, path.name)
        width, height = found.width or 0, found.height or 0
        state = LogoState.FINE
        if found.kind is not FileKind.IMAGE:
            state = LogoState.NO_PICTURE
        elif width * height > MAX_PIXELS:
            state = LogoState.MANY_PIXELS
        elif found.state is not FileState.OK:
            state = LogoState.DAMAGED
        preview = _preview(path, side) if state is LogoState.FINE else b""
    except (OSError, ValueError):
        return Logo(path, LogoState.UNREADABLE)
    if state is LogoState.FINE and not preview:
        state = LogoState.OTHER_FORMAT
    return Logo(path, state, width, height, size, preview)


def _preview(path: Path, side: int) -> bytes:
    """A small PNG, made with the reader that prints letterheads; empty where that cannot read it."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as original:
            if original.width * original.height > MAX_PIXELS:
                return b""
            original.draft("RGB", (side, side))
            picture = ImageOps.exif_transpose(original).convert("RGBA")
        picture.thumbnail((side, side))
        packed = io.BytesIO()
        picture.save(packed, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    return packed.getvalue()
