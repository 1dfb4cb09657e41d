"""Making a workspace: whole, or nothing left of it."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests import flushes
from tests.faults import fill, small_drive, write_protected
from zidesk.domain.errors import (
    FileEmpty,
    FileVanished,
    InstrumentInvalid,
    StorageFault,
    WorkspaceExists,
    ZideskError,
)
from zidesk.storage.clock import Clock
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.workspace import open_workspace


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_a_new_workspace_holds_what_it_was_made_from(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    workspace = create_workspace(tmp_path / "kerja", new, clock)
    try:
        assert not workspace.read_only
        assert workspace.facts.profile() == new.profile
        assert workspace.facts.instrument_text() == (new.instrument_name, new.instrument_text)
        assert [q.code for q in workspace.instrument.questions][:2] == ["A.I.1.i.a", "A.I.1.i.b"]
        assert workspace.answers.all() == {}
        assert workspace.evidence.by_question() == {}
        assert workspace.logo() is None
        workspace.require_writable()
    finally:
        workspace.close()


def test_its_names_are_on_the_device(
    tmp_path: Path, new: NewWorkspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "ZI" / "kerja"
    done = flushes.watch(monkeypatch)
    create_workspace(root, new, clock).close()
    assert done[:5] == [
        ("flushed", tmp_path),
        ("flushed", tmp_path / "ZI"),
        ("named", root / "zidesk.db"),
        ("flushed", root),
        ("flushed", root),  # now for the folder of the backups
    ]


def test_what_lies_in_the_folder(closed: Path) -> None:
    names = {path.name for path in closed.iterdir()}
    assert names == {"zidesk.db", "cadangan", "zidesk.lock"}


def test_a_moment_is_kept_with_its_zone(workspace_created_at: str) -> None:
    assert workspace_created_at == "2026-03-02T08:01:00+07:00"


@pytest.fixture
def workspace_created_at(tmp_path: Path, new: NewWorkspace, clock: Clock) -> str:
    workspace = create_workspace(tmp_path / "kerja", new, clock)
    workspace.close()
    return workspace.facts.changed_at().isoformat()


def test_an_existing_empty_folder_is_taken(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    create_workspace(tmp_path, new, clock).close()
    open_workspace(tmp_path, clock=clock).close()


def test_folders_above_it_are_made(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    create_workspace(tmp_path / "2026" / "ZI" / "kerja", new, clock).close()


@pytest.mark.parametrize("name", ["foto.jpg", ".tersembunyi", "zidesk.db"])
def test_a_folder_with_anything_in_it_is_refused(
    tmp_path: Path, new: NewWorkspace, clock: Clock, name: str
) -> None:
    (tmp_path / name).write_text("milik orang")
    with pytest.raises(WorkspaceExists) as refused:
        create_workspace(tmp_path, new, clock)
    assert refused.value.path == tmp_path
    assert everything_in(tmp_path) == [tmp_path / name]
    assert (tmp_path / name).read_text() == "milik orang"


def test_a_workspace_is_not_made_over_another(closed: Path, new: NewWorkspace, clock: Clock) -> None:
    before = (closed / "zidesk.db").read_bytes()
    with pytest.raises(WorkspaceExists):
        create_workspace(closed, new, clock)
    assert (closed / "zidesk.db").read_bytes() == before


def test_a_file_of_that_name_is_refused(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    (tmp_path / "kerja").write_text("berkas")
    with pytest.raises(WorkspaceExists):
        create_workspace(tmp_path / "kerja", new, clock)
    assert (tmp_path / "kerja").read_text() == "berkas"


def test_the_logo_is_kept_like_an_original(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG gambar")
    workspace = create_workspace(tmp_path / "kerja", replace(new, logo=logo), clock)
    try:
        logo.unlink()
        sha256 = hashlib.sha256(b"\x89PNG gambar").hexdigest()
        assert workspace.facts.profile().school.logo == sha256
        kept = workspace.logo()
        assert kept == workspace.store.path_of(sha256)
        assert kept is not None
        assert kept.read_bytes() == b"\x89PNG gambar"
        kept.unlink()
        assert workspace.logo() is None
    finally:
        workspace.close()


@pytest.mark.parametrize("folder", [".", "a", "a/b/c"])
def test_a_bad_sheet_leaves_nothing(tmp_path: Path, new: NewWorkspace, clock: Clock, folder: str) -> None:
    for text in ("{}", "bukan JSON", ""):
        with pytest.raises(InstrumentInvalid):
            create_workspace(tmp_path / folder, replace(new, instrument_text=text), clock)
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize("folder", ["ada", "kerja", "a/b/c"])
def test_a_bad_logo_leaves_nothing(tmp_path: Path, new: NewWorkspace, clock: Clock, folder: str) -> None:
    (tmp_path / "ada").mkdir()
    logo = tmp_path / "logo.png"
    with pytest.raises(FileVanished):
        create_workspace(tmp_path / folder, replace(new, logo=logo), clock)
    logo.touch()
    with pytest.raises(FileEmpty):
        create_workspace(tmp_path / folder, replace(new, logo=logo), clock)
    assert everything_in(tmp_path) == [tmp_path / "ada", logo]


def test_a_full_drive_leaves_nothing_wherever_it_ends(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    """Page by page: the drive is full at every step of the making, until it just suffices."""
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"x" * 5000)
    made = False
    steps = 0
    with small_drive(tmp_path / "stik", "4m") as drive:
        (drive / "ada").mkdir()
        for steps, pages in enumerate(range(0, 400, 4)):
            filler = fill(drive, leaving=pages * 4096)
            folder = drive / ("ada" if steps % 2 else "a/b")
            try:
                create_workspace(folder, replace(new, logo=logo), clock).close()
            except ZideskError as fault:
                assert isinstance(fault, StorageFault)
                assert fault.reason == "full", f"{pages} pages: {fault}"
                assert everything_in(drive) == [drive / "ada", filler], f"{pages} pages"
            else:
                made = True
                break
            filler.unlink()
        assert made
        assert steps > 5


@pytest.mark.parametrize("files", range(2, 9))
def test_no_room_for_names_leaves_nothing(tmp_path: Path, new: NewWorkspace, clock: Clock, files: int) -> None:
    with small_drive(tmp_path / "stik", "4m", files=files) as drive:
        with pytest.raises(StorageFault):
            create_workspace(drive / "a" / "kerja", new, clock)
        assert everything_in(drive) == []


def test_a_write_protected_drive(tmp_path: Path, new: NewWorkspace, clock: Clock) -> None:
    with small_drive(tmp_path / "stik", "4m") as drive, write_protected(drive):
        with pytest.raises(StorageFault) as fault:
            create_workspace(drive / "kerja", new, clock)
        assert fault.value.reason == "denied"
        with pytest.raises(StorageFault) as fault:
            create_workspace(drive, new, clock)
        assert fault.value.reason == "denied"
