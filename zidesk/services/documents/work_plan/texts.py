"""The texts of the work plan, filled."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from zidesk.domain.instrument import Node
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.letters.parts import text_blocks
from zidesk.services.documents.model.blocks import Paragraph
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.model.inline import plain_text

_FOLDER = "rencana_kerja"


def plan_text(facts: PaperFacts, name: str) -> tuple[Block, ...]:
    """A paragraph that leads to something (":") is on its page. Raises TemplateFaulty, TemplateUnknown."""
    blocks = text_blocks(facts, f"{_FOLDER}/{name}", _known(facts))
    return tuple(_kept(block) if _leads(block) else block for block in blocks)


def text_above(facts: PaperFacts, name: str) -> Iterator[Block]:
    """The same, its paragraphs on the page of what follows."""
    for block in plan_text(facts, name):
        yield _kept(block)


def text_if_any(facts: PaperFacts, name: str) -> tuple[Block, ...]:
    """The same; empty where the program has no such text, as for areas only some sheets have."""
    return plan_text(facts, name) if f"{_FOLDER}/{name}" in facts.texts.keys else ()


def area_aim(facts: PaperFacts, area: Node) -> str:
    """One sentence that begins with a verb, without its full stop; "" if there is none. Raises TemplateFaulty."""
    blocks = text_if_any(facts, f"area_{area.number}_tujuan")
    words = " ".join(plain_text(block.text) for block in blocks if isinstance(block, Paragraph))
    return words.strip().rstrip(".")


def _leads(block: Block) -> bool:
    return isinstance(block, Paragraph) and plain_text(block.text).rstrip().endswith(":")


def _kept(block: Block) -> Block:
    return replace(block, keep=True) if isinstance(block, Paragraph) else block


def _known(facts: PaperFacts) -> dict[str, Any]:
    """`area` and `kelompok`: names, in the order of the sheet."""
    instrument = facts.assessment.instrument
    enabler = instrument.components[0]
    areas: dict[str, str] = {}
    for group in enabler.children:
        for area in group.children:
            areas.setdefault(area.number or area.code, area.name)
    return {
        "area": list(areas.values()),
        "kelompok": [group.name for group in enabler.children],
        "butir": len(instrument.questions),
        "belum_terkonfirmasi": not instrument.confirmed,
    }
