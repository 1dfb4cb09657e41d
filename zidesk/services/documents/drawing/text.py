"""Text from outside made fit for paper: cleaned, broken into lines that fit, cut with "…" where needed."""

import re
import unicodedata
from collections.abc import Iterable

from zidesk.services.documents.drawing.fonts import SUBSTITUTE, FontSet
from zidesk.services.documents.drawing.rtl import has_rtl, join_arabic, visual_order
from zidesk.services.documents.paper import Style

# control and format marks, private use, surrogates, unassigned: they show nothing, or break a PDF
_INVISIBLE = {"Cc", "Cf"}
_UNPRINTABLE = {"Cs", "Co", "Cn"}
_VARIATION = {chr(code) for code in range(0xFE00, 0xFE10)}
_WORD = re.compile(r"\S+\s*")
_PATH_PART = re.compile(r"[^/]*/|[^/]+")
DOTS = "…"


def clean(text: str) -> str:
    """One line, ready to be set: as `plain`, with Arabic letters joined."""
    return join_arabic(plain(text))


def plain(text: str) -> str:
    """One line for what viewers set themselves (titles, bookmarks): composed (NFC), white space collapsed,
    nothing invisible."""
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else " ".join(text.split())
    shown = "".join(_shown(char) for char in unicodedata.normalize("NFC", text))
    return " ".join(shown.split())


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in _UNPRINTABLE:
        return SUBSTITUTE
    if char.isspace():
        return " "
    return "" if category in _INVISIBLE or char in _VARIATION else char


def paragraphs(text: str) -> list[str]:
    """The cleaned, non-empty lines of a text that may hold line breaks."""
    return [line for line in map(clean, text.splitlines()) if line]


class Typesetter:
    """Breaks cleaned text into lines of a given width. Lines come back in visual order, ready to draw."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts

    def width(self, text: str, style: Style) -> float:
        return self._fonts.width(text, style.face, style.size)

    def lines(self, text: str, style: Style, limit: float, most: int = 0) -> list[str]:
        """`text` broken at spaces, within a word only where it is wider than the line.

        `most` > 0: no more lines than this; the last one ends in "…" if something is left out.
        """
        if self.width(text, style) <= limit:
            return [visual_order(text)]
        return self._finish(self._fill(_WORD.findall(text), style, limit), style, limit, most)

    def path_lines(self, path: str, style: Style, limit: float) -> list[str]:
        """A path broken after slashes where possible."""
        if self.width(path, style) <= limit:
            return [visual_order(path)]
        parts: list[str] = []
        for part in _PATH_PART.findall(path):
            parts.extend([part] if self.width(part, style) <= limit else _WORD.findall(part))
        return self._finish(self._fill(parts, style, limit), style, limit, 0)

    def cut(self, text: str, style: Style, limit: float) -> str:
        """One line, ended by "…" if it does not fit."""
        return self.lines(text, style, limit, most=1)[0] if text else ""

    def _fill(self, pieces: Iterable[str], style: Style, limit: float) -> list[str]:
        """Greedy filling; spaces at the end of a line do not count."""
        lines: list[str] = []
        line, used = "", 0.0
        for piece in pieces:
            if line and used + self.width(piece.rstrip(), style) > limit:
                lines.append(line.rstrip())
                line, used = "", 0.0
            wide = self.width(piece, style)
            if not line and self.width(piece.rstrip(), style) > limit:
                *whole, piece = self.split(piece, style, limit)
                lines.extend(whole)
                wide = self.width(piece, style)
            line, used = line + piece, used + wide
        if line.rstrip() or not lines:
            lines.append(line.rstrip())
        return lines

    def split(self, word: str, style: Style, limit: float) -> list[str]:
        """A word wider than the line, cut between characters (never before a combining mark)."""
        parts: list[str] = []
        start, used = 0, 0.0
        for place, char in enumerate(word):
            wide = self.width(char, style)
            if used + wide > limit and place > start and not unicodedata.combining(char):
                parts.append(word[start:place])
                start, used = place, 0.0
            used += wide
        return [*parts, word[start:]]

    def _finish(self, lines: list[str], style: Style, limit: float, most: int) -> list[str]:
        if 0 < most < len(lines):
            last = lines[most - 1]
            while last and self.width(last + DOTS, style) > limit:
                last = last[:-1]
            lines = [*lines[: most - 1], last.rstrip() + DOTS]
        return [visual_order(line) for line in lines] if any(map(has_rtl, lines)) else lines
