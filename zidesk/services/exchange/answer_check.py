"""Whether the rows of a table can be saved: all of them, or what is wrong with each."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.answer import AnswerValue, parse_answer
from zidesk.domain.errors import BadRow, DuplicateRow, ImportRejected, ZideskError
from zidesk.domain.instrument import Instrument
from zidesk.services.exchange.answer_table import AnswerRow


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """An answer to save. `value` None clears it; `note` None leaves the note as it is."""

    code: str
    value: AnswerValue | None
    note: str | None


def check_answer_rows(path: Path, rows: Iterable[AnswerRow], instrument: Instrument) -> tuple[ParsedRow, ...]:
    """The answers of a table, under their full codes ("1.i.a" is understood), in the order of the table.

    Raises ImportRejected with every bad row: an unknown question, a refused answer, a question twice.
    """
    parsed: list[ParsedRow] = []
    bad: list[BadRow] = []
    first_lines: dict[str, int] = {}
    for row in rows:
        try:
            parsed.append(_parse(row, instrument, first_lines))
        except ZideskError as fault:
            bad.append(BadRow(row.line, row.code, fault))
    if bad:
        raise ImportRejected(path, tuple(bad))
    return tuple(parsed)


def _parse(row: AnswerRow, instrument: Instrument, first_lines: dict[str, int]) -> ParsedRow:
    code = instrument.resolve(row.code)
    first = first_lines.setdefault(code, row.line)
    if first != row.line:
        raise DuplicateRow(code, first)
    return ParsedRow(code, parse_answer(instrument.question(code), row.answer), row.note)
