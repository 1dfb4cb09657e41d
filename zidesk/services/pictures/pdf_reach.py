"""Everything a reader unpacks to draw one page of a PDF: letters, pictures, patterns, notes, profiles."""

from typing import Any, Final

from zidesk.services.ingest.inspection.decoding import MAX_PIXELS
from zidesk.services.pictures.pdf_unpacking import TooLargeError, unpacked_size

MOST_UNPACKED: Final = 64 * 1024 * 1024  # bytes of one stream
_MOST_TOGETHER: Final = 192 * 1024 * 1024  # of all streams that a page leads to; many are shared with others
_MOST_OBJECTS: Final = 50_000
_DEEPEST: Final = 100
# ways that lead to other pages or that nobody takes to draw
_ELSEWHERE: Final = frozenset(
    (
        "/Parent",
        "/P",
        "/Dest",
        "/A",
        "/AA",
        "/B",
        "/Popup",
        "/IRT",
        "/Metadata",
        "/PieceInfo",
        "/Thumb",
        "/StructParent",
    )
)


class HeavyPageError(Exception):
    """The page leads to more than may be unpacked."""


def inherited(page: Any, key: str) -> Any:
    """The page's own value or that of a branch above it; None without any."""
    branch = page
    for _ in range(_DEEPEST):
        if branch is None or key in branch:
            break
        branch = branch.get("/Parent")
    return None if branch is None else branch.get(key)


class Reach:
    """Of one file: what is measured once is remembered for the pages that follow."""

    def __init__(self) -> None:
        self._measured: dict[tuple[int, int], int] = {}

    def check(self, page: Any, resources: Any) -> None:
        """Raises HeavyPageError."""
        waiting = [page, resources]
        seen: set[tuple[int, int]] = set()
        count = unpacked = 0
        while waiting:
            item = waiting.pop()
            count += 1
            if count > _MOST_OBJECTS:
                raise HeavyPageError
            place = getattr(item, "objgen", (0, 0))
            if place != (0, 0):
                if place in seen:
                    continue
                seen.add(place)
            more, size = self._look(item, place)
            unpacked += size
            if unpacked > _MOST_TOGETHER or len(waiting) > _MOST_OBJECTS:
                raise HeavyPageError
            waiting += more

    def _look(self, item: Any, place: tuple[int, int]) -> tuple[list[Any], int]:
        """What the object leads to, and its bytes."""
        import pikepdf

        if isinstance(item, pikepdf.Array):
            return [inner for inner in item if _is_container(inner)], 0
        if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            return [], 0
        size = 0
        if isinstance(item, pikepdf.Stream):
            if place not in self._measured:
                self._measured[place] = _measured(item)
            size = self._measured[place]
        return [value for key, value in item.items() if key not in _ELSEWHERE and _is_container(value)], size


def _measured(stream: Any) -> int:
    """Bytes of a stream. Raises HeavyPageError."""
    is_picture = stream.get("/Subtype") == "/Image"
    if is_picture and dots(stream) > MAX_PIXELS:
        raise HeavyPageError
    try:
        return unpacked_size(stream, MOST_UNPACKED, but_last=is_picture)
    except TooLargeError as fault:
        raise HeavyPageError from fault


def dots(picture: Any) -> int:
    return max(0, int(picture.get("/Width", 0))) * max(0, int(picture.get("/Height", 0)))


def _is_container(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)
