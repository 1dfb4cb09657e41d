"""What a workspace holds, as plain values that JSON can keep: the same before and after an upgrade."""

import sqlite3
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

from zidesk.domain.answer import Answer
from zidesk.domain.evidence import EvidenceUse
from zidesk.storage.workspace import Workspace

_NOT_THE_SCHOOLS = ("alembic_version", "sqlite_sequence")


def facts_of(workspace: Workspace) -> dict[str, Any]:
    assessment = workspace.assessment()
    scores = assessment.scores
    return {
        "school": workspace.facts.profile().school.name,
        "sheet": workspace.facts.instrument_text()[0],
        "answers": {code: _answer(answer) for code, answer in assessment.answers.items()},
        "history": {code: _history(workspace, code) for code in assessment.answers},
        "total": str(scores.total.score),
        "uses": {code: [_use(use) for use in uses] for code, uses in workspace.evidence.lists().items()},
        "bin": [_use(use) for use in workspace.evidence.bin()],
        "contents": sorted([sha256, size] for sha256, size, _name in workspace.contents()),
        "plan": [[row.action, row.scope, str(row.state), len(row.weeks)] for row in workspace.plan.all()],
        "staff": [[member.name, member.nip, *member.roles] for member in workspace.staff.all()],
        "snapshots": [[one.label, str(one.total)] for one in workspace.snapshots.all()],
        "papers": sorted(
            [kind, part, record.made_at is not None, record.signed.name if record.signed else ""]
            for (kind, part), record in workspace.papers.records().items()
        ),
        "fields": workspace.papers.fields("cover"),
        "texts": workspace.papers.overrides(),
        "personal": {sha256: one.personal for sha256, one in workspace.personal.decisions().items()},
        "covered": {
            sha256: [astuple(box) for box in boxes] for sha256, boxes in workspace.redactions.all().items()
        },
        "rows": row_counts(workspace.paths.database),
    }


def _use(use: EvidenceUse) -> list[str]:
    dated = use.dated.isoformat() if use.dated else ""
    return [use.title, use.number, dated, use.note, use.original_name, use.file.sha256, *sorted(use.fulfils)]


def _history(workspace: Workspace, code: str) -> list[list[str]]:
    told = workspace.answers.history(code)
    return [[one.changed_at.isoformat(), one.changed_by, *_answer(one.old), *_answer(one.new)] for one in told]


def _answer(answer: Answer) -> list[str]:
    return ["" if answer.value is None else str(answer.value), answer.note]


def row_counts(database: Path) -> dict[str, int]:
    """Of every table in the file that holds something of the school's."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = [name for (name,) in listed if name not in _NOT_THE_SCHOOLS]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
