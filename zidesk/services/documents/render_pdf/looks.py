"""From the model's text to what is drawn: styles by size, spans of cleaned text."""

from functools import lru_cache

from zidesk.services.documents.drawing.rich import RichLine, Span, rich_lines
from zidesk.services.documents.drawing.text import Typesetter, clean
from zidesk.services.documents.model.inline import Run, Text, runs_of
from zidesk.services.documents.paper import Style


@lru_cache(maxsize=64)
def style_of(face: str, size: float, leading: float) -> Style:
    return Style(face, size, leading)


def text_lines(
    setter: Typesetter,
    text: Text,
    size: float,
    leading: float,
    limit: float,
    *,
    bold: bool = False,
    first: float = 0.0,
) -> list[RichLine]:
    """The lines of a text; a line break in it begins a new one."""
    found: list[RichLine] = []
    for part in _parts(runs_of(text, bold=bold)):
        spans = [
            Span(_cleaned(run.text), style_of(_face(run), size, leading), run.underline)
            for run in part
            if run.text
        ]
        found.extend(rich_lines(setter, spans, limit, 0.0 if found else first))
    return found


def _face(run: Run) -> str:
    return "bold" if run.bold else "italic" if run.italic else "regular"


def _cleaned(text: str) -> str:
    """As `clean`, but spaces at the ends part this run from its neighbours."""
    cleaned = clean(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and cleaned else ""
    return f"{before}{cleaned}{after}"


def _parts(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Runs by line."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *more = run.text.splitlines() or [""]
        parts[-1].append(Run(first, run.bold, run.italic, run.underline))
        parts.extend([Run(line, run.bold, run.italic, run.underline)] for line in more)
        if run.text.endswith("\n"):
            parts.append([])
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts
