"""The stamp on every page of evidence: its code and running number, small on a white plate in the lower right
corner as one sees the page, whatever its size and however it is turned."""

import zlib
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFile

from zidesk.services.merged.page_shape import Matrix, PageShape, numbers_text
from zidesk.services.merged.pdf_file import PdfFile

_FACE = "LiberationSans-Regular.ttf"
_CODES = range(0x20, 0x100)  # Latin-1: what codes of questions and numbers consist of
_SIZE, _PAD, _EDGE = 7.0, 2.2, 7.0  # points on A4: type, plate around it, distance from the edges
_USUAL = 595.0  # the shorter side of A4
_WIDEST = 0.6  # of the page's width
_GREY, _WHITE = b"0.15", b"1"


class StampFont:
    """One face for all stamps of a file. `number`: its object."""

    def __init__(self, fonts: Path, out: PdfFile) -> None:
        face = TTFontFile(str(fonts / _FACE))
        # the place in the list is the code that shows the character
        subset = [code if code in _CODES else 0x20 for code in range(0x100)]
        self._widths = [float(face.charWidths.get(code, face.defaultWidth)) for code in subset]
        data = face.makeSubset(subset)
        packed = zlib.compress(data, 9)
        file, described, unicode, self.number = (out.allocate() for _ in range(4))
        out.put_stream(
            file, b"<< /Filter /FlateDecode /Length %d /Length1 %d >>" % (len(packed), len(data)), packed
        )
        out.put(described, _descriptor(face, file))
        cmap = _to_unicode()
        out.put_stream(unicode, b"<< /Filter /FlateDecode /Length %d >>" % len(cmap), cmap)
        widths = b" ".join(b"%d" % round(self._widths[code]) for code in _CODES)
        out.put(
            self.number,
            b"<< /Type /Font /Subtype /TrueType /BaseFont /ZIDESK+LiberationSans /FirstChar %d /LastChar %d"
            b" /FontDescriptor %d 0 R /ToUnicode %d 0 R /Widths [%s] >>"
            % (_CODES[0], _CODES[-1], described, unicode, widths),
        )

    def width(self, text: bytes) -> float:
        """For a size of one point."""
        return sum(self._widths[code] for code in text) / 1000


def stamp(text: str, shape: PageShape, font: StampFont, name: bytes) -> bytes:
    """Drawing operators for the page's own coordinates; `name`: what the font is called in its resources."""
    shown = text.encode("latin-1", "replace")
    page_width, page_height = shape.shown_size
    scale = min(page_width, page_height) / _USUAL
    wide = font.width(shown) * _SIZE + 2 * _PAD
    scale = min(scale, page_width * _WIDEST / wide)
    size, pad, edge = _SIZE * scale, _PAD * scale, _EDGE * scale
    width, height = wide * scale, size + 2 * pad
    x, y = page_width - edge - width, edge
    return b"q %s cm %s g %s re f BT %s g /%s %s Tf 1 0 0 1 %s Tm 0 Tr 0 Tc 0 Tw 100 Tz 0 Ts (%s) Tj ET Q\n" % (
        numbers_text(shape.upright),
        _WHITE,
        numbers_text((x, y, width, height)),
        _GREY,
        name,
        numbers_text((size,)),
        numbers_text((x + pad, y + pad + size * 0.14)),
        _escaped(shown),
    )


def matrix_text(matrix: Matrix) -> bytes:
    return numbers_text(matrix) + b" cm"


def _escaped(text: bytes) -> bytes:
    return text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _descriptor(face: Any, file: int) -> bytes:
    box = b" ".join(b"%d" % round(value) for value in face.bbox)
    return (
        b"<< /Type /FontDescriptor /FontName /ZIDESK+LiberationSans /Flags 4 /FontBBox [%s] /ItalicAngle 0"
        b" /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R >>"
        % (box, face.ascent, face.descent, face.capHeight, face.stemV, file)
    )


def _to_unicode() -> bytes:
    text = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /ZIDesk def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange <%02X> <%02X> <%04X> endbfrange\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end\n" % (_CODES[0], _CODES[-1], _CODES[0])
    )
    return zlib.compress(text, 9)
