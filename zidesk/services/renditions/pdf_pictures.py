"""Which pictures a PDF holds, how large each can be shown at most, and whether the file may be changed at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zidesk.domain.progress import CancelToken

_DEEPEST = 6  # forms within forms
_A4_LONG = 11.7  # inches
_LARGEST_PAGE = 200.0  # inches; more is nonsense
_CHECK_EVERY = 500  # objects

Reference = tuple[int, int]  # number and generation of an object


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """`inches`: the longest edge at which it can be shown; `size`: bytes as it is packed now; `mask`: it says
    what shows of another picture."""

    reference: Reference
    inches: float
    size: int
    mask: bool


def pictures_of(pdf: Any, cancel: CancelToken) -> tuple[PdfPicture, ...] | None:
    """Every picture of an open `pikepdf.Pdf`, in the order of the objects.

    None when the file must stay as it is: locked, or signed so that any change breaks the signature.
    Raises Cancelled, and what qpdf raises for damaged content.
    """
    if pdf.is_encrypted:
        return None
    streams: list[Any] = []
    masks: set[Reference] = set()
    for place, item in enumerate(pdf.objects):
        if place % _CHECK_EVERY == 0:
            cancel.check()
        if _is_dictionary(item) and "/ByteRange" in item:
            return None
        if _is_stream(item) and item.get("/Subtype") == "/Image":
            streams.append(item)
            masks.update(mask.objgen for mask in (item.get("/SMask"), item.get("/Mask")) if _is_stream(mask))
    shown = _shown_at(pdf, cancel)
    largest = max(shown.values(), default=_A4_LONG)
    return tuple(
        PdfPicture(item.objgen, shown.get(item.objgen, largest), _length(item), item.objgen in masks)
        for item in streams
    )


def _shown_at(pdf: Any, cancel: CancelToken) -> dict[Reference, float]:
    """The longest edge, in inches, of the largest page that uses each picture."""
    shown: dict[Reference, float] = {}
    for page in pdf.pages:
        cancel.check()
        inches = _longest_edge(page)
        for reference in _used(page.get("/Resources"), set(), 0):
            shown[reference] = max(inches, shown.get(reference, 0.0))
    return shown


def _longest_edge(page: Any) -> float:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    unit = float(page.get("/UserUnit", 1)) / 72
    return min(_LARGEST_PAGE, max(1.0, max(abs(right - left), abs(top - bottom)) * unit))


def _used(resources: Any, seen: set[Reference], depth: int) -> Iterator[Reference]:
    """The pictures that resources name, those of their forms included."""
    named: Any = resources.get("/XObject") if _is_dictionary(resources) else None
    if not _is_dictionary(named) or depth > _DEEPEST:
        return
    for item in named.values():
        if not _is_stream(item) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield item.objgen
        mask = item.get("/SMask")
        if _is_stream(mask):
            yield mask.objgen
        if item.get("/Subtype") == "/Form":
            yield from _used(item.get("/Resources"), seen, depth + 1)


def _length(stream: Any) -> int:
    length = stream.get("/Length", 0)
    return length if isinstance(length, int) else 0


def _is_dictionary(item: Any) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Dictionary)


def _is_stream(item: Any) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Stream)
