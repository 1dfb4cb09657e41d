"""`zidesk open`: the window."""

from pathlib import Path

import click

from zidesk.cli.usage import Command


@click.command(
    "open", cls=Command, help="Buka jendela; tanpa BERKAS_KERJA, yang terakhir dipakai. Paket diperiksa."
)
@click.argument("workspace", metavar="[BERKAS_KERJA]", required=False, type=click.Path(path_type=Path))
def open_window(workspace: Path | None = None) -> int:
    # Qt is loaded only for the window
    from zidesk.app import run_window

    return run_window(workspace)
