"""What can go wrong while a ZIP is made: never a bad file under the final name, and nothing left lying about."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests import faults
from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_faults import obstacles, originals
from tests.unit.services.bundle.test_zip import NAME, ZIP, made
from zidesk.domain.errors import (
    BundleBusy,
    BundleExists,
    Cancelled,
    DriveFault,
    DriveGone,
    NotEnoughSpace,
    OriginalAltered,
    OriginalMissing,
    PreflightFailed,
    ReadBackFailed,
    ZipNotUpdatable,
    ZipTooLarge,
)
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.services.bundle import preflight, recipe
from zidesk.services.bundle.request import Zipped
from zidesk.services.verify import verify_bundle
from zidesk.storage.drives import Drive
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_FINAL, _UNFINISHED = f"{NAME}.zip", f"{NAME}.zip.belum-selesai"


def test_a_zip_that_exists_is_not_touched(build: Build) -> None:
    path = build(zipped=ZIP).path
    before = path.read_bytes()
    assert obstacles(build, zipped=ZIP) == [BundleExists]
    assert path.read_bytes() == before


def test_a_zip_is_never_updated(build: Build, destination: Path) -> None:
    assert obstacles(build, zipped=ZIP, update=True) == [ZipNotUpdatable]
    build(zipped=ZIP)
    assert obstacles(build, zipped=ZIP, update=True) == [ZipNotUpdatable]


def test_a_folder_and_a_zip_stand_side_by_side(build: Build, destination: Path) -> None:
    build()
    build(zipped=ZIP)
    assert sorted(path.name for path in destination.iterdir()) == [NAME, _FINAL]


def test_a_zip_larger_than_fat32_takes(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    def stick(_path: Path) -> Drive:
        return Drive(Path("/"), "vfat", removable=True, network=False, free=10**12)

    monkeypatch.setattr(preflight, "drive_of", stick)
    monkeypatch.setattr("zidesk.storage.drives.drive.FAT_FILE_MAX", 4_500_000)
    assert obstacles(build, zipped=ZIP) == [ZipTooLarge]
    assert len(build(zipped=Zipped(3_000_000)).parts) > 1  # the way out


def test_too_little_space_is_known_before_the_first_byte(build: Build, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "kecil", "3m") as drive:
        faults.fill(drive, leaving=2_000_000)
        assert obstacles(build, destination=drive, zipped=ZIP) == [NotEnoughSpace]


def test_what_a_killed_run_left_counts_as_free(build: Build, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "kecil", "12m") as drive:
        (drive / _UNFINISHED).write_bytes(b"?" * 9_000_000)
        assert verify_bundle(build(destination=drive, zipped=ZIP).path).valid


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.DOCUMENTS])
def test_a_drive_that_fills_up_meanwhile(build: Build, tmp_path: Path, stage: Stage) -> None:
    with faults.small_drive(tmp_path / "kecil", "12m") as drive:

        def other_program(progress: Progress) -> None:
            if progress.stage is stage and not (drive / "penuh").exists():
                faults.fill(drive)

        with pytest.raises(DriveFault) as caught:
            build(destination=drive, report=other_program, zipped=ZIP)
        assert caught.value.reason == "full"
        assert [path.name for path in drive.iterdir()] == ["penuh"]
        (drive / "penuh").unlink()
        assert verify_bundle(build(destination=drive, zipped=ZIP).path).valid


def test_a_drive_that_takes_no_larger_file(build: Build, destination: Path) -> None:
    with faults.file_size_limit(2_000_000), pytest.raises(DriveFault) as caught:
        build(zipped=ZIP)
    assert caught.value.reason == "full"
    assert not list(destination.iterdir())


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.DOCUMENTS, Stage.READ_BACK])
def test_a_stick_pulled_out_meanwhile(build: Build, tmp_path: Path, stage: Stage) -> None:
    """The system itself says nothing: what is open goes on, what is opened anew lands under the mount point."""
    mount_point = tmp_path / "stik usb"
    with faults.small_drive(mount_point, "20m") as drive:
        pulled = False

        def pull(progress: Progress) -> None:
            nonlocal pulled
            if progress.stage is stage and not pulled:
                faults.pull_out(drive)
                pulled = True

        with pytest.raises((DriveGone, DriveFault)):
            build(destination=drive, report=pull, zipped=ZIP)
        assert pulled
        assert not [path for path in mount_point.iterdir() if ".zip" in path.name]


def test_two_writers_at_once(build: Build, destination: Path) -> None:
    with FileLock(destination / f".{NAME}.lock"), pytest.raises(BundleBusy):
        build(zipped=ZIP)


@pytest.mark.parametrize("zipped", [ZIP, Zipped(4_000_000)])
def test_a_cancel_at_any_moment_leaves_nothing(
    build: Build, destination: Path, tmp_path: Path, zipped: Zipped
) -> None:
    moments: list[Progress] = []
    build(destination=made(tmp_path / "utuh"), report=moments.append, zipped=zipped)
    for stop_at in range(0, len(moments) - 1, 4):
        seen, token = 0, CancelToken()

        def count(_progress: Progress, token: CancelToken = token, stop_at: int = stop_at) -> None:
            nonlocal seen
            if seen == stop_at:
                token.cancel()
            seen += 1

        with pytest.raises(Cancelled):
            build(report=count, cancel=token, zipped=zipped)
        assert not list(destination.iterdir())


_DIES = """
import os, signal, sys
from pathlib import Path
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest, Zipped
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import open_workspace
root, destination, folder = map(Path, sys.argv[1:4])
resources, stop_at = Resources(folder), int(sys.argv[4])
seen = 0
def report(progress):
    global seen
    if seen == stop_at:
        os.kill(os.getpid(), signal.SIGKILL)
    seen += 1
