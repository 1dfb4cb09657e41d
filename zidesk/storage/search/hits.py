"""What a search finds: values with the places of the typed words, no mark-up."""

import re
from dataclasses import dataclass
from enum import StrEnum

MARK, UNMARK, CUT = "\x01", "\x02", "…"
_SIGNS = re.compile(f"([{MARK}{UNMARK}])")


class HitKind(StrEnum):
    """In the order in which they are shown."""

    QUESTION = "question"
    EVIDENCE = "evidence"
    NOTE = "note"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text; `hits` are the (start, end) of what was typed, in order and apart from each other."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()

    @classmethod
    def parse(cls, marked: str) -> "Passage":
        """From text in which MARK and UNMARK stand around each hit."""
        text, hits, start = "", [], None
        for part in _SIGNS.split(marked):
            if part == MARK:
                start = len(text)
            elif part == UNMARK:
                if start is not None and start < len(text):
                    hits.append((start, len(text)))
                start = None
            else:
                text += part
        return cls(text, tuple(hits))


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `use_id` for evidence and pages; `page` (from 1) for the text of a PDF.

    `snippet` is another passage than the title: where the words were found, else what helps to recognise it.
    """

    kind: HitKind
    code: str  # of the question it belongs to; INBOX for what lies in the inbox
    title: Passage
    snippet: Passage
    use_id: int | None = None
    page: int | None = None
