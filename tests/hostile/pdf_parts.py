"""Of what PDFs made to harm are put together."""

import zlib
from collections.abc import Iterable
from io import BytesIO

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]%s>>"
FONT = b"/Resources<</Font<</F 9 0 R>>>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
MEGABYTE = 1024 * 1024


def document(objects: Iterable[tuple[int, bytes]], root: int = 1, extra: bytes = b"") -> bytes:
    """A file with a plain table of objects; `objects` are numbers and bodies."""
    out = BytesIO()
    out.write(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects:
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, size = out.tell(), max(places) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f"))
    out.write(b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, extra, start))
    return out.getvalue()


def stream(data: bytes, facts: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (facts, len(data), data)


def packed(unit: bytes, megabytes: int, layers: int = 1) -> bytes:
    """The unit repeated until it is so large, deflated so many times; never whole in memory, nor packed whole."""
    block = unit * (MEGABYTE // len(unit))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # can be repeated as it is
    checksum = 1
    for _ in range(megabytes):
        checksum = zlib.adler32(block, checksum)
    data = b"\x78\xda" + piece * megabytes + b"\3\0" + checksum.to_bytes(4, "big")
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data


def flate(data: bytes, facts: bytes = b"", layers: int = 1) -> bytes:
    return stream(data, facts + b"/Filter[" + b"/FlateDecode" * layers + b"]")


def one_page(contents: bytes, more: Iterable[tuple[int, bytes]] = (), facts: bytes = FONT) -> bytes:
    page = PAGE % (facts + b"/Contents 4 0 R")
    return document([(1, CATALOG), (2, ONE_PAGE), (3, page), (4, contents), *more, (9, HELVETICA)])


def image(width: int, height: int, data: bytes, facts: bytes) -> bytes:
    image = stream(data, b"/Type/XObject/Subtype/Image/Width %d/Height %d%s" % (width, height, facts))
    resources = b"/Resources<</XObject<</I 5 0 R>>>>"
    return one_page(stream(b"q 600 0 0 800 0 0 cm /I Do Q"), [(5, image)], resources)
