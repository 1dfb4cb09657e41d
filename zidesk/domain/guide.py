"""The user guide: chapters, their sections, and which of them belongs to a place of the window."""

from dataclasses import dataclass

GUIDE_PDF = "Panduan ZIDesk.pdf"  # what the whole of it is called as a file


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading, as plain text. `anchor` leads to the heading; "" for a chapter's own."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """`part`: the group it stands in. `places`: pages and dialogs it belongs to. `source`: its Markdown."""

    key: str
    title: str
    part: str
    places: frozenset[str]
    source: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The chapters in their order, at least one; the first is where a newcomer begins."""

    chapters: tuple[Chapter, ...]

    def chapter(self, key: str) -> Chapter | None:
        return next((chapter for chapter in self.chapters if chapter.key == key), None)

    def for_place(self, place: str) -> Chapter:
        """The chapter on a page or dialog; for a place without one the first."""
        return next((chapter for chapter in self.chapters if place in chapter.places), self.chapters[0])


def anchor_of(heading: str) -> str:
    """The name of a heading in links, as hosts of Markdown make it: "Ukuran & batas" → "ukuran--batas"."""
    kept = (char for char in heading.lower() if char.isalnum() or char in " -_")
    return "".join(kept).replace(" ", "-")
