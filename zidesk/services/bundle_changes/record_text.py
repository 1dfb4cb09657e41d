"""ISI-PAKET.json: the record of what a bundle holds, for programs to read. One JSON object, ASCII, with one line
for each file, answer and score, in a fixed order: the same bundle gives the same bytes.

    format, version      "zidesk-bundle-record", 1
    school, year, instrument, areas, changed_at   whose bundle, of which moment (ISO 8601); areas [] for all
    answers   [{code, text, answer, score, note}]          score: a fraction 0..1 as "2/3", null without an answer
    scores    [{label, score, weight}]                     points as fractions
    evidence  [{path, sha256, size, question, title, number, dated, original_name, original}]
    papers    the same without question, number, dated
`sha256` and `size` are of the file in the bundle; `original` is the hash of what it was made from, left out where
that is the same. Facts that are empty are left out.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from zidesk.domain.bundle_record import BundleRecord, RecordedAnswer, RecordedFile, RecordedScore

RECORD: Final = "ISI-PAKET.json"
FORMAT: Final = "zidesk-bundle-record"
VERSION: Final = 1


def write_record(out: Path, record: BundleRecord) -> None:
    """Raises OSError."""
    with out.open("w", encoding="ascii", newline="\n") as stream:
        stream.writelines(_lines(record))


def _lines(record: BundleRecord) -> Iterator[str]:
    of = record.identity
    moment = None if of.changed_at is None else of.changed_at.isoformat()
    head = {
        "format": FORMAT,
        "version": VERSION,
        "school": {"name": of.school, "npsn": of.npsn},
        "year": of.year,
        "instrument": of.instrument,
        "areas": list(of.areas),
        "changed_at": moment,
    }
    yield "{\n"
    for key, value in head.items():
        yield f"{json.dumps(key)}: {json.dumps(value)},\n"
    yield from _rows("answers", map(_answer_fields, record.answers), ",")
    yield from _rows("scores", map(_score_fields, record.scores), ",")
    yield from _rows("evidence", map(_file_fields, record.evidence), ",")
    yield from _rows("papers", map(_file_fields, record.papers), "")
    yield "}\n"


def _rows(key: str, rows: Iterable[dict[str, object]], end: str) -> Iterator[str]:
    yield f"{json.dumps(key)}: ["
    mark = "\n"
    for row in rows:
        yield mark + json.dumps(row)
        mark = ",\n"
    yield f"\n]{end}\n"


def _answer_fields(item: RecordedAnswer) -> dict[str, object]:
    score = None if item.score is None else str(item.score)
    fields: dict[str, object] = {"code": item.code, "text": item.text, "answer": item.answer, "score": score}
    return {**fields, "note": item.note} if item.note else fields


def _score_fields(item: RecordedScore) -> dict[str, object]:
    return {"label": item.label, "score": str(item.score), "weight": str(item.weight)}


def _file_fields(item: RecordedFile) -> dict[str, object]:
    made_of = item.original if item.original != item.sha256 else ""
    facts = {
        "question": item.question,
        "title": item.title,
        "number": item.number,
        "dated": item.dated.isoformat() if item.dated else "",
        "original_name": item.original_name,
        "original": made_of,
    }
    kept = {key: value for key, value in facts.items() if value}
    return {"path": item.path, "sha256": item.sha256, "size": item.size, **kept}
