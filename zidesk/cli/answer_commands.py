"""Commands that fill the sheet: answers and evidence."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zidesk.cli.context import Session
from zidesk.cli.output import complain, progress_shown, say
from zidesk.cli.usage import Command, CommandWithNumbers
from zidesk.domain.answer import AnswerChange
from zidesk.domain.indonesian import format_number
from zidesk.domain.scoring import question_weight, score_value
from zidesk.messages import explain

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

_NAMED = 5  # skipped files named; the others are counted
_PATH = click.Path(path_type=Path)

_ANSWER_HELP = """Jawab satu butir, atau banyak butir dari tabel dengan --from.

NILAI: Ya, Tidak, A sampai E, angka survei seperti 3,65, isian angka seperti "agen=5,perubahan=7",
"nihil" bila tidak ada kejadian (dihitung penuh) atau "nihil=0" (tidak dinilai), dan "" untuk mengosongkan.
"""


@click.command(cls=CommandWithNumbers, help=_ANSWER_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("code", metavar="[KODE]", required=False)
@click.argument("value", metavar="[NILAI]", required=False)
@click.option("--note", metavar="TEKS", help="Catatan untuk butir ini.")
@click.option("--from", "table", metavar="TABEL", type=_PATH, help="CSV atau XLSX: kode, jawaban, catatan.")
@click.pass_obj
def answer(
    session: Session,
    workspace: Path,
    code: str | None,
    value: str | None,
    note: str | None,
    table: Path | None,
) -> None:
    from zidesk.services.answers.answering import answer_question, import_answers

    if table is not None and (code is not None or note is not None):
        raise click.UsageError("Pakai KODE dan NILAI, atau --from, tidak keduanya.")
    if table is None and (code is None or value is None):
        raise click.UsageError("KODE dan NILAI belum diisi.")
    with session.opened(workspace) as opened:
        if table is not None:
            changes = import_answers(opened, table, session.operator)
            say(f"{len(changes)} jawaban disimpan dari {table.name}.")
        elif code is not None and value is not None:
            _tell(opened, answer_question(opened, code, value, note, session.operator))
        say(f"Nilai sekarang {format_number(opened.assessment().scores.total.score)}.")


def _tell(workspace: "Workspace", change: AnswerChange | None) -> None:
    if change is None:
        say("Tidak ada yang berubah.")
        return
    if change.new.value is None:
        say(f"{change.code}: dikosongkan.")
        return
    place = workspace.instrument.place(change.code)
    weight = question_weight(place.sub_area)
    points = score_value(place.question, change.new.value) * weight
    say(f"{change.code}: {change.new.value}, nilai {format_number(points)} dari {format_number(weight)}.")


@click.command(cls=Command, help="Lampirkan berkas atau folder bukti ke satu butir atau beberapa (KODE,KODE).")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("codes", metavar="KODE[,KODE…]")
@click.argument("files", metavar="BERKAS…", nargs=-1, required=True, type=_PATH)
@click.option("--title", metavar="JUDUL", default="", help="Judul bukti; tanpa ini, dari nama berkas.")
@click.option("--number", metavar="NOMOR", default="", help="Nomor surat atau SK.")
@click.option("--date", "dated", metavar="TTTT-BB-HH", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal surat.")
@click.option("--note", metavar="TEKS", default="", help="Catatan.")
@click.pass_obj
def attach(
    session: Session,
    workspace: Path,
    codes: str,
    files: tuple[Path, ...],
    title: str,
    number: str,
    dated: datetime | None,
    note: str,
) -> int:
    from zidesk.services.ingest.adding import Caption, add_files

    caption = Caption(title, number, dated.date() if dated is not None else None, note)
    wanted = [code for code in codes.split(",") if code.strip()]
    if not wanted:
        raise click.UsageError("KODE belum diisi.")
    with session.opened(workspace) as opened, progress_shown() as report:
        result = add_files(opened, wanted, files, caption, report)
    say(f"{result.added} bukti dilampirkan.")
    for name in result.already:
        say(f"{name}: sudah ada pada butir itu, tidak digandakan.")
    for use in {use.file.sha256: use for use in result.flawed}.values():
        say(f"{use.original_name}: {use.file.inspection.state_detail}; tetap disimpan dan ditandai.")
    if result.skipped:
        names = ", ".join(result.skipped[:_NAMED])
        say(f"{len(result.skipped)} berkas sistem atau tersembunyi dilewati, misalnya {names}.")
    for refusal in result.refused:
        complain(str(explain(refusal)))
    return 1 if result.refused else 0
