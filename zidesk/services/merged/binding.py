"""The end of a merged file: its own pages drawn and brought in, the order of all pages, bookmarks, catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pikepdf

from zidesk import __version__
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import plain
from zidesk.services.documents.paper import Stationery
from zidesk.services.merged.assembly import Additions, Assembly, Placed
from zidesk.services.merged.bookmarks import Bookmark, text_string, write_bookmarks
from zidesk.services.merged.copying import Copier
from zidesk.services.merged.front import TITLE_WORDS, Front, Leading, Numbers, facts_of
from zidesk.services.merged.job import MergedJob, Why
from zidesk.services.merged.own_pages import OwnPage, draw_own_page
from zidesk.services.merged.page_shape import numbers_text, shape_of

_CONTENTS = "Daftar isi"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file in the merged file: the running number of its first page, its own bookmarks, and why it is stood in
    for, if it is."""

    first: int
    bookmarks: tuple[Bookmark, ...] = ()
    why: Why | None = None


def bind(
    assembly: Assembly,
    job: MergedJob,
    stationery: Stationery,
    chapters: Sequence[Chapter],
    own: Sequence[OwnPage],
    drawn: Path,
) -> None:
    """Finish the file. `drawn`: a name that is free for the own pages. Raises OSError, WriteFaultError."""
    front = _draw_and_bring_in(assembly, job, stationery, chapters, own, drawn)
    pages = (*front, *assembly.pages)
    outline = write_bookmarks(assembly.out, _bookmarks(job, chapters, pages))
    _write_tree(assembly, pages)
    _write_catalogue(assembly, job, outline)
    assembly.out.finish(assembly.root, assembly.info)


def _draw_and_bring_in(
    assembly: Assembly,
    job: MergedJob,
    stationery: Stationery,
    chapters: Sequence[Chapter],
    own: Sequence[OwnPage],
    drawn: Path,
) -> tuple[Placed, ...]:
    """All own pages in one paper, so that they share their fonts; those of the front come back."""
    sheet = Sheet(stationery, facts_of(job))
    total = len(assembly.pages)
    # the numbers of the front's own pages count too, and are those of the first drawing
    start = chapters[0].first - 1 if chapters else 0
    numbers = Numbers(
        [chapter.first for chapter in chapters], [chapter.why is not None for chapter in chapters], start + total
    )
    front = Front(sheet, job, numbers)
    count = front.draw()
    links = [draw_own_page(sheet, page, job.to_bundle) for page in own]
    sheet.save(drawn)
    with (
        drawn.open("rb") as stream,
        pikepdf.open(stream, access_mode=pikepdf.AccessMode.stream) as pdf,
    ):
        copier = Copier(pdf, assembly.out, lambda: None)
        pages = [page.obj for page in pdf.pages]
        first = tuple(Placed(copier.promise(page), shape_of(page)) for page in pages[:count])
        order = (*first, *assembly.pages)
        additions = [
            Additions(annotations=tuple(_link(item, order) for item in front.links if item.page == place))
            for place in range(count)
        ]
        for page, item, to_files in zip(pages[count:], own, links, strict=True):
            copier.numbers[page.objgen] = item.placed.number
            picture = item.picture.number if item.picture else 0
            additions.append(Additions(item.stamp, to_files, item.operators(sheet.frame), picture))
        ready = [assembly.equip(pdf, page, copier, extra) for page, extra in zip(pages, additions, strict=True)]
        for equipped, placed in zip(ready, (*first, *(item.placed for item in own)), strict=True):
            assembly.write_page(equipped, placed, copier)
    return first


def _link(item: Leading, order: Sequence[Placed]) -> bytes:
    return b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [%s] /Dest %s >>" % (
        numbers_text(item.corners),
        order[item.to - 1].destination,
    )


def _bookmarks(job: MergedJob, chapters: Sequence[Chapter], pages: Sequence[Placed]) -> list[Bookmark]:
    """Cover, contents, then sub-area › question › file › the file's own."""
    found = [Bookmark(TITLE_WORDS, pages[0].destination), Bookmark(_CONTENTS, pages[1].destination)]
    waiting = iter(chapters)
    for part in job.parts:
        questions = []
        for question in part.questions:
            files = []
            for item in question.files:
                chapter = next(waiting)
                title = plain(f"{item.label} {item.title}")
                files.append(Bookmark(title, pages[chapter.first - 1].destination, chapter.bookmarks))
            title = plain(f"{question.code} {question.title}")
            questions.append(Bookmark(title, files[0].destination, tuple(files)))
        found.append(Bookmark(plain(part.title), questions[0].destination, tuple(questions)))
    return found


def _write_tree(assembly: Assembly, pages: Sequence[Placed]) -> None:
    """One flat list: each page named its parent when it was written, long before the others were known."""
    kids = b" ".join(b"%d 0 R" % page.number for page in pages)
    assembly.out.put(assembly.tree, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids))


def _write_catalogue(assembly: Assembly, job: MergedJob, outline: int) -> None:
    entries = [
        b"/Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines /Lang (id-ID)"
        b" /ViewerPreferences << /DisplayDocTitle true >>" % (assembly.tree, outline)
    ]
    if assembly.layers:
        groups, hidden = (
            b" ".join(b"%d 0 R" % number for number in numbers)
            for numbers in (
                assembly.layers,
                [number for number, shown in assembly.layers.items() if not shown],
            )
        )
        entries.append(b"/OCProperties << /OCGs [%s] /D << /OFF [%s] /Order [] >> >>" % (groups, hidden))
    assembly.out.put(assembly.root, b"<< %s >>" % b" ".join(entries))
    facts = facts_of(job)
    moment = _date(job.changed_at)
    assembly.out.put(
        assembly.info,
        b"<< /Title %s /Author %s /Subject %s /Creator (ZIDesk) /Producer (ZIDesk %s)"
        b" /CreationDate %s /ModDate %s >>"
        % (
            text_string(plain(facts.title)),
            text_string(plain(facts.author)),
            text_string(plain(facts.subject)),
            __version__.encode("ascii"),
            moment,
            moment,
        ),
    )


def _date(moment: datetime) -> bytes:
    """ "D:20260417103200+07'00'": as it was recorded, so the same on every machine."""
    zone = f"{moment:%z}"
    offset = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"(D:{moment:%Y%m%d%H%M%S}{offset})".encode("ascii")
