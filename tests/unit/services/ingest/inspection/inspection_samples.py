"""Small files of every kind, made in memory: what the inspection tests look into."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image

_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"


def photo(width: int = 160, height: int = 120, mode: str = "RGB") -> Image.Image:
    """A noisy picture, always the same one, so that its compressed data is worth cutting."""
    noise = random.Random(5).randbytes(width * height * 3)
    return Image.frombytes("RGB", (width, height), noise).convert(mode)


def picture(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    data = io.BytesIO()
    (image or photo()).save(data, kind, **options)
    return data.getvalue()


def exif(orientation: int = 6, taken: str = "2024:05:31 08:15:00") -> bytes:
    block = Image.Exif()
    block[0x0112] = orientation
    block.get_ifd(0x8769)[0x9003] = taken
    return block.tobytes()


def pdf(pages: int = 1, **save_options: object) -> bytes:
    data = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        document.save(data, **save_options)
    return data.getvalue()


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def ooxml(main_part: str, folder: str, properties: str = "") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/x" ContentType="{main_part}"/></Types>',
            f"{folder}/main.xml": random.Random(1).randbytes(3000),
            "docProps/app.xml": f'<Properties xmlns="{_APP}">{properties}</Properties>',
        }
    )


def docx(pages: int = 3) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return ooxml(kind, "word", f"<Pages>{pages}</Pages>")


def open_document(kind: str, pages: int = 4, manifest: str = "") -> bytes:
    meta = f'<m xmlns:meta="{_META}"><meta:document-statistic meta:page-count="{pages}"/></m>'
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "meta.xml": meta,
            "META-INF/manifest.xml": manifest,
            "content.xml": "x" * 500,
        },
        zipfile.ZIP_STORED,
    )


def png(width: int, height: int, pixels: bytes, colour: int = 6) -> bytes:
    """A PNG whose header may promise what `pixels` (already packed) do not hold."""
    header = struct.pack(">LLBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
        for name, data in chunks
    )


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of at most 128 sectors; streams shorter than 4096 bytes go to the mini stream."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    fat: list[int] = [0xFFFFFFFD]  # sector 0 is the FAT itself
    body = bytearray()

    def place(data: bytes) -> int:
        data = data + bytes(-len(data) % 512)
        first, count = len(fat), len(data) // 512
        fat.extend([*range(first + 1, first + count), end])
        body.extend(data)
        return first

    mini, mini_fat, entries = bytearray(), [], []
    for name, data in streams.items():
        if len(data) >= 4096:
            start = place(data)
        else:
            start, pieces = len(mini) // 64, -(-len(data) // 64)
            mini_fat += [*range(start + 1, start + pieces), end]
            mini += data + bytes(-len(data) % 64)
        entries.append((name, 2, start, len(data)))
    first_mini_fat, root_start = end, end
    if mini:
        first_mini_fat = place(struct.pack(f"<{len(mini_fat)}L", *mini_fat))
        root_start = place(bytes(mini))
    directory = b""
    for name, kind, start, size in [("Root Entry", 5, root_start, len(mini)), *entries]:
        label = name.encode("utf-16-le")
        entry = label.ljust(64, b"\0") + struct.pack("<HBB", len(label) + 2, kind, 1) + b"\xff" * 12
        directory += entry + bytes(36) + struct.pack("<LQ", start, size)
    first_directory = place(directory)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<LLLLL", 1, first_directory, 0, 4096, first_mini_fat)
    header += struct.pack("<LLL", 1 if mini else 0, end, 0) + struct.pack("<109L", 0, *[free] * 108)
    return header + struct.pack("<128L", *fat, *[free] * (128 - len(fat))) + bytes(body)


def boxes(*parts: tuple[bytes, bytes]) -> bytes:
    return b"".join(struct.pack(">L", 8 + len(data)) + name + data for name, data in parts)


def mp4() -> bytes:
    return boxes((b"ftyp", b"isom\0\0\2\0isommp42"), (b"mdat", bytes(range(256)) * 8), (b"moov", b"m" * 200))


def wav() -> bytes:
    return b"RIFF" + struct.pack("<L", 4 + 1000) + b"WAVE" + b"\x01" * 1000


def rar5(*, header_lock: bool = False, file_lock: bool = False, data: int = 300) -> bytes:
    """Signature, main block, one file of `data` bytes, end block; checksums are not looked at."""
    extra = b"\x02\x01\x00" if file_lock else b""
    length = bytes([data & 0x7F | 0x80, data >> 7 & 0x7F | 0x80, data >> 14])
    file_body = bytes([2, 3, len(extra)]) + length + b"name" + extra
    blocks = [bytes([1, 0, 0]) if not header_lock else bytes([4, 0, 0]), file_body, bytes([5, 0, 0])]
    contents = [b"", b"d" * data, b""]
    packed = (bytes(4) + bytes([len(b)]) + b + d for b, d in zip(blocks, contents, strict=True))
    return b"Rar!\x1a\x07\x01\x00" + b"".join(packed)


def rar4(flags: int = 0) -> bytes:
    main = struct.pack("<HBHH", 0, 0x73, flags, 13) + bytes(6)
    name = struct.pack("<HBHHL", 0, 0x74, 0x8000, 37, 300).ljust(37, b"\1") + b"d" * 300
    return b"Rar!\x1a\x07\x00" + main + name + struct.pack("<HBHH", 0, 0x7B, 0x4000, 7)


def seven_zip() -> bytes:
    start = struct.pack("<QQL", 200, 50, 0)
    return b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<L", zlib.crc32(start)) + start + b"x" * 250


# file name -> content: one sound file of every kind that is looked into
SOUND: dict[str, Callable[[], bytes]] = {
    "foto.jpg": lambda: picture("JPEG", exif=exif()),
    "progresif.jpg": lambda: picture("JPEG", progressive=True),
    "layar.png": lambda: picture("PNG"),
    "palet.png": lambda: picture("PNG", photo(mode="P")),
    "gambar.webp": lambda: picture("WEBP"),
    "gambar.gif": lambda: picture("GIF", photo(mode="P")),
    "gambar.bmp": lambda: picture("BMP"),
    "pindai.tif": lambda: picture("TIFF", compression="tiff_lzw"),
    "faks.tif": lambda: picture("TIFF", photo(mode="1"), compression="group4"),
    "halaman.tif": lambda: picture("TIFF", save_all=True, append_images=[photo(40, 30)] * 2),
    "surat.pdf": lambda: pdf(2),
    "rapat.docx": docx,
    "daftar.ods": lambda: open_document("spreadsheet"),
    "lama.doc": lambda: compound({"WordDocument": bytes(4096)}),
    "arsip.zip": lambda: zipped({"a.txt": "halo " * 300}),
    "arsip.rar": rar5,
    "lama.rar": rar4,
    "arsip.7z": seven_zip,
    "video.mp4": mp4,
    "suara.wav": wav,
}
