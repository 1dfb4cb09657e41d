"""SURAT-PENGANTAR: the letter a principal signs and hands over with the bundle."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.content.score_rows import figures, group_names, score_rows
from zidesk.services.documents.letters.kind import DATE, NUMBER, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.letter_words import (
    count_words,
    enclosures,
    scope_sentence,
    subject,
    verdict_sentence,
)
from zidesk.services.documents.letters.parts import (
    document,
    letterhead,
    principal,
    recipient,
    reference,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import Item, ItemList
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.inline import filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.storage.paths import shipped_resources

TITLE = "Surat Pengantar"
_LEADING, _CLOSER = 13.2, 12.0  # points; the whole letter fits one page, also with all that can be enclosed
_USUAL = 4  # enclosures


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
    texts: TextCatalogue | None = None,
) -> None:
    """Writes the letter to `out` as PDF; the same facts give the same bytes.

    Raises OSError, TemplateFaulty.
    """
    from zidesk.services.documents.render_pdf.document import write_pdf

    known = letter or LetterFacts()
    fields = {
        "nomor": known.number,
        "tanggal": known.dated.isoformat() if known.dated else "",
        "penerima": known.recipient,
        "tempat_penerima": known.recipient_place,
        "lampiran": known.attachments,
    }
    catalogue = texts or TextCatalogue(shipped_resources().root / "letters")
    facts = PaperFacts(assessment, plan, catalogue, fields=fields)
    write_pdf(out, KIND.document(facts), stationery)


def build(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    assessment, plan = facts.assessment, facts.plan
    items = enclosures(plan, facts.merged, compared=facts.compared)
    counts, total = assessment.counts, assessment.scores.total
    supported = sum(1 for place in plan.places if plan.by_question.get(place.question.code))
    known = {
        "belum_terkonfirmasi": not assessment.instrument.confirmed,
        "butir": counts.questions,
        "dijawab": counts.answered,
        "berbukti": supported,
        "cakupan": scope_sentence(assessment, plan),
        "ada_cakupan": bool(scope_sentence(assessment, plan)),
        "nilai": format_number(total.score),
        "nilai_tertinggi": format_number(total.weight),
        "syarat": verdict_sentence(assessment),
    }
    leading = _LEADING if len(items) <= _USUAL else _CLOSER
    ends = ";" * (len(items) - 1) + "."
    blocks = (
        letterhead(facts),
        *reference(facts, subject(assessment), facts.entry("lampiran") or count_words(len(items))),
        *recipient(
            filled(facts.entry("penerima") or "Ketua Tim Penilai Internal\n" + "." * 50),
            filled(facts.entry("tempat_penerima"), 50),
        ),
        *text_blocks(facts, "surat-pengantar/pembuka", known),
        _scores(assessment),
        *text_blocks(facts, "surat-pengantar/penutup", known),
        ItemList(
            tuple(Item(f"{name}, {about}{end}") for (name, about), end in zip(items, ends, strict=True)), space=0
        ),
        *text_blocks(facts, "surat-pengantar/salam", known),
        signed(principal(facts)),
    )
    return document(facts, TITLE, blocks, about=subject(assessment), leading=leading)


def _scores(assessment: Assessment) -> Table:
    groups = group_names(assessment)
    columns = (
        Column("Area"),
        *(Column(name, 20, "right") for name in groups),
        Column("Jumlah", 14, "right"),
        Column("Bobot", 13, "right"),
        Column("%", 12, "right"),
    )
    rows = (
        Row(tuple(Cell(text) for text in (row.label, *figures(row, len(groups)))), row.strong)
        for row in score_rows(assessment, components=False)
    )
    return Table(columns, tuple(rows), size=8, padding=1.0)


KIND = Kind(
    "cover",
    TITLE,
    fields=(
        NUMBER,
        DATE,
        Field("penerima", "Penerima"),
        Field("tempat_penerima", "Tempat penerima"),
        Field("lampiran", "Lampiran", optional=True),
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build,
)
