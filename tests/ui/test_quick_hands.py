"""Two actions in quick succession, and *Urungkan* beside a sentence: always the change that is meant."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX
from zidesk.services.changes import performing
from zidesk.services.changes.kinds import SetAnswer, ShareUses
from zidesk.ui.page_keys import INBOX_PAGE

CODE, OTHER = "A.I.1.iii.b", "A.I.1.i.a"
CTRL = Qt.KeyboardModifier.ControlModifier
COPY = Qt.DropAction.CopyAction
Paper = Callable[[str], Path]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick that takes its time."""
    real = performing.perform

    def perform(*given: Any) -> Any:
        time.sleep(0.15)
        return real(*given)

    monkeypatch.setattr(performing, "perform", perform)


def inbox(desk: Desk) -> list[int]:
    assert desk.window.editing.assessment is not None
    return [use.id for use in desk.window.editing.assessment.inbox]


def note(desk: Desk, code: str, text: str) -> None:
    desk.window.editing.do(SetAnswer(code, note=text))


@pytest.mark.usefixtures("slow")
def test_undo_means_what_was_done_last_also_while_that_is_being_saved(desk: Desk) -> None:
    before = desk.stored().notes[CODE]
    note(desk, OTHER, "pertama")
    desk.settle()
    note(desk, CODE, "kedua")
    QTest.keyClick(desk.window.assessment.tree.tree, Qt.Key.Key_Z, CTRL)
    stored = desk.stored()
    assert (stored.notes[OTHER], stored.notes[CODE]) == ("pertama", before)
    QTest.keyClick(desk.window.assessment.tree.tree, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(desk.window.assessment.tree.tree, Qt.Key.Key_Y, CTRL)
    assert desk.stored().notes[OTHER] == "pertama"


def test_undo_from_the_menu_takes_back_what_is_being_typed(desk: Desk) -> None:
    desk.show(CODE)
    before = desk.stored().notes
    note(desk, OTHER, "pertama")
    desk.settle()
    desk.window.assessment.question.note.setPlainText("belum ditinggalkan")
    desk.window.menu.action("edit.undo").trigger()
    stored = desk.stored()
    assert (stored.notes[OTHER], stored.notes[CODE]) == ("pertama", before[CODE])


def test_urungkan_beside_a_sentence_goes_with_the_next_change(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    desk.window.evidence.remove(desk.window.assessment.evidence.list.uses)
    desk.settle()
    strip = desk.window.strip
    assert strip.isVisible() and strip.action.text() == "Urungkan"
    note(desk, CODE, "sesudahnya")
    desk.settle()
    assert not strip.isVisible()


@pytest.mark.usefixtures("slow")
def test_urungkan_pressed_while_another_change_is_saved_does_not_take_that_back(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    desk.window.evidence.remove(desk.window.assessment.evidence.list.uses)
    desk.settle()
    note(desk, CODE, "sesudahnya")
    QTest.mouseClick(desk.window.strip.action, Qt.MouseButton.LeftButton)
    assert desk.stored().notes[CODE] == "sesudahnya"


def test_placing_as_a_document_is_one_change(desk: Desk, paper: Paper) -> None:
    desk.show(OTHER)
    desk.window.evidence.attach([paper("satu.pdf"), paper("dua.pdf")], INBOX)
    desk.settle()
    assert desk.window.editing.assessment is not None
    document = desk.window.editing.assessment.instrument.question(OTHER).documents[0].name
    desk.window.evidence.place_for(document, inbox(desk))
    desk.settle()
    uses = desk.window.editing.assessment.uses_of(OTHER)
    assert [use.fulfils for use in uses] == [frozenset({document})] * 2
    QTest.mouseClick(desk.window.strip.action, Qt.MouseButton.LeftButton)
    desk.settle()
    assert len(inbox(desk)) == 2 and not desk.stored().evidence.get(OTHER)


def test_placing_at_several_questions_is_one_change(desk: Desk, paper: Paper) -> None:
    desk.window.evidence.attach([paper("satu.pdf")], INBOX)
    desk.settle()
    desk.window.evidence._place(tuple(inbox(desk)), [OTHER, CODE])
    desk.settle()
    assert desk.stored().evidence == {OTHER: ["satu"], CODE: ["satu"]}
    assert desk.window.editing.stack.words[0] == "penempatan bukti di 1.i.a dan 1.iii.b"
    desk.window.editing.undo()
    desk.settle()
    assert len(inbox(desk)) == 1 and not any(desk.stored().evidence.get(code) for code in (OTHER, CODE))


def test_a_refused_change_of_evidence_leaves_nothing_unsaved(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    use = desk.window.assessment.evidence.list.uses[0]
    desk.window.editing.do(ShareUses((use.id,), (CODE,)))
    desk.settle()
    assert "sudah ada" in desk.window.strip.text.text()
    assert desk.window.status.saved.text().startswith("Tersimpan")


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    return image


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_pictures_and_files_are_evidence_also_while_a_note_is_written(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    field = desk.window.assessment.question.note
    before = field.toPlainText()
    field.setFocus()
    QGuiApplication.clipboard().setImage(picture())
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    desk.settle()
    QGuiApplication.clipboard().setMimeData(files(paper("satu.pdf")))
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    desk.settle()
    assert len(desk.stored().evidence[CODE]) == 2 and field.toPlainText() == before
    QGuiApplication.clipboard().setText("kata ")
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    desk.settle()
    assert "kata" in field.toPlainText() and len(desk.stored().evidence[CODE]) == 2


def test_keys_and_menu_add_to_the_inbox_where_that_is_shown(
    desk: Desk, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.show_page(INBOX_PAGE)
    QGuiApplication.clipboard().setImage(picture())
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_V, CTRL)
    desk.settle()
    assert len(inbox(desk)) == 1
    system = desk.window.evidence_desk.system
    for key in ("ask_files", "ask_folder"):
        monkeypatch.setitem(system.__dict__, key, lambda key=key: [paper(f"{key}.pdf")])
    for key in ("evidence.add_files", "evidence.add_folder"):
        desk.window.menu.action(key).trigger()
        desk.settle()
    assert len(inbox(desk)) == 3
    desk.window.show_page("overview")
    for key in ("evidence.add_files", "evidence.add_folder", "edit.paste"):
        assert not desk.window.menu.action(key).isEnabled(), "there is no place for files"


def let_go(desk: Desk, field: QPlainTextEdit, data: QMimeData) -> bool:
    """As the system does it: the window looks for whoever takes it."""
    at = field.viewport().mapTo(desk.window, field.viewport().rect().center())
    button, keys, handle = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, desk.window.windowHandle()
    enter = QDragEnterEvent(at, COPY, data, button, keys)
    enter.ignore()
    QApplication.sendEvent(handle, enter)
    if not enter.isAccepted():
        return False
    for event in (QDragMoveEvent(at, COPY, data, button, keys), QDropEvent(QPointF(at), COPY, data, button, keys)):
        event.setDropAction(enter.dropAction())
        event.accept()
        QApplication.sendEvent(handle, event)
    return True


def test_a_file_let_go_on_a_note_is_attached(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    field = desk.window.assessment.question.note

    def in_view() -> bool:
        """What was just shown is laid out in several turns."""
        desk.window.assessment.question.ensureWidgetVisible(field)
        return field.viewport().visibleRegion().contains(field.viewport().rect().center())

    desk.qtbot.waitUntil(in_view)
    before = field.toPlainText()
    assert let_go(desk, field, files(paper("satu.pdf")))
    desk.settle()
    assert desk.stored().evidence[CODE] == ["satu"] and field.toPlainText() == before
