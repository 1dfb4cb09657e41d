"""How offices number: BAB I, A., 1., a."""

from collections.abc import Iterable
from dataclasses import replace

from zidesk.services.documents.model.blocks import Heading, ListStyle
from zidesk.services.documents.model.document import Block

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """1 → "I"; for numbers from 1 to 399."""
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """1 → "a", 26 → "z", 27 → "aa"."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def heading_label(level: int, number: int) -> str:
    if level == 1:
        return f"BAB {roman(number)}"
    if level == 2:
        return f"{letters(number).upper()}."
    return f"{number}." if level == 3 else f"{letters(number)}."


def item_label(style: ListStyle, number: int) -> str:
    """What stands before an item of a list."""
    if style == "-":
        return "–"
    return f"{number if style[0] == '1' else letters(number)}{style[1]}"


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with the labels of their numbered headings; a higher heading begins the lower ones anew."""
    counts = [0, 0, 0, 0]
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 4)
            counts[level:] = [0] * (4 - level)
            if block.numbered:
                counts[level - 1] += 1
                block = replace(block, level=level, label=heading_label(level, counts[level - 1]))
        found.append(block)
    return tuple(found)
