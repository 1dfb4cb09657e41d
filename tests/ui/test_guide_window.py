"""The guide under F1: where it opens, what is found in it, the ways back, its looks; over dialogs, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk, MakeDesk
from zidesk.services.guide.reading import load_guide
from zidesk.storage.paths import Resources, shipped_resources
from zidesk.ui.dialogs.guide.trail import Spot, Trail
from zidesk.ui.dialogs.guide.window import GuideWindow
from zidesk.ui.guide_places import DIALOG_PLACES
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, DOCUMENTS, INBOX_PAGE, OVERVIEW, PLAN
from zidesk.ui.theme import running_theme

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def guide(dressed: QApplication, qtbot: QtBot) -> Iterator[GuideWindow]:
    folder = shipped_resources().guide
    window = GuideWindow(load_guide(folder), folder)
    window.open_at("start")
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifiers)


def rows(guide: GuideWindow) -> list[str]:
    model = guide.contents.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


# reading


def test_it_opens_on_a_chapter_with_the_search_in_hand(guide: GuideWindow) -> None:
    assert guide.chapter == "sepuluh-menit" and "Sepuluh menit pertama" in guide.text.toPlainText()
    assert guide.contents.search.hasFocus()
    assert rows(guide)[:3] == ["Mulai", "Sepuluh menit pertama", "Sekolah baru"]
    assert guide.contents.list.currentIndex().data() == "Sepuluh menit pertama"


def test_the_keys_go_through_the_chapters_and_into_the_text(guide: GuideWindow) -> None:
    press(guide, Key.Key_Down)
    assert guide.chapter == "sekolah-baru"
    press(guide, Key.Key_Down)
    assert guide.chapter == "penilaian", "over the name of a part"
    press(guide, Key.Key_Return)
    assert guide.text.hasFocus()
    top = guide.text.verticalScrollBar()
    press(guide, Key.Key_PageDown)
    assert top.value() > 0


def test_back_and_forward(guide: GuideWindow) -> None:
    assert not guide.back.isEnabled() and not guide.forward.isEnabled()
    press(guide, Key.Key_Down)
    press(guide, Key.Key_Left, ALT)
    assert (
        guide.chapter == "sepuluh-menit" and guide.contents.list.currentIndex().data() == "Sepuluh menit pertama"
    )
    press(guide, Key.Key_Right, ALT)
    assert guide.chapter == "sekolah-baru" and not guide.forward.isEnabled()
    QTest.mouseClick(guide.back, Qt.MouseButton.LeftButton)
    assert guide.chapter == "sepuluh-menit"


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    trail = Trail()
    assert trail.back() is None and trail.forward() is None and trail.here is None
    for key in ("a", "b", "b", "c"):
        trail.go(Spot(key))
    assert trail.back() == Spot("b") and trail.ways == (True, True)
    trail.go(Spot("d"))
    assert trail.ways == (True, False) and trail.back() == Spot("b") and trail.back() == Spot("a")


def test_a_link_leads_to_its_chapter_and_heading(guide: GuideWindow) -> None:
    guide.text.anchorClicked.emit(QUrl("paket.md#berkas-gabungan"))
    assert guide.chapter == "paket"
    assert guide.text.verticalScrollBar().value() > 0
    guide.text.anchorClicked.emit(QUrl("#tujuan"))
    assert guide.chapter == "paket"


@pytest.mark.parametrize("link", ["https://example.org/a.md", "file:///etc/passwd", "tidak-ada.md"])
def test_no_link_leads_out_of_the_guide(guide: GuideWindow, link: str) -> None:
    guide.text.anchorClicked.emit(QUrl(link))
    assert guide.chapter == "sepuluh-menit"
    assert guide.text.loadResource(3, QUrl(link)) is None, "no style sheet either"


def test_pictures_come_from_the_guide_only_and_fit_the_text(guide: GuideWindow, qtbot: QtBot) -> None:
    picture = guide.text.loadResource(2, QUrl("gambar/penilaian.png"))
    assert isinstance(picture, QImage) and 300 < picture.width() <= guide.text.viewport().width()
    assert guide.text.loadResource(2, QUrl("../../icons/app/zidesk-256.png")).isNull()
    guide.resize(800, 600)
    guide.text.show_chapter('<img src="gambar/penilaian.png">')
    qtbot.waitUntil(lambda: guide.text.document().idealWidth() <= guide.text.viewport().width())


# searching


def test_what_is_typed_is_found_at_once_and_marked(guide: GuideWindow) -> None:
    QTest.keyClicks(guide.contents.search, "exfat")
    assert "Kalau terjadi masalah › Membuat paket" in rows(guide)
    assert guide.chapter == "masalah" and {mark.casefold() for mark in guide.text.marks()} == {"exfat"}
    assert guide.contents.found.isVisible()
    press(guide, Key.Key_Escape)
    assert guide.isVisible() and guide.contents.search.text() == "" and guide.text.marks() == []
    assert rows(guide)[0] == "Mulai" and guide.contents.list.currentIndex().data() == "Kalau terjadi masalah"
    press(guide, Key.Key_Escape)
    assert not guide.isVisible()


def test_the_arrows_go_from_hit_to_hit_while_one_types(guide: GuideWindow) -> None:
    QTest.keyClicks(guide.contents.search, "cadangan")
    first = guide.contents.list.currentIndex().row()
    press(guide, Key.Key_Down)
    assert guide.contents.list.currentIndex().row() == first + 1 and guide.contents.search.hasFocus()
    press(guide, Key.Key_Up)
    assert guide.contents.list.currentIndex().row() == first


def test_the_first_word_that_is_marked_is_in_view(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.resize(900, 320)
    qtbot.waitUntil(lambda: guide.text.viewport().height() < 320)
    QTest.keyClicks(guide.contents.search, "exfat")
    found = guide.text.document().find("exfat")
    assert 0 <= guide.text.cursorRect(found).top() < guide.text.viewport().height()


def test_back_leads_to_where_the_search_began(guide: GuideWindow) -> None:
    QTest.keyClicks(guide.contents.search, "exfat")
    press(guide, Key.Key_Down)
    press(guide, Key.Key_Left, ALT)
    assert guide.chapter == "sepuluh-menit"


def test_nothing_found_says_what_to_do(guide: GuideWindow) -> None:
    QTest.keyClicks(guide.contents.search, "xyzzy")
    assert rows(guide) == [] and "xyzzy" in guide.contents.found.text() and "Coba" in guide.contents.found.text()
    assert guide.text.toPlainText(), "what was read stays"


def test_ctrl_f_returns_to_the_search(guide: GuideWindow) -> None:
    guide.text.setFocus()
    press(guide, Key.Key_F, CTRL)
    assert guide.contents.search.hasFocus()


# looks


@pytest.mark.parametrize("mode", ["dark", "contrast"])
def test_it_follows_the_theme_and_the_size_of_text(guide: GuideWindow, qtbot: QtBot, mode: str) -> None:
    theme = running_theme()
    assert theme is not None
    before = (theme.mode, theme.scale)
    height = guide.text.document().size().height()
    try:
        theme.apply(mode, 1.5)  # type: ignore[arg-type]
        colour = theme.colours.text.lower()
        qtbot.waitUntil(lambda: colour in guide.text.document().defaultStyleSheet().lower())
        qtbot.waitUntil(lambda: guide.text.document().size().height() > height * 1.1)
        seen = guide.text.grab().toImage().pixelColor(QPoint(4, 4)).name().upper()
        assert seen == theme.colours.surface.upper()
    finally:
        theme.apply(*before)


def test_every_control_has_a_name(guide: GuideWindow) -> None:
    for widget in (guide.back, guide.forward, guide.pdf, guide.text, guide.contents.search, guide.contents.list):
        assert widget.accessibleName()
        assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus


# from the window


@pytest.mark.parametrize(
    ("page", "chapter"),
    [
        (OVERVIEW, "beranda"),
        (ASSESSMENT, "penilaian"),
        (INBOX_PAGE, "kotak-masuk"),
        (PLAN, "rencana-aksi"),
        (DOCUMENTS, "dokumen"),
        (BUNDLE, "paket"),
    ],
)
def test_f1_opens_the_chapter_of_the_page(desk: Desk, qtbot: QtBot, page: str, chapter: str) -> None:
    desk.window.show_page(page)
    desk.settle()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    press(desk.window, Key.Key_F1)
    shown = desk.window.guide.shown
    assert shown is not None and shown.isVisible() and shown.chapter == chapter


def test_the_button_opens_it_without_a_workspace_and_it_goes_with_the_window(
    make_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = make_desk()
    QTest.mouseClick(desk.window.header.guide, Qt.MouseButton.LeftButton)
    shown = desk.window.guide.shown
    assert shown is not None and shown.chapter == "sepuluh-menit"
    assert shown.windowModality() == Qt.WindowModality.NonModal
    desk.close()
    qtbot.waitUntil(lambda: desk.window.guide.shown is None)


def test_f1_in_a_dialog_opens_its_chapter_beside_it(desk: Desk, qtbot: QtBot) -> None:
    desk.window.desk.ask_settings()
    dialog = desk.window.desk.dialog
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    press(dialog, Key.Key_F1)
    shown = desk.window.guide.shown
    assert shown is not None and shown.chapter == "pengaturan" and dialog.isVisible()
    qtbot.waitUntil(shown.isActiveWindow)
    QTest.keyClicks(shown.contents.search, "exfat")
    assert shown.chapter == "masalah", "it can be used while the dialog waits"
    shown.close()
    dialog.close()


def test_a_second_f1_turns_to_the_page_that_is_in_view_by_then(desk: Desk) -> None:
    press(desk.window, Key.Key_F1)
    shown = desk.window.guide.shown
    assert shown is not None
    shown.contents.search.setText("exfat")
    desk.window.activateWindow()
    desk.window.show_page(OVERVIEW)
    desk.window.guide.open()
    assert desk.window.guide.shown is shown and shown.chapter == "beranda" and not shown.contents.searching


def test_the_guide_is_saved_as_a_pdf(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "Panduan.pdf"
    desk.window.guide.ask_pdf = lambda _parent: out
    press(desk.window, Key.Key_F1)
    shown = desk.window.guide.shown
    assert shown is not None
    QTest.mouseClick(shown.pdf, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "tersimpan" in shown.note.text(), timeout=30_000)
    assert out.read_bytes().startswith(b"%PDF") and str(out) in shown.note.text()


def test_a_place_that_takes_no_pdf_is_told_of(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.window.guide.ask_pdf = lambda _parent: tmp_path / "tidak ada" / "Panduan.pdf"
    press(desk.window, Key.Key_F1)
    shown = desk.window.guide.shown
    assert shown is not None
    shown.pdf.click()
    qtbot.waitUntil(lambda: "Tempat" in shown.note.text(), timeout=30_000)
    desk.window.guide.ask_pdf = lambda _parent: None
    shown.tell("")
    shown.pdf.click()
    assert not shown.note.isVisible(), "the user went back"


def test_a_guide_that_is_not_there_is_told_of(desk: Desk, tmp_path: Path) -> None:
    desk.window.guide._resources = Resources(tmp_path)
    press(desk.window, Key.Key_F1)
    assert desk.window.guide.shown is None
    told = [label.text() for label in desk.window.strip.findChildren(QLabel)]
    assert any("Panduan tidak ditemukan" in text for text in told)


def test_every_dialog_that_has_a_place_is_there() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "zidesk" / "ui" / "dialogs").rglob("*.py")
    )
    assert [name for name in DIALOG_PLACES if f"class {name}(" not in sources] == []


def test_a_newcomer_is_led_to_the_first_chapter(make_desk: MakeDesk) -> None:
    desk = make_desk()
    assert desk.window.start.learn.isVisible()
    QTest.mouseClick(desk.window.start.learn, Qt.MouseButton.LeftButton)
    shown = desk.window.guide.shown
    assert shown is not None and shown.chapter == "sepuluh-menit"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_a_small_screen(guide: GuideWindow, qtbot: QtBot, scale: float) -> None:
    theme = running_theme()
    assert theme is not None
    before = (theme.mode, theme.scale)
    try:
        theme.apply("light", scale)
        qtbot.waitUntil(lambda: guide.minimumSizeHint().width() <= 1366 - 48)
        guide.resize(1366 - 48, 768 - 72)
        assert guide.minimumSizeHint().height() <= 768 - 72
        assert guide.pdf.width() >= guide.pdf.sizeHint().width()
    finally:
        theme.apply(*before)
