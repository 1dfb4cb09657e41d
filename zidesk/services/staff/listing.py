"""The list of staff. Each function raises WorkspaceReadOnly before anything else, and StorageFault."""

from pathlib import Path

from zidesk.domain.errors import NipTwice
from zidesk.domain.staff import StaffMember, checked_member
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
    for line, other in enumerate(workspace.staff.all(), start=1):
        if checked.nip and other.nip == checked.nip and other.id != checked.id:
            raise NipTwice(checked.nip, line)
    return workspace.staff.edit(checked, workspace.clock())
