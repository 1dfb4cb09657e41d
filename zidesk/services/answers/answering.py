"""Saving answers: one by one from text, or a whole table, all or nothing."""

from collections.abc import Mapping
from pathlib import Path

from zidesk.domain.answer import Answer, AnswerChange, parse_answer
from zidesk.domain.plain_text import storable_text
from zidesk.services.exchange import check_answer_rows, read_answer_table
from zidesk.storage.workspace import Workspace


def answer_question(workspace: Workspace, code: str, text: str, note: str | None, by: str) -> AnswerChange | None:
    """Save the answer `text` means; None as the note leaves the note as it is. Short codes are understood.

    Returns the change, or None when nothing is different. Raises UnknownQuestion, AnswerRejected,
    WorkspaceReadOnly, StorageFault.
    """
    workspace.require_writable()
    question = workspace.instrument.question(workspace.instrument.resolve(code))
    value = parse_answer(question, text)
    answer = Answer(value, _note(note, question.code, workspace.answers.all()))
    changes = workspace.answers.record([(question.code, answer)], by, workspace.clock())
    return changes[0] if changes else None


def import_answers(workspace: Workspace, table: Path, by: str) -> tuple[AnswerChange, ...]:
    """Save every answer of a CSV or XLSX table, or none.

    Raises TableUnreadable, FileRefused, or ImportRejected with every bad row, WorkspaceReadOnly, StorageFault;
    nothing is written then.
    """
    workspace.require_writable()
    rows = check_answer_rows(table, read_answer_table(table), workspace.instrument)
    before = workspace.answers.all()
    wanted = [(row.code, Answer(row.value, _note(row.note, row.code, before))) for row in rows]
    return workspace.answers.record(wanted, by, workspace.clock())


def _note(given: str | None, code: str, before: Mapping[str, Answer]) -> str:
    """The note to save: the one given, else the one that is there."""
    return before.get(code, Answer(None)).note if given is None else storable_text(given)
