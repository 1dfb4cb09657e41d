"""The preview over real files: pages, zoom, turning, search, what cannot be shown; and its background lane."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.domain.progress import CancelToken
from zidesk.ui.application import Application
from zidesk.ui.dialogs.preview import PreviewDialog
from zidesk.ui.thumbnails import ThumbnailLoader
from zidesk.ui.widgets.preview.commands import WAYS, Command
from zidesk.ui.widgets.preview.geometry import Sheet, fitting_scale, paper_sheet, sharp_width, stepped, turned_area
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.preview import Preview
from zidesk.ui.widgets.preview.sheets import first_sheet, sheet_like
from zidesk.ui.widgets.preview.tools import PreviewTools

MOMENT = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
PDF = Inspection(FileKind.PDF, "application/pdf", ".pdf", pages=3)


@pytest.fixture
def tools(dressed: Application, tmp_path: Path) -> Iterator[PreviewTools]:
    lane, loader = PreviewLane(), ThumbnailLoader()
    yield PreviewTools(lane, loader, lambda file: tmp_path / file.sha256)
    lane.close()
    loader.close()


MakeUse = Callable[[str, Inspection], EvidenceUse]


@pytest.fixture
def make_use() -> MakeUse:
    numbers = iter(range(1, 1000))

    def make(name: str, inspection: Inspection) -> EvidenceUse:
        file = StoredFile(name, 1000, inspection)
        return EvidenceUse(next(numbers), "", file, 1, f"Judul {name}", f"{name}.pdf", MOMENT)

    return make


@pytest.fixture
def paper(tmp_path: Path, make_use: MakeUse) -> EvidenceUse:
    """Three pages: "gratifikasi" twice on the first, once on the third; the second lies on its side."""
    canvas = Canvas(str(tmp_path / "surat"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 24)
    canvas.drawString(72, 760, "Unit pengendalian gratifikasi")
    canvas.drawString(72, 400, "Laporan GRATIFIKASI")
    canvas.showPage()
    canvas.setPageSize((842, 595))
    canvas.drawString(72, 400, "Lampiran")
    canvas.showPage()
    canvas.setPageSize((595, 842))
    canvas.drawString(72, 100, "Penutup gratifikasi")
    canvas.save()
    return make_use("surat", PDF)


@pytest.fixture
def photo(tmp_path: Path, make_use: MakeUse) -> EvidenceUse:
    """Left half red, right half blue."""
    image = Image.new("RGB", (400, 300), "red")
    image.paste("blue", (200, 0, 400, 300))
    image.save(tmp_path / "foto", "PNG")
    return make_use("foto", Inspection(FileKind.IMAGE, "image/png", ".png", width=400, height=300))


@pytest.fixture
def preview(tools: PreviewTools, qtbot: QtBot) -> Preview:
    made = Preview(tools)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


def sharp(preview: Preview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: preview.canvas.sharp, timeout=20_000)


def ink(preview: Preview, x: float, y: float) -> str:
    """The colour in view at a part of the canvas."""
    view = preview.canvas.viewport()
    picture = view.grab().toImage()
    return picture.pixelColor(round(x * (picture.width() - 1)), round(y * (picture.height() - 1))).name()


def test_a_photo_is_shown_fitted_and_turned(preview: Preview, photo: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(photo)
    sharp(preview, qtbot)
    assert preview.canvas.scale == 1.0  # it is not blown up
    assert (ink(preview, 0.4, 0.5), ink(preview, 0.6, 0.5)) == ("#ff0000", "#0000ff")
    preview.do(Command.TURN_RIGHT)
    assert (ink(preview, 0.5, 0.4), ink(preview, 0.5, 0.6)) == ("#ff0000", "#0000ff")
    preview.do(Command.TURN_LEFT)
    preview.do(Command.TURN_LEFT)
    assert (ink(preview, 0.5, 0.4), ink(preview, 0.5, 0.6)) == ("#0000ff", "#ff0000")
    assert not preview.bar.field.isVisible() and not preview.bar.buttons[Command.FIND].isEnabled()


def test_pages_turn_by_keys_buttons_and_number(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    sharp(preview, qtbot)
    preview.activateWindow()
    preview.canvas.setFocus()
    qtbot.waitUntil(preview.canvas.hasFocus)
    assert (preview.bar.field.text(), preview.bar.total.text()) == ("1", " / 3")
    assert not preview.bar.buttons[Command.BEFORE].isEnabled()
    QTest.keyClick(preview.canvas, Qt.Key.Key_PageDown)
    assert preview.page == 1
    sharp(preview, qtbot)
    assert preview.canvas.sheet is not None and preview.canvas.sheet.width > preview.canvas.sheet.height
    QTest.mouseClick(preview.bar.buttons[Command.AFTER], Qt.MouseButton.LeftButton)
    assert preview.page == 2 and not preview.bar.buttons[Command.AFTER].isEnabled()
    QTest.keyClick(preview.canvas, Qt.Key.Key_PageDown)
    assert preview.page == 2  # there is no fourth
    field = preview.bar.field
    for typed, page in (("9", 2), ("1", 0)):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert preview.page == page
        assert field.text() == str(page + 1)


def test_zoom_asks_for_a_sharper_page(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    sharp(preview, qtbot)
    fitted = preview.canvas.scale
    preview.do(Command.LARGER)
    assert preview.canvas.scale > fitted and not preview.canvas.sharp
    sharp(preview, qtbot)
    preview.do(Command.ACTUAL)
    assert preview.bar.zoom.text() == "100 %"
    assert preview.canvas.verticalScrollBar().maximum() > 0
    preview.do(Command.FIT)
    assert preview.canvas.scale == fitted and preview.canvas.verticalScrollBar().maximum() == 0


def test_ctrl_and_wheel_zoom_where_the_pointer_is(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    sharp(preview, qtbot)
    canvas = preview.canvas
    canvas.zoom_to(1.0)
    at = QPointF(canvas.viewport().width() / 2, 30)
    top = canvas.verticalScrollBar().value()
    wheel = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.scale == 1.25
    share = (top + at.y()) / 1.0
    assert abs((canvas.verticalScrollBar().value() + at.y()) / 1.25 - share) < 5


def test_a_zoomed_page_is_dragged_about(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    preview.canvas.zoom_to(2.0)
    view, bar = preview.canvas.viewport(), preview.canvas.verticalScrollBar()
    bar.setValue(100)
    middle = view.rect().center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(0, -60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, -60))
    assert bar.value() == 160
    QTest.mouseMove(view, middle)
    assert bar.value() == 160  # let go


def test_words_are_found_marked_and_gone_through(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    sharp(preview, qtbot)
    preview.do(Command.FIND)
    bar = preview.searching.bar
    QTest.keyClicks(bar.field, "Gratifikasi")
    qtbot.waitUntil(lambda: bar.count.text() == "1 dari 3", timeout=20_000)
    every, current = preview.searching.marks(0)
    assert len(every) == 2 and set(current) < set(every)
    left, top, right, bottom = current[0]
    assert 0.4 < left < right < 0.7 and 0.05 < top < bottom < 0.12  # drawn 760 points above the foot
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert preview.page == 2 and bar.count.text() == "3 dari 3"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert preview.page == 0
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.page == 2
    bar.field.setText("tidak ada di sana")
    qtbot.waitUntil(lambda: bar.count.text() == "Tidak ditemukan", timeout=20_000)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible() and preview.searching.marks(2) == ([], ())


def test_marks_are_painted_on_the_page(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(paper)
    sharp(preview, qtbot)
    before = preview.canvas.viewport().grab().toImage()
    preview.canvas.mark([(0.1, 0.4, 0.2, 0.5)], [])
    assert preview.canvas.viewport().grab().toImage() != before


@pytest.mark.parametrize(
    ("inspection", "words", "may_open"),
    [
        (replace(PDF, state=FileState.LOCKED), "terkunci", False),
        (replace(PDF, state=FileState.DAMAGED), "rusak", False),
        (Inspection(FileKind.SPREADSHEET), "tidak mempunyai pratinjau", True),
        (PDF, "tidak dapat dibaca", False),  # the file is not there
    ],
)
def test_what_cannot_be_shown_is_said(
    preview: Preview, make_use: MakeUse, qtbot: QtBot, inspection: Inspection, words: str, may_open: bool
) -> None:
    use = make_use("lain", inspection)
    preview.show_use(use)
    qtbot.waitUntil(lambda: words in preview.notice.words.text(), timeout=20_000)
    assert preview.stack.currentWidget() is preview.notice and "“Judul lain”" in preview.notice.words.text()
    assert preview.notice.open.isVisible() is may_open
    assert not preview.bar.buttons[Command.LARGER].isEnabled()
    with qtbot.waitSignal(preview.show_folder_asked) as told:
        preview.do(Command.FOLDER)
    assert told.args == [use]


def test_nothing_chosen_says_so_and_takes_no_command(preview: Preview, qtbot: QtBot) -> None:
    assert "Pilih berkas" in preview.notice.words.text()
    with qtbot.assertNotEmitted(preview.open_asked):
        preview.do(Command.OPEN)


def test_the_same_content_keeps_its_page(preview: Preview, paper: EvidenceUse) -> None:
    preview.show_use(paper)
    preview.show_page(2)
    preview.show_use(replace(paper, title="Judul baru"))
    assert preview.page == 2 and preview.use is not None and preview.use.title == "Judul baru"


def test_pages_not_counted_yet_are_counted(preview: Preview, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview.show_use(replace(paper, file=replace(paper.file, inspection=replace(PDF, pages=None))))
    qtbot.waitUntil(lambda: preview.pages == 3, timeout=20_000)
    assert preview.bar.total.text() == " / 3"


def test_every_control_has_a_name_and_the_compact_form_misses_no_command(
    tools: PreviewTools, qtbot: QtBot
) -> None:
    for compact in (False, True):
        preview = Preview(tools, compact=compact)
        qtbot.addWidget(preview)
        bar = preview.bar
        assert all(button.accessibleName() and button.toolTip() for button in bar.buttons.values())
        reached = {*bar.buttons, *bar.actions_by}
        assert {way.command for way in WAYS} - reached == (set() if compact else {Command.ENLARGE})


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_the_compact_bar_fits_a_narrow_panel(
    tools: PreviewTools, paper: EvidenceUse, dressed: Application, qtbot: QtBot, scale: float
) -> None:
    dressed.theme.apply("light", scale)
    try:
        preview = Preview(tools, compact=True)
        preview.setMinimumWidth(1)
        qtbot.addWidget(preview)
        preview.show_use(paper)
        preview.show()
        seen = {}
        for wide in (600, round(300 * scale)):
            preview.resize(wide, 400)
            QApplication.processEvents()
            bar = preview.bar
            places = [
                w.geometry() for w in (*bar.buttons.values(), bar.field, bar.total, bar.more) if w.isVisible()
            ]
            places.sort(key=lambda place: place.left())
            assert all(one.right() < other.left() for one, other in pairwise(places))
            assert places[-1].right() <= bar.width()
            seen[wide] = bar.buttons[Command.TURN_RIGHT].isVisible()
        assert list(seen.values()) == [True, False] and Command.TURN_RIGHT in preview.bar.actions_by
    finally:
        dressed.theme.apply("light", 1.0)


def test_the_large_preview_goes_to_neighbours_and_closes(
    tools: PreviewTools, paper: EvidenceUse, photo: EvidenceUse, qtbot: QtBot
) -> None:
    dialog = PreviewDialog(tools)
    qtbot.addWidget(dialog)
    dialog.show_uses([paper, photo], paper)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.isModal() and dialog.number.text() == "1 dari 2 berkas"
    with qtbot.waitSignal(dialog.shown) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert told.args == [photo] and dialog.preview.use == photo and "Judul foto" in dialog.windowTitle()
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.preview.use == photo  # the last
    QTest.keyClick(dialog, Qt.Key.Key_Left)
    assert dialog.preview.use == paper
    dialog.update_uses([photo])
    assert dialog.preview.use == photo and not dialog.after.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.preview.use is None


def test_escape_ends_a_search_before_it_closes_the_dialog(
    tools: PreviewTools, paper: EvidenceUse, qtbot: QtBot
) -> None:
    dialog = PreviewDialog(tools)
    qtbot.addWidget(dialog)
    dialog.show_uses([paper], paper)
    dialog.preview.do(Command.FIND)
    QTest.keyClick(dialog.preview.searching.bar.field, Qt.Key.Key_Escape)
    assert dialog.isVisible() and not dialog.preview.searching.bar.isVisible()


# the lane


def test_only_the_newest_question_is_answered(dressed: Application, qtbot: QtBot) -> None:
    lane, gate = PreviewLane(), threading.Event()
    answers: list[str] = []

    def slow(_cancel: CancelToken) -> str:
        gate.wait(10)
        return "lama"

    def refuse(fault: ZideskError) -> None:
        answers.append(repr(fault))

    lane.ask("satu", slow, on_done=answers.append, on_error=refuse)
    lane.ask("satu", lambda _cancel: "baru", on_done=answers.append, on_error=refuse)
    lane.ask("dua", lambda _cancel: "lain", on_done=answers.append, on_error=refuse)
    gate.set()
    qtbot.waitUntil(lambda: not lane.busy(), timeout=10_000)
    lane.close()
    QApplication.processEvents()
    assert sorted(answers) == ["baru", "lain"]


def test_faults_are_delivered_and_the_forgotten_stay_silent(
    dressed: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    lane, gate = PreviewLane(), threading.Event()
    faults: list[ZideskError] = []
    answers: list[object] = []

    def broken(_cancel: CancelToken) -> None:
        raise PictureUnavailable(tmp_path, "damaged")

    def waiting(cancel: CancelToken) -> str:
        gate.wait(10)
        cancel.check()
        return "tidak diminta lagi"

    lane.ask("rusak", broken, on_done=answers.append, on_error=faults.append)
    lane.ask("lupa", waiting, on_done=answers.append, on_error=faults.append)
    lane.forget("lupa")
    gate.set()
    qtbot.waitUntil(lambda: bool(faults), timeout=10_000)
    lane.close()
    lane.ask("rusak", broken, on_done=answers.append, on_error=faults.append)  # closed: nothing happens
    QApplication.processEvents()
    assert len(faults) == 1 and not answers and not lane.busy()


def test_a_preview_that_is_gone_is_not_told(tools: PreviewTools, paper: EvidenceUse, qtbot: QtBot) -> None:
    preview = Preview(tools)
    preview.show_use(paper)
    preview.canvas.ask_sharper()
    assert tools.lane.busy()
    preview.deleteLater()
    qtbot.waitUntil(lambda: not tools.lane.busy(), timeout=10_000)


# sizes

sides = st.floats(10, 20_000)
sheets = st.builds(Sheet, sides, sides, st.booleans(), st.integers(0, 3))
areas = st.tuples(*[st.floats(0, 0.5)] * 2, *[st.floats(0.5, 1)] * 2)


@given(sheets, sides, sides)
def test_a_fitted_page_is_within_its_room(sheet: Sheet, wide: float, high: float) -> None:
    scale = fitting_scale(sheet, (wide, high))
    width, height = sheet.shown
    if scale > 0.05:
        assert width * scale <= wide * 1.0001 and height * scale <= high * 1.0001
    assert sheet.enlarges or scale <= 1


@given(st.floats(0.05, 8.0))
def test_zoom_steps_go_their_way_and_end(scale: float) -> None:
    assert stepped(scale, 1) > scale or scale > 7.9
    assert stepped(scale, -1) < scale or scale < 0.051


@given(sheets, st.floats(0.05, 8.0), st.floats(1, 3))
def test_no_page_is_rendered_beyond_memory(sheet: Sheet, scale: float, ratio: float) -> None:
    width = sharp_width(sheet, scale, ratio)
    assert width >= 1
    assert (width - 1) ** 2 * sheet.height / sheet.width <= 12_000_000 * 1.001
    assert sheet.enlarges or width <= sheet.width * ratio + 1


@given(areas, st.integers(0, 7))
def test_four_quarter_turns_bring_an_area_back(area: tuple[float, float, float, float], turns: int) -> None:
    turned = turned_area(turned_area(area, turns), 4 - turns % 4)
    assert all(abs(one - other) < 1e-9 for one, other in zip(turned, area, strict=True))


def test_a_quarter_turn_is_clockwise() -> None:
    assert turned_area((0.0, 0.0, 0.5, 0.25), 1) == (0.75, 0.0, 1.0, 0.5)  # upper left goes to upper right


def test_sheets_by_what_is_known(dressed: Application) -> None:
    sideways = Inspection(FileKind.IMAGE, width=400, height=300, orientation=6)
    assert first_sheet(sideways, None, 2.0) == Sheet(150, 200)
    landscape = QPixmap(160, 80)
    assert first_sheet(PDF, landscape, 1.0).shown == (1123.0, 561.5)
    paper = first_sheet(PDF, None, 1.0)
    assert paper == paper_sheet(210, 297)
    assert sheet_like(paper, 2100, 2971) == paper
    turned = sheet_like(paper.turned(1), 297, 210)
    assert (round(turned.width), turned.turns, turned.enlarges) == (1123, 1, True)
