"""The command that writes the user guide as a PDF."""

from pathlib import Path

import click

from zidesk.cli.context import Session
from zidesk.cli.output import say
from zidesk.cli.usage import Command
from zidesk.domain.guide import GUIDE_PDF

_PAPERS = ("A4", "F4")


@click.command(cls=Command, help="Simpan panduan sebagai PDF untuk dibaca atau dicetak.")
@click.argument("out", metavar="[BERKAS.pdf]", type=click.Path(path_type=Path), default=Path(GUIDE_PDF))
@click.option("--paper", type=click.Choice(_PAPERS), default="A4", help="Ukuran kertas; bawaan: A4.")
@click.pass_obj
def guide(session: Session, out: Path, paper: str) -> int:
    from zidesk.services.guide.document import write_guide

    write_guide(out, session.resources, paper)
    say(f"Panduan tersimpan di {out}.")
    return 0
