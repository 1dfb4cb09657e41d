"""Cells of a spreadsheet put into the plan, and cells emptied: all of it or nothing.

Every function raises WorkspaceReadOnly before anything else, and StorageFault when the drive refuses.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from zidesk.domain.errors import PasteRejected, TooManyPlanRows, UnknownPlanRow, UnknownScope
from zidesk.domain.plan import PLAN_ROWS, PlanRow, checked_row
from zidesk.services.exchange.plan_cells import CELLS
from zidesk.services.exchange.plan_check import parse_plan_rows
from zidesk.services.exchange.plan_columns import CODE, COLUMNS
from zidesk.services.exchange.plan_table import PlanCells, pasted_cells
from zidesk.services.plan.change import PlanChange, put
from zidesk.storage.workspace import Workspace


def paste_rows(
    workspace: Workspace,
    table: Sequence[Sequence[str]],
    columns: Sequence[str] = COLUMNS,
    over: Sequence[int] = (),
) -> PlanChange:
    """Put text cells over the rows numbered `over`, one after another in that order, which need not be the
    plan's; what is left over becomes new rows after the last of them, at the end where there is none.

    Their columns are `columns` (names of tables), or those of a heading in the first row. A new row without a
    code belongs where the row above it belongs. Raises UnknownPlanRow, TooManyPlanRows, PasteRejected with every
    fault.
    """
    workspace.require_writable()
    rows = list(workspace.plan.all())
    places = {row.id: at for at, row in enumerate(rows)}
    _check_known(places.keys(), over)
    cells = pasted_cells(table, columns)
    covered = [rows[places[row_id]] for row_id in over[: len(cells)]]
    if len(rows) + len(cells) - len(covered) > PLAN_ROWS:
        raise TooManyPlanRows(PLAN_ROWS)
    above = covered[-1] if covered else rows[-1] if rows else None
    parsed, bad = parse_plan_rows(_pairs(cells, covered, above.scope if above else ""), workspace.instrument)
    if bad:
        raise PasteRejected(bad)
    for old, new in zip(covered, parsed, strict=False):
        rows[places[old.id]] = new
    at = places[covered[-1].id] + 1 if covered else len(rows)
    rows[at:at] = parsed[len(covered) :]
    return put(workspace, tuple(rows))


def clear_cells(workspace: Workspace, row_ids: Sequence[int], columns: Sequence[str]) -> PlanChange:
    """Empty columns of rows, but never the code. Raises UnknownPlanRow, UnknownScope."""
    workspace.require_writable()
    rows = workspace.plan.all()
    _check_known({row.id for row in rows}, row_ids)
    if CODE in columns:
        raise UnknownScope("")
    empty = {CELLS[name].field: CELLS[name].read("") for name in columns}
    cleared = (replace(row, **empty) if row.id in row_ids else row for row in rows)
    return put(workspace, tuple(checked_row(row, workspace.instrument) for row in cleared))


def _check_known(known: Set[int], row_ids: Sequence[int]) -> None:
    missing = [row_id for row_id in row_ids if row_id not in known]
    if missing:
        raise UnknownPlanRow(missing[0])


def _pairs(
    cells: Sequence[PlanCells], covered: Sequence[PlanRow], scope: str
) -> Iterator[tuple[PlanCells, PlanRow]]:
    """Each pasted row with the one it goes over; a new one begins with the code of the one above."""
    for place, item in enumerate(cells):
        before = covered[place] if place < len(covered) else PlanRow(scope)
        texts = {column: text for column, text in item.texts.items() if text or column != CODE}
        scope = texts.get(CODE, before.scope)
        yield replace(item, texts=texts), before
