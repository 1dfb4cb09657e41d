"""Where links and bookmarks of a source lead, as destinations in the merged file."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from zidesk.services.merged.assembly import Placed
from zidesk.services.merged.page_shape import numbers_text

_WEB = ("http://", "https://", "mailto:")
_MOST_LINKS = 2_000  # of one page
_MOST_ADDRESS = 2_000
_DEEPEST = 8  # names that stand for names


class Destinations:
    """Of one source. `pages`: its pages in the merged file, in order, with their objects there."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Sequence[tuple[Any, Placed]]) -> None:
        self._placed = [placed for _, placed in pages]
        self._by_object = {page.objgen: placed for page, placed in pages}
        self._names, self._tree = _named_places(pdf)

    def of(self, holder: Any) -> bytes | None:
        """Of a bookmark or link, by its own destination or its action; None without one in this document."""
        try:
            return self._led_to(holder)
        except Exception:  # names in a broken tree: it leads nowhere
            return None

    def _led_to(self, holder: Any) -> bytes | None:
        target = holder.get("/Dest")
        action = holder.get("/A")
        if target is None and isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo":
            target = action.get("/D")
        return self._resolved(target, 0)

    def links(self, page: Any, *, moved: bool) -> Iterator[bytes]:
        """The page's links, to the web and within the document. `moved`: its content is not where it was."""
        annotations = page.get("/Annots")
        if moved or not isinstance(annotations, pikepdf.Array):
            return
        for place in range(min(len(annotations), _MOST_LINKS)):
            link = annotations[place]
            if isinstance(link, pikepdf.Dictionary) and link.get("/Subtype") == "/Link":
                corners, target = _corners(link.get("/Rect")), self._target(link)
                if corners and target:
                    yield b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] %s >>" % (corners, target)

    def _target(self, link: Any) -> bytes | None:
        action = link.get("/A")
        if isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/URI":
            address = action.get("/URI")
            if not isinstance(address, pikepdf.String):
                return None
            text = str(address).strip()
            if len(text) > _MOST_ADDRESS or not text.isascii() or not text.lower().startswith(_WEB):
                return None
            return b"/A << /S /URI /URI <%s> >>" % text.encode("ascii").hex().encode("ascii")
        found = self.of(link)
        return None if found is None else b"/Dest " + found

    def _resolved(self, target: Any, depth: int) -> bytes | None:
        if depth > _DEEPEST:
            return None
        if isinstance(target, pikepdf.Dictionary):
            return self._resolved(target.get("/D"), depth + 1)
        if isinstance(target, pikepdf.Array):
            return self._place(target)
        if isinstance(target, pikepdf.Name) and self._names is not None:
            return self._resolved(self._names.get(str(target)), depth + 1)
        if isinstance(target, pikepdf.String) and self._tree is not None:
            return self._resolved(self._tree.get(str(target)), depth + 1)
        return None

    def _place(self, target: Any) -> bytes | None:
        page = target[0] if len(target) else None
        if isinstance(page, int):
            placed = self._placed[page] if 0 <= page < len(self._placed) else None
        else:
            placed = self._by_object.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None
        if placed is None:
            return None
        point = _point(target)
        if point is None or placed.shape.scale != 1.0:
            return placed.destination
        left, top = placed.shape.corner
        spot = numbers_text((left if point[0] is None else point[0], top if point[1] is None else point[1]))
        return b"[%d 0 R /XYZ %s null]" % (placed.number, spot)


def _point(target: Any) -> tuple[float | None, float | None] | None:
    how = target[1] if len(target) > 1 else None
    if how == "/XYZ" and len(target) >= 4:
        return _number(target[2]), _number(target[3])
    if how in ("/FitH", "/FitBH") and len(target) >= 3:
        return None, _number(target[2])
    return None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return number if math.isfinite(number) and abs(number) < 1_000_000 else None


def _corners(rect: Any) -> bytes | None:
    if not isinstance(rect, pikepdf.Array) or len(rect) != 4:
        return None
    numbers = [_number(value) for value in rect]
    return numbers_text(tuple(value for value in numbers if value is not None)) if None not in numbers else None


def _named_places(pdf: pikepdf.Pdf) -> tuple[Any, Any]:
    """The two ways in which a PDF may name places: a dictionary and a tree."""
    names, trees = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    tree = trees.get("/Dests") if isinstance(trees, pikepdf.Dictionary) else None
    if isinstance(tree, pikepdf.Dictionary) and not tree.is_indirect:
        tree = pdf.make_indirect(tree)
    return (
        names if isinstance(names, pikepdf.Dictionary) else None,
        pikepdf.NameTree(tree) if isinstance(tree, pikepdf.Dictionary) else None,
    )
