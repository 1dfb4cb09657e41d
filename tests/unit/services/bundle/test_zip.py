"""A bundle in a ZIP file: what is in it, that other tools open it, and that it is always the same."""

import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest

from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from zidesk.domain.progress import Progress, Stage
from zidesk.services.bundle.request import Zipped
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.verify import verify_bundle
from zidesk.storage.workspace import Workspace

NAME = "ZI-2026-99900001-SMAN-1-KAB-CONTOH"
ZIP = Zipped()


def unpacked(path: Path, folder: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    return folder / NAME


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_it_holds_the_very_folder(build: Build, destination: Path, tmp_path: Path) -> None:
    folder = build(destination=made(tmp_path / "lain"))
    result = build(zipped=ZIP)

    assert result.path == destination / f"{NAME}.zip"
    assert [path.name for path in destination.iterdir()] == [result.path.name]
    assert (result.files, result.bytes, result.documents) == (folder.files, folder.bytes, folder.documents)
    assert contents(unpacked(result.path, tmp_path / "isi")) == contents(folder.path)
    assert result.parts == ()


def test_other_tools_find_it_whole(build: Build, tmp_path: Path) -> None:
    path = build(zipped=ZIP).path

    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    bagit.Bag(str(unpacked(path, tmp_path / "isi"))).validate(processes=1)
    found = verify_bundle(path)
    assert found.valid and found.files == 7 and not found.warnings
    if unzip := shutil.which("unzip"):
        subprocess.run([unzip, "-tqq", path], check=True)


def test_entries_are_stored_and_bear_the_time_of_the_data(build: Build, workspace: Workspace) -> None:
    moment = workspace.assessment().changed_at
    with zipfile.ZipFile(build(zipped=ZIP).path) as archive:
        entries = archive.infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time[:5] for entry in entries} == {moment.timetuple()[:5]}
    files = [entry for entry in entries if not entry.is_dir()]
    assert {stat.filemode(entry.external_attr >> 16) for entry in files} == {"-rw-r--r--"}
    assert {entry.create_system for entry in entries} == {3}


def test_the_same_data_gives_the_same_bytes(build: Build, tmp_path: Path) -> None:
    again = build(zipped=ZIP, destination=made(tmp_path / "stik lain"), read_back=False)
    assert build(zipped=ZIP).path.read_bytes() == again.path.read_bytes()


def test_names_in_any_script(workspace: Workspace, build: Build, papers: list[Path]) -> None:
    for number, title in enumerate(["Surat édaran", "資料 📄", "شهادة", "../../luar", "C:\\Windows\\aux"]):
        papers[0].write_text(f"isi {number}")
        add_files(workspace, ["6.i.a"], papers[:1], Caption(title))
    path = build(zipped=ZIP).path
    with zipfile.ZipFile(path) as archive:
        names = [entry for entry in archive.infolist() if not entry.filename.isascii()]
    assert len(names) == 3 and all(entry.flag_bits & 0x800 for entry in names)
    assert verify_bundle(path).valid and not verify_bundle(path).warnings


def test_a_bundle_without_evidence(build: Build, workspace: Workspace, tmp_path: Path) -> None:
    for uses in workspace.evidence.by_question().values():
        for use in uses:
            perform(workspace, RemoveUses((use.id,)))
    path = build(zipped=ZIP).path
    assert verify_bundle(path).valid
    bagit.Bag(str(unpacked(path, tmp_path / "isi"))).validate(processes=1)


def test_zip64_where_an_entry_takes_it(build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The limit of the plain format made small: sizes and places beyond it need the other one."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 1_000_000)
    path = build(zipped=ZIP).path
    monkeypatch.undo()
    assert b"PK\x06\x06" in path.read_bytes()[-200:]
    assert verify_bundle(path).valid
    if unzip := shutil.which("unzip"):
        subprocess.run([unzip, "-tqq", path], check=True)


def test_progress_names_every_stage_and_ends_full(build: Build) -> None:
    moments: list[Progress] = []
    build(zipped=ZIP, report=moments.append)
    stages = list(dict.fromkeys(moment.stage for moment in moments))
    assert stages == [Stage.PLAN, Stage.COPY, Stage.DOCUMENTS, Stage.READ_BACK]
    for stage in (Stage.COPY, Stage.READ_BACK):
        last = [moment for moment in moments if moment.stage is stage][-1]
        assert (last.done, last.bytes_done) == (last.total, last.bytes_total)
