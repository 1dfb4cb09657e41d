"""Searching the guide while one types: every word must occur in a section, in any order and within words too."""

import re
from dataclasses import dataclass

from zidesk.domain.guide import Chapter, Guide, Section
from zidesk.storage.search.hits import Passage

_AROUND = 18  # characters before the first word that was found
_LONGEST = 150  # of a passage


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A section in which all words occur. `passage`: the text around the first of them that is in the text."""

    chapter: Chapter
    section: Section
    passage: Passage


def words_of(typed: str) -> tuple[str, ...]:
    return tuple(typed.casefold().split())


def search_guide(guide: Guide, typed: str) -> tuple[GuideHit, ...]:
    """Sections whose heading has all the words come first; otherwise they are in the order of the guide."""
    words = words_of(typed)
    if not words:
        return ()
    found = [
        (not _has_all(section.title, words), GuideHit(chapter, section, _passage(section.text, words)))
        for chapter in guide.chapters
        for section in chapter.sections
        if _has_all(f"{section.title} {section.text}", words)
    ]
    return tuple(hit for _, hit in sorted(found, key=lambda pair: pair[0]))


def _has_all(text: str, words: tuple[str, ...]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _passage(text: str, words: tuple[str, ...]) -> Passage:
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, first.start() - _AROUND) if first else 0
    if start:
        start = text.find(" ", start) + 1 or start  # at a whole word
    end = min(len(text), start + _LONGEST)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shown = f"{before}{text[start:end]}{after}"
    return Passage(shown, tuple(match.span() for match in pattern.finditer(shown)))
