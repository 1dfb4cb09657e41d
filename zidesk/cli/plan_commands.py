"""Commands about the work plan and the list of staff."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zidesk.cli.context import Session
from zidesk.cli.output import print_json, say
from zidesk.cli.usage import Command
from zidesk.domain.indonesian import format_date, format_number

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

_PATH = click.Path(path_type=Path)
_PLAN_HELP = """Impor, ekspor, atau mulai rencana aksi, atau simpan nilai sebagai pembanding.

TINDAKAN: import mengganti rencana dengan isi tabel CSV atau XLSX (semuanya atau tidak sama sekali); export
menulis tabel .xlsx atau .csv; start membuat satu baris untuk setiap butir, atau dengan --from menyalin rencana
tahun lalu; snapshot menyimpan nilai dan kemajuan rencana saat ini, yang dibandingkan pada laporan monitoring.
"""


@click.command(cls=Command, help=_PLAN_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("action", metavar="TINDAKAN", type=click.Choice(("import", "export", "start", "snapshot")))
@click.argument("file", metavar="[BERKAS]", required=False, type=_PATH)
@click.option("--from", "last_year", metavar="BERKAS_KERJA", type=_PATH, help="Untuk start: rencana tahun lalu.")
@click.option("--label", metavar="NAMA", help="Untuk snapshot: namanya, misalnya “Triwulan I”.")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def plan(
    session: Session,
    workspace: Path,
    action: str,
    file: Path | None,
    last_year: Path | None,
    label: str | None,
    as_json: bool,
) -> None:
    if (file is None) != (action in ("start", "snapshot")):
        raise click.UsageError("BERKAS diisi untuk import dan export saja.")
    if last_year is not None and action != "start":
        raise click.UsageError("Pilihan --from hanya untuk start.")
    if label is not None and action != "snapshot":
        raise click.UsageError("Pilihan --label hanya untuk snapshot.")
    if action == "snapshot":
        _snapshot(session, workspace, label or "", as_json)
        return
    with session.opened(workspace, read_only=action == "export") as opened:
        if action == "export" and file is not None:
            rows, replaced = _export(opened, file)
        else:
            rows, replaced = _change(opened, file, last_year)
    if as_json:
        print_json({"rows": rows, "replaced": replaced})
    elif action == "export":
        say(f"{rows} baris rencana aksi ditulis ke {file}.")
    else:
        say(f"{rows} baris rencana aksi disimpan{f', menggantikan {replaced} baris' if replaced else ''}.")


def _snapshot(session: Session, workspace: Path, label: str, as_json: bool) -> None:
    from zidesk.services.plan.monitoring import take_snapshot

    with session.opened(workspace) as opened:
        taken = take_snapshot(opened, label)
    if as_json:
        print_json({"taken_at": taken.taken_at.isoformat(), "label": taken.label, "total": float(taken.total)})
    else:
        say(
            f"Nilai {format_number(taken.total)} per {format_date(taken.taken_at.date())} "
            "disimpan sebagai pembanding."
        )


def _export(workspace: "Workspace", file: Path) -> tuple[int, int]:
    from zidesk.services.plan.tables import export_plan

    return export_plan(workspace, file), 0


def _change(workspace: "Workspace", file: Path | None, last_year: Path | None) -> tuple[int, int]:
    """Rows of the plan now, and rows that were there before."""
    from zidesk.services.plan.starting import start_from_last_year, start_from_sheet
    from zidesk.services.plan.tables import import_plan

    if file is not None:
        change = import_plan(workspace, file)
    elif last_year is not None:
        change = start_from_last_year(workspace, last_year)
    else:
        change = start_from_sheet(workspace)
    return len(change.after), len(change.before)


_STAFF_HELP = "Ganti daftar pegawai dengan isi tabel CSV atau XLSX: nama, NIP, pangkat, jabatan, peran."


@click.command(cls=Command, help=_STAFF_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("action", metavar="import", type=click.Choice(("import",)), expose_value=False)
@click.argument("file", metavar="BERKAS", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def staff(session: Session, workspace: Path, file: Path, as_json: bool) -> None:
    from zidesk.services.staff.listing import import_staff

    with session.opened(workspace) as opened:
        replaced = len(opened.staff.all())
        members = import_staff(opened, file)
    if as_json:
        print_json({"members": len(members), "replaced": replaced})
    else:
        say(f"{len(members)} pegawai disimpan{f', menggantikan {replaced} orang' if replaced else ''}.")
