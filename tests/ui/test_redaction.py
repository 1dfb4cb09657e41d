"""Covering parts of an evidence in the real window: drawn, changed by mouse and keys, looked at, saved, undone."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.conftest import Desk
from tests.ui.evidence_factory import make_use
from zidesk.domain.redaction import Box
from zidesk.storage.workspace import open_workspace
from zidesk.ui.dialogs.redaction.dialog import RedactionDialog
from zidesk.ui.widgets.evidence_chips import chips_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
CODE = "A.I.1.iii.b"


class Hand:
    """The dialog over one evidence, and what a hand does with it."""

    def __init__(self, desk: Desk, opened: Callable[[], object] | None = None) -> None:
        self.desk = desk
        (opened or desk.window.menu.action("evidence.cover").trigger)()
        desk.settle()
        dialog = desk.window.redacting.dialog
        assert dialog is not None and dialog.isVisible()
        self.dialog: RedactionDialog = dialog
        self.canvas = dialog.view.canvas
        self.see()

    def see(self) -> None:
        """Wait until the page in view is there, sharp."""
        self.desk.qtbot.waitUntil(lambda: self.canvas.sharp, timeout=20_000)

    @property
    def boxes(self) -> tuple[Box, ...]:
        return self.dialog.draft.boxes

    def place(self, x: float, y: float) -> QPoint:
        page = self.canvas._page()
        return QPointF(page.left() + x * page.width(), page.top() + y * page.height()).toPoint()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        view = self.canvas.viewport()
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        QTest.mousePress(view, LEFT, NONE, self.place(*start))
        for at in (middle, end):
            QTest.mouseMove(view, self.place(*at))
        QTest.mouseRelease(view, LEFT, NONE, self.place(*end))

    def click(self, x: float, y: float) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, NONE, self.place(x, y))

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.canvas, key, keys)

    def colour(self, x: float, y: float) -> QColor:
        return self.canvas.viewport().grab(QRect(self.place(x, y), self.place(x, y))).toImage().pixelColor(0, 0)

    def save(self) -> None:
        QTest.mouseClick(self.dialog.save, LEFT)
        self.desk.settle()


@pytest.fixture
def with_scan(desk: Desk, tmp_path: Path) -> Desk:
    """A PDF of three white pages under the question in hand."""
    pages = [Image.new("RGB", (413, 585), "white") for _ in range(3)]
    data = io.BytesIO()
    pages[0].save(data, "PDF", save_all=True, append_images=pages[1:])
    path = tmp_path / "KTP peserta.pdf"
    path.write_bytes(data.getvalue())
    desk.show(CODE)
    desk.attach([path])
    desk.settle()
    desk.window.strip.hide()
    return desk


@pytest.fixture
def hand(with_scan: Desk) -> Hand:
    return Hand(with_scan)


def kept(desk: Desk) -> tuple[Box, ...]:
    """The boxes that another opener finds."""
    desk.settle()
    workspace = open_workspace(desk.root, read_only=True)
    try:
        return next(iter(workspace.redactions.all().values()), ())
    finally:
        workspace.close()


def near(box: Box, *edges: float) -> bool:
    found = (box.left, box.top, box.right, box.bottom)
    return all(abs(one - other) < 0.01 for one, other in zip(found, edges, strict=True))


def test_boxes_are_drawn_from_any_corner_and_saved(hand: Hand) -> None:
    assert not hand.dialog.save.isEnabled() and hand.dialog.panel.empty.isVisible()
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.drag((0.9, 0.6), (0.6, 0.4))
    assert near(hand.boxes[0], 0.1, 0.1, 0.5, 0.2) and near(hand.boxes[1], 0.6, 0.4, 0.9, 0.6)
    assert hand.dialog.draft.chosen == hand.boxes[1]
    assert hand.dialog.panel.total.text() == "2 kotak pada 1 halaman"
    wanted = hand.boxes
    hand.save()
    assert kept(hand.desk) == wanted
    assert hand.desk.window.strip.text.text() == "“KTP peserta” ditutup sebagian: 2 kotak pada 1 halaman."
    assert hand.desk.window.redacting.dialog is None


def test_a_click_draws_nothing_and_lets_go(hand: Hand) -> None:
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.click(0.8, 0.8)
    assert len(hand.boxes) == 1 and hand.dialog.draft.chosen is None
    hand.click(0.3, 0.15)
    assert hand.dialog.draft.chosen == hand.boxes[0]


def test_a_box_is_moved_and_sized_by_the_mouse(hand: Hand) -> None:
    hand.drag((0.2, 0.2), (0.5, 0.4))
    hand.drag((0.35, 0.3), (0.45, 0.5))
    assert near(hand.boxes[0], 0.3, 0.4, 0.6, 0.6)
    hand.drag((0.6, 0.6), (0.8, 0.7))
    assert near(hand.boxes[0], 0.3, 0.4, 0.8, 0.7)
    hand.drag((0.3, 0.55), (0.1, 0.55))
    assert near(hand.boxes[0], 0.1, 0.4, 0.8, 0.7)
    assert len(hand.boxes) == 1


def test_a_drag_over_the_edge_ends_at_the_edge(hand: Hand) -> None:
    hand.drag((0.7, 0.9), (1.4, 1.4))
    assert near(hand.boxes[0], 0.7, 0.9, 1, 1)


def test_everything_with_the_keys_alone(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Insert)
    first = hand.boxes[0]
    assert QApplication.focusWidget() is hand.canvas and hand.dialog.draft.chosen == first
    hand.key(Qt.Key.Key_Right, times=3)
    hand.key(Qt.Key.Key_Up)
    assert hand.boxes == (first.moved(0.03, -0.01),)
    hand.key(Qt.Key.Key_Down, SHIFT, times=2)
    hand.key(Qt.Key.Key_Left, CTRL)
    assert near(hand.boxes[0], first.left + 0.028, first.top - 0.01, first.right + 0.028, first.bottom + 0.01)
    hand.key(Qt.Key.Key_PageDown)
    assert hand.dialog.view.page == 2
    hand.key(Qt.Key.Key_Insert)
    assert [box.page for box in hand.boxes] == [1, 2]
    hand.key(Qt.Key.Key_Delete)
    assert [box.page for box in hand.boxes] == [1]
    hand.key(Qt.Key.Key_Z, CTRL)
    assert [box.page for box in hand.boxes] == [1, 2]
    hand.key(Qt.Key.Key_Y, CTRL)
    assert [box.page for box in hand.boxes] == [1]


def test_two_boxes_added_by_key_do_not_hide_each_other(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Insert, times=2)
    assert len(set(hand.boxes)) == 2


def test_undoing_goes_to_the_page_where_it_happens(hand: Hand) -> None:
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.key(Qt.Key.Key_PageDown)
    hand.see()
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.key(Qt.Key.Key_PageUp)
    QTest.mouseClick(hand.dialog.panel.undo, LEFT)
    assert hand.dialog.view.page == 2 and len(hand.boxes) == 1
    QTest.mouseClick(hand.dialog.panel.undo, LEFT)
    assert hand.dialog.view.page == 1 and not hand.boxes


def test_a_box_on_another_page_is_not_in_hand(hand: Hand) -> None:
    hand.drag((0.1, 0.1), (0.5, 0.2))
    drawn = hand.boxes
    hand.key(Qt.Key.Key_PageDown)
    hand.see()
    hand.key(Qt.Key.Key_Delete)
    hand.key(Qt.Key.Key_Right)
    assert hand.boxes == drawn and not hand.dialog.panel.remove.isEnabled()
    hand.drag((0.1, 0.1), (0.5, 0.2))
    assert [box.page for box in hand.boxes] == [1, 2]


def test_the_list_leads_to_the_box(hand: Hand) -> None:
    for _ in range(2):
        hand.see()
        hand.drag((0.1, 0.1), (0.5, 0.2))
        hand.key(Qt.Key.Key_PageDown)
    items = hand.dialog.panel.list
    assert [items.item(row).text() for row in range(2)] == ["Halaman 1, kotak 1", "Halaman 2, kotak 1"]
    QTest.mouseClick(items.viewport(), LEFT, NONE, items.visualItemRect(items.item(1)).center())
    assert hand.dialog.view.page == 2 and hand.dialog.draft.chosen == hand.boxes[1]
    items.setFocus()
    hand.key(Qt.Key.Key_Up)
    assert hand.dialog.view.page == 1 and hand.dialog.draft.chosen == hand.boxes[0]
    hand.key(Qt.Key.Key_Delete)
    assert [box.page for box in hand.boxes] == [2]


def test_all_can_be_removed_at_once_and_brought_back(hand: Hand) -> None:
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.drag((0.1, 0.5), (0.5, 0.6))
    drawn = hand.boxes
    QTest.mouseClick(hand.dialog.panel.clear, LEFT)
    assert hand.boxes == () and not hand.dialog.panel.clear.isEnabled()
    QTest.mouseClick(hand.dialog.panel.undo, LEFT)
    assert hand.boxes == drawn


def test_the_outcome_is_what_is_handed_over_and_cannot_be_drawn_on(hand: Hand) -> None:
    hand.drag((0.2, 0.2), (0.6, 0.4))
    assert 60 < hand.colour(0.55, 0.35).lightness() < 160  # what is under it can be recognised
    QTest.mouseClick(hand.dialog.look, LEFT)
    hand.see()
    assert hand.colour(0.4, 0.3).lightness() == 0
    assert hand.colour(0.8, 0.8).lightness() > 245
    hand.drag((0.7, 0.7), (0.9, 0.9))
    hand.key(Qt.Key.Key_Delete)
    assert len(hand.boxes) == 1 and not hand.dialog.panel.add.isEnabled()
    QTest.mouseClick(hand.dialog.look, LEFT)
    hand.see()
    hand.drag((0.7, 0.7), (0.9, 0.9))
    assert len(hand.boxes) == 2


def test_a_box_is_drawn_in_the_right_place_when_the_page_is_large(hand: Hand) -> None:
    for _ in range(6):
        hand.key(Qt.Key.Key_Plus)
    hand.see()
    bar = hand.canvas.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    x, y = hand.canvas.visible_middle()
    hand.drag((x - 0.05, y - 0.03), (x + 0.05, y + 0.03))
    assert near(hand.boxes[0], x - 0.05, y - 0.03, x + 0.05, y + 0.03)
    bar.setValue(0)
    hand.dialog.panel.list.setCurrentRow(-1)
    hand.dialog.panel.list.setCurrentRow(0)
    assert hand.canvas.viewport().rect().contains(hand.place(x, y))


def test_it_can_be_undone_and_the_card_says_it(with_scan: Desk) -> None:
    hand = Hand(with_scan)
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.save()
    panel = with_scan.window.assessment.evidence
    assert panel.list.uses[0].covered
    assert "sebagian ditutup" in [chip.words for chip in chips_of(panel.list.uses[0], 1)]
    spoken = panel.list.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "sebagian ditutup" in spoken
    boxes = kept(with_scan)
    assert with_scan.window.editing.stack.words[0] == "penutupan bagian bukti 1.iii.b"
    QTest.mouseClick(with_scan.window.strip.action, LEFT)
    assert kept(with_scan) == () and not panel.list.uses[0].covered
    with_scan.window.menu.action("edit.redo").trigger()
    assert kept(with_scan) == boxes and panel.list.uses[0].covered


def test_a_new_file_in_its_place_is_said_to_be_bare(with_scan: Desk, paper: Callable[[str], Path]) -> None:
    hand = Hand(with_scan)
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.save()
    panel, around = with_scan.window.assessment.evidence, with_scan.window.evidence_desk
    around.system = replace(around.system, ask_files=lambda: [paper("pindaian baru.pdf")])
    with_scan.window.menu.action("evidence.replace").trigger()
    with_scan.settle()
    assert not panel.list.uses[0].covered and len(kept(with_scan)) == 1
    assert "Kotak hitam pada berkas lama tidak ikut" in with_scan.window.strip.text.text()
    with_scan.window.strip.hide()
    around.system = replace(around.system, ask_files=lambda: [paper("sekali lagi.pdf")])
    with_scan.window.menu.action("evidence.replace").trigger()
    with_scan.settle()
    assert panel.list.uses[0].original_name == "sekali lagi.pdf"
    assert not with_scan.window.strip.isVisible()  # nothing was covered any more


def test_opened_again_the_boxes_are_there(with_scan: Desk) -> None:
    hand = Hand(with_scan)
    hand.drag((0.1, 0.1), (0.5, 0.2))
    drawn = hand.boxes
    hand.save()
    again = Hand(with_scan)
    assert again.boxes == drawn and not again.dialog.save.isEnabled()


def test_leaving_asks_only_where_something_would_be_lost(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[-1].click()  # the safe way
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.key(Qt.Key.Key_Escape)
    assert asked == ["Tinggalkan perubahan kotak?"] and hand.dialog.isVisible()
    QTest.mouseClick(hand.dialog.panel.undo, LEFT)
    hand.key(Qt.Key.Key_Escape)
    assert len(asked) == 1
    hand.desk.qtbot.waitUntil(lambda: hand.desk.window.redacting.dialog is None)
    assert kept(hand.desk) == ()


def test_escape_ends_a_drag_and_not_the_dialog(hand: Hand) -> None:
    view = hand.canvas.viewport()
    QTest.mousePress(view, LEFT, NONE, hand.place(0.2, 0.2))
    QTest.mouseMove(view, hand.place(0.5, 0.5))
    hand.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, hand.place(0.5, 0.5))
    assert hand.boxes == () and hand.dialog.isVisible()


def test_the_large_preview_leads_to_it(with_scan: Desk) -> None:
    use = with_scan.window.assessment.evidence.list.uses[0]
    with_scan.window.evidence_desk.preview(use)
    large = with_scan.window.evidence_desk.large
    assert large is not None
    hand = Hand(with_scan, lambda: QTest.mouseClick(large.cover, LEFT))
    assert hand.dialog.parentWidget() is large
    hand.drag((0.1, 0.1), (0.5, 0.2))
    hand.save()
    assert len(kept(with_scan)) == 1


def test_what_has_no_pages_cannot_be_covered(with_scan: Desk, tmp_path: Path) -> None:
    (tmp_path / "daftar.txt").write_text("isi", encoding="utf-8")
    with_scan.attach([tmp_path / "daftar.txt"])
    with_scan.settle()
    panel = with_scan.window.assessment.evidence
    panel.list.select_row(1)
    panel.prepare_menu()
    assert not panel.menu.by_key["evidence.cover"].isEnabled()
    with_scan.window.menu.action("evidence.cover").trigger()
    with_scan.settle()
    assert with_scan.window.redacting.dialog is None
    assert "Hanya PDF dan gambar" in with_scan.window.strip.text.text()
    panel.list.select_row(0)
    panel.prepare_menu()
    assert panel.menu.by_key["evidence.cover"].isEnabled()


def test_where_nothing_may_be_changed_nothing_is_covered(with_scan: Desk) -> None:
    window = with_scan.window
    window.close_workspace()
    with_scan.settle()
    with_scan.open(read_only=True)
    with_scan.show(CODE)
    use = window.assessment.evidence.list.uses[0]
    window.redacting.ask(use)
    window.evidence_desk.preview(use)
    with_scan.settle()
    assert window.redacting.dialog is None
    assert window.evidence_desk.large is not None and not window.evidence_desk.large.cover.isEnabled()


def test_a_file_that_cannot_be_drawn_says_so(with_scan: Desk) -> None:
    use = with_scan.window.assessment.evidence.list.uses[0]
    path = with_scan.window.pictures.tools.path_of(use.file)
    path.chmod(0o600)
    path.write_bytes(b"%PDF-1.4 tidak ada isinya")
    with_scan.window.redacting.ask(use)
    with_scan.settle()
    dialog = with_scan.window.redacting.dialog
    assert dialog is not None
    with_scan.qtbot.waitUntil(lambda: dialog.view.stack.currentWidget() is dialog.view.notice, timeout=20_000)
    assert "“KTP peserta” rusak" in dialog.view.notice.words.text()
    assert not dialog.panel.isEnabled() and not dialog.look.isEnabled()


def test_only_what_is_covered_has_the_chip() -> None:
    assert not chips_of(make_use(1), 1)
