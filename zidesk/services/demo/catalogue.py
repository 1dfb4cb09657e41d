"""The catalogue of the demo's papers (katalog.csv), in the order in which they are worth having, and its inbox."""

import csv
from datetime import date
from pathlib import Path

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.questions import Question

_SHOWN_EARLY = ("rusak", "terkunci")  # the states a small demo must show as well


def load_catalogue(resources: Path, questions: tuple[Question, ...]) -> tuple[DemoEvidence, ...]:
    """Every paper of the catalogue the sheet has a question for, sorted as `_worth` says."""
    return _worth(_read(resources / "demo" / "katalog.csv", questions))


def load_inbox(resources: Path, questions: tuple[Question, ...]) -> tuple[DemoEvidence, ...]:
    """Papers nobody has placed yet (kotak-masuk.csv); their codes only say what they are about."""
    return tuple(_read(resources / "demo" / "kotak-masuk.csv", questions))


def _read(table: Path, questions: tuple[Question, ...]) -> list[DemoEvidence]:
    subjects = {question.code: question.short_title for question in questions}
    found = []
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            codes = tuple(code for code in row["kode"].split() if code in subjects)
            if codes:
                found.append(_evidence(row, codes, subjects[codes[0]]))
    return found


def _evidence(row: dict[str, str], codes: tuple[str, ...], subject: str) -> DemoEvidence:
    return DemoEvidence(
        file_name=row["berkas"],
        title=row["judul"],
        number=row["nomor"],
        dated=date.fromisoformat(row["tanggal"]) if row["tanggal"] else None,
        note=row["catatan"],
        codes=codes,
        form=row["bentuk"],
        look=row["rupa"],
        table=row["rincian"],
        subject=subject,
    )


def _worth(found: list[DemoEvidence]) -> tuple[DemoEvidence, ...]:
    """One of every look first, then the first paper of every question, then the rest; stable otherwise."""
    looks: set[str] = set()
    reached: set[str] = set()
    ranks: dict[str, int] = {}
    for item in sorted(found, key=lambda item: item.look not in _SHOWN_EARLY):
        if item.look not in looks:
            ranks[item.file_name] = 0 if item.look in _SHOWN_EARLY else 1
            looks.add(item.look)
            reached.update(item.codes)
    for item in found:
        if item.file_name not in ranks:
            ranks[item.file_name] = 2 if reached.isdisjoint(item.codes) or item.codes[0] not in reached else 3
            reached.update(item.codes if ranks[item.file_name] == 2 else ())
    return tuple(sorted(found, key=lambda item: ranks[item.file_name]))
