"""PDFs of a few kilobytes that unpack, nest or count to far more."""

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile.pdf_parts import (
    CATALOG,
    FONT,
    HELVETICA,
    MEGABYTE,
    ONE_PAGE,
    PAGE,
    document,
    flate,
    image,
    one_page,
    packed,
    stream,
)


def deflated_twice() -> bytes:
    return one_page(flate(packed(b"0 0 1 1 re f\n", 1000, 2), layers=2))


def deflated_thrice_to_a_thousand_million() -> bytes:
    return one_page(flate(packed(b" ", 4000, 3), layers=3))


def text_without_end() -> bytes:
    return one_page(flate(packed(b"BT /F 9 Tf (aaaaaaaa) Tj ET\n", 60)))


def one_content_many_times() -> bytes:
    """An array that names one stream of 60 MB again and again."""
    page = PAGE % (FONT + b"/Contents[" + b"4 0 R " * 2000 + b"]")
    body = flate(packed(b"BT /F 9 Tf (aa) Tj ET\n", 60))
    return document([(1, CATALOG), (2, ONE_PAGE), (3, page), (4, body), (9, HELVETICA)])


def run_lengths() -> bytes:
    return one_page(stream(bytes([129, 32]) * (3 * MEGABYTE), b"/Filter/RunLengthDecode"))


