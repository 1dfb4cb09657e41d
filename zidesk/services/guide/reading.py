"""Reads the chapters of resources/guide: Markdown with a front line.

<!-- urutan: 20 | bagian: Bekerja | halaman: assessment, share -->
# Title of the chapter
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.errors import GuideMissing
from zidesk.domain.guide import Chapter, Guide, Section, anchor_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_FRONT = re.compile(r"\A<!-- urutan: (\d+) \| bagian: ([^|]+) \| halaman: ?([^|]*?) ?-->\n")
_ABOUT_THE_FOLDER = "README.md"
_BREAKS = ("softbreak", "hardbreak")


def load_guide(folder: Path) -> Guide:
    """Every chapter in its order. Raises GuideMissing; ValueError for a chapter that is not in this form."""
    try:
        texts = {
            path.stem: path.read_text(encoding="utf-8")
            for path in folder.glob("*.md")
            if path.name != _ABOUT_THE_FOLDER
        }
    except OSError as fault:
        raise GuideMissing(folder) from fault
    if not texts:
        raise GuideMissing(folder)
    found = sorted(_chapter(key, text) for key, text in texts.items())
    return Guide(tuple(chapter for _, _, chapter in found))


def parser() -> "MarkdownIt":
    """CommonMark with tables; HTML within it stays text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def syntax_tree(source: str) -> "SyntaxTreeNode":
    from markdown_it.tree import SyntaxTreeNode

    return SyntaxTreeNode(parser().parse(source))


def plain_words(node: "SyntaxTreeNode") -> str:
    """What is to be read in a node: words of controls and links as they stand, without pictures."""
    if node.type in ("text", "code_inline"):
        return node.content
    if node.type == "image":
        return ""
    if node.type in _BREAKS:
        return " "
    parts = map(plain_words, node.children)
    return ("" if node.type in ("inline", "strong", "em", "link") else " ").join(part for part in parts if part)


def _chapter(key: str, text: str) -> tuple[int, str, Chapter]:
    front = _FRONT.match(text)
    if front is None:
        raise ValueError(f"{key}: the front line is missing")
    order, part, places = front.groups()
    source = text[front.end() :]
    sections = tuple(_sections(source))
    if not sections or sections[0].anchor:
        raise ValueError(f"{key}: it does not begin with its title")
    known = frozenset(filter(None, (place.strip() for place in places.split(","))))
    return int(order), key, Chapter(key, sections[0].title, part.strip(), known, source, sections)


def _sections(source: str) -> Iterator[Section]:
    anchor, title, texts, begun = "", "", list[str](), False
    for node in syntax_tree(source).children:
        if node.type != "heading":
            texts.append(" ".join(plain_words(node).split()))
            continue
        if begun:
            yield Section(anchor, title, " ".join(filter(None, texts)))
        title, texts, begun = plain_words(node), [], True
        anchor = "" if node.tag == "h1" else anchor_of(title)
    if begun:
        yield Section(anchor, title, " ".join(filter(None, texts)))
