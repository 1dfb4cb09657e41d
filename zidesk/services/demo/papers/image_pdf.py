"""The smallest PDF that shows JPEG pictures as A4 pages, written by hand so that no clock gets in."""

import io
from collections.abc import Sequence

from PIL import Image

_WIDTH, _HEIGHT = 595, 842  # points


def images_to_pdf(jpegs: Sequence[bytes], title: str) -> bytes:
    """One A4 page for each JPEG (grey or RGB), the picture filling the page; upright or landscape."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 3 * i} 0 R" for i in range(len(jpegs)))
    words = "FEFF" + title.encode("utf-16-be").hex().upper()
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(jpegs)} >>".encode())
    objects.append(f"<< /Title <{words}> /Producer (Pemindai Contoh) >>".encode())
    for i, jpeg in enumerate(jpegs):
        objects += _page(jpeg, first=4 + 3 * i)
    return _file(objects)


def _page(jpeg: bytes, first: int) -> tuple[bytes, bytes, bytes]:
    with Image.open(io.BytesIO(jpeg)) as picture:
        (width, height), grey = picture.size, picture.mode == "L"
    across, up = (_WIDTH, _HEIGHT) if height >= width else (_HEIGHT, _WIDTH)
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {up}] /Contents {first + 1} 0 R"
        f" /Resources << /XObject << /Im0 {first + 2} 0 R >> >> >>"
    )
    drawing = f"q {across} 0 0 {up} 0 0 cm /Im0 Do Q".encode()
    space = "DeviceGray" if grey else "DeviceRGB"
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /{space}"
        f" /BitsPerComponent 8 /Filter /DCTDecode /Length {len(jpeg)} >>\nstream\n"
    ).encode()
    contents = f"<< /Length {len(drawing)} >>\nstream\n".encode() + drawing + b"\nendstream"
    return page.encode(), contents, image + jpeg + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()
