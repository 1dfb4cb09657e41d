"""Kotak masuk: choosing, dragging and placing files, and a list that keeps its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.storage.workspace import open_workspace
from zidesk.ui.application import Application
from zidesk.ui.models.inbox_model import InboxModel, card_facts
from zidesk.ui.pages.inbox_page import InboxPage
from zidesk.ui.thumbnails import ThumbnailLoader
from zidesk.ui.widgets.evidence_drag import USES_TYPE, drag_picture, files_in, mime_of, uses_in
from zidesk.ui.widgets.inbox_delegate import least_cell
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.tools import PreviewTools

MOMENT = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
LEFT, NONE, CTRL, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
CODE = "A.I.1.iii.b"


def use(number: int, *, content: str = "", inspection: Inspection | None = None) -> EvidenceUse:
    found = inspection or Inspection(FileKind.SPREADSHEET)
    file = StoredFile(content or f"{number:064x}", 1000 * number, found)
    return EvidenceUse(number, "", file, number, f"Judul {number}", f"berkas {number}.xlsx", MOMENT)


def uses(*numbers: int) -> tuple[EvidenceUse, ...]:
    return tuple(use(number) for number in numbers)


@pytest.fixture
def assessment(workspace_root: Path) -> Assessment:
    workspace = open_workspace(workspace_root)
    try:
        return replace(workspace.assessment(), inbox=uses(*range(1, 9)))
    finally:
        workspace.close()


@pytest.fixture
def page(dressed: Application, qtbot: QtBot, assessment: Assessment, tmp_path: Path) -> Iterator[InboxPage]:
    lane, loader = PreviewLane(), ThumbnailLoader()
    made = InboxPage(PreviewTools(lane, loader, lambda file: tmp_path / file.sha256))
    qtbot.addWidget(made)
    made.resize(1262, 683)
    made.show_workspace(assessment, read_only=False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    lane.close()
    loader.close()


def middle(page: InboxPage, row: int) -> QPoint:
    return page.grid.visualRect(page.grid.model().index(row, 0)).center()


def click(page: InboxPage, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(page.grid.viewport(), LEFT, keys, middle(page, row))


def chosen(page: InboxPage) -> list[int]:
    return [item.id for item in page.grid.selected()]


def let_go(target: QWidget, at: QPoint, data: QMimeData) -> bool:
    """Drag something over a widget and let it go there; whether it was taken."""
    enter = QDragEnterEvent(at, Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data, LEFT, NONE)
    move.ignore()
    QApplication.sendEvent(target, move)
    drop = QDropEvent(QPointF(at), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, data, LEFT, NONE)
    drop.ignore()
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()


def local(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_cards_stand_in_columns_that_fill_the_room(page: InboxPage) -> None:
    first, second = (page.grid.visualRect(page.grid.model().index(row, 0)) for row in (0, 1))
    assert first.top() == second.top() and first.width() >= least_cell().width() and first.height() > 150
    columns = page.grid.viewport().width() // first.width()
    assert page.grid.visualRect(page.grid.model().index(columns, 0)).top() > first.top()
    assert page.grid.viewport().width() - columns * first.width() < columns + 3
    assert page.head.count.text() == "8 berkas belum ditempatkan"


def test_choosing_by_click_ctrl_shift_and_all(page: InboxPage) -> None:
    click(page, 0)
    assert chosen(page) == [1] and page.details.title.text() == "berkas 1.xlsx"
    click(page, 2, CTRL)
    assert chosen(page) == [1, 3]
    assert page.details.title.text() == "2 berkas dipilih"
    assert page.details.names.text() == "berkas 3.xlsx dan 1 lainnya · 4,0 kB"
    click(page, 0)
    click(page, 2, SHIFT)
    assert chosen(page) == [1, 2, 3]
    QTest.keyClick(page.grid, Qt.Key.Key_A, CTRL)
    assert len(chosen(page)) == 8
    QTest.keyClick(page.grid, Qt.Key.Key_Home)
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    assert chosen(page) == [2]


def test_a_frame_drawn_with_the_mouse_chooses(page: InboxPage) -> None:
    view = page.grid.viewport()
    columns = view.width() // page.grid.gridSize().width()
    below = page.grid.visualRect(page.grid.model().index(7, 0)).bottomRight() + QPoint(0, 3)
    page.resize(1262, 1100)
    start = QPoint(view.width() - 2, below.y() + 40)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start - QPoint(30, 30))
    QTest.mouseMove(view, QPoint(4, middle(page, columns).y()))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(4, middle(page, columns).y()))
    assert chosen(page) == list(range(columns + 1, 9))


def test_keys_place_remove_and_show(page: InboxPage, qtbot: QtBot) -> None:
    click(page, 1)
    click(page, 3, CTRL)
    with qtbot.waitSignal(page.place_asked) as placed:
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert placed.args == [list(uses(2, 4))]
    with qtbot.waitSignal(page.removed) as removed:
        QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert removed.args == [list(uses(2, 4))]
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert opened.args == [use(4)]
    click(page, 0)
    with qtbot.waitSignal(page.opened):
        QTest.mouseDClick(page.grid.viewport(), LEFT, NONE, middle(page, 0))


def test_buttons_say_what_is_wished(page: InboxPage, qtbot: QtBot) -> None:
    for button, signal in ((page.head.add, page.add_asked), (page.head.add_folder, page.add_folder_asked)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, LEFT)
    assert not page.details.place.isVisible()
    click(page, 0)
    for button, signal in ((page.details.place, page.place_asked), (page.details.remove, page.removed)):
        with qtbot.waitSignal(signal) as told:
            QTest.mouseClick(button, LEFT)
        assert told.args == [list(uses(1))]


def test_a_drag_carries_the_chosen_and_shows_how_many(page: InboxPage) -> None:
    click(page, 0)
    click(page, 2, CTRL)
    drag = page.grid.make_drag(page.grid.selected())
    assert uses_in(drag.mimeData()) == [1, 3] and not drag.pixmap().isNull()
    indexes = page.grid.selectionModel().selectedIndexes()
    assert sorted(uses_in(page.grid.model().mimeData(indexes))) == [1, 3]
    one, two = drag_picture(None, 1, 1.0).toImage(), drag_picture(None, 2, 1.0).toImage()
    assert one != two
    drag.deleteLater()


def test_a_chosen_card_is_dragged_with_its_fellows(page: InboxPage, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[list[int]] = []

    def journey(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:  # what the system would do with it
        carried.append(uses_in(drag.mimeData()))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", journey)
    click(page, 0)
    click(page, 2, CTRL)
    view, start = page.grid.viewport(), middle(page, 0)
    for read_only in (True, False):
        page.grid.read_only = read_only
        QTest.mousePress(view, LEFT, NONE, start)
        for step in (10, 40, 80):
            QTest.mouseMove(view, start + QPoint(step, step))
        QTest.mouseRelease(view, LEFT, NONE, start + QPoint(80, 80))
        click(page, 0)
        click(page, 2, CTRL)
    assert carried and all(ids == [1, 3] for ids in carried)


def test_dropping_on_a_question_places_there(page: InboxPage, qtbot: QtBot, tmp_path: Path) -> None:
    tree = page.tree.tree
    page.tree.show_current(CODE)
    at = tree.visualRect(page.tree.index_of(CODE)).center()
    with qtbot.waitSignal(page.placed) as placed:
        assert let_go(tree.viewport(), at, mime_of([2, 5]))
    assert placed.args == [[2, 5], CODE]
    with qtbot.waitSignal(page.files_placed) as files:
        assert let_go(tree.viewport(), at, local(tmp_path / "a.pdf"))
    assert files.args == [[tmp_path / "a.pdf"], CODE]
    assert page.tree_drop.target.isHidden()
    node = tree.visualRect(page.tree.index_of(CODE).parent()).center()
    assert not let_go(tree.viewport(), node, mime_of([2]))  # a sub-area takes nothing
    text = QMimeData()
    text.setText("bukan berkas")
    assert not let_go(tree.viewport(), at, text)


def test_a_closed_node_opens_under_what_is_held_over_it(page: InboxPage, qtbot: QtBot) -> None:
    tree = page.tree.tree
    page.tree.show_current(CODE)
    node = page.tree.index_of(CODE).parent()
    tree.collapse(node)
    data, at = mime_of([1]), tree.visualRect(node).center()
    QApplication.sendEvent(tree.viewport(), QDragEnterEvent(at, Qt.DropAction.MoveAction, data, LEFT, NONE))
    qtbot.waitUntil(lambda: tree.isExpanded(node), timeout=5_000)
    row = tree.visualRect(page.tree.index_of(CODE)).center()
    QApplication.sendEvent(tree.viewport(), QDragMoveEvent(row, Qt.DropAction.MoveAction, data, LEFT, NONE))
    assert page.tree_drop.target.isVisible()
    assert page.tree_drop.target.geometry().contains(row)


def test_files_and_folders_dropped_on_the_page_go_in(page: InboxPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.files_dropped) as told:
        assert let_go(page, QPoint(500, 300), local(tmp_path / "a.pdf", tmp_path))
    assert told.args == [[tmp_path / "a.pdf", tmp_path]]
    assert not let_go(page, QPoint(500, 300), mime_of([1]))  # they are here already


def test_read_only_shows_and_changes_nothing(
    page: InboxPage, assessment: Assessment, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_workspace(assessment, read_only=True)
    page.grid.select_row(0)
    assert not page.head.add.isEnabled() and not page.details.place.isEnabled()
    with qtbot.assertNotEmitted(page.place_asked), qtbot.assertNotEmitted(page.removed):
        QTest.keyClick(page.grid, Qt.Key.Key_Return)
        QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    page.tree.show_current(CODE)
    at = page.tree.tree.visualRect(page.tree.index_of(CODE)).center()
    assert not let_go(page.tree.tree.viewport(), at, mime_of([1]))
    assert not let_go(page, QPoint(500, 300), local(tmp_path / "a.pdf"))
    page.show_workspace(replace(assessment, inbox=()), read_only=True)
    assert not page.empty.add.isVisible()


def test_the_empty_inbox_says_what_it_is_for(page: InboxPage, assessment: Assessment, qtbot: QtBot) -> None:
    page.show_inbox(replace(assessment, inbox=()))
    assert page.stack.currentWidget() is page.empty and not page.details.isVisible()
    assert "Seret berkas atau folder" in page.empty.words.text()
    assert page.empty.words.height() >= page.empty.words.heightForWidth(page.empty.words.width())
    with qtbot.waitSignal(page.add_asked):
        QTest.mouseClick(page.empty.add, LEFT)
    page.show_inbox(assessment)
    assert page.stack.currentWidget() is page.grid


def test_after_placing_the_next_card_is_in_hand(page: InboxPage, assessment: Assessment) -> None:
    page.grid.select_row(2)
    page.show_inbox(replace(assessment, inbox=uses(1, 2, 4, 5, 6, 7, 8)))
    assert chosen(page) == [4] and page.details.title.text() == "berkas 4.xlsx"
    page.show_inbox(replace(assessment, inbox=uses(1, 2, 4, 5, 6, 7, 8, 9)))
    assert chosen(page) == [4]
    page.show_use(9)
    assert chosen(page) == [9]
    page.show_use(404)
    assert chosen(page) == [9]


def test_a_thumbnail_that_comes_is_painted(page: InboxPage, assessment: Assessment, qtbot: QtBot) -> None:
    class Thumbnails(ThumbnailLoader):
        picture: QPixmap | None = None

        def request(self, file: StoredFile) -> QPixmap | None:
            return self.picture

    thumbnails = Thumbnails()
    lane = PreviewLane()
    other = InboxPage(PreviewTools(lane, thumbnails, lambda file: Path(file.sha256)))
    qtbot.addWidget(other)
    other.resize(1262, 683)
    other.show_workspace(assessment, read_only=False)
    other.show()
    before = other.grid.viewport().grab().toImage()
    thumbnails.picture = QPixmap(160, 120)
    thumbnails.picture.fill(Qt.GlobalColor.magenta)
    thumbnails.ready.emit(use(1).file.sha256)
    after = other.grid.viewport().grab().toImage()
    card = other.grid.visualRect(other.grid.model().index(0, 0))
    at = QPoint(card.center().x(), card.top() + 70)
    assert before.pixelColor(at).name() != "#ff00ff" == after.pixelColor(at).name()
    lane.close()
    thumbnails.close()


def test_locked_and_damaged_files_carry_a_badge(page: InboxPage, assessment: Assessment) -> None:
    def corner(state: FileState) -> object:
        odd = use(1, inspection=Inspection(FileKind.SPREADSHEET, state=state))
        page.show_inbox(replace(assessment, inbox=(odd,)))
        card = page.grid.visualRect(page.grid.model().index(0, 0))
        assert state.value == "ok" or ("rusak" in spoken(page) or "terkunci" in spoken(page))
        return page.grid.viewport().grab(card).toImage().pixelColor(card.width() - 26, 26).name()

    assert len({corner(state) for state in FileState}) == 3


def spoken(page: InboxPage) -> str:
    return str(page.grid.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_larger_text_gives_larger_cards(page: InboxPage, dressed: Application) -> None:
    before = page.grid.gridSize().height()
    dressed.theme.apply("light", 1.25)
    try:
        QApplication.processEvents()
        assert page.grid.gridSize().height() > before
        page.resize(1000, 683)
        QApplication.processEvents()
        head = page.head
        right = max(button.geometry().right() for button in (head.add, head.add_folder))
        assert right <= head.width() and head.add.width() >= head.add.sizeHint().width()
    finally:
        dressed.theme.apply("light", 1.0)


def test_ten_thousand_cards_are_laid_out_at_once(page: InboxPage, assessment: Assessment) -> None:
    page.show_inbox(replace(assessment, inbox=uses(*range(1, 10_001))))
    page.grid.scrollToBottom()
    assert page.grid.visualRect(page.grid.model().index(9_999, 0)).intersects(page.grid.viewport().rect())


# the model and what is dragged


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.integers(1, 12), unique=True),
    after=st.lists(st.integers(1, 12), unique=True),
    edit=st.booleans(),
)
def test_the_list_becomes_any_other(dressed: Application, before: list[int], after: list[int], edit: bool) -> None:
    model = InboxModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(uses(*before))
    wanted = tuple(replace(item, title="lain") if edit else item for item in uses(*after))
    model.show(wanted)
    assert model.uses == wanted and model.rowCount() == len(after)
    assert [model.row_of(number) for number in after] == list(range(len(after)))
    assert model.row_of(99) == -1
    tester.deleteLater()


def test_what_stays_is_not_touched(dressed: Application, qtbot: QtBot) -> None:
    model = InboxModel()
    model.show(uses(1, 2, 3, 4, 5))
    selection = QItemSelectionModel(model)
    selection.select(model.index(3, 0), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(uses(1, 4, 5, 6))
    assert [index.row() for index in selection.selectedIndexes()] == [1]
    same = use(9, content=use(4).file.sha256)
    model.show((*uses(1, 4), same))
    assert list(model.rows_of_content(use(4).file.sha256)) == [1, 2]


def test_facts_under_a_name() -> None:
    scan = use(3, inspection=Inspection(FileKind.PDF, pages=3))
    photo = use(2, inspection=Inspection(FileKind.IMAGE, taken_at=datetime(2026, 3, 12, 9, 14)))  # noqa: DTZ001
    assert [card_facts(item) for item in (scan, photo, use(1))] == [
        "3 halaman · 3,0 kB",
        "12 Mar 2026 · 2,0 kB",
        "1,0 kB",
    ]


@given(st.lists(st.integers(0, 2**60)))
def test_a_drag_gives_back_what_it_carries(ids: list[int]) -> None:
    assert uses_in(mime_of(ids)) == list(dict.fromkeys(ids))


@given(st.binary(max_size=60))
def test_a_hostile_drag_carries_nothing(payload: bytes) -> None:
    data = QMimeData()
    data.setData(USES_TYPE, b"1 " + payload)  # the process of that number is not this one
    assert uses_in(data) == []


def test_a_drag_from_elsewhere_is_files_only(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://contoh.example/a.pdf"), QUrl.fromLocalFile(str(tmp_path))])
    assert files_in(data) == [tmp_path] and uses_in(data) == []
