"""The plan as a CSV file: the columns that are read again, one row for each."""

import csv
from collections.abc import Iterable
from io import StringIO

from zidesk.domain.plan import PlanRow
from zidesk.services.exchange.plan_cells import cell_of
from zidesk.services.exchange.plan_columns import COLUMNS
from zidesk.services.exchange.safe_cells import guarded

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something older


def plan_csv(rows: Iterable[PlanRow]) -> bytes:
    """UTF-8, with semicolons between the columns, as Excel expects where decimals have a comma."""
    text = StringIO(_BYTE_ORDER_MARK, newline="")
    text.seek(0, 2)
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell_of(row, column)) for column in COLUMNS] for row in rows)
    return text.getvalue().encode()