def lzw() -> bytes:
    """Codes that each stand for one byte more than the one before; 300 MB in 250 KB."""
    widths = [9] * 253 + [10] * 512 + [11] * 1024 + [12] * 2046
    codes = zip(range(258, 4093), widths, strict=True)
    turn = format(32, "09b") + "".join(format(code, f"0{wide}b") for code, wide in codes) + format(256, "012b")
    bits = format(256, "09b") + turn * 48
    bits += "0" * (-len(bits) % 8)
    return one_page(stream(int(bits, 2).to_bytes(len(bits) // 8, "big"), b"/Filter/LZWDecode"))


def huge_paper() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]/Contents 4 0 R>>"
    return document([(1, CATALOG), (2, ONE_PAGE), (3, page), (4, stream(b"0 0 9 9 re f"))])


def deep_page_tree(levels: int = 100_000) -> bytes:
    objects = [(1, CATALOG)]
    for number in range(2, levels + 2):
        objects.append((number, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 1)))
    return document([*objects, (levels + 2, PAGE % b"")])


def circular_page_tree() -> bytes:
    kids = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return document([(1, CATALOG), (2, kids), (3, b"<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R]>>")])


def one_page_many_times(count: int = 100_000) -> bytes:
    kids = b"<</Type/Pages/Count %d/Kids[" % count + b"3 0 R " * count + b"]>>"
    return document([(1, CATALOG), (2, kids), (3, PAGE % b"")])


def one_page_a_million_times() -> bytes:
    return one_page_many_times(1_000_000)


def pages_that_multiply() -> bytes:
    """Ten kids that are one and the same, nine deep."""
    objects = [(1, CATALOG)]
    for number in range(2, 11):
        kids = b"%d 0 R " % (number + 1) * 10
        objects.append((number, b"<</Type/Pages/Count 1000000000/Kids[%s]>>" % kids))
    return document([*objects, (11, PAGE % b"")])


def promised_pages() -> bytes:
    return document([(1, CATALOG), (2, b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>"), (3, PAGE % b"")])


def a_million_objects() -> bytes:
    rest = ((number, b"<<>>") for number in range(4, 1_000_000))
    return document([(1, CATALOG), (2, ONE_PAGE), (3, PAGE % b""), *rest])


def deep_arrays() -> bytes:
    nested = b"[" * 1_000_000 + b"]" * 1_000_000
    return document([(1, CATALOG), (2, ONE_PAGE), (3, PAGE % (b"/A " + nested))])


def _cross_references(entries: bytes, size: int, facts: bytes = b"", more: bytes = b"") -> bytes:
    """A file whose table of objects is a stream with these packed entries."""
    out = b"%PDF-1.7\n" + more
    start = len(out)
    body = stream(entries, b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Filter/FlateDecode%s" % (size, facts))
    return out + b"8 0 obj\n" + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def huge_cross_references() -> bytes:
    return _cross_references(packed(b"\1\0\0\0\x09\0\0\0", 900), 130_000_000)


def promised_cross_references() -> bytes:
    table = b"%PDF-1.7\nxref\n0 2000000000\n0000000000 65535 f \ntrailer\n<</Size 2000000000/Root 1 0 R>>\n"
    return table + b"startxref\n9\n%%EOF\n"


def cross_references_in_circles() -> bytes:
    table = b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root 1 0 R/Prev 9>>\n"
    return table + b"startxref\n9\n%%EOF\n"


def packed_objects() -> bytes:
    """The catalogue and the pages lie in a packed list of objects that has no end."""
    inner = b"1 0 2 %d 3 %d " % (len(CATALOG) + 1, len(CATALOG) + len(ONE_PAGE) + 2)
    objects = CATALOG + b" " + ONE_PAGE + b" " + PAGE % b"" + b" "
    packer = zlib.compressobj(9)
    data = packer.compress(inner + objects) + packer.flush(zlib.Z_FULL_FLUSH) + packed(b" ", 900)[2:]
    listed = stream(data, b"/Type/ObjStm/N 3/First %d/Filter/FlateDecode" % len(inner))
    head = b"7 0 obj\n" + listed + b"\nendobj\n"
    entries = b"".join([b"\0\0\0\0\0\xff\xff", *(b"\2\0\0\0\7\0" + bytes([at]) for at in range(3)), bytes(7) * 3])
    entries += b"\1" + (9).to_bytes(4, "big") + b"\0\0" + b"\1" + (9 + len(head)).to_bytes(4, "big") + b"\0\0"
    return _cross_references(zlib.compress(entries), 9, more=head)


def image_of_zeros(side: int = 30_000) -> bytes:
    facts = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    return image(side, side, packed(bytes(1024), side * side * 3 // MEGABYTE + 1), facts)


def image_just_allowed() -> bytes:
    return image_of_zeros(14_000)


def image_in_layers() -> bytes:
    facts = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter[/FlateDecode/FlateDecode]"
    return image(30_000, 30_000, packed(bytes(1024), 2700, 2), facts)


def image_drawn_often() -> bytes:
    facts = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Type/XObject/Subtype/Image"
    images = [
        (number, stream(packed(bytes(1024), 75), b"/Width 5000/Height 5000" + facts)) for number in range(10, 50)
    ]
    names = b"".join(b"/I%d %d 0 R" % (number, number) for number, _ in images)
    drawn = b"".join(b"q 600 0 0 800 0 0 cm /I%d Do Q\n" % number for number, _ in images)
    return one_page(stream(drawn), images, b"/Resources<</XObject<<" + names + b">>>>")


def jbig2() -> bytes:
    """A page of as many dots as are allowed that one generic region fills."""
    info = (14_000).to_bytes(4, "big") * 2 + bytes(8) + b"\0\0\0"
    region = (14_000).to_bytes(4, "big") * 2 + bytes(9) + b"\0" + b"\3\xff\xfd\xff\2\xfe\xfe\xfe" + bytes(64)
    data = b"\0\0\0\0\x30\0\1" + len(info).to_bytes(4, "big") + info
    data += b"\0\0\0\1\x26\0\1" + len(region).to_bytes(4, "big") + region
    return image(14_000, 14_000, data, b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode")


def jpeg_2000() -> bytes:
    """A code stream that claims 14,000 by 14,000 in tiles of one dot."""
    size = b"\xff\x51" + (47).to_bytes(2, "big") + b"\0\0" + (14_000).to_bytes(4, "big") * 2 + bytes(8)
    size += (1).to_bytes(4, "big") * 2 + bytes(8) + b"\0\3" + b"\7\1\1" * 3
    data = b"\xff\x4f" + size + b"\xff\x52\0\x0c\0\0\0\1\0\5\4\4\0\0" + b"\xff\x5c\0\x13\x40" + bytes(16)
    data += b"\xff\x90\0\x0a\0\0\0\0\0\0\0\1\xff\x93" + bytes(2000) + b"\xff\xd9"
    return image(14_000, 14_000, data, b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/JPXDecode")


def fax() -> bytes:
    facts = b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode"
    facts += b"/DecodeParms<</K -1/Columns 14000/Rows 14000>>"
    return image(14_000, 14_000, b"\xff" * 9000, facts)


def tiles() -> bytes:
    """A pattern of one dot that covers the page a thousand million times."""
    pattern = stream(
        b"0 0 1 1 re f",
        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .0001/YStep .0001/Resources<<>>",
    )
    resources = b"/Resources<</Pattern<</P 5 0 R>>>>"
    return one_page(stream(b"/Pattern cs /P scn 0 0 600 800 re f"), [(5, pattern)], resources)


def letters_that_draw() -> bytes:
    """A font whose letter is a form that calls a form ten times, nine deep."""
    objects = [
        (
            5,
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97"
            b"/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>"
            b"/Resources<</XObject<</F 10 0 R>>>>>>",
        ),
        (6, stream(b"9 0 d0 /F Do")),
    ]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    objects += [(number, stream(b"/F Do " * 10, form % (number + 1))) for number in range(10, 19)]
    objects.append((19, stream(b"0 0 1 1 re f", form % 30)))
    return one_page(stream(b"BT /T 9 Tf (aaaa) Tj ET"), objects, b"/Resources<</Font<</T 5 0 R>>>>")


def notes_that_multiply() -> bytes:
    """What a note looks like is a form that calls a form ten times, nine deep."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    objects = [(number, stream(b"/F Do " * 10, form % (number + 1))) for number in range(10, 19)]
    objects.append((19, stream(b"0 0 1 1 re f", form % 30)))
    note = b"<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/F 4/AP<</N 10 0 R>>>>"
    return one_page(stream(b""), [(5, note), *objects], b"/Annots[5 0 R]")


def forms_above_the_page() -> bytes:
    """Forms that multiply, named by the branch above the page, with a remark between name and call."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
    objects = [(number, stream(b"/F %x\n Do " * 10, form % (number + 1))) for number in range(10, 19)]
    objects.append((19, stream(b"0 0 1 1 re f", form % 30)))
    branch = b"<</Type/Pages/Count 1/Kids[3 0 R]/Resources<</XObject<</F 10 0 R>>>>>>"
    page = PAGE % b"/Contents 4 0 R"
    return document([(1, CATALOG), (2, branch), (3, page), (4, stream(b"/#46 %Do\n Do")), *objects])


PDF_BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        deflated_twice, deflated_thrice_to_a_thousand_million, text_without_end, one_content_many_times,
        run_lengths, lzw, huge_paper, deep_page_tree, circular_page_tree, one_page_many_times,
        one_page_a_million_times,
        pages_that_multiply, promised_pages, a_million_objects, deep_arrays, huge_cross_references,
        promised_cross_references, cross_references_in_circles, packed_objects, image_of_zeros,
        image_just_allowed, image_in_layers, image_drawn_often, jbig2,
        jpeg_2000, fax, tiles,
        letters_that_draw, notes_that_multiply, forms_above_the_page,
    )
}  # fmt: skip


def write(folder: Path, name: str) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(PDF_BOMBS[name]())
    return path
