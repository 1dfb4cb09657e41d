"""Files to be merged, made on the spot, and the merged file read back with other libraries."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.merged.job import MergedFile, MergedJob, MergedPart, MergedQuestion

CHANGED_AT = datetime(2026, 4, 17, 10, 32, tzinfo=timezone(timedelta(hours=7)))


def paper(path: Path, *lines: str, size: tuple[float, float] = (595, 842)) -> Path:
    """A PDF with a page for each line."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for line in lines:
        canvas.drawString(40, size[1] - 60, line)
        canvas.showPage()
    canvas.save()
    return path


def changed(path: Path, change: Callable[[pikepdf.Pdf], None], **saving: Any) -> Path:
    """The PDF at `path` with something done to it."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, **saving)
    return path


def photo(path: Path, size: tuple[int, int] = (400, 300), **saving: Any) -> Path:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    image.save(path, **saving)
    return path


def evidence(
    path: Path, position: int = 1, code: str = "A.I.1.i.a", title: str = "", words: str = ""
) -> MergedFile:
    """As the inspection of the program finds it."""
    found = inspect_file(path, path.name) if path.exists() else Inspection(FileKind.PDF)
    size = path.stat().st_size if path.exists() else 0
    place = f"data/A.I Pemenuhan/{code}-{position:02d} {path.name}"
    return MergedFile(code, position, title or path.stem, words, path, place, found, size)


def sound(path: Path, kind: FileKind = FileKind.PDF, position: int = 1) -> MergedFile:
    """As if the inspection had found nothing wrong: what it misses must be met while merging."""
    found = Inspection(kind, "application/pdf" if kind is FileKind.PDF else "image/jpeg", state=FileState.OK)
    return MergedFile("A.I.1.i.a", position, path.stem, "", path, f"data/{path.name}", found, 1)


def job(*files: MergedFile, to_bundle: str | None = "../") -> MergedJob:
    """All files of a code are one question; all questions one sub-area."""
    codes = dict.fromkeys(item.code for item in files)
    questions = tuple(
        MergedQuestion(code, f"Butir {code}", tuple(item for item in files if item.code == code)) for code in codes
    )
    part = MergedPart("A.I.1.i Penyusunan Tim Kerja", questions)
    return MergedJob(
        "A.I.1 Manajemen Perubahan",
        "SMA Negeri 1 Lembah Cendana",
        "99900126",
        2026,
        "WBK",
        "LKE 2021",
        CHANGED_AT,
        (part,) if questions else (),
        to_bundle,
    )


def texts(path: Path) -> list[str]:
    """What each page says."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def colours_at(path: Path, page: int, *spots: tuple[float, float]) -> Iterator[tuple[int, ...]]:
    """The colours at places of a page as one sees it, in parts of its width and height from the upper left."""
    document = pypdfium2.PdfDocument(path)
    try:
        image = document[page].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    for x, y in spots:
        pixel = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
        assert isinstance(pixel, tuple)
        yield pixel
