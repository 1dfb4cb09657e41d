"""Text broken into the lines of a cell."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


@lru_cache(maxsize=4096)
def wrapped(text: str, face: str, width: int, most: int) -> tuple[tuple[str, bool], ...]:
    """At most `most` lines of `width` pixels; the last one ends with an ellipsis where there is more. Each
    with whether it begins a paragraph.

    `face` is a font as text, `QFont.toString`, so that what was measured once is known again.
    """
    font = QFont()
    font.fromString(face)
    metrics = QFontMetricsF(font)
    lines: list[tuple[str, bool]] = []
    paragraphs = text.split("\n")
    for place, paragraph in enumerate(paragraphs):
        for start, length in _breaks(paragraph, font, width):
            if len(lines) == most - 1:
                last = place == len(paragraphs) - 1
                rest = paragraph[start:] if last else f"{paragraph[start:]} …"
                lines.append((metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width), start == 0))
                return tuple(lines)
            lines.append((paragraph[start : start + length].rstrip(), start == 0))
    return tuple(lines)


def _breaks(paragraph: str, font: QFont, width: int) -> list[tuple[int, int]]:
    """Start and length of each line of a paragraph."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[int, int]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return found or [(0, 0)]


def guessed_lines(text: str, width: float, letter: float) -> int:
    """About how many lines a text takes, from the width of a letter: for many rows at once, where measuring each
    would be felt."""
    if not text:
        return 1
    return sum(max(1, ceil(len(part) * letter / max(width, letter))) for part in text.split("\n"))
