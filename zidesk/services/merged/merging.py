"""How a merged PDF is made, step by step: count the front, copy the evidence file by file, draw the own pages,
put everything in order."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

import pikepdf

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.domain.evidence import FileKind, FileState
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.paper import Stationery, frame_of
from zidesk.services.ingest.inspection.pdf_tree import TreeTooLargeError
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.merged.assembly import Assembly, Placed
from zidesk.services.merged.binding import Chapter, bind
from zidesk.services.merged.copying import ObjectId, SourceTooLargeError
from zidesk.services.merged.front import Front, Numbers, facts_of
from zidesk.services.merged.job import MergedFile, MergedJob, MergedResult, StoodIn, Why
from zidesk.services.merged.own_pages import OwnPage
from zidesk.services.merged.page_shape import PageShape
from zidesk.services.merged.pdf_file import PdfFile, WriteFaultError
from zidesk.services.merged.pdf_source import NoPagesError, copy_pdf
from zidesk.services.merged.photos import EmbeddedPicture, embed_pictures

_BUFFER = 1024 * 1024


def write_merged(
    out: Path,
    job: MergedJob,
    stationery: Stationery,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> MergedResult:
    """Write the merged PDF of `job` to `out`, whole or not at all; an older one is replaced.

    The same job and the same files give the same bytes. What cannot be shown is stood in for by a page.
    Raises OSError when the drive refuses or a source's device fails, Cancelled.
    """
    beside, drawn = (out.with_name(f".{out.stem}.{mark}.pdf") for mark in ("baru", "halaman"))
    try:
        with beside.open("wb", buffering=_BUFFER) as stream:
            merging = _Merging(stream, job, stationery, report, cancel or CancelToken())
            result = merging.run(drawn)
        beside.replace(out)
    except WriteFaultError as refused:
        raise refused.fault from refused
    finally:
        for path in (beside, drawn):
            with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
                path.unlink(missing_ok=True)
    return result


class _Merging:
    """One run."""

    def __init__(
        self,
        stream: IO[bytes],
        job: MergedJob,
        stationery: Stationery,
        report: Report,
        cancel: CancelToken,
    ) -> None:
        self._job, self._stationery, self._report, self._cancel = job, stationery, report, cancel
        self._assembly = Assembly(PdfFile(stream), stationery.fonts)
        paper = frame_of(stationery)
        self._paper = PageShape((0.0, 0.0, paper.page_width, paper.page_height))
        self._front = Front(Sheet(stationery, facts_of(job)), job, Numbers()).draw()
        self._own: list[OwnPage] = []
        self._again = Counter(item.content for item in job.files if item.content)
        self._known: dict[str, Mapping[ObjectId, int]] = {}
        self._pictures: dict[str, tuple[EmbeddedPicture, ...]] = {}

    def run(self, drawn: Path) -> MergedResult:
        """`drawn`: where the own pages lie for a moment. Raises as `write_merged`, and WriteFaultError."""
        files = self._job.files
        chapters = []
        for done, item in enumerate(files):
            self._cancel.check()
            self._report(Progress(Stage.DOCUMENTS, done, len(files), item=item.title or item.label))
            chapters.append(self._chapter(item))
        bind(self._assembly, self._job, self._stationery, chapters, self._own, drawn)
        self._report(Progress(Stage.DOCUMENTS, len(files), len(files)))
        stood_in = tuple(
            StoodIn(item, chapter.why) for item, chapter in zip(files, chapters, strict=True) if chapter.why
        )
        return MergedResult(self._front + len(self._assembly.pages), len(files), stood_in)

    @property
    def _next(self) -> int:
        """The running number of the next page."""
        return self._front + len(self._assembly.pages) + 1

    def _chapter(self, item: MergedFile) -> Chapter:
        first, mark, own = self._next, self._assembly.mark(), len(self._own)
        why = _known_reason(item)
        if why is None:
            try:
                with Source(item.path) as source:
                    try:
                        return self._copied(item, source, first)
                    except (ZideskError, WriteFaultError) as fault:
                        if not isinstance(fault, PictureUnavailable):
                            raise
                        source.raise_fault()
                        why = _reason(fault)
                    except Exception as fault:  # hostile bytes raise anything
                        source.raise_fault()
                        why = _reason(fault)
            except FileNotFoundError:
                why = Why.MISSING
        self._assembly.back_to(mark)
        del self._own[own:]
        self._place(item, None, f"hal. 1 dari 1 · {first}", why)
        return Chapter(first, (), why)

    def _copied(self, item: MergedFile, source: Source, first: int) -> Chapter:
        if item.inspection.kind is FileKind.IMAGE:
            self._photo(item, first)
            return Chapter(first)
        known = self._known.get(item.content)
        copied = copy_pdf(source.rewound(), self._assembly, item.label, first, self._cancel.check, known)
        if self._again[item.content] > 1:
            self._known[item.content] = copied.known
        return Chapter(first, copied.bookmarks)

    def _photo(self, item: MergedFile, first: int) -> None:
        pictures = self._pictures.get(item.content)
        if pictures is None:
            found = embed_pictures(item.path, item.inspection, self._assembly.out, self._cancel)
            pictures = tuple(found)
            if self._again[item.content] > 1:
                self._pictures[item.content] = pictures
        for place, picture in enumerate(pictures):
            self._place(item, picture, f"hal. {place + 1} dari {len(pictures)} · {first + place}")

    def _place(self, item: MergedFile, picture: EmbeddedPicture | None, words: str, why: Why = Why.KIND) -> None:
        placed = Placed(self._assembly.out.allocate(), self._paper)
        self._assembly.pages.append(placed)
        self._own.append(OwnPage(item, placed, f"{item.label} · {words}", picture, why))


def _known_reason(item: MergedFile) -> Why | None:
    """What the inspection has said. Of a damaged file nothing is shown: a part would pass for the whole."""
    if item.inspection.kind not in (FileKind.PDF, FileKind.IMAGE):
        return Why.KIND
    if item.inspection.state is FileState.LOCKED:
        return Why.LOCKED
    return Why.DAMAGED if item.inspection.state is FileState.DAMAGED else None


def _reason(fault: Exception) -> Why:
    if isinstance(fault, pikepdf.PasswordError):
        return Why.LOCKED
    if isinstance(fault, SourceTooLargeError | TreeTooLargeError | MemoryError | OverflowError):
        return Why.TOO_LARGE
    if isinstance(fault, PictureUnavailable):
        return {"too_big": Why.TOO_LARGE, "missing": Why.MISSING, "unknown": Why.KIND}.get(
            fault.reason, Why.UNREADABLE
        )
    return Why.DAMAGED if isinstance(fault, NoPagesError) else Why.UNREADABLE
