"""Another workspace in place of the open one: nothing begun for the old one reaches the new one, or is lost."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.conftest import Desk, MakeDesk
from zidesk.services.ingest import adding
from zidesk.ui.page_keys import ASSESSMENT, OVERVIEW, START

CODE, NUMBERS = "A.I.1.iii.b", "A.II.5.ii.a"
Paper = Callable[[str], Path]


@pytest.fixture
def other(tmp_path: Path, filled_template: Path) -> Path:
    root = tmp_path / "lain"
    shutil.copytree(filled_template, root)
    return root


def opened(desk: Desk) -> Path | None:
    current = desk.window.session.current
    return None if current is None else current.root


def page(desk: Desk) -> str:
    return desk.window.at


def test_files_dropped_while_another_workspace_opens_belong_to_the_old_one(
    desk: Desk, other: Path, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), adding.store_file

    def held(*given: object) -> object:
        go_on.wait(20)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "store_file", held)
    desk.show(CODE)
    desk.window.open(other)
    desk.attach([paper("satu.pdf"), paper("dua.pdf")])
    desk.qtbot.waitUntil(lambda: desk.window.session._arrived is not None)
    QTest.qWait(50)
    assert opened(desk) == desk.root, "it waits for the files"
    go_on.set()
    desk.qtbot.waitUntil(lambda: opened(desk) == other, timeout=20_000)
    desk.settle()
    assert desk.stored().evidence[CODE] == ["satu", "dua"]
    assert desk.window.editing.stack.words == ("", "")
    assert not desk.window.assessment.evidence.list.uses


def test_a_dialog_about_the_old_one_keeps_it_open(desk: Desk, other: Path, paper: Paper) -> None:
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    desk.window.open(other)
    desk.window.bin.show()
    dialog = desk.window.bin.dialog
    assert dialog is not None
    desk.settle()
    QTest.qWait(300)
    assert opened(desk) == desk.root and dialog.isVisible()
    dialog.close()
    desk.qtbot.waitUntil(lambda: opened(desk) == other)
    desk.settle()


@pytest.mark.qt_log_ignore("does not support raise|propagateSizeHints")
def test_a_second_start_does_not_change_the_workspace_under_a_dialog(desk: Desk, other: Path) -> None:
    desk.window.desk.ask_school_data()
    desk.window.come_forward(str(other))
    desk.settle()
    assert opened(desk) == desk.root
    assert "jendela kecil" in desk.window.strip.text.text()
    assert desk.window.desk.dialog is not None
    desk.window.desk.dialog.close()
    desk.window.come_forward(str(other))
    desk.qtbot.waitUntil(lambda: opened(desk) == other)
    desk.settle()


@pytest.mark.parametrize("leave", ["open", "close"])
@pytest.mark.parametrize("answer", [True, False])
def test_what_is_half_typed_is_not_left_without_a_question(
    desk: Desk, other: Path, monkeypatch: pytest.MonkeyPatch, leave: str, answer: bool
) -> None:
    asked: list[str] = []

    def ask(text: str, *_words: str) -> bool:
        asked.append(text)
        return answer

    monkeypatch.setattr(desk.window.messenger, "ask", ask)
    desk.show(NUMBERS)
    form = desk.window.assessment.question.numbers
    form.fields["proses"].clear()
    QTest.keyClicks(form.fields["harus"], "5")
    if leave == "open":
        desk.window.open(other)
    else:
        desk.window.menu.action("workspace.close").trigger()
    desk.settle()
    assert len(asked) == 1 and NUMBERS in asked[0]
    wanted = (other if leave == "open" else None) if answer else desk.root
    assert opened(desk) == wanted
    if not answer:
        assert form.fields["harus"].text().endswith("5")
        assert not (other / "zidesk.lock.json").exists(), "the other one is let go of"


def test_a_note_typed_just_before_goes_with_the_old_one(desk: Desk, other: Path) -> None:
    desk.show(CODE)
    desk.window.assessment.question.note.setPlainText("Sesaat sebelum yang lain dibuka.")
    desk.window.open(other)
    desk.settle()
    assert opened(desk) == other
    assert desk.stored().notes[CODE] == "Sesaat sebelum yang lain dibuka."


def test_the_open_one_is_known_by_any_path(desk: Desk, tmp_path: Path) -> None:
    link = tmp_path / "pintasan"
    link.symlink_to(desk.root)
    for path in (desk.root / "zidesk.db", link, link / "zidesk.db"):
        desk.window.show_page(OVERVIEW)
        desk.window.open(path)
        desk.settle()
        assert page(desk) == ASSESSMENT and opened(desk) == desk.root


def test_what_was_only_read_can_be_opened_for_writing(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.open(read_only=True)
    assert not desk.window.editing.writable
    desk.open()
    assert desk.window.editing.writable and not desk.window.banner.isVisible()


def test_an_ordinary_folder_does_not_take_the_page_away(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "foto"
    folder.mkdir()
    desk.window.show_page(OVERVIEW)
    assert desk.drop(desk.window, [folder])
    desk.settle()
    assert page(desk) == OVERVIEW and opened(desk) == desk.root
    assert str(folder) in desk.window.strip.text.text()
    desk.window.show_page(START)
    assert desk.drop(desk.window, [folder])
    desk.settle()
    assert page(desk) == START and desk.window.start.problem.isVisible()
