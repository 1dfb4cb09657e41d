"""The pages of one PDF into the merged file, drawn as a reader would see them and with nothing that acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any

import pikepdf

# which sets qpdf's limit for unpacking
from zidesk.services.ingest.inspection import pdf as _limited  # noqa: F401
from zidesk.services.ingest.inspection.pdf_tree import PageTree
from zidesk.services.merged.assembly import Additions, Assembly, Placed
from zidesk.services.merged.bookmarks import Bookmark, read_bookmarks
from zidesk.services.merged.copying import Copier, ObjectId
from zidesk.services.merged.destinations import Destinations
from zidesk.services.merged.page_shape import shape_of


class NoPagesError(Exception):
    """A PDF without a page."""


@dataclass(frozen=True, slots=True)
class CopiedPdf:
    """`bookmarks`: the source's own; `known`: its objects in the merged file, pages apart."""

    bookmarks: tuple[Bookmark, ...]
    known: Mapping[ObjectId, int]


def copy_pdf(
    stream: IO[bytes],
    assembly: Assembly,
    label: str,
    first: int,
    check: Callable[[], None],
    known: Mapping[ObjectId, int] | None = None,
) -> CopiedPdf:
    """Append every page, stamped; `first`: the running number of its first page. `check` may raise and ends it.

    What fails leaves its mark in `assembly`: the caller goes back. Raises NoPagesError, SourceTooLargeError,
    TreeTooLargeError, TreeBrokenError, WriteFaultError, and what qpdf raises: pikepdf.PasswordError where a
    password is wanted.
    """
    with _opened(stream, inherit_page_attributes=False) as pdf:
        PageTree(pdf)
    stream.seek(0)
    with _opened(stream) as pdf:
        _flatten(pdf)
        copier = Copier(pdf, assembly.out, check, known)
        pages = [
            (page.obj, Placed(copier.promise(page.obj), shape_of(page.obj)))
            for page in pdf.pages
        ]  # fmt: skip
        if not pages:
            raise NoPagesError
        destinations = Destinations(pdf, pages)
        equipped = []
        for place, (page, placed) in enumerate(pages):
            check()
            words = f"{label} · hal. {place + 1} dari {len(pages)} · {first + place}"
            links = tuple(destinations.links(page, moved=placed.shape.scale != 1.0))
            equipped.append(assembly.equip(pdf, page, copier, Additions(words, links)))
        for ready, (_, placed) in zip(equipped, pages, strict=True):
            assembly.write_page(ready, placed, copier)
            assembly.pages.append(placed)
        assembly.layers.update(_layers(pdf, copier))
        bookmarks = read_bookmarks(pdf, destinations)
        own = {page.objgen for page, _ in pages}
        return CopiedPdf(bookmarks, {key: number for key, number in copier.numbers.items() if key not in own})


def _opened(stream: IO[bytes], **how: bool) -> pikepdf.Pdf:
    # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
    return pikepdf.open(stream, access_mode=pikepdf.AccessMode.stream, suppress_warnings=True, **how)


def _flatten(pdf: pikepdf.Pdf) -> None:
    """Filled form fields and notes become part of the page: fields of several sources with the same name would
    otherwise become one, and what is pressed or typed there could act."""
    if not any("/Annots" in page.obj for page in pdf.pages):
        return
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and form.get("/NeedAppearances"):
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")


def _layers(pdf: pikepdf.Pdf, copier: Copier) -> Mapping[int, bool]:
    """Optional content that has come along, and whether it is shown; what its author hid stays hidden."""
    content = pdf.Root.get("/OCProperties")
    groups = content.get("/OCGs") if isinstance(content, pikepdf.Dictionary) else None
    usual = content.get("/D") if groups is not None else None
    if not isinstance(groups, pikepdf.Array) or not isinstance(usual, pikepdf.Dictionary):
        return {}
    shown = usual.get("/BaseState") != "/OFF"
    exceptions = _identities(usual.get("/ON" if not shown else "/OFF"))
    return {
        copier.numbers[identity]: shown != (identity in exceptions)
        for identity in sorted(_identities(groups))
        if identity in copier.numbers
    }


def _identities(groups: Any) -> set[ObjectId]:
    if not isinstance(groups, pikepdf.Array):
        return set()
    return {group.objgen for group in groups if isinstance(group, pikepdf.Dictionary) and group.is_indirect}
