"""What an assessment says, as rows of the index, and bringing the index to it by the difference."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse
from zidesk.storage.search.wording import clean

Row = tuple[str, ...]
_COLUMNS = {
    "questions": ("code", "title", "text", "guidance", "documents"),
    "evidence": ("code", "title", "number", "note", "name", "sha256"),
    "notes": ("code", "title", "note"),
}


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows of each table by row number: places in the sheet for questions and notes, uses for evidence."""

    questions: dict[int, Row] = field(default_factory=dict)
    evidence: dict[int, Row] = field(default_factory=dict)
    notes: dict[int, Row] = field(default_factory=dict)

    def of(self, table: str) -> dict[int, Row]:
        rows: dict[int, Row] = getattr(self, table)
        return rows


def all_uses(assessment: Assessment) -> Iterator[EvidenceUse]:
    """The evidence in the order of the sheet, then what lies in the inbox."""
    for question in assessment.instrument.questions:
        yield from assessment.uses_of(question.code)
    yield from assessment.inbox


def entries_of(assessment: Assessment, last: Assessment | None, known: Entries) -> Entries:
    """Everything of an assessment that can be found, but for the texts of files.

    `known`: the entries of `last`, the assessment before, which may share its evidence with this one.
    """
    if last is not None and last.evidence is assessment.evidence and last.inbox is assessment.inbox:
        evidence = known.evidence
    else:
        evidence = {use.id: _evidence_row(use) for use in all_uses(assessment)}
    found = Entries(evidence=evidence)
    for place, question in enumerate(assessment.instrument.questions, start=1):
        documents = "; ".join((*(document.name for document in question.documents), *question.keywords))
        texts = (question.short_title or question.text, question.text, question.guidance, documents)
        found.questions[place] = (question.code, *map(clean, texts))
        note = assessment.answer_of(question.code).note
        if note:
            found.notes[place] = (question.code, clean(texts[0]), clean(note))
    return found


def _evidence_row(use: EvidenceUse) -> Row:
    texts = (use.title, use.number, use.note, use.original_name)
    return (use.question_code, *map(clean, texts), use.file.sha256)


def stored_entries(connection: sqlite3.Connection) -> Entries:
    """What the index holds now. Raises sqlite3.Error."""
    found = Entries()
    for table, columns in _COLUMNS.items():
        for row in connection.execute(f"SELECT rowid, {', '.join(columns)} FROM {table}"):
            found.of(table)[row[0]] = row[1:]
    return found


def bring_up_to(connection: sqlite3.Connection, old: Entries, new: Entries) -> None:
    """Change what differs, within the caller's transaction. Raises sqlite3.Error."""
    for table, columns in _COLUMNS.items():
        before, after = old.of(table), new.of(table)
        if before is after:
            continue
        gone = [key for key, row in before.items() if after.get(key) != row]
        come = [(key, *row) for key, row in after.items() if before.get(key) != row]
        connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", _keys(gone))
        names, marks = ", ".join(("rowid", *columns)), ", ".join("?" * (1 + len(columns)))
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", come)
        if table == "evidence":
            connection.executemany("DELETE FROM uses WHERE use_id = ?", _keys(gone))
            connection.executemany("INSERT INTO uses VALUES (?, ?)", [(row[0], row[-1]) for row in come])


def _keys(keys: Iterable[int]) -> list[tuple[int]]:
    return [(key,) for key in keys]
