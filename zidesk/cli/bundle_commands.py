"""The command that makes bundles."""

from pathlib import Path

import click

from zidesk.cli.bundle_report import result_record, say_result
from zidesk.cli.context import Session
from zidesk.cli.megabytes import MB, bytes_of
from zidesk.cli.output import print_json, progress_shown
from zidesk.cli.usage import Command

_PATH = click.Path(path_type=Path)
_LAYOUTS = ("lke", "area")
_PAPERS = ("A4", "F4")
_MERGED = ("none", "areas", "whole")
_PERSONAL = ("include", "lock", "leave-out")


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
@click.option(
    "--limit-mb",
    "limit",
    metavar="N",
    callback=bytes_of,
    help="Perkecil salinan foto dan PDF pindaian yang lebih besar dari N MB; berkas asli tidak diubah.",
)
@click.option(
    "--personal",
    type=click.Choice(_PERSONAL),
    default="include",
    help="Bukti bertanda data pribadi: disertakan, dikunci kata sandi, atau tidak disertakan; bawaan: include.",
)
@click.option(
    "--merged",
    type=click.Choice(_MERGED),
    default="none",
    help="Berkas gabungan PDF: tanpa, satu untuk tiap area, atau satu untuk semua; bawaan: none.",
)
@click.option(
    "--since",
    metavar="PAKET",
    type=_PATH,
    help="Sebutkan apa yang berubah sejak PAKET ini, folder atau ZIP.",
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
    limit: int | None,
    personal: str,
    merged: str,
    since: Path | None,
    update: bool,
    no_readback: bool,
    allow_missing: bool,
    paper: str,
    as_json: bool,
) -> None:
    from zidesk.services.bundle.recipe import build_bundle
    from zidesk.services.bundle.request import BundleRequest, Handling, Merged, Zipped
    from zidesk.storage.layout_loader import load_layout

    chosen = tuple(area.strip() for area in areas.split(",") if area.strip())
    if areas and not chosen:  # the whole sheet would be more than was meant
        raise click.UsageError("Pilihan --areas belum memuat satu area pun.")
    if volume_mb is not None and not as_zip:
        raise click.UsageError("Pilihan --volume-mb hanya berlaku bersama --zip.")
    part_size = None if volume_mb is None else volume_mb * MB
    request = BundleRequest(
        destination=destination,
        layout=load_layout(layout, session.resources.layouts),
        areas=chosen,
        update=update,
        read_back=not no_readback,
        allow_missing=allow_missing,
        paper=paper,
        zipped=Zipped(part_size) if as_zip else None,
        limit=limit,
        merged=Merged(merged),
        personal=Handling(personal),
        since=since,
    )
    with session.opened(workspace, read_only=True) as opened, progress_shown() as report:
        result = build_bundle(opened, request, session.resources, report)
    if as_json:
        print_json(result_record(result))
    else:
        say_result(result, limit)
