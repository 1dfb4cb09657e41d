"""Bookmarks: those of a source read, those of the merged file written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from zidesk.services.documents.drawing.text import plain
from zidesk.services.merged.destinations import Destinations
from zidesk.services.merged.pdf_file import PdfFile

_MOST, _DEEPEST, _MOST_TITLE = 2_000, 8, 300  # of one source; what nobody reads is not carried along


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`destination`: a finished array. `is_open`: what is below is shown at once."""

    title: str
    destination: bytes
    below: tuple["Bookmark", ...] = ()
    is_open: bool = False


def read_bookmarks(pdf: pikepdf.Pdf, destinations: Destinations) -> tuple[Bookmark, ...]:
    """Those of a source that lead somewhere; going round in circles ends at the second visit."""
    outline = pdf.Root.get("/Outlines")
    if not isinstance(outline, pikepdf.Dictionary):
        return ()
    return _Reader(destinations).below(outline, 0)


class _Reader:
    def __init__(self, destinations: Destinations) -> None:
        self._destinations = destinations
        self._seen: set[tuple[int, int]] = set()

    def below(self, parent: Any, depth: int) -> tuple[Bookmark, ...]:
        return tuple(self._of(parent, depth))

    def _of(self, parent: Any, depth: int) -> Iterator[Bookmark]:
        item = parent.get("/First")
        while isinstance(item, pikepdf.Dictionary) and item.is_indirect and item.objgen not in self._seen:
            if len(self._seen) >= _MOST:
                return
            self._seen.add(item.objgen)
            below = self.below(item, depth + 1) if depth < _DEEPEST else ()
            title = item.get("/Title")
            words = _words(title)
            target = self._destinations.of(item) or (below[0].destination if below else None)
            if target is not None and words:
                yield Bookmark(words, target, below)
            elif below:
                yield from below
            item = item.get("/Next")


def _words(title: Any) -> str:
    try:
        return plain(str(title))[:_MOST_TITLE] if isinstance(title, pikepdf.String) else ""
    except ValueError:  # in no encoding that anybody knows
        return ""


def write_bookmarks(out: PdfFile, bookmarks: Sequence[Bookmark]) -> int:
    """Write the tree; the number of its root."""
    root = out.allocate()
    first, last, shown = _write_level(out, bookmarks, root)
    out.put(root, b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (first, last, shown))
    return root


def _write_level(out: PdfFile, bookmarks: Sequence[Bookmark], parent: int) -> tuple[int, int, int]:
    """First and last object, and how many entries are seen when the parent is open."""
    numbers = [out.allocate() for _ in bookmarks]
    shown = len(numbers)
    for place, (number, item) in enumerate(zip(numbers, bookmarks, strict=True)):
        entries = [b"/Title %s /Parent %d 0 R /Dest %s" % (text_string(item.title), parent, item.destination)]
        if place:
            entries.append(b"/Prev %d 0 R" % numbers[place - 1])
        if place + 1 < len(numbers):
            entries.append(b"/Next %d 0 R" % numbers[place + 1])
        if item.below:
            first, last, inside = _write_level(out, item.below, number)
            shown += inside if item.is_open else 0
            entries.append(
                b"/First %d 0 R /Last %d 0 R /Count %d" % (first, last, inside if item.is_open else -inside)
            )
        out.put(number, b"<< %s >>" % b" ".join(entries))
    return numbers[0], numbers[-1], shown


def text_string(text: str) -> bytes:
    """A string for readers, in any script."""
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be", "replace")).hex().encode("ascii") + b">"
