"""The command that merges evidence into one PDF."""

from pathlib import Path

import click

from zidesk.cli.context import Session
from zidesk.cli.output import complain, progress_shown, say
from zidesk.cli.usage import Command
from zidesk.domain.indonesian import format_number

_PATH = click.Path(path_type=Path)
_PAPERS = ("A4", "F4")
_NOTHING = 1
_HELP = """Gabungkan bukti menjadi satu PDF bersampul, dengan daftar isi, cap kode butir, dan penanda halaman.

Berkas yang tidak dapat ditampilkan sebagai halaman diganti selembar keterangan. Berkas kerja tidak diubah.
"""


@click.command(cls=Command, help=_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("out", metavar="BERKAS.pdf", type=_PATH)
@click.option("--areas", metavar="1,2", default="", help="Hanya area ini; kode komponen seperti B juga boleh.")
@click.option("--paper", type=click.Choice(_PAPERS), default="A4", help="Ukuran kertas; bawaan: A4.")
@click.pass_obj
def merge(session: Session, workspace: Path, out: Path, areas: str, paper: str) -> int:
    from zidesk.services.papers.merging import make_merged
    from zidesk.storage.layout_loader import load_layout

    chosen = tuple(area.strip() for area in areas.split(",") if area.strip())
    if areas and not chosen:  # the whole sheet would be more than was meant
        raise click.UsageError("Pilihan --areas belum memuat satu area pun.")
    layout = load_layout("lke", session.resources.layouts)
    with session.opened(workspace, read_only=True) as opened, progress_shown() as report:
        made = make_merged(opened, out, layout, session.resources, areas=chosen, paper=paper, report=report)
    if made is None:
        complain("Belum ada bukti untuk digabungkan. Lampirkan bukti dahulu, lalu ulangi.")
        return _NOTHING
    say(f"{out}: {_count(made.files)} berkas bukti, {_count(made.pages)} halaman.")
    for item in made.stood_in:
        say(f"  - {item.file.label} {item.file.title}: diganti selembar keterangan")
    return 0


def _count(number: int) -> str:
    return format_number(number, 0)
