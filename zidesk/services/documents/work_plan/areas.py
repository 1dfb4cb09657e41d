"""The areas of the enabler component: aim, targets, and the indicators of each aspect from the sheet."""

import re
from collections.abc import Iterator

from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Node, Question
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.blocks import Heading, Item, ItemList, Paragraph
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.model.inline import Run
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.work_plan.texts import area_aim, text_above, text_if_any

_INDENT = 5.0
_POINT = re.compile(r"\s+\d{1,2}\.\s+")


def enabler_blocks(facts: PaperFacts) -> Iterator[Block]:
    """Raises TemplateFaulty."""
    enabler = facts.assessment.instrument.components[0]
    yield Heading(2, "Komponen Pengungkit")
    yield from text_above(facts, "pengungkit")
    yield _weights(enabler)
    for parts in _areas(enabler):
        yield from _area(facts, enabler, parts)


def _areas(enabler: Node) -> list[list[tuple[Node, Node]]]:
    """Each area as pairs of group and its part of the area, in the order of the sheet."""
    found: dict[str, list[tuple[Node, Node]]] = {}
    for group in enabler.children:
        for area in group.children:
            found.setdefault(area.number or area.code, []).append((group, area))
    return list(found.values())


def _weights(enabler: Node) -> Table:
    groups = enabler.children if len(enabler.children) > 1 else ()
    rows: list[Row] = []
    for number, parts in enumerate(_areas(enabler), start=1):
        by_group = {group.code: area.weight for group, area in parts}
        figures = [format_number(by_group[group.code]) if group.code in by_group else "–" for group in groups]
        total = format_number(sum(by_group.values()))
        texts = (str(number), parts[0][1].name, *figures, total)
        rows.append(Row(tuple(map(Cell, texts)), keep=True))
    sums = (format_number(group.weight) for group in groups)
    rows.append(Row((Cell("Jumlah", colspan=2), *map(Cell, sums), Cell(format_number(enabler.weight))), bold=True))
    columns = (
        Column("No.", 10, "center"),
        Column("Area perubahan"),
        *(Column(group.name, 26, "right") for group in groups),
        Column("Bobot", 24, "right"),
    )
    return Table(columns, tuple(rows), size=10)


def _area(facts: PaperFacts, enabler: Node, parts: list[tuple[Node, Node]]) -> Iterator[Block]:
    area = parts[0][1]
    yield Heading(3, area.name)
    aim = area_aim(facts, area)
    if aim:
        yield Paragraph(f"Area {area.name} bertujuan {aim[:1].lower()}{aim[1:]}.")
    targets = text_if_any(facts, f"area_{area.number}_target")
    if targets:
        yield Paragraph("Target yang ingin dicapai pada area ini:", keep=True)
        yield from targets
    yield Paragraph("Indikator yang perlu dipenuhi pada area ini:", keep=True)
    several = len(enabler.children) > 1
    for group, own in parts:
        if several:
            yield Heading(4, f"Aspek {group.name}")
        for number, node in enumerate(own.children, start=1):
            yield Paragraph(f"{number}) {node.name}", "left", bold=True, keep=True, space=3)
            yield from _indicators(facts, node.questions)


def _indicators(facts: PaperFacts, questions: tuple[Question, ...]) -> Iterator[Block]:
    """What the sheet asks for; if wanted with the activities planned for it and its papers."""
    if facts.entry("data_dukung") != "lengkap":
        yield ItemList(tuple(map(_indicator, questions)), "a)", _INDENT)
        return
    for number, question in enumerate(questions, start=1):
        yield ItemList((_indicator(question),), "a)", _INDENT, start=number)
        activities = [item for row in facts.plan_rows if row.scope == question.code for item in row.activities]
        papers = [paper.name for paper in question.documents]
        for label, names in (("Kegiatan:", activities), ("Data dukung:", papers)):
            if names:
                text = (Run(label, italic=True),)
                yield Paragraph(text, "left", 2.5 * _INDENT, keep=True, space=1, size=10)
                yield ItemList(tuple(map(Item, names)), "-", 2.5 * _INDENT, space=1, size=10)


def _indicator(question: Question) -> Item:
    text, points = _divided(question.text)
    return Item(text, ItemList(tuple(map(Item, points)), "-", space=1) if points else None)


def _divided(text: str) -> tuple[str, list[str]]:
    """A text that counts its points within a line ("… pada: 1. … 2. …"), and those points."""
    head, colon, rest = text.partition(": 1. ")
    if not colon:
        return text, []
    return f"{head}:", _POINT.split(rest)
