"""Saving answers one by one and from tables."""

from pathlib import Path

import pytest

from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import ImportRejected, UnknownOption, UnknownQuestion, WorkspaceReadOnly
from zidesk.services.answers.answering import answer_question, import_answers
from zidesk.storage.workspace import Workspace, open_workspace


def test_a_short_code_and_a_note(empty_workspace: Workspace) -> None:
    change = answer_question(empty_workspace, "1.i.a", " ya ", "SK sudah ada", "Rina")
    assert change is not None
    assert (change.code, change.new, change.changed_by) == (
        "A.I.1.i.a",
        Answer(Chosen("Ya"), "SK sudah ada"),
        "Rina",
    )


def test_without_a_note_the_note_stays_and_clearing_keeps_it(empty_workspace: Workspace) -> None:
    answer_question(empty_workspace, "1.i.a", "Ya", "catatan", "Rina")
    answer_question(empty_workspace, "1.i.a", "", None, "Budi")
    assert empty_workspace.answers.all()["A.I.1.i.a"] == Answer(None, "catatan")
    history = empty_workspace.answers.history("A.I.1.i.a")
    assert [(line.changed_by, str(line.old.value), str(line.new.value)) for line in history] == [
        ("Rina", "None", "Ya"),
        ("Budi", "Ya", "None"),
    ]


def test_the_same_answer_again_is_no_change(empty_workspace: Workspace) -> None:
    answer_question(empty_workspace, "1.i.a", "Ya", None, "Rina")
    assert answer_question(empty_workspace, "1.i.a", "ya", None, "Rina") is None


def test_a_refused_answer_changes_nothing(empty_workspace: Workspace) -> None:
    with pytest.raises(UnknownOption):
        answer_question(empty_workspace, "1.i.a", "B", None, "Rina")
    with pytest.raises(UnknownQuestion):
        answer_question(empty_workspace, "7.i.a", "Ya", None, "Rina")
    assert empty_workspace.answers.all() == {}


def test_a_table_is_saved_whole(empty_workspace: Workspace, test_data: Path) -> None:
    changes = import_answers(empty_workspace, test_data / "contoh-jawaban.csv", "Rina")
    assert len(changes) == 113
    assert round(float(empty_workspace.assessment().scores.total.score), 2) == 79.56


def test_a_table_with_bad_rows_saves_nothing_and_names_each(empty_workspace: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "jawaban.csv"
    table.write_text("kode,jawaban,catatan\n1.i.a,Ya,\n1.i.b,Z,\n9.z,Ya,\nB.I.a,5,\n1.i.a,Tidak,\n")
    with pytest.raises(ImportRejected) as caught:
        import_answers(empty_workspace, table, "Rina")
    assert [row.line for row in caught.value.rows] == [3, 4, 5, 6]
    assert empty_workspace.answers.all() == {}
    assert empty_workspace.answers.history("A.I.1.i.a") == ()


def test_nothing_is_changed_read_only(empty_workspace: Workspace) -> None:
    reader = open_workspace(empty_workspace.paths.root, read_only=True)
    with pytest.raises(WorkspaceReadOnly):
        answer_question(reader, "1.i.a", "Ya", None, "Rina")
    reader.close()
