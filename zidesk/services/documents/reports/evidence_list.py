"""Daftar eviden: every piece of evidence, numbered through, by area."""

from collections.abc import Iterator

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileState
from zidesk.domain.gaps import AreaProgress
from zidesk.domain.indonesian import format_date, format_date_short, format_number, format_size
from zidesk.services.documents.checklists.areas import AREA, area_title, chosen_areas
from zidesk.services.documents.checklists.fitting import shortened
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.model.blocks import Heading, Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.table import Cell, Column, Row, Table

_COLUMNS = (
    Column("No.", 11, "right"),
    Column("Kode", 23),
    Column("Judul"),
    Column("Nomor dan tanggal", 42),
    Column("Hlm.", 11, "right"),
    Column("Ukuran", 19, "right"),
)
_LONGEST = 300
_STATES = {FileState.DAMAGED: "rusak", FileState.LOCKED: "terkunci"}


def build_evidence_list(facts: PaperFacts) -> Document:
    """Raises UnknownArea."""
    profile, assessment = facts.profile, facts.assessment
    areas = chosen_areas(facts)
    day = format_date(assessment.changed_at.date())
    below = (
        shortened(profile.school.name, 200),
        f"Menuju {profile.target} tahun {profile.year}, data per {day}",
    )
    blocks: list[Block] = [Title((KIND.title.upper(),), below)]
    number = 1
    for area in areas:
        uses = _uses(assessment, area)
        blocks += _area_blocks(area, uses, number)
        number += len(uses)
    every = tuple(use for area in areas for use in _uses(assessment, area))
    blocks.append(Paragraph(f"Jumlah seluruhnya {_total(every)}.", "left", bold=True))
    return document(facts, KIND.title, tuple(blocks))


def _uses(assessment: Assessment, area: AreaProgress) -> tuple[EvidenceUse, ...]:
    return tuple(use for place in area.places for use in assessment.uses_of(place.question.code))


def _area_blocks(area: AreaProgress, uses: tuple[EvidenceUse, ...], first: int) -> Iterator[Block]:
    yield Heading(2, area_title(area), numbered=False)
    if not uses:
        yield Paragraph("Belum ada bukti.", "left")
        return
    rows = [_row(number, use) for number, use in enumerate(uses, first)]
    yield Table(_COLUMNS, tuple(rows), size=8.5, padding=2, space=4)
    yield Paragraph(f"{area_title(area)}: {_total(uses)}.", "left", size=9)


def _row(number: int, use: EvidenceUse) -> Row:
    found = use.file.inspection
    state = _STATES.get(found.state, "")
    title = shortened(use.title or use.original_name, _LONGEST)
    dated = format_date_short(use.dated) if use.dated else ""
    paper = "\n".join(filter(None, (shortened(use.number, 120), dated)))
    return Row(
        (
            Cell(str(number)),
            Cell(use.question_code),
            Cell(f"{title} ({state})" if state else title),
            Cell(paper or "–"),
            Cell(format_number(found.pages, 0) if found.pages else "–"),
            Cell(format_size(use.file.size)),
        )
    )


def _total(uses: tuple[EvidenceUse, ...]) -> str:
    """A content that is used several times is one file."""
    sizes = {use.file.sha256: use.file.size for use in uses}
    return f"{len(uses)} bukti dari {len(sizes)} berkas ({format_size(sum(sizes.values()))})"


KIND = Kind("evidence-list", "Daftar Eviden", fields=(AREA,), build=build_evidence_list)
