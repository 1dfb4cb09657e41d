"""Commands that make bundles and check them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zidesk.cli.context import Session
from zidesk.cli.output import complain, print_json, progress_shown, say
from zidesk.cli.usage import Command
from zidesk.domain.indonesian import format_number, format_size

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult
    from zidesk.services.verify import Fault

FAULTS_FOUND = 3
_MB = 1_000_000  # the smaller of the two that limits are given in
_PATH = click.Path(path_type=Path)
_LAYOUTS = ("lke", "area")
_PAPERS = ("A4", "F4")


@click.command(cls=Command, help="Buat paket di folder TUJUAN, misalnya flashdisk.")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.argument("destination", metavar="TUJUAN", type=_PATH)
@click.option("--layout", type=click.Choice(_LAYOUTS), default="lke", help="Susunan folder; bawaan: lke.")
@click.option("--areas", metavar="1,2", default="", help="Hanya area ini; kode komponen seperti B juga boleh.")
@click.option("--zip", "as_zip", is_flag=True, help="Sebagai satu berkas ZIP, bukan folder.")
@click.option(
    "--volume-mb",
    metavar="N",
    type=click.IntRange(min=1),
    help="Bersama --zip: beberapa berkas ZIP, masing-masing kurang dari N MB.",
)
@click.option("--update", is_flag=True, help="Perbarui paket yang sudah ada di TUJUAN.")
@click.option("--no-readback", is_flag=True, help="Tanpa dibaca ulang; jangan langsung mencabut flashdisk.")
@click.option("--allow-missing", is_flag=True, help="Lanjutkan tanpa berkas asli yang hilang; semuanya disebut.")
@click.option("--paper", type=click.Choice(_PAPERS), default="A4", help="Ukuran kertas; bawaan: A4.")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def bundle(
    session: Session,
    workspace: Path,
    destination: Path,
    layout: str,
    areas: str,
    as_zip: bool,
    volume_mb: int | None,
    update: bool,
    no_readback: bool,
    allow_missing: bool,
    paper: str,
    as_json: bool,
) -> None:
    from zidesk.services.bundle.recipe import build_bundle
    from zidesk.services.bundle.request import BundleRequest, Zipped
    from zidesk.storage.layout_loader import load_layout

    chosen = tuple(area.strip() for area in areas.split(",") if area.strip())
    if areas and not chosen:  # the whole sheet would be more than was meant
        raise click.UsageError("Pilihan --areas belum memuat satu area pun.")
    if volume_mb is not None and not as_zip:
        raise click.UsageError("Pilihan --volume-mb hanya berlaku bersama --zip.")
    part_size = None if volume_mb is None else volume_mb * _MB
    request = BundleRequest(
        destination=destination,
        layout=load_layout(layout, session.resources.layouts),
        areas=chosen,
        update=update,
        read_back=not no_readback,
        allow_missing=allow_missing,
        paper=paper,
        zipped=Zipped(part_size) if as_zip else None,
    )
    with session.opened(workspace, read_only=True) as opened, progress_shown() as report:
        result = build_bundle(opened, request, session.resources, report)
    if as_json:
        print_json(_result_record(result))
        return
    for path in result.parts or (result.path,):
        say(f"Paket {path}")
    papers = f" dan {result.documents} dokumen" if result.documents else ""
    seconds = format_number(int(result.seconds), 0)
    say(f"{result.files} berkas bukti{papers}, {format_size(result.bytes)}, {seconds} detik.")
    for item in result.omitted:
        complain(f"TIDAK LENGKAP: {item.question_code} {item.original_name} ({item.reason}).")
    if result.read_back:
        say("Sudah dibaca ulang dari tujuan dan cocok; aman untuk dicabut.")
    else:
        say("Belum dibaca ulang: keluarkan flashdisk lewat sistem sebelum dicabut.")


def _result_record(result: "BundleResult") -> dict[str, Any]:
    return {
        "path": str(result.path),
        "parts": [str(path) for path in result.parts or (result.path,)],
        "files": result.files,
        "bytes": result.bytes,
        "documents": result.documents,
        "reused": result.reused,
        "omitted": [
            {"code": item.question_code, "name": item.original_name, "reason": item.reason}
            for item in result.omitted
        ],
        "read_back": result.read_back,
        "seconds": round(result.seconds, 3),
    }


@click.command(cls=Command, help="Periksa paket BagIt mana pun, folder atau ZIP. Kode keluar 3: ada kesalahan.")
@click.argument("bundle_path", metavar="PAKET", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
def verify(bundle_path: Path, as_json: bool) -> int:
    from zidesk.services.verify import verify_bundle

    with progress_shown() as report:
        found = verify_bundle(bundle_path, report)
    if as_json:
        print_json(
            {
                "valid": found.valid,
                "files": found.files,
                "errors": [_fault_record(fault) for fault in found.errors],
                "warnings": [_fault_record(fault) for fault in found.warnings],
            }
        )
    else:
        for fault in found.errors:
            say(f"SALAH  {_fault_line(fault)}")
        for fault in found.warnings:
            say(f"catatan  {_fault_line(fault)}")
        say("valid" if found.valid else f"tidak valid: {len(found.errors)} kesalahan")
    return 0 if found.valid else FAULTS_FOUND


def _fault_line(fault: "Fault") -> str:
    """Some faults are of the bag as a whole."""
    return f"{fault.path}: {fault.detail}" if fault.path else fault.detail


def _fault_record(fault: "Fault") -> dict[str, str]:
    return {"kind": str(fault.kind), "path": fault.path, "detail": fault.detail}
