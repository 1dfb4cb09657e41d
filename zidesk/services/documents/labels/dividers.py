"""Pembatas: a page before each area and sub-area in the binder, with its code large, and what follows it."""

from collections.abc import Iterator
from itertools import groupby

from zidesk.domain.gaps import AreaProgress
from zidesk.domain.instrument import Place
from zidesk.services.documents.checklists.areas import AREA, area_key, area_label, area_title, chosen_areas
from zidesk.services.documents.checklists.fitting import fitted
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.model.blocks import PageBreak, Paragraph, QrLabel, Spacer, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import Text
from zidesk.services.documents.model.table import Column, Row, Table, row

_WIDTH = 160.0  # mm of a line
_IN_FULL = 8  # questions; of more only the short titles


def build_dividers(facts: PaperFacts) -> Document:
    """Raises UnknownArea."""
    pages = [page for area in chosen_areas(facts) for page in _pages(facts, area)]
    blocks = [block for page in pages for block in (PageBreak(), *page)]
    return document(facts, KIND.title, tuple(blocks[1:]))


def _pages(facts: PaperFacts, area: AreaProgress) -> Iterator[tuple[Block, ...]]:
    """The area with its questions, then each sub-area with its own; results have no sub-areas."""
    yield _page(facts, area_label(area).upper(), area_key(area), area_title(area), (area.node.name,), area.places)
    if not area.combined:
        return
    for _, of_sub_area in groupby(area.places, key=lambda place: place.sub_area.code):
        places = tuple(of_sub_area)
        sub_area, group = places[0].sub_area, places[0].group
        lines = (sub_area.name, f"{area_title(area)} · {group.name}")
        yield _page(facts, sub_area.code, sub_area.code, f"{sub_area.code} {sub_area.name}", lines, places)


def _page(
    facts: PaperFacts, large: str, code: str, outline: str, lines: tuple[str, ...], places: tuple[Place, ...]
) -> tuple[Block, ...]:
    profile = facts.profile
    school: Text = fitted(profile.school.name, _WIDTH, 11)
    below = (school, f"Menuju {profile.target} tahun {profile.year}")
    name, *within = lines
    return (
        Title(("BUKTI DUKUNG ZONA INTEGRITAS",), below, outline=outline),
        Spacer(14),
        Paragraph(large, "center", bold=True, keep=True, size=44, space=10),
        Paragraph(name.upper(), "center", bold=True, keep=True, size=20, space=4),
        *(Paragraph(line, "center", keep=True, size=12) for line in within),
        Spacer(8),
        QrLabel(code, code, (f"{len(places)} butir penilaian", "Kode QR memuat kode bagian ini."), side=34),
        Spacer(6),
        Table((Column("Kode", 26), Column("Butir penilaian")), tuple(_questions(places)), padding=2),
    )


def _questions(places: tuple[Place, ...]) -> Iterator[Row]:
    """In full where there is room for it: the page is not to go on on another."""
    for place in places:
        question = place.question
        short = len(places) > _IN_FULL and question.short_title
        yield row(question.code, short or question.text)


KIND = Kind("dividers", "Pembatas Ordner", fields=(AREA,), build=build_dividers)
