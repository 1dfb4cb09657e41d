"""What is tried, and what came out."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """In the order they are tried; their words are in `words.WORDS`. The last two need a screen."""

    SHEETS = "sheets"
    DATABASE = "database"
    MIGRATION = "migration"
    SEARCH = "search"
    INDEX = "index"
    WORKBOOK = "workbook"
    LETTER = "letter"
    GUIDE = "guide"
    JPEG = "jpeg"
    HEIC = "heic"
    PDF = "pdf"
    BUNDLE = "bundle"
    VERIFY = "verify"
    TAMPERED = "tampered"
    FONTS = "fonts"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class PartResult:
    """`fault`: "" when the part works, else the error as the maker wants to read it. `seconds` of wall time."""

    part: Part
    seconds: float
    fault: str = ""

    @property
    def works(self) -> bool:
        return not self.fault


class NotAsExpected(Exception):  # noqa: N818
    """A part ran and gave something else than it must."""
