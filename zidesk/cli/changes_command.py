"""The command that tells what has changed between two bundles."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zidesk.cli.context import Session
from zidesk.cli.output import print_json, say
from zidesk.cli.usage import Command

if TYPE_CHECKING:
    from zidesk.domain.bundle_changes import Changes, FilePair
    from zidesk.domain.bundle_record import BundleIdentity, RecordedAnswer, RecordedFile

_PATH = click.Path(path_type=Path)
_PAPERS = ("A4", "F4")
_HELP = """Daftar yang berubah antara dua paket: bukti yang ditambahkan, diganti, dan tidak ada lagi, serta jawaban
dan nilai yang berubah. Paket boleh berupa folder, berkas ZIP, atau salah satu bagiannya.
"""


@click.command(cls=Command, help=_HELP)
@click.argument("earlier", metavar="PAKET_LAMA", type=_PATH)
@click.argument("later", metavar="PAKET_BARU", type=_PATH)
@click.option("--pdf", "out", metavar="BERKAS", type=_PATH, help="Tulis juga daftarnya sebagai PDF.")
@click.option("--paper", type=click.Choice(_PAPERS), default="A4", help="Ukuran kertas PDF; bawaan: A4.")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def changes(session: Session, earlier: Path, later: Path, out: Path | None, paper: str, as_json: bool) -> None:
    from zidesk.services.bundle_changes.comparing import compare_bundles

    found = compare_bundles(earlier, later)
    if out is not None:
        from zidesk.services.documents.bundle_changes.document import write_changes
        from zidesk.services.documents.paper import Stationery

        write_changes(out, found, Stationery(session.resources.fonts, paper))
    if as_json:
        print_json(_record(found))
        return
    _print(found)
    if out is not None:
        say(f"Daftar ini juga ditulis ke {out}.")


def _print(found: "Changes") -> None:
    from zidesk.services.documents.bundle_changes.lines import change_groups
    from zidesk.services.documents.bundle_changes.words import (
        answer_text,
        moment_words,
        note_words,
        remarks,
        score_words,
        summary_words,
    )

    say(f"Paket lama: {moment_words(found.before)}")
    say(f"Paket baru: {moment_words(found.after)}")
    say(summary_words(found))
    for text in remarks(found):
        say(text)
    for group in change_groups(found):
        say()
        say(f"{group.title} ({len(group.lines)})")
        for line in group.lines:
            say(f"  {line.place}  {line.title}{f' ({line.detail})' if line.detail else ''}")
            say(f"      {line.path}")
    if found.answers:
        say()
        say(f"Jawaban ({len(found.answers)})")
    for pair in found.answers:
        note = note_words(pair)
        words = f"{answer_text(pair.before)} → {answer_text(pair.after)}{f', {note}' if note else ''}"
        say(f"  {pair.after.code}  {words}")
    if found.score_changes:
        say()
        say("Nilai")
    for score in found.score_changes:
        say(f"  {score.label}: {score_words(score)}")


def _record(found: "Changes") -> dict[str, Any]:
    return {
        "before": _identity(found.before),
        "after": _identity(found.after),
        "whole": found.whole,
        "unchanged": found.same,
        "added": [_file(file) for file in found.added],
        "removed": [_file(file) for file in found.removed],
        "replaced": [_pair(pair) for pair in found.replaced],
        "moved": [_pair(pair) for pair in found.moved],
        "recopied": [_pair(pair) for pair in found.recopied],
        "answers": [
            {"code": pair.after.code, "before": _answer(pair.before), "after": _answer(pair.after)}
            for pair in found.answers
        ],
        "scores": [
            {"label": pair.label, "before": float(pair.before), "after": float(pair.after)}
            for pair in found.score_changes
        ],
    }


def _identity(of: "BundleIdentity") -> dict[str, Any]:
    return {
        "school": of.school,
        "npsn": of.npsn,
        "year": of.year,
        "instrument": of.instrument,
        "areas": list(of.areas),
        "changed_at": None if of.changed_at is None else of.changed_at.isoformat(),
    }


def _file(file: "RecordedFile") -> dict[str, Any]:
    return {
        "path": file.path,
        "question": file.question,
        "title": file.title,
        "number": file.number,
        "dated": None if file.dated is None else file.dated.isoformat(),
        "sha256": file.sha256,
        "size": file.size,
    }


def _pair(pair: "FilePair") -> dict[str, Any]:
    return {"before": _file(pair.before), "after": _file(pair.after)}


def _answer(item: "RecordedAnswer") -> dict[str, Any]:
    return {
        "answer": item.answer,
        "score": None if item.score is None else float(item.score),
        "note": item.note,
    }
