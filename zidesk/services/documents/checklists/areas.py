"""Which areas a paper covers: all of them, or those that were asked for."""

import re

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownArea
from zidesk.domain.gaps import AreaProgress, area_progress
from zidesk.services.documents.letters.kind import Field, PaperFacts

AREA = Field("area", "Area atau pokja, misalnya 1 atau 1, 3; kosong berarti semua", optional=True)
_NAMES = re.compile(r"[^\s,;]+")
_WORDS = {"area", "pokja", "dan"}


def chosen_areas(facts: PaperFacts) -> tuple[AreaProgress, ...]:
    """The areas named in the entry "area" ("1, 3", "Pokja 2", "B.I", "B"), in the order of the sheet; all of
    them where it is empty. Raises UnknownArea."""
    every = area_progress(facts.assessment)
    asked = [name for name in _NAMES.findall(facts.entry("area").casefold()) if name not in _WORDS]
    for name in asked:
        if not any(name in _names(area) for area in every):
            raise UnknownArea(name, tuple(area_key(area) for area in every))
    return tuple(area for area in every if not asked or not _names(area).isdisjoint(asked))


def area_key(area: AreaProgress) -> str:
    """ "1" for an area of the enabler component, "B.I" for a group of results."""
    return area.node.number or area.node.code


def area_label(area: AreaProgress) -> str:
    """ "Area 1" or "B.I"."""
    return f"Area {area.node.number}" if area.combined and area.node.number else area.node.code


def area_title(area: AreaProgress) -> str:
    """ "Area 1 Manajemen Perubahan"."""
    return f"{area_label(area)} {area.node.name}"


def pokja_title(area: AreaProgress) -> str:
    """ "Pokja 1: Manajemen Perubahan"; each area of the enabler component has its working group."""
    name = f"Pokja {area.node.number}" if area.combined and area.node.number else area.node.code
    return f"{name}: {area.node.name}"


def area_documents(assessment: Assessment, area: AreaProgress) -> int:
    """How many documents the sheet expects in this area."""
    return sum(len(assessment.instrument.question(place.question.code).documents) for place in area.places)


def _names(area: AreaProgress) -> set[str]:
    return {area_key(area).casefold(), area.node.code.casefold(), area.places[0].component.code.casefold()}
