"""Text that every file the program writes can hold: no control characters, no needless spaces."""

import re

from zidesk.domain.plain_text import storable_text

# what XML, and so every office document, cannot carry; a line's end and a tab are told apart before
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def single_line(text: str) -> str:
    """`text` on one line, its words one space apart."""
    return " ".join(_printable(text).split())


def paragraphs(text: str) -> str:
    """`text` with its lines ended by LF, each without spaces around it, and no empty ones at the ends."""
    lines = _printable(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip("\n")


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub(" ", storable_text(text))
