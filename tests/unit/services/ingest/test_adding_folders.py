"""Folders, the inbox, expected documents, pasted pictures, and another file for a use."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.errors import FileEmpty, FolderEmpty, FolderTooLarge, UnknownDocument
from zidesk.domain.evidence import FileKind
from zidesk.domain.progress import CancelToken
from zidesk.services.changes.kinds import AddUses
from zidesk.services.changes.performing import perform
from zidesk.services.ingest import folders
from zidesk.services.ingest.adding import add_files
from zidesk.services.ingest.pasting import add_picture
from zidesk.services.ingest.replacing import replace_file
from zidesk.services.workspaces.health import examine
from zidesk.storage.workspace import Workspace

CODE = "A.I.1.i.a"


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def names(workspace: Workspace) -> list[str]:
    return [use.original_name for use in workspace.assessment().inbox]


def test_a_folder_is_walked_in_the_order_of_people(empty_workspace: Workspace, tmp_path: Path) -> None:
    bundle = made(
        tmp_path / "b", "foto 10.jpg", "foto 2.jpg", "Foto 1.jpg", "dalam/9.txt", "dalam/10.txt", "01.txt"
    )
    result = add_files(empty_workspace, [], [bundle])
    wanted = ["01.txt", "9.txt", "10.txt", "Foto 1.jpg", "foto 2.jpg", "foto 10.jpg"]
    assert names(empty_workspace) == wanted
    assert [use.original_name for use in result.added_uses] == wanted
    assert empty_workspace.assessment().evidence == {}


def test_system_files_and_links_are_skipped_and_told(empty_workspace: Workspace, tmp_path: Path) -> None:
    system = ("Thumbs.db", ".DS_Store", "desktop.ini", "~$surat.docx", ".git/config")
    folder = made(tmp_path / "b", "surat.docx", *system)
    made(tmp_path / "luar", "rahasia.txt")
    (folder / "pintasan").symlink_to(tmp_path / "luar")
    (folder / "pintasan.txt").symlink_to(tmp_path / "luar" / "rahasia.txt")
    (folder / "putaran").symlink_to(folder)
    result = add_files(empty_workspace, [], [folder])
    assert names(empty_workspace) == ["surat.docx"]
    assert set(result.skipped) == {*system[:4], ".git", "pintasan", "pintasan.txt", "putaran"}
    # one that is named itself is meant
    assert add_files(empty_workspace, [], [folder / "Thumbs.db"]).added == 1


def test_the_workspace_does_not_swallow_itself(workspace: Workspace) -> None:
    made(workspace.paths.root.parent / "sekolah", "a.txt")
    add_files(workspace, [], [workspace.paths.root.parent])
    assert "zidesk.db" not in names(workspace)
    assert "a.txt" in names(workspace)
    (refused,) = add_files(workspace, [], [workspace.paths.originals]).refused
    assert isinstance(refused, FolderEmpty)


def test_a_folder_with_nothing_or_too_much_is_refused_alone(
    empty_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "LARGEST_FOLDER", 3)
    large = made(tmp_path / "besar", *(f"{number}.txt" for number in range(4)))
    small = made(tmp_path / "kecil", "a.txt", "b/c.txt", "d.txt")
    empty = tmp_path / "kosong"
    empty.mkdir()
    result = add_files(empty_workspace, [], [large, small, empty])
    assert [type(refusal) for refusal in result.refused] == [FolderTooLarge, FolderEmpty]
    assert names(empty_workspace) == ["a.txt", "c.txt", "d.txt"]


def test_a_cancel_within_the_walk_adds_nothing(empty_workspace: Workspace, tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    result = add_files(empty_workspace, [], [made(tmp_path / "b", "a.txt")], cancel=token)
    assert (result.added, result.cancelled) == (0, True)


def test_a_document_is_ticked_at_once(empty_workspace: Workspace, papers: list[Path]) -> None:
    name = empty_workspace.instrument.question(CODE).documents[0].name
    add_files(empty_workspace, [CODE], papers[:1], fulfils=name)
    assert [use.fulfils for use in empty_workspace.evidence.by_question()[CODE]] == [{name}]
    for codes in ([CODE, "B.I.a"], []):  # another question does not expect it, and the inbox expects nothing
        with pytest.raises(UnknownDocument):
            add_files(empty_workspace, codes, papers[1:2], fulfils=name)
    assert empty_workspace.assessment().counts.evidence == 1


def test_what_was_there_already_is_named_with_its_use(empty_workspace: Workspace, papers: list[Path]) -> None:
    (there,) = add_files(empty_workspace, [CODE], papers[:1]).added_uses
    again = add_files(empty_workspace, [CODE], papers[:2])
    assert (again.already, again.already_ids, again.added) == ((papers[0].name,), (there.id,), 1)


def test_an_attach_is_undone(empty_workspace: Workspace, papers: list[Path]) -> None:
    result = add_files(empty_workspace, [CODE, "B.I.a"], papers)
    done = perform(empty_workspace, AddUses(tuple(use.id for use in result.added_uses)))
    perform(empty_workspace, done.inverse)
    assert empty_workspace.assessment().evidence == {}
    assert examine(empty_workspace).faults == ()


def test_a_pasted_picture(empty_workspace: Workspace, resources_root: Path) -> None:
    png = (resources_root / "demo" / "logo.png").read_bytes()
    add_picture(empty_workspace, [CODE], png)
    (use,) = empty_workspace.evidence.by_question()[CODE]
    assert use.title == "Tangkapan layar 2 Maret 2026 01.30"
    assert use.original_name == "Tangkapan layar 2 Maret 2026 01.30.png"
    assert use.file.inspection.kind is FileKind.IMAGE
    assert empty_workspace.store.path_of(use.file.sha256).read_bytes() == png
    add_picture(empty_workspace, [], png, "Grup WA: /rapat\\")
    (waiting,) = empty_workspace.assessment().inbox
    assert waiting.title == "Grup WA: /rapat\\"


def test_another_file_for_a_use(workspace: Workspace, tmp_path: Path, fixed_clock: Callable[[], datetime]) -> None:
    former = workspace.evidence.by_question()[CODE][1]
    newer = tmp_path / "pindaian baru.txt"
    newer.write_text("lebih tajam")
    done = replace_file(workspace, former.id, newer)
    now = workspace.evidence.by_question()[CODE][1]
    assert (now.title, now.original_name, now.added_at) == (former.title, newer.name, fixed_clock())
    assert workspace.store.path_of(now.file.sha256).read_text() == "lebih tajam"
    assert workspace.store.path_of(former.file.sha256).is_file()
    perform(workspace, done.inverse)
    assert workspace.evidence.by_question()[CODE][1] == former
    os.truncate(newer, 0)
    with pytest.raises(FileEmpty):
        replace_file(workspace, former.id, newer)
    assert workspace.evidence.by_question()[CODE][1] == former
