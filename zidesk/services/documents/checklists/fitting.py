"""Cutting texts to a number of lines without setting them: good enough for papers that must fit one page."""

import unicodedata

from zidesk.services.documents.paper import MM

DOTS = "…"
_FILLED = 0.88  # of a line among several; words do not end at its end


def shortened(text: str, most: int) -> str:
    """At most `most` characters, in one line, the last of them "…" if something is left out."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + DOTS


def fitted(text: str, width: float, size: float, lines: int = 1) -> str:
    """What of a text fits `lines` lines of `width` mm in letters of `size` points; the estimate is generous."""
    room = width * MM * lines * (_FILLED if lines > 1 else 1.0) / size
    line, used = " ".join(text.split()), 0.0
    for at, char in enumerate(line):
        used += _width(char)
        if used > room:
            return line[: max(0, at - 1)].rstrip() + DOTS
    return line


def _width(char: str) -> float:
    """In ems, as wide as the letters papers are set in are, or wider."""
    if char in "ijltfI.,:;'|!/ ":
        return 0.29
    if char in "r()[]-":
        return 0.35
    if char in "cksvxyzJ":
        return 0.51
    if char in "WMm@%—…":
        return 1.02
    if unicodedata.combining(char):
        return 0.0
    if char.isupper():
        return 0.78
    return 0.57 if ord(char) < 0x250 else 1.05


def and_more(rest: int) -> str:
    """ "… dan 12 lagi"."""
    return f"{DOTS} dan {rest} lagi"


def named(names: list[str], most: int) -> str:
    """The first names, then how many more there are."""
    shown = "; ".join(names[:most])
    return shown if len(names) <= most else f"{shown}; {and_more(len(names) - most)}"
