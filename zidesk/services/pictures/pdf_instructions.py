"""What the drawing instructions of a page of a PDF come to, everything counted as often as it is called."""

import re
from collections import Counter
from typing import Any, Final

from zidesk.services.pictures.pdf_reach import HeavyPageError, dots
from zidesk.services.pictures.pdf_unpacking import TooLargeError, unpacked

MAX_WEIGHT: Final = 24 * 1024 * 1024  # bytes; the instructions of a crowded map are 10 MB
_TOO_MUCH: Final = MAX_WEIGHT + 1
_DEEPEST: Final = 30
_MOST_PARTS: Final = 10_000  # of one page's instructions
_MOST_TILES: Final = 4_000_000  # of a pattern on one page
_REMEMBERED: Final = 10  # a letter is drawn so much faster than the instructions it stands for
_DOTS: Final = 50  # of a picture are drawn while one byte of instructions is carried out
_GAP = rb"(?:[\s\0]|%[^\r\n]*[\r\n])+"
_CALL = re.compile(rb"/([^\s\0/<>\[\](){}%]+)" + _GAP + rb"(?:[-+.0-9]+" + _GAP + rb")?(Do|gs|scn|SCN|Tf)\b")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_KINDS: Final = {b"Do": "/XObject", b"gs": "/ExtGState", b"scn": "/Pattern", b"SCN": "/Pattern", b"Tf": "/Font"}


class Instructions:
    """Of one page; `area` in points of its own grid."""

    def __init__(self, area: float) -> None:
        self._area = area
        # what is being weighed is too heavy, for PDFium goes round in circles
        self._known: dict[tuple[int, int], int] = {}

    def weight(self, content: Any, resources: Any, depth: int = 0) -> int:
        """In bytes, not much above MAX_WEIGHT. Raises HeavyPageError, and what pikepdf raises."""
        if depth >= _DEEPEST:
            return _TOO_MUCH
        data = joined(content)
        weight = len(data)
        if resources is None:
            return weight
        for (name, call), times in Counter(_CALL.findall(data)).items():
            target = (resources.get(_KINDS[call]) or {}).get(_spelled(name))
            if target is None or weight > MAX_WEIGHT:
                continue
            if call == b"Tf":
                weight += self._letter(target, resources, depth) * len(data) // _REMEMBERED
            else:
                weight += times * self._drawn(_drawing(target, call), resources, depth)
        return weight

    def notes(self, page: Any) -> int:
        """What the looks of the notes and form fields on the page come to."""
        weight = 0
        for note in page.get("/Annots", ()):
            looks = note.get("/AP", {}).get("/N")
            for look in (looks,) if _is_stream(looks) else (looks or {}).values():
                weight += self._form(look, None, 0) if _is_stream(look) else 0
        return weight

    def _drawn(self, drawing: Any, resources: Any, depth: int) -> int:
        if not _is_stream(drawing):
            return 0
        if drawing.get("/Subtype") == "/Image":
            return dots(drawing) // _DOTS
        return self._form(drawing, resources, depth)

    def _form(self, form: Any, resources: Any, depth: int) -> int:
        place = form.objgen
        if place not in self._known:
            self._known[place] = _TOO_MUCH
            if form.get("/PatternType") == 1 and self._tiles(form) > _MOST_TILES:
                return _TOO_MUCH
            self._known[place] = self.weight(form, form.get("/Resources", resources), depth + 1)
        return self._known[place]

    def _tiles(self, pattern: Any) -> float:
        """How often the pattern stands on the page, as far as its own grid tells."""
        a, b, c, d = (float(value) for value in list(pattern.get("/Matrix", (1, 0, 0, 1)))[:4])
        tile = abs(float(pattern.get("/XStep", 0)) * float(pattern.get("/YStep", 0)) * (a * d - b * c))
        return self._area / tile if tile else float("inf")

    def _letter(self, font: Any, resources: Any, depth: int) -> int:
        """The heaviest letter of a font whose letters are drawings; of other fonts nothing."""
        if font.get("/Subtype") != "/Type3":
            return 0
        own = font.get("/Resources", resources)
        letters = (self.weight(look, own, depth + 1) for look in font.get("/CharProcs", {}).values())
        return max(letters, default=0)


def joined(content: Any) -> bytes:
    """All parts of a content one after the other. Raises HeavyPageError when they are more than MAX_WEIGHT."""
    import pikepdf

    parts = content if isinstance(content, pikepdf.Array) else [content]
    if len(parts) > _MOST_PARTS:
        raise HeavyPageError
    pieces, left = [], MAX_WEIGHT
    for part in parts:
        if _is_stream(part):
            pieces.append(_unpacked(part, left))
            left -= len(pieces[-1])
    return b"\n".join(pieces)


def _unpacked(stream: Any, most: int) -> bytes:
    import pikepdf

    try:
        bounded = unpacked(stream, most)
    except TooLargeError as fault:
        raise HeavyPageError from fault
    try:
        data: bytes = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)  # which undoes predictors, too
    except pikepdf.PdfError:
        return bounded  # damaged, but readers draw what there is
    return data


def _spelled(name: bytes) -> str:
    """A name as pikepdf has it: what instructions write as #41 is an A."""
    return "/" + _HEX.sub(lambda found: bytes.fromhex(found[1].decode()), name).decode("utf-8", "replace")


def _drawing(target: Any, call: bytes) -> Any:
    """What a call carries out."""
    if call != b"gs":
        return target
    mask = target.get("/SMask")
    return mask.get("/G") if _is_dictionary(mask) else None


def _is_stream(item: Any) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Stream)


def _is_dictionary(item: Any) -> bool:
    import pikepdf

    return isinstance(item, pikepdf.Dictionary)
