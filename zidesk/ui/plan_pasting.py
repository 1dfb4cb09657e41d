"""Cells pasted on the page go over the rows as they are shown there: grouped, and only those asked for.

The service's own `paste_rows` goes by the order of the plan, where rows may lie between that are not in sight.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from zidesk.domain.errors import PasteRejected, TooManyPlanRows, UnknownPlanRow
from zidesk.domain.plan import PLAN_ROWS, PlanRow, checked_row
from zidesk.ui.models.plan_fields import with_text

if TYPE_CHECKING:
    from zidesk.services.exchange.plan_table import PlanCells
    from zidesk.services.plan.change import PlanChange
    from zidesk.storage.workspace import Workspace

_CODE = "kode"


def paste_over(
    workspace: "Workspace", table: Sequence[Sequence[str]], columns: Sequence[str], ids: Sequence[int]
) -> "PlanChange":
    """Put cells over the rows numbered `ids`, one after another; what is left over becomes new rows after the
    last of them, or at the end where there is none. All of it or nothing.

    Columns and codes are understood as by `paste_rows`, which it raises like.
    """
    from zidesk.services.exchange.plan_check import parse_plan_rows
    from zidesk.services.exchange.plan_table import pasted_cells
    from zidesk.services.plan.change import put

    workspace.require_writable()
    rows = list(workspace.plan.all())
    places = {row.id: at for at, row in enumerate(rows)}
    missing = [row_id for row_id in ids if row_id not in places]
    if missing:
        raise UnknownPlanRow(missing[0])
    cells = pasted_cells(table, columns)
    over = [rows[places[row_id]] for row_id in ids[: len(cells)]]
    if len(rows) + len(cells) - len(over) > PLAN_ROWS:
        raise TooManyPlanRows(PLAN_ROWS)
    above = over[-1] if over else rows[-1] if rows else None
    parsed, bad = parse_plan_rows(_pairs(cells, over, above.scope if above else ""), workspace.instrument)
    if bad:
        raise PasteRejected(bad)
    for old, new in zip(over, parsed, strict=False):
        rows[places[old.id]] = new
    at = places[over[-1].id] + 1 if over else len(rows)
    rows[at:at] = parsed[len(over) :]
    return put(workspace, tuple(rows))


def _pairs(
    cells: Sequence["PlanCells"], over: Sequence[PlanRow], scope: str
) -> Iterator[tuple["PlanCells", PlanRow]]:
    """Each pasted row with the one it goes over; a new one belongs where the row above it belongs."""
    for place, item in enumerate(cells):
        before = over[place] if place < len(over) else PlanRow(scope)
        texts = {column: text for column, text in item.texts.items() if text or column != _CODE}
        scope = texts.get(_CODE, before.scope)
        yield replace(item, texts=texts), before


def clear_cells(workspace: "Workspace", ids: Sequence[int], columns: Sequence[int]) -> "PlanChange":
    """Empty fields of rows. Raises WorkspaceReadOnly, UnknownPlanRow, StorageFault."""
    from zidesk.services.plan.change import put

    workspace.require_writable()
    rows = workspace.plan.all()
    missing = set(ids) - {row.id for row in rows}
    if missing:
        raise UnknownPlanRow(min(missing))
    return put(workspace, tuple(_emptied(workspace, row, columns) if row.id in ids else row for row in rows))


def _emptied(workspace: "Workspace", row: PlanRow, columns: Sequence[int]) -> PlanRow:
    for column in columns:
        row = with_text(row, column, "", workspace.instrument)
    return checked_row(row, workspace.instrument)
