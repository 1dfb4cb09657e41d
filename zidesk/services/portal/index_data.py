"""What the portal's search and jump know, as plain lists for JSON (positions are read by portal.js)."""

from pathlib import PurePosixPath

from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileState
from zidesk.domain.indonesian import format_date
from zidesk.services.portal.area_pages import AreaPage, SubAreaPart, sub_area_anchor
from zidesk.services.portal.evidence_cards import shown_title
from zidesk.services.portal.menu_names import spoken_prefixes
from zidesk.services.portal.safe_text import plain

_STATE_WORDS = {FileState.OK: "", FileState.DAMAGED: "rusak", FileState.LOCKED: "terkunci"}


def index_data(assessment: Assessment, plan: BundlePlan, pages: tuple[AreaPage, ...]) -> dict[str, object]:
    """`awalan`: what may be left out before a code. `sub`: [code, name, area]. `butir`: [code, spoken code,
    question, area, answer and note]. `bukti`, in the order of the plan, whose anchors count from 1: [place
    in `butir`, title, number and date, the rest that can be searched]."""
    questions: list[list[str]] = []
    places: dict[str, int] = {}
    for page in pages:
        for sub_area in _sub_areas(page):
            for card in sub_area.questions:
                places[card.code] = len(questions)
                said = " ".join(filter(None, (card.answer, card.note)))
                questions.append([card.code, card.spoken, card.text, page.menu, said])
    sub_areas = [
        [sub_area.anchor.removeprefix(sub_area_anchor("")), sub_area.name, page.menu]
        for page in pages
        for sub_area in _sub_areas(page)
    ]
    evidence = [_evidence(item, places[item.use.question_code]) for item in plan.files]
    return {
        "awalan": list(spoken_prefixes(assessment.instrument)),
        "sub": sub_areas,
        "butir": questions,
        "bukti": evidence,
    }


def _sub_areas(page: AreaPage) -> list[SubAreaPart]:
    return [sub_area for group in page.groups for sub_area in group.sub_areas]


def _evidence(item: PlannedFile, question: int) -> list[object]:
    use = item.use
    paper = " · ".join(filter(None, (plain(use.number), format_date(use.dated) if use.dated else "")))
    name = PurePosixPath(item.path).name
    original = "" if use.original_name == name else plain(use.original_name)
    rest = (name, original, plain(use.note), _STATE_WORDS[use.file.inspection.state])
    return [question, shown_title(use), paper, " ".join(filter(None, rest))]
