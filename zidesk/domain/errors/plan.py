"""Errors of the work plan and of the list of staff."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.assessment import BadRow, TableUnreadable
from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class UnknownScope(ZideskError):
    """The sheet has no question, sub-area, area, group or component of this code."""

    code: str


@dataclass(eq=False)
class WeeksUnreadable(ZideskError):
    """No weeks of a plan: an unknown word, a week beyond the fourth, a span the wrong way round."""

    given: str


@dataclass(eq=False)
class PercentRejected(ZideskError):
    """A figure of `column` ("target", "capaian") that is no percentage 0..100."""

    column: str
    given: str


@dataclass(eq=False)
class StateUnknown(ZideskError):
    """No state of a row of the plan."""

    given: str
    known: tuple[str, ...]


@dataclass(eq=False)
class PlanTextTooLong(ZideskError):
    """A text of `length` characters where `limit` are kept."""

    column: str
    length: int
    limit: int


@dataclass(eq=False)
class TooManyItems(ZideskError):
    """A list of `count` items in one cell where `limit` are kept."""

    column: str
    count: int
    limit: int


@dataclass(eq=False)
class TooManyPlanRows(ZideskError):
    """The plan would get more than `limit` rows."""

    limit: int


@dataclass(eq=False)
class UnknownPlanRow(ZideskError):
    """The plan has no row of this number; it was removed meanwhile."""

    row_id: int


@dataclass(eq=False)
class PlanOrderIncomplete(ZideskError):
    """An order that does not name each row of the plan once."""


@dataclass(eq=False)
class PlanNotEmpty(ZideskError):
    """A plan is to be started where one stands already."""

    rows: int


@dataclass(eq=False)
class PlanMissing(ZideskError):
    """The other workspace has no plan to start from."""

    path: Path


@dataclass(eq=False)
class PlanOfOtherSheet(ZideskError):
    """The other workspace's plan has `codes` that this workspace's sheet does not know."""

    path: Path
    codes: tuple[str, ...]


@dataclass(eq=False)
class PlanImportRejected(ZideskError):
    """Rows of a table of the plan are wrong; nothing was written."""

    path: Path
    rows: tuple[BadRow, ...]


@dataclass(eq=False)
class PasteRejected(ZideskError):
    """Rows pasted into the plan are wrong; `line` counts them from 1. Nothing was written."""

    rows: tuple[BadRow, ...]


@dataclass(eq=False)
class PlanTableUnreadable(TableUnreadable):
    """The file is not a table of the plan."""


@dataclass(eq=False)
class TableWrongSuffix(ZideskError):
    """A table is to be written to a name that ends neither in .xlsx nor in .csv."""

    path: Path


@dataclass(eq=False)
class StaffTableUnreadable(TableUnreadable):
    """The file is not a table of staff."""


@dataclass(eq=False)
class StaffImportRejected(ZideskError):
    """Rows of a table of staff are wrong; nothing was written."""

    path: Path
    rows: tuple[BadRow, ...]


@dataclass(eq=False)
class StaffNameMissing(ZideskError):
    """A member of staff without a name."""


@dataclass(eq=False)
class StaffTextTooLong(ZideskError):
    """A text about a member of staff of `length` characters where `limit` are kept."""

    column: str
    length: int
    limit: int


@dataclass(eq=False)
class NipRejected(ZideskError):
    """Not an 18-digit civil-servant number."""

    nip: str


@dataclass(eq=False)
class NipRounded(ZideskError):
    """A number whose last digits a spreadsheet has cut off, for it keeps fifteen of a figure."""

    nip: str


@dataclass(eq=False)
class NipTwice(ZideskError):
    """The same number stands in an earlier row."""

    nip: str
    first_line: int


@dataclass(eq=False)
class TooManyStaff(ZideskError):
    """The list would get more than `limit` people."""

    limit: int


@dataclass(eq=False)
class UnknownStaffMember(ZideskError):
    """The list has no such member of staff; it was removed meanwhile."""

    member_id: int
