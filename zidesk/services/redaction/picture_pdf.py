"""A PDF of nothing but pictures, written page after page: no text, no outline, no metadata, no date, nothing that
is left over from another file. Only one page is ever in memory, and the same pictures give the same bytes."""

from typing import BinaryIO

from zidesk.services.pictures.picture import Size

_LARGEST = 14_400.0  # points a page may have, by the format
_FIRST = 3  # the number of the first page's first object; the catalog and the list of pages come before


class PicturePdf:
    """Writes to `stream`, which stands at its beginning; nothing counts before `finish`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._places: dict[int, int] = {}
        self._at = 0
        self._pages: list[int] = []
        self._write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, jpeg: bytes, pixels: Size, points: tuple[float, float], *, grey: bool) -> None:
        """A page of that size, filled by a JPEG of RGB or grey."""
        number = _FIRST + 3 * len(self._pages)
        self._pages.append(number)
        scale = min(1.0, _LARGEST / max(points))
        wide, high = (f"{max(1.0, side * scale):.2f}" for side in points)
        space = "DeviceGray" if grey else "DeviceRGB"
        drawing = f"q {wide} 0 0 {high} 0 0 cm /Im0 Do Q".encode()
        self._object(
            number,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {number + 1} 0 R"
            f" /Resources << /XObject << /Im0 {number + 2} 0 R >> >> >>",
        )
        self._object(number + 1, f"<< /Length {len(drawing)} >>", drawing)
        self._object(
            number + 2,
            f"<< /Type /XObject /Subtype /Image /Width {pixels[0]} /Height {pixels[1]} /ColorSpace /{space}"
            f" /BitsPerComponent 8 /Filter /DCTDecode /Length {len(jpeg)} >>",
            jpeg,
        )

    def finish(self) -> None:
        """Write what stands at the end of the file."""
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._object(1, "<< /Type /Catalog /Pages 2 0 R >>")
        self._object(2, f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>")
        start, count = self._at, len(self._places) + 1
        self._write(f"xref\n0 {count}\n0000000000 65535 f \n".encode())
        for number in range(1, count):
            self._write(f"{self._places[number]:010d} 00000 n \n".encode())
        self._write(f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())

    def _object(self, number: int, dictionary: str, content: bytes | None = None) -> None:
        self._places[number] = self._at
        self._write(f"{number} 0 obj\n{dictionary}\n".encode())
        if content is not None:
            self._write(b"stream\n")
            self._write(content)
            self._write(b"\nendstream\n")
        self._write(b"endobj\n")

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._at += len(data)
