"""Text of several looks, broken into lines and drawn: bold, italic and underlined words within a paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zidesk.services.documents.drawing.rtl import has_rtl, visual_order
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import Typesetter
from zidesk.services.documents.paper import Style

_PIECE = re.compile(r"\s+|\S+")
_MOST_STRETCH = 0.6  # of the line's width; a line emptier than that is left ragged


@dataclass(frozen=True, slots=True)
class Span:
    """Cleaned text of one look (spaces at its ends count)."""

    text: str
    style: Style
    underline: bool = False


@dataclass(frozen=True, slots=True)
class RichLine:
    """Spans in order and their width together. `ends`: the last line of a paragraph, never stretched."""

    spans: tuple[Span, ...]
    width: float
    ends: bool


def rich_lines(setter: Typesetter, spans: Sequence[Span], limit: float, first: float = 0.0) -> list[RichLine]:
    """Lines no wider than `limit`, the first one narrower by `first`. An empty text is one empty line."""
    lines: list[list[Span]] = []
    line: list[Span] = []
    used, room, space = 0.0, limit - first, 0.0
    for word in _words(spans):
        wide = _width(setter, word)
        if line and used + space + wide > room:
            lines.append(line)
            line, used, space, room = [], 0.0, 0.0, limit
        if wide > room and not line:
            *whole, word = _cut(setter, word, room)
            lines.extend(whole)
            wide = _width(setter, word)
            room = limit if whole else room
        if line:
            line.append(Span(" ", word[0].style, word[0].underline and line[-1].underline))
        line.extend(word)
        used += space + wide
        space = setter.width(" ", word[-1].style)
    lines.append(line)
    return [_line(setter, _joined(parts), at == len(lines) - 1) for at, parts in enumerate(lines)]


def _words(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """What stands between spaces; a word may have several looks."""
    word: list[Span] = []
    for span in spans:
        for text in _PIECE.findall(span.text):
            if not text.isspace():
                word.append(Span(text, span.style, span.underline))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _cut(setter: Typesetter, word: list[Span], limit: float) -> list[list[Span]]:
    """A word wider than the line, each piece on a line of its own."""
    pieces: list[list[Span]] = []
    for span in word:
        pieces.extend(
            [Span(part, span.style, span.underline)] for part in setter.split(span.text, span.style, limit) if part
        )
    return pieces


def _joined(parts: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span."""
    found: list[Span] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and last.style == part.style and last.underline == part.underline:
            found[-1] = Span(last.text + part.text, part.style, part.underline)
        else:
            found.append(part)
    return tuple(found)


def _line(setter: Typesetter, spans: tuple[Span, ...], ends: bool) -> RichLine:
    if any(has_rtl(span.text) for span in spans):
        spans = tuple(Span(visual_order(span.text), span.style, span.underline) for span in spans)
    return RichLine(spans, _width(setter, spans), ends)


def _width(setter: Typesetter, spans: Sequence[Span]) -> float:
    return sum(setter.width(span.text, span.style) for span in spans)


def draw_rich_line(sheet: Sheet, line: RichLine, x: float, baseline: float, limit: float, align: str) -> None:
    """Within `limit` from `x` on; "justify" stretches the spaces of every line but the last."""
    free = limit - line.width
    spacing = 0.0
    if align == "justify" and not line.ends and 0 < free < _MOST_STRETCH * limit:
        spaces = sum(span.text.count(" ") for span in line.spans)
        spacing = free / spaces if spaces else 0.0
    elif align in ("right", "center"):
        x += free if align == "right" else free / 2
    for span in line.spans:
        width = sheet.type.width(span.text, span.style) + spacing * span.text.count(" ")
        sheet.text(x, baseline, span.text, span.style, spacing=spacing)
        if span.underline:
            sheet.rule(x, baseline - 2, width, 0.7)
        x += width
