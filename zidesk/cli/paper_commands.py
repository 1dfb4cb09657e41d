"""The command that makes papers."""

from pathlib import Path

import click

from zidesk.cli.context import Session
from zidesk.cli.output import progress_shown, say
from zidesk.cli.usage import Command

_PATH = click.Path(path_type=Path)
_PAPERS = ("A4", "F4")
_HELP = """Buat satu dokumen, dengan format menurut akhiran BERKAS (.pdf, .docx, atau .xlsx).

JENIS misalnya cover, work-plan, statement, pact, decree-team, checklist, monitoring, index, atau lke; jenis yang
keliru dijawab dengan daftar lengkapnya. Isian yang tersimpan di berkas kerja dipakai, dan dapat diganti untuk
sekali ini dengan --field. Berkas kerja tidak diubah.
"""


def _kind(_context: click.Context, _param: click.Parameter, value: str) -> str:
    """A key of the registry, which is loaded only now."""
    from zidesk.services.documents.making import KINDS

    if value not in KINDS:
        raise click.BadParameter(f"pilih dari {', '.join(KINDS)}")
    return value


def _entries(_context: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    r"""Pairs of "nomor=421/118/2026"; what stands after the first sign counts whole, with \n for a new line."""
    found = {}
    for value in values:
        key, sign, text = value.partition("=")
        if not sign or not key.strip():
            raise click.BadParameter("tulis seperti nomor=421/118/2026")
        found[key.strip()] = text.replace("\\n", "\n")
    return found


@click.command(cls=Command, help=_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("kind", metavar="JENIS", callback=_kind)
@click.argument("out", metavar="BERKAS", type=_PATH)
@click.option(
    "--field",
    "entries",
    metavar="NAMA=ISI",
    multiple=True,
    callback=_entries,
    help="Isian, misalnya nomor=421/118.",
)
@click.option("--each", is_flag=True, help="Satu PDF untuk setiap pegawai; BERKAS adalah foldernya.")
@click.option("--paper", type=click.Choice(_PAPERS), default="A4", help="Ukuran kertas; bawaan: A4.")
@click.pass_obj
def doc(
    session: Session,
    workspace: Path,
    kind: str,
    out: Path,
    entries: dict[str, str],
    each: bool,
    paper: str,
) -> None:
    from zidesk.messages.documents import missing_words
    from zidesk.services.documents.making import KINDS
    from zidesk.services.papers.making import logo_prints, make_each, make_paper, missing_of
    from zidesk.services.papers.parts import has_parts

    if each and not has_parts(kind):
        raise click.UsageError("Pilihan --each hanya untuk dokumen pegawai, seperti pact.")
    if each and entries:
        raise click.UsageError("Pilihan --each memakai isian yang tersimpan, tanpa --field.")
    with session.opened(workspace, read_only=True) as opened:
        if each:
            with progress_shown() as report:
                made = make_each(opened, kind, out, session.resources, paper=paper, report=report)
            place = f"{len(made)} dokumen selesai dibuat di {made[0].parent}." if made else ""
            say(place or "Daftar pegawai masih kosong, sehingga tidak ada dokumen yang dibuat.")
            return
        lacking = missing_of(opened, kind, session.resources, entries)
        make_paper(opened, kind, out, session.resources, paper=paper, fields=entries)
        with_logo = logo_prints(opened)
    say(f"Dokumen {out} selesai dibuat.")
    if lacking:
        say("Dicetak sebagai titik-titik:")
        labels = {item.key: item.label for item in KINDS[kind].fields}
        for need in lacking:
            say(f"  - {missing_words(need, labels)}")
    if not with_logo:
        say("Logo sekolah tidak tercetak: bukan gambar, rusak, atau terlalu besar. Pilih logo lain.")
