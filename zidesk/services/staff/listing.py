"""The list of staff. Each function raises WorkspaceReadOnly before anything else, and StorageFault."""

from collections.abc import Collection
from pathlib import Path

from zidesk.domain.errors import NipTwice, TooManyStaff, UnknownStaffMember
from zidesk.domain.staff import STAFF_ROWS, StaffMember, checked_member
from zidesk.services.exchange.staff_table import read_staff_table
from zidesk.storage.workspace import Workspace


def import_staff(workspace: Workspace, table: Path) -> tuple[StaffMember, ...]:
    """Put the people of a CSV or XLSX table in the place of the list: all of them, or nobody.

    Returns the list as stored. Raises StaffTableUnreadable, FileRefused, StaffImportRejected with every fault;
    nothing is written then.
    """
    workspace.require_writable()
    return workspace.staff.replace_all(read_staff_table(table), workspace.clock())


def edit_member(workspace: Workspace, member: StaffMember) -> StaffMember:
    """Save what is known of a member; returns what was known before.

    Raises UnknownStaffMember, NipTwice, and what `checked_member` raises.
    """
    workspace.require_writable()
    checked = checked_member(member)
    _check_nip(checked, workspace.staff.all())
    return workspace.staff.edit(checked, workspace.clock())


def add_member(workspace: Workspace, member: StaffMember) -> tuple[StaffMember, ...]:
    """Put someone at the end of the list. Returns the list as stored, under new numbers.

    Raises NipTwice, TooManyStaff, and what `checked_member` raises.
    """
    workspace.require_writable()
    checked, before = checked_member(member), workspace.staff.all()
    _check_nip(checked, before)
    if len(before) >= STAFF_ROWS:
        raise TooManyStaff(STAFF_ROWS)
    return workspace.staff.replace_all((*before, checked), workspace.clock())


def remove_members(workspace: Workspace, member_ids: Collection[int]) -> tuple[StaffMember, ...]:
    """Take people off the list. Returns it as stored, under new numbers.

    Raises UnknownStaffMember; nobody is removed then.
    """
    workspace.require_writable()
    before = workspace.staff.all()
    missing = set(member_ids) - {member.id for member in before}
    if missing:
        raise UnknownStaffMember(min(missing))
    kept = tuple(member for member in before if member.id not in member_ids)
    return workspace.staff.replace_all(kept, workspace.clock())


def _check_nip(checked: StaffMember, staff: tuple[StaffMember, ...]) -> None:
    for line, other in enumerate(staff, start=1):
        if checked.nip and other.nip == checked.nip and other.id != checked.id:
            raise NipTwice(checked.nip, line)
