"""The plan out of a table and into one."""

import os
from contextlib import suppress
from pathlib import Path

from zidesk.domain.errors import TableWrongSuffix
from zidesk.services.exchange.plan_check import check_plan_rows
from zidesk.services.exchange.plan_table import read_plan_table
from zidesk.services.plan.change import PlanChange, current_plan, put
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import move_into_place
from zidesk.storage.workspace import Workspace

SUFFIXES = (".xlsx", ".csv")


def import_plan(workspace: Workspace, table: Path) -> PlanChange:
    """Put the rows of a CSV or XLSX table in the place of the plan: all of them, or none.

    Raises WorkspaceReadOnly, PlanTableUnreadable, FileRefused, PlanImportRejected with every fault,
    StorageFault; nothing is written then.
    """
    workspace.require_writable()
    return put(workspace, check_plan_rows(table, read_plan_table(table), workspace.instrument))


def export_plan(workspace: Workspace, out: Path) -> int:
    """Write the plan to `out`, .xlsx or .csv, whole or not at all; an older file is replaced.

    The same plan gives the same bytes. Returns the number of rows. Raises TableWrongSuffix, StorageFault.
    """
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise TableWrongSuffix(out)
    content = _workbook(workspace) if suffix == ".xlsx" else _csv(workspace)
    temporary = out.with_name(f".{out.stem}.baru{suffix}")
    try:
        with storage_faults_named(out):
            with temporary.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            move_into_place(temporary, out)
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)
    return len(workspace.plan.all())


def _workbook(workspace: Workspace) -> bytes:
    from zidesk.services.exchange.plan_workbook import PlanBook, plan_workbook

    school = workspace.facts.profile().school.name
    book = PlanBook(school, current_plan(workspace), workspace.instrument, workspace.facts.changed_at())
    return plan_workbook(book)


def _csv(workspace: Workspace) -> bytes:
    from zidesk.services.exchange.plan_csv import plan_csv

    return plan_csv(workspace.plan.all())
