"""SURAT-PENGANTAR.pdf: the letter a principal signs and hands over with the bundle."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_date
from zidesk.services.documents.content.score_rows import figures, group_names, score_rows
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.footer import draw_footer
from zidesk.services.documents.drawing.sheet import DocumentFacts, Sheet
from zidesk.services.documents.drawing.table import Column, Row, Table
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.letters.letter_words import (
    CLOSING,
    count_words,
    enclosures,
    opening,
    standing,
    subject,
    verdict_sentence,
)
from zidesk.services.documents.letters.letterhead import draw_letterhead
from zidesk.services.documents.letters.signature import Signature, dots
from zidesk.services.documents.paper import LETTER, Stationery

TITLE = "Surat Pengantar"
_GAP = 5.0
_LABEL = 58.0
_NUMBER_WIDTH = 140.0  # left to the date at the right, which gives way first


@dataclass(frozen=True)
class LetterFacts:
    """What only the sender knows. Empty facts become dotted lines to be filled in by hand.

    `attachments`: what stands after "Lampiran"; empty: the number of enclosures.
    """

    number: str = ""
    recipient: str = ""
    recipient_place: str = ""
    dated: date | None = None
    attachments: str = ""


def write_cover_letter(
    out: Path,
    assessment: Assessment,
    plan: BundlePlan,
    stationery: Stationery,
    *,
    letter: LetterFacts | None = None,
) -> None:
    """Writes the letter to `out`; the same facts give the same bytes. Raises OSError."""
    facts = letter or LetterFacts()
    profile = assessment.profile
    school = clean(profile.school.name)
    about = DocumentFacts(
        title=f"{TITLE} Zona Integritas {profile.year} – {profile.school.name}",
        author=profile.school.name,
        subject=subject(assessment),
        changed_at=assessment.changed_at,
    )
    sheet = Sheet(stationery, about)
    flow = Flow(sheet, lambda sheet: draw_footer(sheet, TITLE, school))
    draw_letterhead(flow, profile.school, stationery.logo)
    flow.gap(8)
    _draw_reference(flow, assessment, plan, facts)
    _draw_recipient(flow, facts)
    _draw_body(flow, assessment, plan)
    _draw_end(flow, assessment, plan)
    flow.end()
    sheet.save(out)


def _draw_reference(flow: Flow, assessment: Assessment, plan: BundlePlan, facts: LetterFacts) -> None:
    """Number, enclosures and subject at the left; place and date at the right."""
    setter = flow.sheet.type
    right = _place_and_date(flow, assessment, facts, flow.frame.width - _LABEL - 8 - _NUMBER_WIDTH)
    flow.sheet.text(flow.frame.x_right, flow.y - LETTER.ascent, right, LETTER, "right")
    count = len(enclosures(plan))
    rows = (
        ("Nomor", clean(facts.number) or dots(setter, 128)),
        ("Lampiran", clean(facts.attachments) or count_words(count)),
        ("Hal", clean(subject(assessment))),
    )
    whole = flow.frame.width - _LABEL - 8
    for label, value in rows:
        baseline = flow.y - LETTER.ascent
        flow.sheet.text(flow.frame.left, baseline, label, LETTER)
        flow.sheet.text(flow.frame.left + _LABEL, baseline, ":", LETTER)
        width = whole - setter.width(right, LETTER) - 12 if label == "Nomor" else whole
        flow.paragraph(value, LETTER, _LABEL + 8, width)


def _place_and_date(flow: Flow, assessment: Assessment, facts: LetterFacts, limit: float) -> str:
    """ "Balaraja, 5 Maret 2026"; a place too long for the line is cut, never the date."""
    setter = flow.sheet.type
    day = f", {format_date(facts.dated) if facts.dated else dots(setter, 90)}"
    place = clean(assessment.profile.place) or dots(setter, 70)
    return setter.cut(place, LETTER, limit - setter.width(day, LETTER)) + day


def _draw_recipient(flow: Flow, facts: LetterFacts) -> None:
    setter, width = flow.sheet.type, flow.frame.width * 0.6
    flow.gap(_GAP)
    recipient = clean(facts.recipient)
    if recipient:
        flow.paragraph(f"Yth. {recipient}", LETTER, 0, width)
    else:
        flow.line("Yth. Ketua Tim Penilai Internal", LETTER)
        flow.line(dots(setter, 160), LETTER)
    flow.paragraph(f"di {clean(facts.recipient_place) or dots(setter, 146)}", LETTER, 0, width)


def _draw_body(flow: Flow, assessment: Assessment, plan: BundlePlan) -> None:
    flow.gap(_GAP * 1.5)
    flow.line("Dengan hormat,", LETTER)
    for text in (opening(assessment), standing(assessment, plan)):
        flow.gap(_GAP)
        flow.paragraph(clean(text), LETTER)
    flow.gap(_GAP)
    _draw_scores(flow, assessment)
    flow.gap(_GAP)
    flow.paragraph(clean(verdict_sentence(assessment)), LETTER)


def _draw_scores(flow: Flow, assessment: Assessment) -> None:
    groups = group_names(assessment)
    columns = (
        Column("Area"),
        *(Column(clean(name), 60, "right") for name in groups),
        Column("Jumlah", 46, "right"),
        Column("Bobot", 44, "right"),
        Column("%", 38, "right"),
    )
    Table(flow, columns, padding=1.0).draw(
        Row((clean(row.label), *figures(row, len(groups))), row.strong)
        for row in score_rows(assessment, components=False)
    )


def _draw_end(flow: Flow, assessment: Assessment, plan: BundlePlan) -> None:
    """Enclosures, closing and signature stay together, so that no signature stands alone on a page."""
    setter = flow.sheet.type
    signature = Signature(
        place_and_date="",  # it stands at the top right, as official letters have it
        position=f"Kepala {assessment.profile.school.name}",
        person=assessment.profile.principal,
    )
    items = enclosures(plan)
    closing = setter.lines(CLOSING, LETTER, flow.frame.width)
    height = (1 + len(items) + len(closing)) * LETTER.leading + 2.5 * _GAP + signature.height(flow)
    flow.gap(_GAP)
    flow.need(height)
    flow.line("Bersama surat ini kami serahkan:", LETTER)
    for number, (name, description) in enumerate(items, 1):
        baseline = flow.y - LETTER.ascent
        flow.sheet.text(flow.frame.left, baseline, f"{number}.", LETTER)
        flow.paragraph(f"{name}, {description};" if number < len(items) else f"{name}, {description}.", LETTER, 18)
    flow.gap(_GAP)
    flow.lines(closing, LETTER)
    flow.gap(1.5 * _GAP)
    signature.draw(flow)
