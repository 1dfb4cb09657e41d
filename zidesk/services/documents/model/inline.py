"""Text within a block: runs of one look, and dotted lines where a fact is missing."""

from dataclasses import dataclass, replace
from typing import TypeAlias

_DOT = 1.078  # mm that one dot takes at 11 points


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. A line break within it begins a new line."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted line to be filled in by hand; `length` in mm."""

    length: float = 60.0


Inline: TypeAlias = Run | Blank
Text: TypeAlias = str | tuple[Inline, ...]


def dots(length: float) -> str:
    """The dots of a line of `length` mm."""
    return "." * max(3, int(length / _DOT))


def runs_of(text: Text, *, bold: bool = False) -> tuple[Run, ...]:
    """The runs of a text, blanks as dots; `bold` makes all of it bold."""
    parts = (Run(text),) if isinstance(text, str) else text
    runs = (Run(dots(part.length)) if isinstance(part, Blank) else part for part in parts)
    return tuple(replace(run, bold=run.bold or bold) for run in runs)


def plain_text(text: Text) -> str:
    """Without its looks."""
    return "".join(run.text for run in runs_of(text))


def filled(value: str, length: float = 60.0) -> Text:
    """`value`, or a dotted line where there is none."""
    return value if value.strip() else (Blank(length),)
