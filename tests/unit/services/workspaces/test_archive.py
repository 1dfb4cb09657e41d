"""Backup files: what goes in comes out again, and nothing foreign gets in."""

import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from tests import faults, flushes
from zidesk.domain.errors import BackupInvalid, Cancelled, StorageFault, TargetExists, WorkspaceExists
from zidesk.domain.progress import CancelToken
from zidesk.services.workspaces.archive import back_up, restore
from zidesk.services.workspaces.health import examine
from zidesk.storage.unfinished import unfinished_beside
from zidesk.storage.workspace import Workspace, open_workspace


@pytest.fixture
def backup(workspace: Workspace, tmp_path: Path) -> Path:
    return back_up(workspace, tmp_path / "cadangan.zip").path


def rewritten(backup: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    """A copy of a backup with some members replaced, added, or (None) left out."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, data in change.items():
            if data is not None:
                new.writestr(name, data)
    return target


def test_a_restored_workspace_is_the_same(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    result = restore(backup, tmp_path / "pulih")

    assert result.files == 6
    restored = open_workspace(tmp_path / "pulih", clock=workspace.clock)
    assert restored.assessment() == workspace.assessment()
    assert examine(restored).faults == ()
    restored.close()


def test_what_is_restored_is_on_the_device_before_it_has_its_name(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = flushes.watch(monkeypatch)
    root = restore(backup, tmp_path / "pulih").path
    assert done[-2:] == [("named", root), ("flushed", tmp_path)]
    flushed = {path.name for _, path in done[:-2]}
    assert flushed >= {path.name for path in root.rglob("*")}
    assert any(name.startswith(".pulih.") and name.endswith(".belum-selesai") for name in flushed)


def test_photos_and_papers_are_stored_unpacked(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        kinds = {entry.filename.startswith("bukti/"): entry.compress_type for entry in archive.infolist()}
    assert kinds == {True: zipfile.ZIP_STORED, False: zipfile.ZIP_DEFLATED}


def test_a_backup_is_never_written_over(workspace: Workspace, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(TargetExists):
        back_up(workspace, backup)
    assert backup.read_bytes() == before


def test_missing_originals_are_told(workspace: Workspace, tmp_path: Path) -> None:
    next(path for _, path in workspace.store.contents()).unlink()
    result = back_up(workspace, tmp_path / "c.zip")
    assert (result.files, len(result.missing)) == (5, 1)


def test_a_cancelled_backup_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    token = CancelToken()
    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        back_up(workspace, tmp_path / "c.zip", lambda _progress: token.cancel(), token)
    assert set(tmp_path.iterdir()) == before


def test_a_full_drive_leaves_no_half_backup(workspace: Workspace, tmp_path: Path) -> None:
    with faults.small_drive(tmp_path / "kecil", "1m") as drive:
        with pytest.raises(StorageFault) as caught:
            back_up(workspace, drive / "c.zip")
        assert caught.value.reason == "full"
        assert not list(drive.iterdir())


def test_an_existing_folder_is_not_restored_over(workspace: Workspace, backup: Path) -> None:
    with pytest.raises(WorkspaceExists):
        restore(backup, workspace.paths.root)


@pytest.mark.parametrize("name", ["../luar.txt", "/luar.txt", "bukti/../../luar", "bukti/ab/x", "lain.txt"])
def test_foreign_names_are_refused(backup: Path, tmp_path: Path, name: str) -> None:
    hostile = rewritten(backup, tmp_path / "jahat.zip", {name: b"x"})
    _refused(hostile, tmp_path)


def test_an_altered_original_is_refused(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        name = next(name for name in archive.namelist() if name.startswith("bukti/"))
    _refused(rewritten(backup, tmp_path / "ubah.zip", {name: b"lain"}), tmp_path)


def test_a_damaged_database_is_refused(backup: Path, tmp_path: Path) -> None:
    _refused(
        rewritten(backup, tmp_path / "rusak.zip", {"zidesk.db": b"SQLite format 3\0" + b"?" * 5000}), tmp_path
    )
    _refused(rewritten(backup, tmp_path / "tanpa.zip", {"zidesk.db": None}), tmp_path)


def test_any_cut_of_a_backup_is_refused(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    for part in (0, 10, len(data) // 2, len(data) - 1):
        cut = tmp_path / "potong.zip"
        cut.write_bytes(data[:part])
        _refused(cut, tmp_path)


def _refused(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupInvalid):
        restore(backup, tmp_path / "pulih")
    assert not list(tmp_path.glob("*pulih*"))
    assert not (tmp_path.parent / "luar.txt").exists()


def test_what_others_named_like_unfinished_work_is_left_alone(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    """A stick may hold an unfinished bundle, or a file of that name, that is not this work's own."""
    theirs = tmp_path / "pulih.belum-selesai"
    theirs.mkdir()
    (theirs / "foto.jpg").write_bytes(b"milik orang lain")
    file = tmp_path / "kedua.zip.belum-selesai"
    file.write_bytes(b"milik orang lain")

    restore(backup, tmp_path / "pulih")
    back_up(workspace, tmp_path / "kedua.zip")

    assert (theirs / "foto.jpg").read_bytes() == b"milik orang lain"
    assert file.read_bytes() == b"milik orang lain"


def test_a_damaged_original_does_not_spoil_the_backup(workspace: Workspace, tmp_path: Path) -> None:
    path = next(path for _, path in workspace.store.contents())
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    result = back_up(workspace, tmp_path / "c.zip")
    assert (result.files, len(result.missing)) == (5, 1)
    assert restore(tmp_path / "c.zip", tmp_path / "pulih").files == 5


def test_what_a_killed_backup_and_a_killed_restore_left_goes(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    (tmp_path / ".lain.zip.belum-selesai").write_bytes(b"separuh")
    (tmp_path / ".lain.zip.belum-selesai.db.baru").write_bytes(b"separuh")
    (tmp_path / ".pulih.belum-selesai" / "bukti").mkdir(parents=True)
    back_up(workspace, tmp_path / "lain.zip")
    restore(backup, tmp_path / "pulih")
    assert not list(tmp_path.glob(".*"))


def test_a_backup_somebody_else_is_making_is_left_to_him(workspace: Workspace, tmp_path: Path) -> None:
    with FileLock(tmp_path / ".c.zip.lock"), pytest.raises(StorageFault) as caught:
        back_up(workspace, tmp_path / "c.zip")
    assert caught.value.reason == "busy"
    assert not (tmp_path / "c.zip").exists()


def test_a_stick_pulled_out_while_backing_up(workspace: Workspace, tmp_path: Path) -> None:
    """The empty mount point takes the file without a complaint."""
    with faults.small_drive(tmp_path / "stik", "20m") as drive:
        with pytest.raises(StorageFault) as caught, unfinished_beside(drive / "c.zip") as unfinished:
            faults.pull_out(drive)
            unfinished.path.write_bytes(b"di tempat lain")
            unfinished.settle()
        assert caught.value.reason == "vanished"
        assert not list(drive.iterdir())
