"""The rows of a table that say anything, by the names of its columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import limits
from zidesk.services.exchange.headings import Headings
from zidesk.services.exchange.table_file import cell_text, table_rows


@dataclass(frozen=True, slots=True)
class Record:
    """One row. `line`: its number as the user sees it. `texts`: by column, without those the table lacks;
    `by_place`: every cell that is read, by its place in the row."""

    line: int
    texts: Mapping[str, str]
    by_place: Mapping[int, str]


def table_records(path: Path, headings: Headings, most: int) -> tuple[Sequence[str], tuple[Record, ...]]:
    """The heading's cells as they stand in the file, and at most `most` records.

    Columns are found by name in any order and case, others are passed over. Raises TableUnreadable, and what
    `table_rows` raises.
    """
    rows = iter(table_rows(path, headings))
    heading = next(rows, None)
    if heading is None:
        raise TableUnreadable(path, "empty")
    records = tuple(_records(path, headings, heading[1], rows, most))
    if not records:
        raise TableUnreadable(path, "empty")
    return heading[1], records


def _records(
    path: Path,
    headings: Headings,
    heading: Sequence[str],
    rows: Iterator[tuple[int, Sequence[str]]],
    most: int,
) -> Iterator[Record]:
    places, wanted = headings.places(path, heading), headings.wanted(heading)
    count = 0
    for line, cells in rows:
        by_place = {place: cell_text(cells, place) for place in wanted}
        if not any(by_place.values()):
            continue
        count += 1
        if count > most:
            raise TableUnreadable(path, "large", limits.too_many_rows(most))
        if max(map(len, by_place.values())) > limits.CELL_CHARACTERS:
            raise TableUnreadable(path, "large", limits.long_cell(line))
        yield Record(line, {name: by_place[place] for name, place in places.items()}, by_place)
