"""`zidesk demo`: the whole job on an invented school."""

from pathlib import Path

import click

from zidesk.cli.context import Session
from zidesk.cli.output import progress_shown, say
from zidesk.cli.status_view import criteria_lines
from zidesk.cli.usage import Command
from zidesk.domain.indonesian import format_number, format_size

FAULTS_FOUND = 3


@click.command(cls=Command, help="Buat sekolah contoh di DIR: berkas kerja, bukti, dan paket yang diperiksa.")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--files", metavar="N", type=click.IntRange(1, 10_000), default=160, help="Jumlah bukti; bawaan: 160."
)
@click.option("--size-mb", metavar="M", type=click.IntRange(1), help="Ukuran seluruh bukti, kira-kira.")
@click.pass_obj
def demo(session: Session, directory: Path, files: int, size_mb: int | None) -> int:
    from zidesk.services.bundle.recipe import build_bundle
    from zidesk.services.bundle.request import BundleRequest
    from zidesk.services.demo.workspace import make_demo_workspace
    from zidesk.services.pictures.keeping import keep_pictures
    from zidesk.services.verify import verify_bundle
    from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout

    with progress_shown() as report:
        workspace = make_demo_workspace(directory / "kerja", session.resources, files, size_mb, report)
        try:
            assessment = workspace.assessment()
            keep_pictures(workspace, assessment.files(), report)  # as after a day's work in the window
            destination = directory / "paket"
            layout = load_layout(DEFAULT_LAYOUT, session.resources.layouts)
            request = BundleRequest(destination, layout)
            result = build_bundle(workspace, request, session.resources, report)
        finally:
            workspace.close()
        found = verify_bundle(result.path, report)

    total = format_number(assessment.scores.total.score)
    say(f"{assessment.profile.school.name} · {assessment.profile.year} · nilai {total}")
    for line in criteria_lines(assessment):
        say(line)
    say(f"{result.files} berkas bukti ({format_size(result.bytes)})")
    say(f"Paket {result.path}")
    say("valid" if found.valid else f"tidak valid: {len(found.errors)} kesalahan")
    return 0 if found.valid else FAULTS_FOUND