request = BundleRequest(destination, load_layout("lke", resources.layouts), zipped=Zipped())
build_bundle(open_workspace(root, read_only=True), request, resources, report, CancelToken())
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not known there")
@pytest.mark.parametrize("stop_at", [4, 7, 12, 18])
def test_a_kill_leaves_nothing_under_the_final_name(
    build: Build, workspace: Workspace, destination: Path, resources: Resources, stop_at: int
) -> None:
    command = [sys.executable, "-c", _DIES, workspace.paths.root, destination, resources.root, str(stop_at)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    left = {path.name for path in destination.iterdir()} - {f".{NAME}.lock"}
    assert left == {_UNFINISHED}
    assert verify_bundle(build(zipped=ZIP).path).valid
    assert [path.name for path in destination.iterdir()] == [_FINAL]


def test_missing_originals_are_named_at_once_or_left_out_and_named(
    build: Build, workspace: Workspace, destination: Path, tmp_path: Path
) -> None:
    (gone,) = workspace.evidence.by_question()["A.I.1.i.b"]
    workspace.store.path_of(gone.file.sha256).unlink()
    assert obstacles(build, zipped=ZIP) == [OriginalMissing]
    assert not list(destination.iterdir())

    result = build(zipped=ZIP, allow_missing=True)

    assert [item.question_code for item in result.omitted] == ["A.I.1.i.a", "A.I.1.i.b"]
    assert result.files == 5
    assert verify_bundle(result.path).valid


def test_an_altered_original_stops_the_zip_or_is_left_out(
    build: Build, workspace: Workspace, destination: Path
) -> None:
    victim = max(originals(workspace), key=lambda path: path.stat().st_size)
    data = bytearray(victim.read_bytes())
    for change in (lambda: data.__setitem__(0, data[0] ^ 1), lambda: data.extend(b"lebih panjang")):
        change()
        victim.write_bytes(data)
        with pytest.raises((OriginalAltered, PreflightFailed)):  # of another size: seen before
            build(zipped=ZIP)
        assert not list(destination.iterdir())
    result = build(zipped=ZIP, allow_missing=True)
    assert [item.original_name for item in result.omitted] == ["Notula rapat 5.txt"]
    assert verify_bundle(result.path).valid


def test_read_back_finds_a_byte_that_changed_on_the_way(
    build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = recipe.read_back

    def on_a_bad_stick(staging, report, cancel):  # type: ignore[no-untyped-def]
        (path,) = staging.parts
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(data)
        real(staging, report, cancel)

    monkeypatch.setattr(recipe, "read_back", on_a_bad_stick)
    with pytest.raises(ReadBackFailed) as caught:
        build(zipped=ZIP)
    assert len(caught.value.faults) == 1
    assert not list(destination.iterdir())


def test_nothing_stays_in_the_temporary_folder(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, destination: Path
) -> None:
    scratch = made(tmp_path / "sementara")
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    build(zipped=ZIP)
    (destination / _FINAL).unlink()
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        build(zipped=ZIP, cancel=token)
    assert not list(scratch.iterdir())
