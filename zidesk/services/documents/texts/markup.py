"""The little markup of the texts, and the blocks it means.

A blank line ends a paragraph. "# " to "#### " headings, "## ! " none numbered; "- ", "1. ", "a. ", "1) ", "a) "
lists, two spaces deeper a list within; "Nama :: isi" lines of facts; "= " a centred line; "---" a new page;
**bold**, *italic*.
"""

import re
from collections.abc import Iterator, Sequence

from zidesk.services.documents.model.blocks import (
    Heading,
    Item,
    ItemList,
    KeyValues,
    ListStyle,
    PageBreak,
    Paragraph,
)
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.model.inline import Run, Text, plain_text

_HEADING = re.compile(r"(#{1,4})\s+(!\s*)?(.*)")
_ITEM = re.compile(r"(\s*)(-|\d{1,3}[.)]|[a-z][.)])\s+(.*)")
_FACT = re.compile(r"(.*?)\s*::\s*(.*)")
_JOINER = "\u2060"  # shows nothing; keeps what a fact holds from being read as markup
_LOOKS = re.compile(r"(\*\*.+?\*\*|(?<!\u2060)\*[^*\s\u2060](?:.*?[^*\s])?\*)")


def literal(fact: str) -> str:
    """A fact as one line that means nothing but itself, wherever it stands in a text."""
    line = " ".join(fact.split())
    return _JOINER + line.replace("*", f"{_JOINER}*{_JOINER}").replace("::", f":{_JOINER}:")


def blocks_of(text: str, *, first_line: float = 0.0) -> tuple[Block, ...]:
    """The blocks of a filled text. `first_line`: how far paragraphs begin to the right, in mm."""
    return tuple(block for lines in _paragraphs(text) for block in _blocks(lines, first_line))


def _paragraphs(text: str) -> Iterator[list[str]]:
    """Lines that belong together."""
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []


def _blocks(lines: list[str], first_line: float) -> Iterator[Block]:
    """Lines of one kind make one block; other lines go on with the paragraph or item above."""
    words: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        special = _kind(line)
        if not special:
            words.append(line.strip())
            at += 1
            continue
        if words:
            yield _paragraph(words, first_line)
            words = []
        end = at + 1
        while end < len(lines) and special in ("item", "fact") and _kind(lines[end]) in (special, ""):
            end += 1
        yield from _special(special, lines[at:end])
        at = end
    if words:
        yield _paragraph(words, first_line)


def _kind(line: str) -> str:
    if _HEADING.fullmatch(line):
        return "heading"
    if line.strip() == "---":
        return "page"
    if line.startswith("= "):
        return "centre"
    if _ITEM.fullmatch(line):
        return "item"
    return "fact" if _FACT.fullmatch(line) else ""


def _special(kind: str, lines: list[str]) -> Iterator[Block]:
    if kind == "page":
        yield PageBreak()
    elif kind == "centre":
        yield Paragraph(inline(lines[0][2:].strip()), "center", keep=True)
    elif kind == "heading":
        found = _HEADING.fullmatch(lines[0])
        if found:
            yield Heading(len(found[1]), plain_text(inline(found[3])), numbered=not found[2])
    elif kind == "fact":
        yield KeyValues(tuple(_facts(lines)))
    else:
        yield _items([_item_parts(line) for line in _joined(lines)])


def _paragraph(words: list[str], first_line: float) -> Paragraph:
    return Paragraph(inline(" ".join(words)), first_line=first_line)


def _facts(lines: list[str]) -> Iterator[tuple[str, Text]]:
    for line in _joined(lines, _FACT):
        found = _FACT.fullmatch(line)
        if found:
            yield found[1].strip(), inline(found[2].strip())


def _joined(lines: list[str], begins: re.Pattern[str] = _ITEM) -> list[str]:
    """Lines that begin nothing go on with the one above."""
    found: list[str] = []
    for line in lines:
        if begins.fullmatch(line) or not found:
            found.append(line)
        else:
            found[-1] += f" {line.strip()}"
    return found


def _item_parts(line: str) -> tuple[int, str, str]:
    """Depth, mark, text."""
    found = _ITEM.fullmatch(line)
    assert found is not None  # only such lines come here
    return len(found[1].expandtabs(2)) // 2, found[2], found[3]


def _items(parts: Sequence[tuple[int, str, str]]) -> ItemList:
    """What stands deeper belongs to the item above it."""
    depth = parts[0][0]
    items: list[Item] = []
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and parts[end][0] > depth:
            end += 1
        below = _items(parts[at + 1 : end]) if end > at + 1 else None
        items.append(Item(inline(parts[at][2]), below))
        at = end
    return ItemList(tuple(items), _style(parts[0][1]), start=_start(parts[0][1]))


def _style(mark: str) -> ListStyle:
    if mark == "-":
        return "-"
    if mark[0].isdigit():
        return "1." if mark[-1] == "." else "1)"
    return "a." if mark[-1] == "." else "a)"


def _start(mark: str) -> int:
    """A list may go on where one above it ended."""
    if mark == "-":
        return 1
    return int(mark[:-1]) if mark[0].isdigit() else ord(mark[0]) - ord("a") + 1


def inline(text: str) -> Text:
    """Runs of a line: **bold** and *italic*; other stars stay."""
    runs = [
        Run(part[2:-2], bold=True)
        if part.startswith("**") and len(part) > 4
        else Run(part[1:-1], italic=True)
        if part.startswith("*") and len(part) > 2 and part != "**"
        else Run(part)
        for part in _LOOKS.split(text)
        if part
    ]
    return runs[0].text if len(runs) == 1 and runs[0] == Run(runs[0].text) else tuple(runs)
