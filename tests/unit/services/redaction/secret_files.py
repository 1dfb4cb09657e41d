"""Files that say a secret in every way a file can, and ways to look for it in what was made of them."""

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from zidesk.services.pictures.pdfium import opened_pdf

SECRET = "3374019001990001"
PAGE = (400.0, 600.0)
AT = (100.0, 300.0)  # of the secret, from the lower left corner, 20 points high
WHERE = (0.22, 0.44, 0.9, 0.53)  # the same as parts of the page, with room around it


def secret_pdf(pages: int = 2) -> bytes:
    """The secret on the first page, and once more in nearly everything else a PDF has."""
    data = io.BytesIO()
    canvas = Canvas(data, PAGE, pageCompression=1)
    canvas.setTitle(f"KTP {SECRET}")
    for number in range(pages):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(*AT, SECRET if number == 0 else f"halaman {number + 1}")
        canvas.setFillAlpha(0)
        canvas.drawString(20, 20, SECRET)  # a hidden layer of text, as scanners write it
        canvas.setFillAlpha(1)
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"NIK {SECRET}", f"p{number}", 0)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(data.getvalue())) as document:
        _hide_everywhere(document)
        document.save(whole := io.BytesIO(), compress_streams=True)
    return whole.getvalue()


def _hide_everywhere(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:description"] = SECRET
    document.attachments["data.txt"] = SECRET.encode()
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{SECRET}')")
    page = document.pages[0]
    page.obj.Thumb = document.make_stream(SECRET.encode())
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents=SECRET
    )
    page.obj.Annots = document.make_indirect(pikepdf.Array([document.make_indirect(note)]))


def updated_pdf() -> bytes:
    """A page that once said the secret, and says something else since its last change; both are in the file."""
    canvas = Canvas(data := io.BytesIO(), PAGE, pageCompression=0)
    canvas.drawString(*AT, SECRET)
    canvas.save()
    with pikepdf.open(io.BytesIO(data.getvalue())) as document:
        document.save(older := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    old = older.getvalue()
    with pikepdf.open(io.BytesIO(old)) as document:
        number, size = document.pages[0].Contents.objgen[0], len(document.objects) + 1
        root = document.trailer.Root.objgen[0]
    drawing = b"0 0 0 rg 40 40 100 100 re f"
    changed = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(drawing), drawing)
    before = old[old.rindex(b"startxref") :].split()[1]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(old))
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %s >>\n" % (size, root, before)
    return old + changed + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(old) + len(changed))


def secret_jpeg(size: tuple[int, int] = (640, 480), orientation: int = 1) -> bytes:
    """White, with a red square where the secret is; the secret in its EXIF, which has a small picture too."""
    image = Image.new("RGB", size, "white")
    image.paste((220, 30, 30), (size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET
    exif.get_ifd(0x8825)[29] = SECRET  # a place
    small = io.BytesIO()
    image.resize((160, 120)).save(small, "JPEG", comment=SECRET.encode())
    block = exif.tobytes() + small.getvalue()
    data = io.BytesIO()
    image.save(data, "JPEG", quality=95, exif=block, comment=SECRET.encode())
    return data.getvalue()


def said_by(path: Path) -> str:
    """All the words a reader finds in a PDF."""
    with opened_pdf(path) as document:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_range())
            text.close()
            page.close()
    return " ".join(texts)


def everything_in(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and those of each of its streams and strings as they are when unpacked."""
    raw = path.read_bytes()
    yield raw
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL):
        unpacker = zlib.decompressobj()
        try:
            yield unpacker.decompress(found[1])
        except zlib.error:
            yield found[1]
    if raw.startswith(b"%PDF"):
        with pikepdf.open(path) as document:
            for thing in document.objects:
                yield repr(thing).encode()
                if isinstance(thing, pikepdf.Stream):
                    yield thing.read_raw_bytes()
            yield repr(document.trailer).encode()


def holds(path: Path, secret: str = SECRET) -> bool:
    wanted = [secret.encode(code) for code in ("ascii", "utf-16-be", "utf-16-le")]
    wanted.append(secret.encode().hex().encode())
    return any(word in part or word.upper() in part for part in everything_in(path) for word in wanted)
