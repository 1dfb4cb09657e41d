"""Reading a table of answers: columns `kode`, `jawaban` and, if there is one, `catatan`."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.services.exchange import limits
from zidesk.services.exchange.headings import ANSWER, ANSWERS, CODE, NOTE
from zidesk.services.exchange.table_records import table_records


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row as it stands in the file. `line`: the row's number as the user sees it, its first where it
    takes several lines of text. `note` None: the table has no column for notes."""

    line: int
    code: str
    answer: str
    note: str | None


def read_answer_table(path: Path) -> tuple[AnswerRow, ...]:
    """The rows of a CSV or XLSX file (told by its content, not its name) that say anything.

    Columns are found by name in any order and case, others are passed over. Raises TableUnreadable, and
    FileVanished, FileIsFolder, FileNotRegular or FileUnreadable where the file itself cannot be read.
    """
    _, records = table_records(path, ANSWERS, limits.ROWS)
    return tuple(
        AnswerRow(record.line, record.texts[CODE], record.texts[ANSWER], record.texts.get(NOTE))
        for record in records
    )
