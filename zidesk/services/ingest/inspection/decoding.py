"""How much of a picture may be decoded, and Pillow kept quiet. Nothing global of Pillow is changed."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from logging import NullHandler, getLogger

MAX_PIXELS = 200_000_000  # more is never decoded, not even line by line
MAX_DECODED = 256 * 1024 * 1024  # bytes of one picture held in memory
MAX_READ_WHOLE = 96 * 1024 * 1024  # bytes of a file that its decoder needs all at once
_LARGE = 64 * 1024 * 1024

# what Pillow's readers raise for content that makes no sense; MemoryError is a size out of all reason
BAD_PICTURE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    ArithmeticError,
    LookupError,
    EOFError,
    RuntimeError,
    AttributeError,
    MemoryError,
)
_one_large_picture = threading.Lock()

getLogger("PIL").addHandler(NullHandler())


@contextmanager
def decoding(decoded_bytes: int) -> Iterator[None]:
    """Around a decoder: no warnings of Pillow, and large pictures one after the other.

    The filter stays: `warnings.catch_warnings` is not safe while other threads inspect too.
    """
    _silence_pillow()
    if decoded_bytes < _LARGE:
        yield
        return
    with _one_large_picture:
        yield


def decoded_size(mode: str, size: tuple[int, int]) -> int:
    """Bytes that Pillow needs for a picture of that mode."""
    narrow = mode in ("1", "L", "P")
    return size[0] * size[1] * (1 if narrow else 4)


def _silence_pillow() -> None:
    if not any(str(getattr(entry[3], "pattern", "")) == r"PIL\." for entry in warnings.filters[:3]):
        warnings.filterwarnings("ignore", category=Warning, module=r"PIL\.")
