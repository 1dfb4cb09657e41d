"""Reading papers back with another library, for tests."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pypdf import PdfReader


@cache
def page_texts(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def placed_texts(path: Path, page: int) -> list[tuple[float, float, str]]:
    """x, y and text of what stands on a page (from 1)."""
    found: list[tuple[float, float, str]] = []

    def note(text: str, _cm: Any, matrix: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            found.append((float(matrix[4]), float(matrix[5]), text.strip()))

    PdfReader(path).pages[page - 1].extract_text(visitor_text=note)
    return found


def all_text(path: Path) -> str:
    """Everything, white space collapsed, so that line breaks do not matter."""
    return " ".join(" ".join(page_texts(path)).split())


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@cache
def outline(path: Path) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of each bookmark, in order."""
    reader = PdfReader(path)

    def walk(items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield level, str(item.title), reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline, 0))


def actions(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Page (from 1) and action of each link that leaves the document."""
    for number, page in enumerate(PdfReader(path).pages, 1):
        for annotation in page.get("/Annots", []):
            found = annotation.get_object()
            if "/A" in found:
                yield number, found["/A"]


def inner_links(path: Path) -> int:
    """How many links stay in the document; each has a target that is one of its pages."""
    reader = PdfReader(path)
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    count = 0
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            found = annotation.get_object()
            if "/Dest" in found:
                assert found["/Dest"].get_object()[0].idnum in pages
                count += 1
    return count


def fonts(path: Path) -> dict[str, bool]:
    """Font name → whether its outlines are embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(path).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            described = font.get_object()
            descriptor = described.get("/FontDescriptor", {})
            found[str(described["/BaseFont"])] = "/FontFile2" in descriptor
    return found
