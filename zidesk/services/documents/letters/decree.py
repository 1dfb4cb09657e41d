"""Keputusan kepala sekolah: considerations, legal bases, dictums, and the annex with a table of people."""

from collections.abc import Sequence
from dataclasses import dataclass

from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.letters.parts import (
    day_text,
    document,
    letterhead,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import ItemList, KeyValues, PageBreak, Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import Blank, Run, Text, filled
from zidesk.services.documents.model.numbering import item_label
from zidesk.services.documents.model.table import Cell, Column, Row, Table

_COLUMNS = (Column(width=27), Column(width=4), Column(width=8), Column(align="justify"))


@dataclass(frozen=True)
class Decree:
    """`texts`: the folder of its texts. `subject`: what stands after TENTANG."""

    texts: str
    title: str
    subject: str
    annex: Table


def build_decree(facts: PaperFacts, decree: Decree) -> Document:
    """Raises TemplateFaulty."""
    school = facts.profile.school.name.upper()
    number = _joined("NOMOR ", filled(facts.entry("nomor"), 60))
    head = Title(
        (f"KEPUTUSAN KEPALA {school}",),
        (number, "", "TENTANG", "", (Run(f"{decree.subject} {school}".upper(), bold=True),)),
    )
    blocks: tuple[Block, ...] = (
        letterhead(facts),
        head,
        Paragraph(f"KEPALA {school},", "center", keep=True),
        _grounds("Menimbang", text_blocks(facts, f"{decree.texts}/menimbang")),
        _grounds("Mengingat", text_blocks(facts, f"{decree.texts}/mengingat")),
        Paragraph("MEMUTUSKAN:", "center", bold=True, keep=True),
        _dictums(decree, facts),
        signed(principal(facts, *_enacted(facts))),
        PageBreak(),
        _annex_head(facts, number),
        Title((f"SUSUNAN {decree.subject} {school}".upper(),)),
        decree.annex,
        signed(principal(facts)),
    )
    return document(facts, decree.title, blocks)


def _enacted(facts: PaperFacts) -> tuple[Text, ...]:
    place = filled(facts.profile.place, 40)
    return _joined("Ditetapkan di ", place), _joined("pada tanggal ", day_text(facts, "tanggal"))


def _grounds(label: str, blocks: Sequence[Block]) -> Table:
    """The items of the text, each beside its letter or number."""
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, ItemList):
            for number, item in enumerate(block.items, block.start):
                rows.append(_ground(label if not rows else "", item_label(block.style, number), item.text))
        elif isinstance(block, Paragraph):
            rows.append(_ground(label if not rows else "", "", block.text))
    return _ruleless(rows)


def _ground(label: str, mark: str, text: Text) -> Row:
    first = Cell(label), Cell(":" if label else "")
    if not mark:
        return Row((*first, Cell(text, colspan=2, align="justify")))
    return Row((*first, Cell(mark), Cell(text)))


def _dictums(decree: Decree, facts: PaperFacts) -> Table:
    subject = Cell(
        f"Keputusan Kepala {facts.profile.school.name} tentang {decree.subject}.", colspan=2, align="justify"
    )
    rows = [Row((Cell("Menetapkan"), Cell(":"), subject))]
    for block in text_blocks(facts, f"{decree.texts}/memutuskan"):
        if isinstance(block, KeyValues):
            rows += [
                Row((Cell(label), Cell(":"), Cell(text, colspan=2, align="justify"))) for label, text in block.rows
            ]
        elif isinstance(block, Paragraph):
            rows.append(Row((Cell(), Cell(), Cell(block.text, colspan=2, align="justify"))))
    return _ruleless(rows)


def _ruleless(rows: Sequence[Row]) -> Table:
    return Table(_COLUMNS, tuple(rows), size=11, rule=False, padding=1.0)


def _annex_head(facts: PaperFacts, number: Text) -> Table:
    """At the right, as annexes have it."""
    lines: tuple[Text, ...] = (
        "LAMPIRAN",
        f"KEPUTUSAN KEPALA {facts.profile.school.name.upper()}",
        number,
        _joined("TANGGAL ", day_text(facts, "tanggal")),
    )
    rows = tuple(Row((Cell(), Cell(line))) for line in lines)
    return Table((Column(), Column(width=85)), rows, size=9.5, rule=False, padding=0.3)


def _joined(before: str, text: Text) -> Text:
    more: tuple[Run | Blank, ...] = (Run(text),) if isinstance(text, str) else text
    return (Run(before), *more)
