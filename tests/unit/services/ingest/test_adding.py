"""Attaching: every file is taken or refused by itself, and each says what became of it."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from tests import faults
from zidesk.domain.errors import (
    FileEmpty,
    FileNotRegular,
    FileVanished,
    StorageFault,
    UnknownQuestion,
)
from zidesk.domain.evidence import FileState
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.services.workspaces.health import examine
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def test_facts_are_kept_with_each_use(empty_workspace: Workspace, papers: list[Path]) -> None:
    caption = Caption("SK Tim", "421.3/12/2026", date(2026, 1, 12), "asli di lemari 2")
    add_files(empty_workspace, ["1.i.a"], papers[:1], caption)
    (use,) = empty_workspace.evidence.by_question()["A.I.1.i.a"]
    assert (use.title, use.number, use.dated, use.note) == (
        "SK Tim",
        "421.3/12/2026",
        date(2026, 1, 12),
        "asli di lemari 2",
    )
    assert use.original_name == "Notula rapat 0.txt"
    assert use.file.sha256 == hashlib.sha256(papers[0].read_bytes()).hexdigest()


def test_without_a_title_the_name_speaks(empty_workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "SK_Tim_ZI__2026.final.pdf"
    path.write_text("x")
    add_files(empty_workspace, ["1.i.a"], [path])
    (use,) = empty_workspace.evidence.by_question()["A.I.1.i.a"]
    assert use.title == "SK Tim ZI 2026.final"


def test_one_file_serves_many_questions_and_is_kept_once(empty_workspace: Workspace, papers: list[Path]) -> None:
    result = add_files(empty_workspace, ["1.i.a", "2.i.a", "B.I.a"], papers[:1])
    counts = empty_workspace.assessment().counts
    assert (result.added, counts.evidence, counts.files) == (3, 3, 1)


def test_the_same_content_under_another_name_is_not_doubled(
    empty_workspace: Workspace, papers: list[Path], tmp_path: Path
) -> None:
    copy = tmp_path / "salinan.txt"
    copy.write_bytes(papers[0].read_bytes())
    result = add_files(empty_workspace, ["1.i.a"], [papers[0], copy])
    assert (result.added, result.already) == (1, ("salinan.txt",))


def test_refusals_do_not_stop_the_others(empty_workspace: Workspace, papers: list[Path], tmp_path: Path) -> None:
    empty = tmp_path / "kosong.pdf"
    empty.touch()
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    sources = [papers[0], empty, tmp_path / "hilang.pdf", pipe, papers[1]]

    result = add_files(empty_workspace, ["1.i.a"], sources)

    assert result.added == 2
    assert [(type(refusal), refusal.path) for refusal in result.refused] == [
        (FileEmpty, empty),
        (FileVanished, tmp_path / "hilang.pdf"),
        (FileNotRegular, pipe),
    ]
    assert examine(empty_workspace).faults == ()


def test_damaged_and_locked_files_are_kept_and_told(
    empty_workspace: Workspace, test_data: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    result = add_files(empty_workspace, ["1.i.a"], [broken])
    assert [use.file.inspection.state for use in result.flawed] == [FileState.DAMAGED]
    assert result.added == 1


def test_an_unknown_question_is_refused_before_anything_is_copied(
    empty_workspace: Workspace, papers: list[Path]
) -> None:
    with pytest.raises(UnknownQuestion):
        add_files(empty_workspace, ["1.i.a", "9.z"], papers)
    assert list(empty_workspace.store.contents()) == []


def test_a_cancel_keeps_what_was_attached_and_nothing_half(empty_workspace: Workspace, papers: list[Path]) -> None:
    token = CancelToken()
    result = add_files(
        empty_workspace,
        ["1.i.a"],
        papers,
        report=lambda progress: token.cancel() if progress.done == 3 else None,
        cancel=token,
    )
    assert (result.added, result.cancelled) == (3, True)
    assert len(empty_workspace.evidence.by_question()["A.I.1.i.a"]) == 3
    assert examine(empty_workspace).faults == ()


def test_a_full_drive_keeps_what_was_attached_before(
    tmp_path: Path, profile_file: Path, resources: Resources, papers: list[Path]
) -> None:
    with faults.small_drive(tmp_path / "kecil", "4m") as drive:
        workspace = create_from_profile(drive / "kerja", profile_file, Wishes(), resources)
        sources = [*papers[:2], papers[5], papers[3]]
        faults.fill(drive, leaving=1_500_000)
        with pytest.raises(StorageFault) as caught:
            add_files(workspace, ["1.i.a"], sources)
        assert caught.value.reason == "full"
        (drive / "penuh").unlink()
        assert workspace.assessment().counts.evidence == 2
        assert examine(workspace).faults == ()
        workspace.close()
