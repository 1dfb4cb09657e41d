"""The rows of a plan under the areas and sub-areas of the sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zidesk.domain.instrument import Instrument, Node
from zidesk.domain.plan import PlanRow, scope_name
from zidesk.domain.plan.action_plan import PlanArea
from zidesk.domain.plan.scope import scope_path
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.numbering import letters, roman

_ACROSS = "Persiapan dan kegiatan lintas area"


@dataclass(frozen=True)
class Process:
    """Rows that follow each other under one name: the row's own program, or the sub-area it belongs to."""

    name: str
    number: int  # within the area, from 1
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class AreaRows:
    """`mark`: "I" … for the areas of the enabler component, the code for results, "" for what is wider than an
    area; `letter`: "A" … for all."""

    node: Node
    title: str
    mark: str
    letter: str
    processes: tuple[Process, ...]


def area_rows(facts: PaperFacts) -> tuple[AreaRows, ...]:
    """In the order of the sheet; an empty plan gives every area without rows. Raises UnknownScope."""
    instrument = facts.assessment.instrument
    areas = facts.action_plan.by_area(instrument) or tuple(_empty(instrument))
    enabler, *others = instrument.components
    wide = {node.code for node in (enabler, *enabler.children, *others)}  # rows there belong to no area
    numbers = list(dict.fromkeys(area.number for group in enabler.children for area in group.children))
    found: list[AreaRows] = []
    for at, area in enumerate(areas, start=1):
        node = area.node
        title, place = node.name, node.code
        if node.code in wide:
            title, place = _ACROSS, ""
        elif scope_path(instrument, node.code)[0] is enabler:
            place = roman(numbers.index(node.number) + 1)
        processes = tuple(_processes(instrument, area.rows))
        found.append(AreaRows(node, title, place, letters(at).upper(), processes))
    return tuple(found)


def process_name(instrument: Instrument, row: PlanRow) -> str:
    """The row's own program, or its sub-area; in a second group of areas with the group's name."""
    if row.program:
        return row.program
    path = scope_path(instrument, row.scope)
    later = {group.code: group.name for group in instrument.components[0].children[1:]}
    name = scope_name(instrument, row.scope)
    group = next((later[node.code] for node in path[:-1] if node.code in later), "")
    return f"{name} ({group})" if group else name


def _processes(instrument: Instrument, rows: tuple[PlanRow, ...]) -> Iterator[Process]:
    parts = groupby(rows, key=lambda row: process_name(instrument, row))
    for number, (name, of_name) in enumerate(parts, start=1):
        yield Process(name, number, tuple(of_name))


def _empty(instrument: Instrument) -> Iterator[PlanArea]:
    enabler, *others = instrument.components
    seen: set[str] = set()
    for group in enabler.children:
        for area in group.children:
            if area.number not in seen:
                seen.add(area.number)
                yield PlanArea(area, ())
    for component in others:
        for group in component.children:
            yield PlanArea(group, ())
