"""INDEKS.pdf: what a bundle holds, question by question, with the scores it stands for."""

from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.services.documents.content.certainty import MARK, certainty_notes
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.sheet import DocumentFacts, Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.index.body import IndexBody
from zidesk.services.documents.index.front import draw_title
from zidesk.services.documents.index.furniture import IndexFurniture
from zidesk.services.documents.index.jump_table import JumpTable
from zidesk.services.documents.index.omissions import (
    draw_omission_section,
    draw_omission_warning,
    has_omission_section,
)
from zidesk.services.documents.index.papers import draw_papers
from zidesk.services.documents.index.score_tables import draw_criteria, draw_scores
from zidesk.services.documents.paper import CELL, CELL_BOLD, HEADING, TEXT, Stationery

TITLE = "Indeks Bukti"


def write_index(
    out: Path,
    assessment: Assessment,
    plan: BundlePlan,
    stationery: Stationery,
    omissions: tuple[Omission, ...] = (),
) -> None:
    """Writes the index of the bundle `plan` to `out`; links are relative to the folder of `out`.

    The same assessment, plan and omissions give the same bytes. Raises OSError if `out` cannot be written.
    """
    school = clean(assessment.profile.school.name)
    sheet = Sheet(stationery, _facts(assessment))
    furniture = IndexFurniture(TITLE, school, tabs=_tabs(plan))
    flow = Flow(sheet, furniture)
    jump = JumpTable()

    draw_title(flow, assessment, plan)
    draw_omission_warning(flow, omissions)
    draw_scores(flow, assessment)
    flow.next_page()
    furniture.section("Daftar butir, syarat WBK dan WBBM")
    jump.draw(flow, plan)
    draw_criteria(flow, assessment)
    draw_papers(flow, plan)
    if has_omission_section(omissions):
        draw_omission_section(flow, omissions)
    body = IndexBody(flow, assessment, plan, furniture)
    body.draw()
    _draw_notes(flow, assessment, furniture)
    flow.end()
    jump.supply(sheet, body.pages)
    sheet.save(out)


def _facts(assessment: Assessment) -> DocumentFacts:
    profile = assessment.profile
    return DocumentFacts(
        title=f"{TITLE} Zona Integritas {profile.year} – {profile.school.name}",
        author=profile.school.name,
        subject=f"Bukti dukung menuju {profile.target}, {assessment.instrument.title}",
        changed_at=assessment.changed_at,
    )


def _tabs(plan: BundlePlan) -> dict[str, str]:
    """The tab of each area: its number, the same in every group, or the code where it has none."""
    return {place.area.code: clean(place.area.number or place.area.code)[:5] for place in plan.places}


def _draw_notes(flow: Flow, assessment: Assessment, furniture: IndexFurniture) -> None:
    """What is not certain about the sheet: marked figures first, then its open questions."""
    notes, questions = certainty_notes(assessment), assessment.instrument.open_questions
    if not notes and not questions:
        return
    flow.next_page()
    furniture.section("Catatan kepastian")
    flow.heading("catatan-kepastian", "Catatan kepastian", HEADING)
    flow.gap(3)
    flow.paragraph(
        "Lembar penilaian dalam program ini disusun dari sumber yang tersedia. Hal-hal berikut belum pasti "
        "dan perlu dicocokkan dengan naskah resmi sebelum dijadikan dasar keputusan.",
        TEXT,
    )
    if notes:
        flow.gap(8)
        flow.line(f"Angka dan butir bertanda{MARK}", CELL_BOLD)
        for subject, remark in notes:
            flow.gap(3)
            flow.paragraph(clean(f"{subject}. {remark}"), CELL)
    if questions:
        flow.gap(10)
        flow.need(40)
        flow.line("Pertanyaan yang masih terbuka", CELL_BOLD)
        for number, question in enumerate(questions, 1):
            flow.gap(3)
            flow.need(2 * CELL.leading)
            flow.sheet.text(flow.frame.left, flow.y - CELL.ascent, f"{number}.", CELL)
            flow.paragraph(clean(question), CELL, 18)
