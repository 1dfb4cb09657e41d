"""Searching for the most that fits into a number of bytes. Pure rules; the encoders are handed in."""

from collections.abc import Callable
from math import isqrt

BEST, GOOD, LOWEST = 92, 72, 40  # JPEG qualities; below GOOD a picture is made smaller first
SMALLEST_LONG, SMALLEST_SHORT = 1200, 600  # pixels; print on a photographed A4 sheet can still be read

Encode = Callable[[int], bytes]


def best_quality(encode: Encode, limit: int, lowest: int, highest: int) -> bytes | None:
    """What `encode` gives at the highest quality whose result has at most `limit` bytes; None without one.

    Qualities are taken to give more bytes the higher they are; where they do not, the answer still fits.
    """
    found: bytes | None = None
    while lowest <= highest:
        middle = (lowest + highest) // 2
        data = encode(middle)
        if len(data) <= limit:
            found, lowest = data, middle + 1
        else:
            highest = middle - 1
    return found


def smallest_edge(width: int, height: int) -> int:
    """The least the longest edge may become; that of the picture itself when it is as small already."""
    longest, shortest = max(width, height), max(1, min(width, height))
    return min(longest, max(SMALLEST_LONG, -(-SMALLEST_SHORT * longest // shortest)))


def next_edge(edge: int, size: int, limit: int, least: int) -> int:
    """A smaller longest edge, at which a picture of `size` bytes may have `limit`; at least `least`."""
    by_area = isqrt(edge * edge * limit // max(1, size))  # bytes go with the pixels, a little less than evenly
    return max(least, min(by_area, edge * 19 // 20))
