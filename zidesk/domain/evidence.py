"""Evidence (bukti): a file kept once, and its uses under the questions it supports."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

INBOX = ""  # stands for a question's code: files that lie in the inbox, attached to no question yet


class FileKind(StrEnum):
    """What a file is to the person looking at it."""

    IMAGE = "image"
    PDF = "pdf"
    DOCUMENT = "document"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    VIDEO = "video"
    AUDIO = "audio"
    ARCHIVE = "archive"
    TEXT = "text"
    OTHER = "other"


class FileState(StrEnum):
    """Whether the content can be read. Damaged and locked files are kept and shown, never refused."""

    OK = "ok"
    DAMAGED = "damaged"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found inside a file. `suffix`: the real type's usual one with its dot, or ""."""

    kind: FileKind = FileKind.OTHER
    media_type: str = "application/octet-stream"
    suffix: str = ""
    state: FileState = FileState.OK
    state_detail: str = ""  # why it is damaged or locked, one Indonesian phrase
    pages: int | None = None
    width: int | None = None  # pixels, as stored (before orientation)
    height: int | None = None
    taken_at: datetime | None = None  # EXIF wall-clock time, without zone
    orientation: int | None = None  # EXIF 1..8


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One content in the store. `sha256` is lower-case hex; `size` in bytes."""

    sha256: str
    size: int
    inspection: Inspection


class Treatment(StrEnum):
    """What was done to a copy for a bundle. The original in the store is never touched."""

    SHRUNK = "shrunk"
    REDACTED = "redacted"  # parts are covered for good
    LOCKED = "locked"  # opens with the passphrase only


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Said of a file in a bundle that is a copy differing from the `original`; at least one treatment."""

    original: StoredFile
    treatments: frozenset[Treatment]

    @property
    def looks_like_original(self) -> bool:
        """Whether what the original shows and says may be told of the copy."""
        return self.treatments <= {Treatment.SHRUNK}


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """One file used under one question, or kept in the inbox. `position` counts from 1 within either."""

    id: int
    question_code: str
    file: StoredFile
    position: int
    title: str
    original_name: str
    added_at: datetime
    number: str = ""  # number of the letter or decree, as printed on it
    dated: date | None = None  # the paper's own date, not when it was attached
    note: str = ""
    fulfils: frozenset[str] = frozenset()  # names of the question's expected documents it stands for
    personal: bool = False  # the content is marked as holding personal data: so are all uses of it
    covered: bool = False  # parts of the content are covered where it is handed over, under every use of it
    handed: HandedOver | None = None  # within a bundle only: `file` is a copy then

    def moved_to(self, position: int) -> "EvidenceUse":
        return replace(self, position=position)


def title_from_name(file_name: str) -> str:
    """A first title for a file: its name without suffix, underscores as spaces. Never empty."""
    stem, dot, _ = file_name.rpartition(".")
    words = (stem if dot and stem else file_name).replace("_", " ").split()
    return " ".join(words) or file_name
