"""Errors of the sheet and of answers."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class UnknownQuestion(ZideskError):
    """The sheet has no question of this code."""

    code: str


@dataclass(eq=False)
class InstrumentNotFound(ZideskError):
    """Neither a sheet that ships with the program nor a file."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class InstrumentInvalid(ZideskError):
    """The sheet cannot be used: `faults` are pairs of node code (or "") and reason."""

    name: str
    faults: tuple[tuple[str, str], ...]


@dataclass(eq=False)
class AnswerRejected(ZideskError):
    """The base of everything an answer can be refused for."""

    code: str
    given: str


@dataclass(eq=False)
class UnknownOption(AnswerRejected):
    """The question has no such option."""

    options: tuple[str, ...]


@dataclass(eq=False)
class NotANumber(AnswerRejected):
    """A number was expected for `label`."""

    label: str


@dataclass(eq=False)
class WrongInputs(AnswerRejected):
    """The question's number inputs are not exactly those given."""

    expected: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(eq=False)
class NotWhole(AnswerRejected):
    """A whole number was expected."""

    label: str


@dataclass(eq=False)
class OutOfRange(AnswerRejected):
    """A number below `minimum` or above `maximum` (texts in Indonesian notation; "" = no limit)."""

    label: str
    minimum: str
    maximum: str


@dataclass(eq=False)
class PartExceedsWhole(AnswerRejected):
    """A part is greater than the whole it belongs to."""

    label: str
    part: str
    whole: str


@dataclass(eq=False)
class ZeroDenominator(AnswerRejected):
    """The formula would divide by zero: the user must say "nihil" and what it counts as."""


@dataclass(eq=False)
class NilNotAllowed(AnswerRejected):
    """ "nihil" was given for a question that is not a ratio."""


@dataclass(eq=False)
class BadRow:
    """One refused row of an imported table; not an error by itself."""

    line: int
    code: str
    fault: ZideskError


@dataclass(eq=False)
class ImportRejected(ZideskError):
    """Rows of a table of answers are wrong; nothing was written."""

    path: Path
    rows: tuple[BadRow, ...]


@dataclass(eq=False)
class TableUnreadable(ZideskError):
    """The file is not a table that can be read. `reason`: columns, encoding, format, empty, large."""

    path: Path
    reason: str
    detail: str = ""


@dataclass(eq=False)
class DuplicateRow(ZideskError):
    """The same question stands twice in an imported table."""

    code: str
    first_line: int


@dataclass(eq=False)
class ProfileInvalid(ZideskError):
    """The school's profile file is wrong: pairs of field ("sekolah.npsn") and reason key."""

    path: Path
    faults: tuple[tuple[str, str], ...]


@dataclass(eq=False)
class UnknownArea(ZideskError):
    """The sheet has no such area, group or component."""

    area: str
    known: tuple[str, ...]
