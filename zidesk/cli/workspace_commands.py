"""Commands about a workspace as a whole: new, status, backup, restore, doctor."""

from pathlib import Path

import click

from zidesk.cli.context import Session
from zidesk.cli.output import complain, print_json, progress_shown, say
from zidesk.cli.status_view import print_status, status_record
from zidesk.cli.usage import Command
from zidesk.domain.indonesian import format_size
from zidesk.domain.profile import TARGETS
from zidesk.messages.workspace import OWNERLESS, rescue_words

FAULTS_FOUND = 3
_FOLDER = click.Path(path_type=Path)
_HEALTH_WORDS = {
    "missing": "berkas asli hilang",
    "damaged": "berkas asli rusak",
    "orphaned": "berkas tanpa pemilik",
    "leftover": "sisa pekerjaan yang terputus",
}


@click.command(cls=Command, help="Buat berkas kerja baru dari profil sekolah.")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_FOLDER)
@click.option(
    "--profile", "profile_file", metavar="profil.toml", required=True, type=_FOLDER, help="Profil sekolah."
)
@click.option(
    "--instrument",
    metavar="LEMBAR",
    default="permenpan-90-2021",
    help="Nama lembar penilaian atau berkas lembar Anda sendiri; bawaan: permenpan-90-2021.",
)
@click.option("--year", metavar="TAHUN", type=int, help="Tahun penilaian, bila berbeda dari profil.")
@click.option("--target", type=click.Choice(TARGETS), help="Predikat yang dituju, bila berbeda dari profil.")
@click.pass_obj
def new(
    session: Session,
    workspace: Path,
    profile_file: Path,
    instrument: str,
    year: int | None,
    target: str | None,
) -> None:
    from zidesk.services.workspaces.creation import Wishes, create_from_profile

    wishes = Wishes(instrument, year, target)
    opened = create_from_profile(workspace, profile_file, wishes, session.resources, session.clock)
    try:
        sheet = opened.instrument
        say(f"Berkas kerja {workspace} siap: {opened.facts.profile().school.name}, {sheet.title}.")
        if not sheet.confirmed:
            say(f"Perhatian: lembar ini {sheet.status}; opsi jawaban dan ambangnya belum dipastikan.")
    finally:
        opened.close()


@click.command(cls=Command, help="Tampilkan nilai, kriteria WBK dan WBBM, serta jumlah jawaban dan bukti.")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def status(session: Session, workspace: Path, as_json: bool) -> None:
    with session.opened(workspace, read_only=True) as opened:
        assessment = opened.assessment()
    if as_json:
        print_json(status_record(assessment))
    else:
        print_status(assessment)


@click.command(cls=Command, help="Simpan seluruh berkas kerja ke satu berkas cadangan.")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_FOLDER)
@click.argument("file", metavar="BERKAS", type=_FOLDER)
@click.pass_obj
def backup(session: Session, workspace: Path, file: Path) -> None:
    from zidesk.services.workspaces.archive import back_up

    with session.opened(workspace, read_only=True) as opened, progress_shown() as report:
        result = back_up(opened, file, report)
    say(f"Cadangan {result.path}: {result.files} berkas asli, {format_size(result.bytes)}.")
    for name in result.missing:
        complain(f"Berkas asli “{name}” hilang atau rusak di berkas kerja, jadi tidak ikut dicadangkan.")


@click.command("restore", cls=Command, help="Buat berkas kerja dari berkas cadangan.")
@click.argument("file", metavar="BERKAS", type=_FOLDER)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_FOLDER)
def restore_backup(file: Path, workspace: Path) -> None:
    from zidesk.services.workspaces.archive import restore

    with progress_shown() as report:
        result = restore(file, workspace, report)
    say(f"Berkas kerja {result.path} dipulihkan: {result.files} berkas asli.")


@click.command(cls=Command, help="Periksa isi berkas kerja: berkas asli yang hilang, rusak, atau tak bertuan.")
@click.argument("workspace", metavar="BERKAS_KERJA", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.option("--clean", is_flag=True, help="Hapus dahulu berkas tanpa pemilik dan sisa pekerjaan yang terputus.")
@click.option("--adopt", is_flag=True, help="Bawa dahulu berkas tanpa pemilik ke kotak masuk.")
@click.option(
    "--restore-newest",
    is_flag=True,
    help="Bila basis datanya rusak: pulihkan dari cadangan otomatis terbaru yang baik. Yang rusak tetap disimpan.",
)
@click.pass_obj
def doctor(
    session: Session, workspace: Path, as_json: bool, clean: bool, adopt: bool, restore_newest: bool
) -> int:
    from zidesk.services.evidence.adopting import adopt_strays
    from zidesk.services.evidence.strays import clean_strays
    from zidesk.services.workspaces.health import examine

    if clean and (adopt or restore_newest):
        raise click.UsageError("Pakai --clean, atau --adopt dan --restore-newest, tidak keduanya.")
    if restore_newest:
        _restore_newest(session, workspace)
    with session.opened(workspace, read_only=not (clean or adopt)) as opened, progress_shown() as report:
        if adopt:
            adopted = adopt_strays(opened, OWNERLESS, report)
            complain(f"{len(adopted)} berkas tanpa pemilik dibawa ke kotak masuk.")
        cleaned = clean_strays(opened) if clean else None
        health = examine(opened, report)
    if cleaned is not None and not as_json:
        say(f"{cleaned.files} berkas tanpa pemilik dihapus ({format_size(cleaned.bytes)}).")
    if as_json:
        faults = [{"kind": item.kind, "name": item.name, "path": item.path} for item in health.faults]
        print_json({"sound": health.sound, "files": health.files, "faults": faults})
    else:
        for item in health.faults:
            say(f"{_HEALTH_WORDS[item.kind]}: {item.name} ({item.path})")
        verdict = "Berkas kerja sehat" if health.sound else "Berkas kerja bermasalah"
        say(f"{verdict}: {health.files} berkas asli diperiksa.")
    return 0 if health.sound else FAULTS_FOUND


def _restore_newest(session: Session, workspace: Path) -> None:
    """Told on stderr: stdout is for what the doctor finds."""
    from zidesk.services.workspaces.rescue import restore_newest

    with progress_shown() as report:
        rescued = restore_newest(workspace, OWNERLESS, session.clock, report)
    if rescued is None:
        complain("Basis data berkas kerja ini baik; tidak ada yang perlu dipulihkan.")
    else:
        complain(rescue_words(rescued.backup, rescued.aside, rescued.adopted))
