"""What can go wrong while a bundle is made: nothing lost, nothing half called whole."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from tests import faults
from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from zidesk.domain.errors import (
    BundleBusy,
    BundleExists,
    Cancelled,
    DestinationInsideWorkspace,
    DestinationMissing,
    DestinationNotWritable,
    DriveFault,
    DriveGone,
    FileTooLarge,
    NotEnoughSpace,
    NothingToUpdate,
    OriginalAltered,
    OriginalMissing,
    PreflightFailed,
    ReadBackFailed,
)
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.services.bundle import preflight, staging
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.verify import verify_bundle
from zidesk.storage.drives import Drive
from zidesk.storage.workspace import Workspace

_NAME = "ZI-2026-99900001-SMAN-1-KAB-CONTOH"


def obstacles(build: Build, **wishes: object) -> list[type]:
    with pytest.raises(PreflightFailed) as caught:
        build(**wishes)
    return [type(obstacle) for obstacle in caught.value.obstacles]


def originals(workspace: Workspace) -> list[Path]:
    return [path for _, path in workspace.store.contents()]


def test_a_destination_inside_the_workspace(build: Build, workspace: Workspace) -> None:
    assert obstacles(build, destination=workspace.paths.root / "paket") == [DestinationInsideWorkspace]
    assert obstacles(build, destination=workspace.paths.root) == [DestinationInsideWorkspace]


def test_a_destination_that_is_not_there(build: Build, destination: Path) -> None:
    assert obstacles(build, destination=destination / "a" / "b") == [DestinationMissing]
    (destination / "berkas").write_text("x")
    assert obstacles(build, destination=destination / "berkas") == [DestinationMissing]


def test_a_bundle_that_exists_is_not_touched(build: Build) -> None:
    before = contents(build().path)
    assert obstacles(build) == [BundleExists]
    assert contents(build(update=True).path) == before


def test_nothing_to_update(build: Build) -> None:
    assert obstacles(build, update=True) == [NothingToUpdate]


def test_every_missing_original_is_named_at_once(build: Build, workspace: Workspace, destination: Path) -> None:
    originals(workspace)[0].unlink()
    originals(workspace)[0].unlink()
    assert obstacles(build) == [OriginalMissing, OriginalMissing]
    assert not list(destination.iterdir())


def test_all_obstacles_stand_together(build: Build, workspace: Workspace) -> None:
    build()
    originals(workspace)[0].unlink()
    assert obstacles(build) == [BundleExists, OriginalMissing]


def test_missing_originals_can_be_left_out_and_are_named(build: Build, workspace: Workspace) -> None:
    (gone,) = workspace.evidence.by_question()["A.I.1.i.b"]
    workspace.store.path_of(gone.file.sha256).unlink()

    result = build(allow_missing=True)

    assert [(item.question_code, item.original_name) for item in result.omitted] == [
        ("A.I.1.i.a", "Notula rapat 0.txt"),
        ("A.I.1.i.b", "Notula rapat 0.txt"),
    ]
    assert result.files == 5
    assert verify_bundle(result.path).valid
    assert (result.path / "bag-info.txt").read_text().count("ZI-Omitted: ") == 2
    assert "TIDAK LENGKAP: 2 berkas" in (result.path / "PERIKSA.txt").read_text("utf-8-sig")


def test_an_altered_original_stops_the_bundle(build: Build, workspace: Workspace, destination: Path) -> None:
    victim = max(originals(workspace), key=lambda path: path.stat().st_size)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)

    with pytest.raises(OriginalAltered) as caught:
        build()
    assert caught.value.name == "Notula rapat 5.txt"
    assert not (destination / _NAME).exists()
    assert len(build(allow_missing=True).omitted) == 1


def test_too_little_space_is_known_before_the_first_byte(build: Build, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "kecil", "3m") as drive:
        faults.fill(drive, leaving=2_000_000)
        assert obstacles(build, destination=drive) == [NotEnoughSpace]
        assert [path.name for path in drive.iterdir()] == ["penuh"]


def test_a_drive_that_fills_up_meanwhile(build: Build, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "kecil", "12m") as drive:

        def other_program(progress: Progress) -> None:
            if progress.stage is Stage.COPY and not (drive / "penuh").exists():
                faults.fill(drive)

        with pytest.raises(DriveFault) as caught:
            build(destination=drive, report=other_program)
        assert caught.value.reason == "full"
        assert not (drive / _NAME).exists()
        (drive / "penuh").unlink()
        assert verify_bundle(build(destination=drive).path).valid


def test_a_write_protected_drive(build: Build, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "terkunci", "20m") as drive, faults.write_protected(drive):
        assert obstacles(build, destination=drive) == [DestinationNotWritable]


def test_files_too_large_for_fat32_are_named(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    def stick(_path: Path) -> Drive:
        return Drive(Path("/"), "vfat", removable=True, network=False, free=10**12)

    monkeypatch.setattr(preflight, "drive_of", stick)
    monkeypatch.setattr("zidesk.storage.drives.drive.FAT_FILE_MAX", 1_000_000)
    assert obstacles(build) == [FileTooLarge]


def test_two_writers_at_once(build: Build, destination: Path) -> None:
    with FileLock(destination / f".{_NAME}.lock"), pytest.raises(BundleBusy):
        build()


def test_a_cancel_at_any_moment_leaves_no_bundle_and_the_next_run_ends_it(
    build: Build, destination: Path, tmp_path: Path
) -> None:
    moments: list[Progress] = []
    wanted = contents(build(destination=_made(tmp_path / "utuh"), report=moments.append).path)
    for stop_at in range(0, len(moments), 3):  # every stage is met; each build takes half a second
        seen = 0
        token = CancelToken()

        def count(_progress: Progress, token: CancelToken = token, stop_at: int = stop_at) -> None:
            nonlocal seen
            if seen == stop_at:
                token.cancel()
            seen += 1

        try:
            build(report=count, cancel=token)
        except Cancelled:
            assert [path.name for path in destination.iterdir()] == [f"{_NAME}.belum-selesai"]
            assert not verify_bundle(destination / f"{_NAME}.belum-selesai").valid
            build()
        assert contents(destination / _NAME) == wanted
        _forget(destination)


def test_a_second_run_keeps_what_is_right_and_mends_what_is_not(build: Build, destination: Path) -> None:
    complete = contents(build().path)
    unfinished = (destination / _NAME).rename(destination / f"{_NAME}.belum-selesai")
    payload = sorted(path for path in (unfinished / "data").rglob("*") if path.is_file())
    payload[0].unlink()
    payload[1].write_bytes(b"?" * payload[1].stat().st_size)
    payload[2].write_bytes(payload[2].read_bytes()[:-1])
    (unfinished / "data" / "sisa.txt").write_text("dari jalan sebelumnya")

    result = build()

    assert result.reused == 4
    assert contents(result.path) == complete


def test_an_update_writes_only_what_changed_and_equals_a_fresh_bundle(
    build: Build, workspace: Workspace, papers: list[Path], tmp_path: Path
) -> None:
    from zidesk.services.ingest.adding import add_files

    path = build().path
    kept = {file: file.stat().st_ino for file in (path / "data").rglob("*2.i.a-01*")}
    first = workspace.evidence.by_question()["A.I.1.i.a"][1]
    perform(workspace, RemoveUses((first.id,)))
    papers[0].write_text("berkas baru")
    add_files(workspace, ["3.i.a"], papers[:1])

    updated = build(update=True)

    assert updated.reused == 5
    assert {file: file.stat().st_ino for file in kept} == kept
    assert contents(updated.path) == contents(build(destination=_made(tmp_path / "baru")).path)


def test_an_interrupted_update_is_visibly_unfinished(build: Build, destination: Path) -> None:
    build()
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        build(update=True, cancel=token)
    assert [path.name for path in destination.iterdir()] == [f"{_NAME}.belum-selesai"]
    assert build(update=True).files == 7


def test_originals_are_only_read(build: Build, workspace: Workspace) -> None:
    def state() -> dict[Path, tuple[str, int, int]]:
        return {
            path: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, path.stat().st_mode)
            for path in originals(workspace)
        }

    before = state()
    build()
    assert state() == before


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _forget(destination: Path) -> None:
    import shutil

    for path in destination.iterdir():
        shutil.rmtree(path)


def test_an_update_that_failed_the_check_is_mended_by_the_next(build: Build, destination: Path) -> None:
    """A stick spoilt a file, its size unchanged: it must not be trusted for ever."""
    built = build().path
    victim = next(built.glob("data/**/*Notula rapat 5.txt"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    with pytest.raises(ReadBackFailed):
        build(update=True)
    assert [path.name for path in destination.iterdir()] == [f"{_NAME}.belum-selesai"]
    assert verify_bundle(build(update=True).path).valid


def test_a_stick_pulled_out_just_before_the_folder_is_made(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty mount point takes everything without a complaint; only the device tells."""
    mount_point = tmp_path / "stik usb"
    with faults.small_drive(mount_point, "20m") as drive:
        real = staging.one_at_a_time

        @contextmanager
        def pulled(lock_file: Path) -> Iterator[None]:
            with real(lock_file):
                faults.pull_out(drive)
                yield

        monkeypatch.setattr(staging, "one_at_a_time", pulled)
        with pytest.raises(DriveGone):
            build(destination=drive)
        assert not list(mount_point.iterdir())
