"""The evidence of one question as rows: number, title, number and date, path, pages, size, checksum.

Drawn straight on the page, one link for each row; a row is never divided.
"""

from collections.abc import Sequence

from zidesk.domain.archive_layout import PlannedFile
from zidesk.domain.evidence import FileState
from zidesk.domain.indonesian import format_date_short, format_number, format_size
from zidesk.services.documents.content.handling_words import handling_words, is_locked_on_purpose
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.rtl import join_arabic
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, FINE_BOLD, FINE_GREY, SMALL, SMALL_GREY, Frame, Style

_PAD = 3.0
_NUMBER, _PAPER, _PAGES, _SIZE, _SUM = 20.0, 116.0, 28.0, 48.0, 54.0
_GUTTER = 8.0
_MOST_LINES = 10  # of a title, a number or a remark: no row can outgrow a page
_SUM_STYLE = Style("regular", 8, 10)
_ALSO_MOST = 6  # other questions named; the rest are counted

Line = tuple[str, Style]


class SharedFiles:
    """Which questions of the bundle use the same content."""

    def __init__(self, files: Sequence[PlannedFile]) -> None:
        self._codes: dict[str, dict[str, None]] = {}
        for item in files:
            self._codes.setdefault(item.use.file.sha256, {})[item.use.question_code] = None

    def words(self, item: PlannedFile) -> str:
        """ "juga dipakai di A.I.1.i.b, A.II.1.i.a", or ""."""
        codes = self._codes[item.use.file.sha256]
        if len(codes) == 1:
            return ""
        others = []
        for code in codes:
            if code != item.use.question_code:
                others.append(code)
            if len(others) == _ALSO_MOST:
                break
        rest = len(codes) - 1 - len(others)
        more = f" dan {rest} butir lain" if rest else ""
        return f"juga dipakai di {', '.join(others)}{more}"


class EvidenceRows:
    """Draws rows of one width of page; made once for a document."""

    def __init__(self, frame: Frame, shared: SharedFiles) -> None:
        self._shared = shared
        self._title_x = frame.left + _NUMBER
        self._sum_x = frame.x_right - _SUM
        self._size_x = self._sum_x - _GUTTER  # right end
        self._pages_x = self._size_x - _SIZE  # right end
        self._paper_x = self._pages_x - _PAGES - _PAPER + _GUTTER
        self._title_width = self._paper_x - self._title_x - _GUTTER
        self._paper_width = self._pages_x - _PAGES - self._paper_x
        self._wide = frame.x_right - self._title_x

    head_height = 14.0

    def draw_head(self, flow: Flow) -> None:
        sheet, y = flow.sheet, flow.y - 9.5
        sheet.text(flow.frame.left, y, "No.", SMALL_GREY)
        sheet.text(self._title_x, y, "Judul, berkas dalam paket", SMALL_GREY)
        sheet.text(self._paper_x, y, "Nomor dan tanggal", SMALL_GREY)
        sheet.text(self._pages_x, y, "Hlm.", SMALL_GREY, "right")
        sheet.text(self._size_x, y, "Ukuran", SMALL_GREY, "right")
        sheet.text(self._sum_x, y, "SHA-256", SMALL_GREY)
        flow.y -= self.head_height
        sheet.rule(flow.frame.left, flow.y, flow.frame.width)

    def draw(self, flow: Flow, files: Sequence[PlannedFile]) -> None:
        """The rows under a head that is drawn again on every new page."""
        for place, item in enumerate(files):
            if place:
                flow.sheet.rule(flow.frame.left, flow.y, flow.frame.width, 0.2, grey=True)
            self._draw_row(flow, item)

    def first_height(self, flow: Flow, item: PlannedFile) -> float:
        """How high a row will be, for keeping it with its head."""
        return self._row(flow, item)[0]

    def _row(self, flow: Flow, item: PlannedFile) -> tuple[float, list[str], list[Line], list[Line]]:
        """Height; lines of the title; of number and date; of what stands below over the whole width."""
        setter, use = flow.sheet.type, item.use
        title = clean(use.title) or clean(use.original_name)
        titles = setter.lines(title, CELL, self._title_width, _MOST_LINES)
        paper: list[Line] = []
        if use.number:
            lines = setter.lines(clean(use.number), SMALL, self._paper_width, _MOST_LINES)
            paper = [(line, SMALL) for line in lines]
        if use.dated:
            paper.append((format_date_short(use.dated), SMALL))
        below: list[Line] = [
            (line, FINE_GREY) for line in setter.path_lines(join_arabic(item.path), FINE_GREY, self._wide)
        ]
        for text, style in self._remarks(item):
            below.extend((line, style) for line in setter.lines(text, style, self._wide, _MOST_LINES))
        upper = max(len(titles) * CELL.leading, len(paper) * SMALL.leading + 1)
        return upper + len(below) * FINE_GREY.leading + 2 * _PAD, titles, paper, below

    def _remarks(self, item: PlannedFile) -> list[Line]:
        use, inspection = item.use, item.use.file.inspection
        said: list[Line] = []
        if inspection.state is not FileState.OK and not is_locked_on_purpose(use):
            word = "rusak" if inspection.state is FileState.DAMAGED else "terkunci"
            detail = clean(inspection.state_detail)
            said.append((f"{word}: {detail}" if detail else word, FINE_BOLD))
        handling = " · ".join(handling_words(use))
        if handling:
            said.append((handling, FINE_BOLD))
        facts = [self._shared.words(item)]
        if use.original_name and use.original_name != item.path.rpartition("/")[2]:
            facts.append(f"nama asli: {use.original_name}")
        if use.note:
            facts.append(f"keterangan: {use.note}")
        joined = " · ".join(clean(fact) for fact in facts if fact)
        if joined:
            said.append((joined, FINE_GREY))
        return said

    def _draw_row(self, flow: Flow, item: PlannedFile) -> None:
        sheet = flow.sheet
        height, titles, paper, below = self._row(flow, item)
        flow.need(height)
        top = flow.y - _PAD
        baseline = top - CELL.ascent
        sheet.text(flow.frame.left, baseline, f"{item.use.position:02d}", CELL)
        pages = item.use.file.inspection.pages
        sheet.text(self._pages_x, baseline, format_number(pages, 0) if pages else "–", CELL, "right")
        sheet.text(self._size_x, baseline, format_size(item.use.file.size), CELL, "right")
        sheet.text(self._sum_x, baseline, item.use.file.sha256[:8], _SUM_STYLE)
        for place, title in enumerate(titles):
            sheet.text(self._title_x, baseline - place * CELL.leading, title, CELL)
        for place, (line, style) in enumerate(paper):
            sheet.text(self._paper_x, baseline - place * SMALL.leading, line, style)
        y = top - max(len(titles) * CELL.leading, len(paper) * SMALL.leading + 1) - FINE_GREY.ascent
        for line, style in below:
            sheet.text(self._title_x, y, line, style)
            y -= FINE_GREY.leading
        sheet.link_file(item.path, flow.frame.left, flow.y - height, flow.frame.width, height)
        flow.y -= height
