"""The merged file as it grows: its pages in order, and what they share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from zidesk.services.merged.balance import open_states
from zidesk.services.merged.copying import Copier
from zidesk.services.merged.page_shape import PageShape, fitting_matrix, numbers_text
from zidesk.services.merged.pdf_file import Mark, PdfFile
from zidesk.services.merged.stamp import StampFont, matrix_text, stamp

_FONT, _PICTURE = "/ZiStempel", "/ZiGambar"


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of the merged file; `number`: its object."""

    number: int
    shape: PageShape

    @property
    def destination(self) -> bytes:
        return b"[%d 0 R /XYZ %s null]" % (self.number, numbers_text(self.shape.corner))


@dataclass(frozen=True, slots=True)
class Additions:
    """What a page gets beside its own content: the text of its stamp, finished annotations, and a picture
    (`operators` that draw it, `picture` its object)."""

    stamp: str = ""
    annotations: tuple[bytes, ...] = ()
    operators: bytes = b""
    picture: int = 0


@dataclass(frozen=True, slots=True)
class Equipped:
    """A page of a source with its additions, and the names under which it finds font and picture."""

    page: Any
    additions: Additions
    font: bytes
    picture: bytes


class Assembly:
    """`pages`: evidence in order; `layers`: optional content by its object, and whether it is shown."""

    def __init__(self, out: PdfFile, fonts: Path) -> None:
        self.out = out
        self.root, self.info, self.tree, self._opening = (out.allocate() for _ in range(4))
        out.put_stream(self._opening, b"<< /Length 2 >>", b"q\n")
        self._font = StampFont(fonts, out)
        self.pages: list[Placed] = []
        self.layers: dict[int, bool] = {}

    def mark(self) -> tuple[Mark, int, dict[int, bool]]:
        return self.out.mark(), len(self.pages), dict(self.layers)

    def back_to(self, mark: tuple[Mark, int, dict[int, bool]]) -> None:
        """As if nothing had been added since."""
        place, pages, self.layers = mark
        self.out.back_to(place)
        del self.pages[pages:]

    def equip(self, pdf: pikepdf.Pdf, page: Any, copier: Copier, additions: Additions) -> Equipped:
        """Enter what is added among the page's resources. For every page of a source before the first is
        written: pages share their resources."""
        if not isinstance(page.get("/Resources"), pikepdf.Dictionary):
            page.Resources = pikepdf.Dictionary()
        font = picture = b""
        if additions.stamp:
            font = _named(pdf, page.Resources, "/Font", _FONT, copier, self._font.number)
        if additions.picture:
            picture = _named(pdf, page.Resources, "/XObject", _PICTURE, copier, additions.picture)
        return Equipped(page, additions, font, picture)

    def write_page(self, equipped: Equipped, placed: Placed, copier: Copier) -> None:
        """Write a page of a source and all it needs. Raises what qpdf raises."""
        page, additions = equipped.page, equipped.additions
        shape = placed.shape
        entries = [
            b"/Type /Page /Parent %d 0 R /MediaBox [%s]" % (self.tree, numbers_text(shape.box)),
            b"/Resources " + copier.text(page.Resources),
            b"/Contents [%s]" % b" ".join(self._contents(equipped, shape, copier)),
        ]
        if shape.turn:
            entries.append(b"/Rotate %d" % shape.turn)
        unit = page.get("/UserUnit")
        if isinstance(unit, int) and 1 < unit <= 1000:
            entries.append(b"/UserUnit %d" % unit)
        if isinstance(page.get("/Group"), pikepdf.Dictionary):
            entries.append(b"/Group " + copier.text(page.Group))
        if additions.annotations:
            entries.append(b"/Annots [%s]" % b" ".join(additions.annotations))
        self.out.put(placed.number, b"<< %s >>" % b" ".join(entries))
        copier.drain()

    def _contents(self, equipped: Equipped, shape: PageShape, copier: Copier) -> list[bytes]:
        """References to the page's own instructions between a saved state and what is added."""
        page, additions = equipped.page, equipped.additions
        parts = _instructions(page)
        before, after = open_states(parts)
        fitting = fitting_matrix(page, shape)
        opening = b"q\n" * (1 + before) + (matrix_text(fitting) + b"\n" if fitting else b"")
        first = self._opening if opening == b"q\n" else self._stream(opening)
        closing = b"\n" + b"Q\n" * (1 + after)
        if additions.operators:
            closing += b"q %s /%s Do Q\n" % (additions.operators, equipped.picture)
        if additions.stamp:
            closing += stamp(additions.stamp, shape, self._font, equipped.font)
        last = self._stream(closing)
        return [b"%d 0 R" % first, *map(copier.reference, parts), b"%d 0 R" % last]

    def _stream(self, data: bytes) -> int:
        number = self.out.allocate()
        self.out.put_stream(number, b"<< /Length %d >>" % len(data), data)
        return number


def _named(pdf: pikepdf.Pdf, resources: Any, category: str, wish: str, copier: Copier, number: int) -> bytes:
    """Enter an object of the merged file among the resources of a source, under a name that is free there."""
    if not isinstance(resources.get(category), pikepdf.Dictionary):
        resources[category] = pikepdf.Dictionary()
    wish = f"{wish}{number}"
    known, turn, name = resources[category], 0, wish
    while name in known and copier.numbers.get(known[name].objgen) != number:
        turn += 1
        name = f"{wish}-{turn}"
    if name not in known:
        known[name] = copier.stand_in(pdf, number)
    return name.removeprefix("/").encode("ascii")


def _instructions(page: Any) -> list[Any]:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return [part for part in contents if isinstance(part, pikepdf.Stream)]
    return [contents] if isinstance(contents, pikepdf.Stream) else []
