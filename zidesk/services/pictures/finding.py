"""Where words stand on the pages of a PDF."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.pdfium import give_way, weighed_pdf

MAX_MATCHES = 500
_MAX_RECTS = 20  # of one match; each is a part of a line
_GRID = 1_000_000  # steps across a page, for PDFium answers in whole ones

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextMatch:
    """`page` from 0; each of `rects` is left, top, right, bottom as fractions of the page as it is shown."""

    page: int
    rects: tuple[Rect, ...]


def find_text(path: Path, words: Sequence[str], cancel: CancelToken | None = None) -> tuple[TextMatch, ...]:
    """Every place of each of `words` (words or phrases; capitals do not matter), page by page, from the top.

    At most `MAX_MATCHES`; none on pages too heavy to read. Raises PictureUnavailable, Cancelled.
    """
    sought = [cleaned for cleaned in (word.replace("\0", " ").strip() for word in words) if cleaned]
    found: list[TextMatch] = []
    if not sought:
        return ()
    with weighed_pdf(path) as (document, weight):
        for number in range(len(document)):
            if cancel is not None:
                cancel.check()
            if weight.is_too_heavy(number):
                continue
            found += _on_page(document[number], number, sought, MAX_MATCHES - len(found))
            if len(found) >= MAX_MATCHES:
                break
            give_way()
    return tuple(found)


def _on_page(page: Any, number: int, sought: Sequence[str], most: int) -> list[TextMatch]:
    """Closes the page: a long document would otherwise stay in memory whole."""
    text = page.get_textpage()
    try:
        matches = sorted(
            {place for word in sought for place in _places(text, word, most)},
        )
        rects = [tuple(_rects(page, text, *place)) for place in matches[:most]]
        return [TextMatch(number, shown) for shown in rects if shown]
    finally:
        text.close()
        page.close()


def _places(text: Any, word: str, most: int) -> Iterator[tuple[int, int]]:
    """First character and number of characters."""
    searcher = text.search(word)
    try:
        for _ in range(most):
            place = searcher.get_next()
            if place is None:
                break
            yield place
    finally:
        searcher.close()


def _rects(page: Any, text: Any, start: int, count: int) -> Iterator[Rect]:
    for index in range(min(text.count_rects(start, count), _MAX_RECTS)):
        left, bottom, right, top = text.get_rect(index)
        corners = _shown_at(page, left, top), _shown_at(page, right, bottom)
        (x1, x2), (y1, y2) = (sorted(pair) for pair in zip(*corners, strict=True))
        if x1 < x2 and y1 < y2:
            yield x1, y1, x2, y2


def _shown_at(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the page's own grid as fractions of what is shown, which may be cropped and turned."""
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return _fraction(across.value), _fraction(down.value)


def _fraction(steps: int) -> float:
    return min(1.0, max(0.0, steps / _GRID))
