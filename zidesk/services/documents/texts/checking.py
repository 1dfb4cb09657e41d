"""Whether a text the school wrote can be used, before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zidesk.domain.errors import TemplateFaulty
from zidesk.services.documents.texts.filling import fill


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """`line` from 1; `reason` as in `filling.fill`."""

    line: int
    reason: str


def check_template(text: str, sample: Mapping[str, Any]) -> TemplateFault | None:
    """None if `text` can be filled with `sample`, else the first fault."""
    try:
        fill("", text, sample)
    except TemplateFaulty as fault:
        return TemplateFault(fault.line, fault.reason)
    return None
