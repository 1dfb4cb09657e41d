"""Errors of evidence files, and of changes that cannot be undone or done again."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class FileRefused(ZideskError):
    """The base of reasons for which one file is not attached, while the others go on."""

    path: Path


@dataclass(eq=False)
class FileEmpty(FileRefused):
    """0 bytes."""


@dataclass(eq=False)
class FileIsFolder(FileRefused):
    """A folder was given where a file is wanted."""


@dataclass(eq=False)
class FolderEmpty(FileRefused):
    """A folder without a file that could be attached."""


@dataclass(eq=False)
class FolderTooLarge(FileRefused):
    """A folder that brings more files than are taken at once; `limit` is how many that are."""

    limit: int


@dataclass(eq=False)
class FileVanished(FileRefused):
    """It is not, or no longer, there."""


@dataclass(eq=False)
class FileUnreadable(FileRefused):
    """The system does not let it be read; `detail` is the system's own words."""

    detail: str


@dataclass(eq=False)
class FileNotRegular(FileRefused):
    """A device, a pipe or the like."""


@dataclass(eq=False)
class UnknownEvidence(ZideskError):
    """No evidence has this number."""

    use_id: int


@dataclass(eq=False)
class EvidenceInBin(ZideskError):
    """The evidence to be changed lies in the bin."""

    use_id: int
    title: str


@dataclass(eq=False)
class EvidenceChanged(ZideskError):
    """What is to be undone or done again was changed by something else since."""

    use_id: int
    title: str


@dataclass(eq=False)
class AnswerChanged(ZideskError):
    """The answer that is to be undone or done again was changed by something else since."""

    code: str


@dataclass(eq=False)
class AlreadyAttached(ZideskError):
    """The same content is in use under the question already; an empty `code` is the inbox."""

    title: str
    code: str


@dataclass(eq=False)
class UnknownDocument(ZideskError):
    """The question expects no document of this name; an empty `code` is the inbox, which expects none."""

    code: str
    name: str


@dataclass(eq=False)
class OrderIncomplete(ZideskError):
    """A new order does not name exactly the evidence of the question."""

    code: str


@dataclass(eq=False)
class OriginalMissing(ZideskError):
    """The store has lost a file it should hold."""

    name: str
    sha256: str
