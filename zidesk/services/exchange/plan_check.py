"""Whether the rows of a table of the plan can be saved: all of them, or everything that is wrong with each."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from zidesk.domain.errors import BadRow, PlanImportRejected, UnknownScope, ZideskError
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import PlanRow, checked_row, resolve_scope
from zidesk.services.exchange.plan_cells import CELLS
from zidesk.services.exchange.plan_columns import CODE
from zidesk.services.exchange.plan_table import PlanCells


def check_plan_rows(path: Path, rows: Iterable[PlanCells], instrument: Instrument) -> tuple[PlanRow, ...]:
    """The rows of a table, under their full codes, in the order of the table.

    Raises PlanImportRejected with every fault of every row.
    """
    parsed, bad = parse_plan_rows(((cells, PlanRow("")) for cells in rows), instrument)
    if bad:
        raise PlanImportRejected(path, bad)
    return parsed


def parse_plan_rows(
    rows: Iterable[tuple[PlanCells, PlanRow]], instrument: Instrument
) -> tuple[tuple[PlanRow, ...], tuple[BadRow, ...]]:
    """Each row with its cells put over what it was before; and everything that is wrong, in the same order.

    Where anything is wrong the rows are not to be used.
    """
    parsed: list[PlanRow] = []
    bad: list[BadRow] = []
    for cells, before in rows:
        row, faults = _parse(cells, before, instrument)
        parsed.append(row)
        bad.extend(BadRow(cells.line, cells.texts.get(CODE, before.scope), fault) for fault in faults)
    return tuple(parsed), tuple(bad)


def _parse(cells: PlanCells, before: PlanRow, instrument: Instrument) -> tuple[PlanRow, list[ZideskError]]:
    faults: list[ZideskError] = []
    facts: dict[str, Any] = {}
    for name, text in cells.texts.items():
        try:
            if name == CODE:
                facts["scope"] = resolve_scope(instrument, text)
            else:
                facts[CELLS[name].field] = CELLS[name].read(text)
        except ZideskError as fault:
            faults.append(fault)
    if cells.marked is not None:
        facts["weeks"] = facts.get("weeks", frozenset()) | cells.marked
    row = replace(before, **facts)
    try:
        return checked_row(row, instrument), faults
    except UnknownScope as fault:
        # said already where the code itself was refused; else no column gave one
        return row, faults if CODE in cells.texts else [*faults, fault]
    except ZideskError as fault:
        return row, [*faults, fault]
