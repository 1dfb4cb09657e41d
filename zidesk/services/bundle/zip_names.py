"""What the ZIP files of a bundle are called, and the note that lies in each of several."""

import re
from collections.abc import Iterator
from pathlib import Path

from zidesk.domain.bundle_parts import part_name
from zidesk.services.bundle.staging import UNFINISHED

NOTE_MOST = 16 * 1024  # bytes kept free in each part for its note and its comment

_NOTE_TEXT = """\
BACA DULU
=========

Paket {root} dibagi menjadi {count} berkas ZIP:

{names}

Cara membukanya:
1. Kumpulkan semua berkas ZIP di atas di satu folder.
2. Ekstrak semuanya ke satu folder tujuan yang sama. Bila ditanya apakah BACA-DULU.txt
   boleh ditimpa, pilih ya: isinya sama di setiap bagian.
3. Buka folder {root}, lalu klik dua kali BUKA-DI-SINI.html.

Setiap bagian dapat dibuka sendiri, tetapi hanya memuat sebagian berkas. Halaman
pembuka dan daftar sidik jari (manifest-sha256.txt) ada di bagian terakhir.
Cara memeriksa bahwa semuanya lengkap tertulis di PERIKSA.txt.
"""


def zip_path(destination: Path, root_name: str) -> Path:
    return destination / f"{root_name}.zip"


def unfinished_zip(destination: Path, root_name: str, number: int | None) -> Path:
    """`number` of the part, None when there is only one file: how many there will be is not known yet."""
    part = "" if number is None else f".bagian-{number}"
    return destination / f"{root_name}{part}.zip{UNFINISHED}"


def final_names(root_name: str, count: int) -> tuple[str, ...]:
    if count == 1:
        return (f"{root_name}.zip",)
    return tuple(part_name(root_name, number, count) for number in range(1, count + 1))


def finished_zips(destination: Path, root_name: str) -> Iterator[Path]:
    """ZIP files of this bundle that are there, whole or in parts."""
    yield from _matching(destination, rf"{re.escape(root_name)}(\.bagian-\d+-dari-\d+)?\.zip")


def unfinished_zips(destination: Path, root_name: str) -> Iterator[Path]:
    """What an earlier run that was killed has left."""
    yield from _matching(destination, rf"{re.escape(root_name)}(\.bagian-\d+)?\.zip{re.escape(UNFINISHED)}")


def _matching(destination: Path, pattern: str) -> Iterator[Path]:
    if destination.is_dir():
        # FAT and NTFS take names that differ in case for one
        yield from (
            path for path in sorted(destination.iterdir()) if re.fullmatch(pattern, path.name, re.IGNORECASE)
        )


def note_text(root_name: str, names: tuple[str, ...]) -> bytes:
    """The note of a bundle in parts, with Windows line ends and a mark so that Notepad reads it."""
    listed = "\n".join(f"  {name}" for name in names)
    text = _NOTE_TEXT.format(root=root_name, count=len(names), names=listed)
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")
