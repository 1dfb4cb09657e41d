"""The questions of the index, in the order of the sheet: answer, score, note, evidence."""

from itertools import groupby

from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Place
from zidesk.domain.scoring import question_weight
from zidesk.services.documents.content.answer_words import UNANSWERED, answer_words, input_words
from zidesk.services.documents.content.certainty import mark_of
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import clean, paragraphs
from zidesk.services.documents.index.evidence_rows import EvidenceRows, SharedFiles
from zidesk.services.documents.index.furniture import IndexFurniture
from zidesk.services.documents.index.jump_table import area_key, area_title, question_key, sub_area_title
from zidesk.services.documents.paper import (
    BODY_BOLD,
    CELL,
    HEADING,
    SMALL_BOLD,
    SMALL_GREY,
    TEXT,
    TEXT_BOLD,
    Style,
)

_LABEL_WIDTH = 46.0
_LEAST_AFTER_HEADING = 145.0  # a sub-area's heading stays with its first question
_NO_EVIDENCE = "Belum ada bukti"
_ABSENT = Style("italic", 9, 11.5)


class IndexBody:
    """Draws every question of the plan. `pages`: the page on which each bookmark key was drawn."""

    def __init__(self, flow: Flow, assessment: Assessment, plan: BundlePlan, marks: IndexFurniture) -> None:
        self._flow, self._assessment, self._plan, self._marks = flow, assessment, plan, marks
        self._rows = EvidenceRows(flow.frame, SharedFiles(plan.files))
        self.pages: dict[str, int] = {}

    def draw(self) -> None:
        for _, of_area in groupby(self._plan.places, key=lambda place: (place.group.code, place.area.code)):
            self._draw_area(list(of_area))

    def _draw_area(self, places: list[Place]) -> None:
        """A new area starts a new page, so that a working group can take its pages away."""
        flow, first = self._flow, places[0]
        if not flow.at_top:
            flow.next_page()
        self._marks.shows(first)
        self._bookmarks(first)
        score = self._assessment.scores.nodes[first.area.code]
        flow.paragraph(area_title(first), HEADING)
        words = f"Bobot {format_number(score.weight)} · nilai {format_number(score.score)}"
        flow.line(f"{words} ({format_number(score.percent)} %)", SMALL_GREY)
        flow.gap(2)
        for _, of_sub_area in groupby(places, key=lambda place: place.sub_area.code):
            self._draw_sub_area(list(of_sub_area))

    def _bookmarks(self, first: Place) -> None:
        """The area's own and, where they begin here, those of its component and group."""
        sheet, top = self._flow.sheet, self._flow.y
        for level, (kind, node) in enumerate((("komponen", first.component), ("kelompok", first.group))):
            key = f"{kind}:{node.code}"
            if key not in self.pages:
                self._mark(key, top)
                sheet.outline(f"{node.code} {node.name}", key, level)
        self._mark(area_key(first.area), top)
        if self._has_own_level(first):
            title = f"{first.area.number} {first.area.name}"
            sheet.outline(title, area_key(first.area), 2, closed=True)

    @staticmethod
    def _has_own_level(place: Place) -> bool:
        """In the result component the only area is the group itself."""
        return place.area.code != place.group.code

    def _mark(self, key: str, y: float) -> None:
        self._flow.sheet.bookmark(key, y)
        self.pages[key] = self._flow.sheet.page

    def _draw_sub_area(self, places: list[Place]) -> None:
        flow, sub_area = self._flow, places[0].sub_area
        flow.gap(12)
        flow.need(_LEAST_AFTER_HEADING)
        level = 3 if self._has_own_level(places[0]) else 2
        key = f"sub-area:{sub_area.code}"
        self._mark(key, flow.y)
        name = f"{sub_area.number or sub_area.code} {sub_area.name}"
        flow.sheet.outline(name, key, level)
        self._marks.shows(places[0])
        score = self._assessment.scores.nodes[sub_area.code]
        words = f"nilai {format_number(score.score)} dari {format_number(score.weight)}"
        flow.sheet.rule(flow.frame.left, flow.y, flow.frame.width, 1.0)
        flow.y -= 3
        baseline = flow.y - TEXT_BOLD.ascent
        room = flow.frame.width - flow.sheet.type.width(words, SMALL_GREY) - 12
        title = flow.sheet.type.cut(sub_area_title(places[0]), TEXT_BOLD, room)
        flow.sheet.text(flow.frame.left, baseline, title, TEXT_BOLD)
        flow.sheet.text(flow.frame.x_right, baseline, words, SMALL_GREY, "right")
        flow.y -= TEXT_BOLD.leading + 2
        for number, place in enumerate(places):
            self._draw_question(place, level + 1, first=number == 0)

    def _draw_question(self, place: Place, level: int, *, first: bool) -> None:
        flow, sheet, question = self._flow, self._flow.sheet, place.question
        files = self._plan.by_question.get(question.code, ())
        text = sheet.type.lines(clean(question.text), TEXT, flow.frame.width)
        flow.gap(4 if first else 10)
        flow.need(BODY_BOLD.leading + min(len(text), 3) * TEXT.leading + 3 * CELL.leading + 12)
        if not first and not flow.at_top:
            sheet.rule(flow.frame.left, flow.y + 3, flow.frame.width, 0.4, grey=True)
        self._mark(question_key(place), flow.y)
        title = f"{question.code} {question.short_title}"
        sheet.outline(title, question_key(place), level)
        self._marks.shows(place)
        baseline = flow.y - BODY_BOLD.ascent
        sheet.text(flow.frame.left, baseline, question.code, BODY_BOLD)
        sheet.text(flow.frame.x_right, baseline, self._score_words(place), TEXT_BOLD, "right")
        flow.y -= BODY_BOLD.leading
        with flow.repeating(lambda flow: self._draw_continuation(flow, place)):
            flow.lines(text, TEXT)
            flow.gap(3)
            self._draw_answer(place)
            if not files:
                flow.gap(2)
                self._labelled("Bukti", [self._absence(place, files)], _ABSENT)
        if files:
            self._draw_evidence(place, files)
            if absent := self._omitted(place, files):
                flow.gap(3)
                flow.line(f"{absent} berkas lain tidak disertakan dalam paket ini.", _ABSENT)

    def _omitted(self, place: Place, files: tuple[PlannedFile, ...]) -> int:
        """How many pieces of evidence exist but are not in the bundle."""
        return len(self._assessment.uses_of(place.question.code)) - len(files)

    def _absence(self, place: Place, files: tuple[PlannedFile, ...]) -> str:
        absent = self._omitted(place, files)
        return f"{absent} berkas tidak disertakan dalam paket ini" if absent else _NO_EVIDENCE

    def _draw_answer(self, place: Place) -> None:
        question = place.question
        answer = self._assessment.answer_of(question.code)
        score = self._assessment.scores.questions[question.code]
        words = answer_words(question, answer, score)
        if words == UNANSWERED:
            self._labelled("Jawaban", [words], _ABSENT)
        else:
            self._labelled("Jawaban", [clean(words)], CELL)
            if meaning := input_words(question):
                self._labelled("", [clean(meaning)], SMALL_GREY)
        if notes := paragraphs(answer.note):
            self._flow.gap(2)
            self._labelled("Catatan", notes, CELL)

    def _labelled(self, label: str, texts: list[str], style: Style) -> None:
        """Paragraphs beside a grey label."""
        flow = self._flow
        width = flow.frame.width - _LABEL_WIDTH
        lines = [line for text in texts for line in flow.sheet.type.lines(text, style, width)]
        flow.need(min(len(lines), 2) * style.leading)
        if label:
            flow.sheet.text(flow.frame.left, flow.y - CELL.ascent, label, SMALL_GREY)
        flow.lines(lines, style, _LABEL_WIDTH)

    def _draw_evidence(self, place: Place, files: tuple[PlannedFile, ...]) -> None:
        flow, rows = self._flow, self._rows
        flow.gap(3)
        if flow.room < rows.head_height + rows.first_height(flow, files[0]) and not flow.at_top:
            flow.next_page()
            self._draw_continuation(flow, place)
        rows.draw_head(flow)

        def head_again(flow: Flow) -> None:
            self._draw_continuation(flow, place)
            rows.draw_head(flow)

        with flow.repeating(head_again):
            rows.draw(flow, files)

    def _draw_continuation(self, flow: Flow, place: Place) -> None:
        self._marks.shows(place)
        flow.line(f"{place.question.code} (lanjutan)", SMALL_BOLD)

    def _score_words(self, place: Place) -> str:
        weight = question_weight(place.sub_area)
        score = self._assessment.scores.questions[place.question.code]
        points = format_number((score or 0) * weight)
        return f"Nilai {points} dari {format_number(weight)}{mark_of(place.question)}"
