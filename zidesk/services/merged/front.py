"""Cover and contents. Drawn twice: once to count its pages, once with the numbers it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from zidesk.domain.indonesian import format_date, format_number, format_size
from zidesk.services.documents.content.score_rows import PREDICATES
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.sheet import DocumentFacts, Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import (
    CELL,
    CELL_BOLD,
    HEADING,
    MM,
    SMALL_GREY,
    SUBTITLE,
    TEXT,
    TITLE,
    Style,
)
from zidesk.services.merged.job import MergedFile, MergedJob, MergedPart

TITLE_WORDS = "Berkas Gabungan"
_LABEL_WIDTH = 104.0
_CODE_WIDTH, _PAGE_WIDTH, _INDENT = 82.0, 46.0, 10.0
_PAD = 2.5
_STOOD_IN = " *"


@dataclass(frozen=True, slots=True)
class Leading:
    """A link of the contents: page (from 0) and corners on it, and the running number it leads to."""

    page: int
    corners: tuple[float, float, float, float]
    to: int


@dataclass(frozen=True)
class Numbers:
    """What only the finished file knows: of each file, in order, its first page and whether it is stood in
    for; pages in all. Empty while the front is only counted."""

    first: Sequence[int] = ()
    stood_in: Sequence[bool] = ()
    total: int = 0


def facts_of(job: MergedJob) -> DocumentFacts:
    return DocumentFacts(
        title=f"{TITLE_WORDS} Zona Integritas {job.year} – {job.scope} – {job.school}",
        author=job.school,
        subject=f"Bukti dukung menuju {job.target}, {job.sheet}",
        changed_at=job.changed_at,
    )


@dataclass
class Front:
    """Draws on `sheet`, from its first page. `links`: what was drawn as leading somewhere."""

    sheet: Sheet
    job: MergedJob
    numbers: Numbers
    links: list[Leading] = field(default_factory=list)

    def draw(self) -> int:
        """Cover and contents; how many pages they take."""
        flow = Flow(self.sheet, self._foot)
        self._cover(flow)
        flow.next_page()
        self._contents(flow)
        flow.end()
        return self.sheet.page - 1

    def _foot(self, sheet: Sheet) -> None:
        frame, y = sheet.frame, 11 * MM
        sheet.rule(frame.left, y + 11, frame.width, grey=True)
        sheet.text(frame.left, y, f"Halaman {sheet.page} dari {self.numbers.total}", SMALL_GREY)
        words = clean(f"{TITLE_WORDS} · {self.job.school}")
        room = frame.width - sheet.type.width("Halaman 0000 dari 00000", SMALL_GREY) - 12
        sheet.text(frame.x_right, y, sheet.type.cut(words, SMALL_GREY, room), SMALL_GREY, "right")

    def _cover(self, flow: Flow) -> None:
        job = self.job
        flow.y -= 60 * MM
        flow.line(TITLE_WORDS.upper(), TITLE)
        flow.lines(flow.sheet.type.lines(clean(job.scope), SUBTITLE, flow.frame.width, 4), SUBTITLE)
        goal = clean(f"Pembangunan Zona Integritas menuju {job.target} · Tahun {job.year}")
        flow.gap(4)
        flow.lines(flow.sheet.type.lines(goal, TEXT, flow.frame.width, 3), TEXT)
        flow.gap(14)
        flow.lines(flow.sheet.type.lines(clean(job.school), SUBTITLE, flow.frame.width, 4), SUBTITLE)
        flow.gap(4)
        flow.sheet.rule(flow.frame.left, flow.y, flow.frame.width, 1.2)
        flow.sheet.rule(flow.frame.left, flow.y - 2.4, flow.frame.width, 0.4)
        flow.gap(9)
        for label, value in self._facts():
            flow.sheet.text(flow.frame.left, flow.y - CELL.ascent, label, SMALL_GREY)
            lines = flow.sheet.type.lines(clean(value), CELL, flow.frame.width - _LABEL_WIDTH, 3)
            flow.lines(lines, CELL, _LABEL_WIDTH)
            flow.y -= 1.5

    def _facts(self) -> list[tuple[str, str]]:
        job = self.job
        predicate = PREDICATES.get(job.target, "")
        stood_in = sum(self.numbers.stood_in)
        rows = [
            ("NPSN", job.npsn or "–"),
            ("Tahun dan target", f"{job.year}, {job.target}{f' ({predicate})' if predicate else ''}"),
            ("Lembar penilaian", job.sheet),
            ("Cakupan", job.scope),
            ("Isi", f"{_count(len(job.files))} berkas bukti, {format_size(sum(item.size for item in job.files))}"),
            ("Jumlah halaman", _count(self.numbers.total)),
            ("Data per", format_date(job.changed_at.date())),
        ]
        if stood_in:
            rows.append(("Lembar ganti", f"{_count(stood_in)} berkas hanya disebut tempatnya, bertanda * di isi"))
        return rows

    def _contents(self, flow: Flow) -> None:
        flow.line("Daftar isi", HEADING)
        flow.gap(2)
        note = (
            "Klik sebuah baris untuk menuju halamannya. Setiap halaman bukti bercap kode butir, nomor bukti, dan "
            "nomor halaman berkas ini. Tanda * menyebut berkas yang tidak dapat ditampilkan sebagai halaman."
        )
        flow.paragraph(note, SMALL_GREY)
        place = 0
        for part in self.job.parts:
            place = self._part(flow, part, place)

    def _part(self, flow: Flow, part: MergedPart, place: int) -> int:
        flow.gap(8)
        flow.need(80)
        flow.sheet.rule(flow.frame.left, flow.y, flow.frame.width, 0.8)
        flow.y -= 3
        room = flow.frame.width - _PAGE_WIDTH
        self._row(flow, "", flow.sheet.type.lines(clean(part.title), CELL_BOLD, room, 2), [], CELL_BOLD, place)
        for question in part.questions:
            flow.need(40)
            flow.gap(3)
            words = clean(f"{question.code} {question.title}")
            self._row(flow, "", flow.sheet.type.lines(words, CELL, room, 2), [], CELL, place)
            for item in question.files:
                self._file(flow, item, place)
                place += 1
        return place

    def _file(self, flow: Flow, item: MergedFile, place: int) -> None:
        room = flow.frame.width - _INDENT - _CODE_WIDTH - _PAGE_WIDTH
        title = flow.sheet.type.lines(clean(item.title), CELL, room, 2)
        words = [flow.sheet.type.cut(clean(item.words), SMALL_GREY, room)] if clean(item.words) else []
        mark = _STOOD_IN if place < len(self.numbers.stood_in) and self.numbers.stood_in[place] else ""
        code = flow.sheet.type.cut(clean(item.label), CELL_BOLD, _CODE_WIDTH - 6)
        self._row(flow, code, title, words, CELL, place, mark)

    def _row(
        self, flow: Flow, code: str, lines: list[str], below: list[str], style: Style, place: int, mark: str = ""
    ) -> None:
        """One clickable row with the page of the file at `place`."""
        sheet, frame = flow.sheet, flow.frame
        height = len(lines) * style.leading + len(below) * SMALL_GREY.leading + _PAD
        flow.need(height)
        left = frame.left + (_INDENT if code else 0.0)
        baseline = flow.y - style.ascent
        if code:
            sheet.text(left, baseline, code, CELL_BOLD)
            left += _CODE_WIDTH
        y = baseline
        for line in lines:
            sheet.text(left, y, line, style)
            y -= style.leading
        for line in below:
            sheet.text(left, y, line, SMALL_GREY)
            y -= SMALL_GREY.leading
        if place < len(self.numbers.first):
            number = self.numbers.first[place]
            sheet.text(frame.x_right - 8, baseline, str(number), style, "right")
            sheet.text(frame.x_right - 8, baseline, mark, style)
            corners = (frame.left, flow.y - height, frame.x_right, flow.y)
            self.links.append(Leading(sheet.page - 1, corners, number))
        flow.y -= height


def _count(number: int) -> str:
    return format_number(number, 0)
