"""Types that the first bytes of a file decide by themselves. Pure functions of those bytes."""

import re

from zidesk.services.ingest.inspection import known_types as t
from zidesk.services.ingest.inspection.known_types import FileType

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STARTS: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", t.JPEG),
    (b"\x89PNG\r\n\x1a\n", t.PNG),
    (b"GIF87a", t.GIF),
    (b"GIF89a", t.GIF),
    (b"II*\x00", t.TIFF),
    (b"MM\x00*", t.TIFF),
    (b"II+\x00\x08\x00", t.TIFF),
    (b"MM\x00+\x00\x08", t.TIFF),
    (b"%PDF-", t.PDF),
    (b"%!PS", t.POSTSCRIPT),
    (b"{\\rtf", t.RTF),
    (b"7z\xbc\xaf\x27\x1c", t.SEVEN_ZIP),
    (b"Rar!\x1a\x07", t.RAR),
    (b"\x1f\x8b\x08", t.GZIP),
    (b"BZh", t.BZIP2),
    (b"\xfd7zXZ\x00", t.XZ),
    (b"ID3", t.MP3),
    (b"fLaC", t.FLAC),
    (b"#!AMR", t.AMR),
    (b"FLV\x01", t.FLV),
    (b"\x00\x00\x01\xba", t.MPEG),
    (b"\x00\x00\x01\xb3", t.MPEG),
    (b"SQLite format 3\x00", t.SQLITE),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", t.SHORTCUT),
)
_BMP_HEADER_SIZES = {12, 16, 40, 52, 56, 64, 108, 124}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_HEIF_BRANDS = {b"mif1", b"msf1", b"mif2"}
_AVIF_BRANDS = {b"avif", b"avis"}
_OLD_QUICKTIME = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_VIDEO_STREAM = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")


def from_signature(head: bytes, suffix: str) -> FileType | None:
    """The type that `head` proves, else None. `suffix` (lower case) only settles what bytes leave open.

    ZIP and OLE containers are not decided here: what they hold is named by their members.
    """
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    return (
        _riff(head)
        or _iso_media(head)
        or _ogg(head)
        or _matroska(head)
        or _asf(head)
        or _bitmap(head)
        or _mpeg_audio(head, suffix)
        or _late_signature(head, suffix)
    )


def _riff(head: bytes) -> FileType | None:
    if head[:4] not in (b"RIFF", b"RF64"):
        return None
    return {b"WEBP": t.WEBP, b"WAVE": t.WAV, b"AVI ": t.AVI}.get(head[8:12])


def _iso_media(head: bytes) -> FileType | None:
    box = head[4:8]
    if box != b"ftyp":
        return t.MOV if box in _OLD_QUICKTIME and head[:4] < b"\x10" else None
    length = min(max(int.from_bytes(head[:4], "big"), 16), 256)
    major = head[8:12]
    compatible = {head[at : at + 4] for at in range(16, length, 4)}
    if major in _HEIC_BRANDS:
        return t.HEIC
    if major in _AVIF_BRANDS:
        return t.AVIF
    if major in _HEIF_BRANDS:
        if compatible & _AVIF_BRANDS:
            return t.AVIF
        return t.HEIC if compatible & _HEIC_BRANDS else t.HEIF
    if major == b"qt  ":
        return t.MOV
    if major[:2] == b"3g":
        return t.THREE_GP
    return t.M4A if major[:3] in (b"M4A", b"M4B", b"F4A") else t.MP4


def _ogg(head: bytes) -> FileType | None:
    if not head.startswith(b"OggS"):
        return None
    if b"OpusHead" in head[:64]:
        return t.OPUS
    return t.OGV if b"theora" in head[:128] else t.OGG


def _matroska(head: bytes) -> FileType | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    return t.WEBM if b"webm" in head[:64] else t.MKV


def _asf(head: bytes) -> FileType | None:
    if not head.startswith(_ASF):
        return None
    return t.WMV if _ASF_VIDEO_STREAM in head[:8192] else t.WMA


def _bitmap(head: bytes) -> FileType | None:
    header_size = int.from_bytes(head[14:18], "little")
    return t.BMP if head.startswith(b"BM") and header_size in _BMP_HEADER_SIZES else None


def _mpeg_audio(head: bytes, suffix: str) -> FileType | None:
    """Frames without any tag: two bytes of sync are no proof, so the name has to agree."""
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0 and suffix == ".aac":
        return t.AAC
    is_frame = head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 != 0xF0 and head[2] & 0x0C != 0x0C
    return t.MP3 if is_frame and suffix in (".mp3", ".mpga") else None


def _late_signature(head: bytes, suffix: str) -> FileType | None:
    """Signatures that do not stand at the first byte, or are short."""
    if head[257:262] == b"ustar":
        return t.TAR
    if head[0x8001:0x8006] == b"CD001":
        return t.ISO_IMAGE
    if head.startswith(b"MZ") and (suffix in (".exe", ".dll", ".scr", ".com") or b"\x00" in head[:64]):
        return t.PROGRAM
    # Scanners and mail programs put bytes before the header; readers accept it within the first 1024.
    junk_allowed = suffix == ".pdf" or re.match(rb"[\x00\s\xef\xbb\xbf]+%PDF-", head[:1024])
    return t.PDF if junk_allowed and b"%PDF-" in head[:1024] else None
