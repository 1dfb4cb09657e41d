"""Saving answers: one by one from text, or a whole table, all or nothing."""

from collections.abc import Iterator
from pathlib import Path

from zidesk.domain.answer import Answer, AnswerChange, parse_answer
from zidesk.services.exchange import check_answer_rows, read_answer_table
from zidesk.storage.workspace import Workspace


def answer_question(workspace: Workspace, code: str, text: str, note: str | None, by: str) -> AnswerChange | None:
    """Save the answer `text` means; None as the note leaves the note as it is. Short codes are understood.

    Returns the change, or None when nothing is different. Raises UnknownQuestion, AnswerRejected.
    """
    workspace.require_writable()
    question = workspace.instrument.question(workspace.instrument.resolve(code))
    value = parse_answer(question, text)
    kept = workspace.answers.all().get(question.code, Answer(None)).note if note is None else note
    changes = workspace.answers.record([(question.code, Answer(value, kept))], by, workspace.clock())
    return changes[0] if changes else None


def import_answers(workspace: Workspace, table: Path, by: str) -> tuple[AnswerChange, ...]:
    """Save every answer of a CSV or XLSX table, or none.

    Raises TableUnreadable, FileRefused, or ImportRejected with every bad row; nothing is written then.
    """
    workspace.require_writable()
    rows = check_answer_rows(table, read_answer_table(table), workspace.instrument)
    before = workspace.answers.all()

    def wanted() -> Iterator[tuple[str, Answer]]:
        for row in rows:
            kept = before.get(row.code, Answer(None)).note if row.note is None else row.note
            yield row.code, Answer(row.value, kept)

    return workspace.answers.record(wanted(), by, workspace.clock())
