"""Everything that can be dug out of a handed-over folder: raw bytes, members of ZIPs, unpacked streams, texts and
pictures of PDFs, and what stands in scripts as base64. For tests that look for what must not be there.
"""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{120,}={0,2}")
_DEEPEST = 4


@dataclass(frozen=True)
class Found:
    """`where`: the file and the way into it; `content`: bytes as they lie there, or a text in UTF-8."""

    where: str
    content: bytes

    def mentions(self, word: str) -> bool:
        """Whether the word stands in it, in any case and in the encodings of PDFs, pictures and sheets."""
        lowered, word = self.content.lower(), word.lower()
        ways = (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"), word.encode().hex().encode())
        return any(way in lowered for way in ways)

    def picture(self) -> Image.Image | None:
        """The content as a picture, if it is one."""
        with (
            suppress(OSError, Image.DecompressionBombError),
            Image.open(io.BytesIO(self.content)) as opened,
        ):
            return opened.convert("RGB")
        return None


def read_folder(root: Path) -> Iterator[Found]:
    """Every file of the folder, its name first."""
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        yield Found(f"{name} (nama)", name.encode())
        if path.is_file():
            yield from _dig(name, path.read_bytes(), 0)


def _dig(where: str, data: bytes, depth: int) -> Iterator[Found]:
    yield Found(where, data)
    if depth == _DEEPEST:
        return
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            yield Found(f"{where} (komentar)", opened.comment)
            for member in opened.infolist():
                yield Found(f"{where}!{member.filename} (nama)", member.filename.encode() + member.extra)
                yield from _dig(f"{where}!{member.filename}", opened.read(member), depth + 1)
    elif data.startswith(b"%PDF"):
        yield from _dig_pdf(where, data, depth)
    elif not data.startswith((b"\xff\xd8", b"\x89PNG")):
        for number, match in enumerate(_BASE64.finditer(data)):
            with suppress(ValueError):
                yield from _dig(f"{where}#{number}", base64.b64decode(match[0]), depth + 1)


def _dig_pdf(where: str, data: bytes, depth: int) -> Iterator[Found]:
    with suppress(pikepdf.PasswordError, pikepdf.PdfError), pikepdf.open(io.BytesIO(data)) as pdf:
        for number, item in enumerate(pdf.objects):
            yield Found(f"{where}@{number}", item.unparse(resolved=False))
            if isinstance(item, pikepdf.Stream):
                raw = item.read_raw_bytes()
                if item.get("/Filter") in (None, pikepdf.Name.DCTDecode):
                    yield from _dig(f"{where}@{number} (isi)", raw, depth + 1)
                else:
                    with suppress(pikepdf.PdfError):
                        raw = item.read_bytes()
                    yield from _dig(f"{where}@{number} (isi)", raw, depth + 1)
        yield Found(f"{where} (kepala)", pdf.trailer.unparse(resolved=False))
    with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(data) as pages:
        for number, page in enumerate(pages, start=1):
            yield Found(f"{where} hlm {number}", page.get_textpage().get_text_range().encode())
