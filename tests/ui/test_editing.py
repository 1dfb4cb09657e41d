"""Every change can be undone and redone, is named in the menu, and what cannot be undone any more is said."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from tests.ui.conftest import Desk
from zidesk.domain.evidence import INBOX, FileKind
from zidesk.domain.plan import PlanRow
from zidesk.services.evidence.bin import empty_bin
from zidesk.services.papers import changes as papers
from zidesk.services.plan.editing import add_row

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
CODE, OTHER = "A.I.1.iii.b", "A.I.1.iii.a"
Paper = Callable[[str], Path]


def menu_words(desk: Desk) -> tuple[str, str]:
    return tuple(desk.window.menu.action(f"edit.{way}").text() for way in ("undo", "redo"))  # type: ignore[return-value]


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.window.assessment.tree.tree, key, CTRL)
    desk.settle()


def titles(desk: Desk, code: str) -> list[str]:
    return desk.stored().evidence.get(code, [])


def test_answer_is_undone_and_redone_by_keys(desk: Desk) -> None:
    desk.show(CODE)
    before = desk.stored().answers[CODE]
    assert before != "D"
    QTest.mouseClick(desk.window.assessment.question.choices.rows[3], LEFT)
    desk.settle()
    assert menu_words(desk) == ("Urungkan jawaban 1.iii.b", "Ulangi")
    desk.show(OTHER)
    desk.window.assessment.tree.tree.setFocus()
    press(desk, Qt.Key.Key_Z)
    assert desk.stored().answers[CODE] == before
    assert desk.window.assessment.question.code == CODE  # brought to where it happened
    assert desk.window.strip.text.text() == "Diurungkan: jawaban 1.iii.b."
    assert menu_words(desk) == ("Urungkan", "Ulangi jawaban 1.iii.b")
    press(desk, Qt.Key.Key_Y)
    assert desk.stored().answers[CODE] == "D"


def test_attaching_moving_and_removing_are_undone_one_by_one(desk: Desk, paper: Paper) -> None:
    window = desk.window
    desk.show(CODE)
    desk.attach([paper("satu.pdf"), paper("dua.pdf")])
    desk.settle()
    first, second = window.editing.assessment.uses_of(CODE)  # type: ignore[union-attr]
    window.evidence.move([first.id], OTHER)
    desk.settle()
    window.evidence.remove([second])
    desk.settle()
    assert (titles(desk, CODE), titles(desk, OTHER)) == ([], ["satu"])
    assert menu_words(desk)[0] == "Urungkan pembuangan bukti 1.iii.b"
    window.menu.action("edit.undo").trigger()
    desk.settle()
    assert titles(desk, CODE) == ["dua"]
    window.menu.action("edit.undo").trigger()
    desk.settle()
    assert (titles(desk, CODE), titles(desk, OTHER)) == (["satu", "dua"], [])
    window.menu.action("edit.undo").trigger()
    desk.settle()
    assert titles(desk, CODE) == []
    for _ in range(3):
        window.menu.action("edit.redo").trigger()
    desk.settle()
    assert (titles(desk, CODE), titles(desk, OTHER)) == ([], ["satu"])


def test_undo_of_an_attach_of_which_some_is_gone_for_good_does_the_rest_and_says_so(
    desk: Desk, paper: Paper
) -> None:
    window = desk.window
    desk.show(CODE)
    desk.attach([paper("satu.pdf"), paper("dua.pdf"), paper("tiga.pdf")])
    desk.settle()
    window.evidence.remove(window.editing.assessment.uses_of(CODE)[:1])  # type: ignore[union-attr]
    desk.settle()
    assert window.editing.workspace is not None
    empty_bin(window.editing.workspace)
    for _ in range(2):  # the removal, which cannot be undone any more, then the attaching
        window.menu.action("edit.undo").trigger()
        desk.settle()
    assert titles(desk, CODE) == []
    said = window.strip.text.text()
    assert said.startswith("Diurungkan: ") and "kecuali 1 berkas" in said and "dihapus selamanya" in said
    window.menu.action("edit.redo").trigger()
    desk.settle()
    assert titles(desk, CODE) == ["dua", "tiga"]
    assert window.strip.text.text().startswith("Diulangi: ") and "kecuali" not in window.strip.text.text()


def test_undo_of_what_is_gone_for_good_is_told_and_bars_nothing(desk: Desk, paper: Paper) -> None:
    window = desk.window
    desk.show(CODE)
    QTest.mouseClick(window.assessment.question.choices.rows[3], LEFT)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    window.evidence.remove(window.editing.assessment.uses_of(CODE))  # type: ignore[union-attr]
    desk.settle()
    assert window.editing.workspace is not None
    empty_bin(window.editing.workspace)
    window.editing.stack.undo()
    desk.settle()
    assert window.strip.text.text().startswith("Tidak dapat diurungkan lagi: pembuangan bukti 1.iii.b. ")
    assert "dihapus selamanya" in window.strip.text.text()
    window.editing.stack.undo()  # the attaching, whose use is gone as well
    desk.settle()
    window.editing.stack.undo()
    desk.settle()
    assert desk.stored().answers[CODE] != "D"


def test_another_workspace_has_nothing_to_undo(desk: Desk) -> None:
    desk.show(CODE)
    QTest.mouseClick(desk.window.assessment.question.choices.rows[3], LEFT)
    desk.settle()
    desk.window.close_workspace()
    desk.settle()
    assert menu_words(desk) == ("Urungkan", "Ulangi")
    assert not desk.window.menu.action("edit.undo").isEnabled()
    assert desk.window.start.isVisible() and not desk.window.header.search.isVisible()


def test_pasted_screenshot_becomes_evidence(desk: Desk) -> None:
    desk.show(CODE)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    desk.window.assessment.tree.tree.setFocus()
    press(desk, Qt.Key.Key_V)
    assert len(titles(desk, CODE)) == 1
    assert titles(desk, CODE)[0].startswith("Tangkapan layar 5 Maret 2026")
    use = desk.window.editing.assessment.uses_of(CODE)[0]  # type: ignore[union-attr]
    assert use.file.inspection.kind is FileKind.IMAGE and use.file.inspection.width == 40
    press(desk, Qt.Key.Key_Z)
    assert titles(desk, CODE) == []


def test_pasted_files_go_where_the_user_is(desk: Desk, paper: Paper) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper("disalin.pdf")))])
    QGuiApplication.clipboard().setMimeData(data)
    desk.window.show_page("inbox")
    desk.window.menu.action("edit.paste").trigger()
    desk.settle()
    inbox = desk.window.editing.assessment.inbox  # type: ignore[union-attr]
    assert [use.title for use in inbox] == ["disalin"] and inbox[0].question_code == INBOX
    assert desk.window.rail.buttons["inbox"].waiting == 1


def test_nothing_copied_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.show(CODE)
    desk.window.menu.action("edit.paste").trigger()
    assert "Tidak ada gambar atau berkas" in desk.window.strip.text.text()


def test_changes_of_the_plan_and_of_papers_share_the_stack(desk: Desk) -> None:
    window = desk.window
    workspace = window.editing.workspace
    assert workspace is not None
    plan = add_row(workspace, PlanRow(scope=CODE, action="Rapat evaluasi"))
    window.editing.keep_other(plan, "rencana aksi")
    fields = papers.perform(workspace, papers.SetFields("invitation", {"nomor": "005/12"}))
    window.editing.keep_other(fields, "isian undangan")
    assert menu_words(desk)[0] == "Urungkan isian undangan"
    window.editing.stack.undo()
    window.editing.stack.undo()
    desk.settle()
    assert workspace.papers.fields("invitation") == {} and workspace.plan.all() == ()
    window.editing.stack.redo()
    window.editing.stack.redo()
    desk.settle()
    assert workspace.papers.fields("invitation") == {"nomor": "005/12"}
    assert [row.action for row in workspace.plan.all()] == ["Rapat evaluasi"]
