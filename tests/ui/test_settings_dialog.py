"""The settings dialog and its neighbours, used by keyboard and mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from zidesk.storage.settings import Settings
from zidesk.ui.dialogs.about import AboutDialog, versions
from zidesk.ui.dialogs.settings.dialog import SettingsDialog, Surroundings
from zidesk.ui.dialogs.settings.folder_check import FolderState, look_at_folder
from zidesk.ui.jobs import Jobs
from zidesk.ui.theme import MODES, running_theme

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
REFERENCE = QSize(1366, 768)
BEFORE = Settings(operator="Siti", theme="light", text_scale=100, backup_count=12)


class Desk:
    """A dialog over a window, and what it told."""

    def __init__(self, window: QWidget, folder: Path, settings: Settings = BEFORE) -> None:
        self.jobs = Jobs(window)
        self.chosen: list[Path | None] = []
        self.shown: list[Path] = []
        around = Surroundings("siti-pc", folder, self.shown.append, lambda _parent, _start: self.chosen.pop())
        self.dialog = SettingsDialog(window, settings, self.jobs, around)
        self.previewed: list[Settings] = []
        self.saved: list[Settings] = []
        self.dialog.previewed.connect(self.previewed.append)
        self.dialog.saved.connect(self.saved.append)
        self.dialog.open()


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDesk]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made: list[Desk] = []

    def make(settings: Settings = BEFORE) -> Desk:
        made.append(Desk(window, tmp_path, settings))
        qtbot.waitExposed(made[-1].dialog)
        return made[-1]

    yield make
    for desk in made:
        desk.dialog.reject()
        desk.jobs.close()


@pytest.fixture
def desk(make: MakeDesk) -> Desk:
    return make()


def press_save(desk: Desk) -> None:
    QTest.mouseClick(desk.dialog.save, LEFT)


def test_saved_unchanged_settings_are_as_before(make: MakeDesk, tmp_path: Path) -> None:
    own = replace(BEFORE, theme="contrast", paper="F4", backup_folder=tmp_path)
    desk = make(own)
    press_save(desk)
    assert desk.saved == [own] and desk.previewed == []


def test_everything_can_be_changed_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    dialog = desk.dialog
    dialog.sections.setFocus()
    operator = dialog.general.fields["operator"].line
    operator.setFocus()
    operator.selectAll()
    QTest.keyClicks(operator, "  Ahmad  Fauzi ")
    dialog.sections.setFocus()
    QTest.keyClick(dialog.sections, Key.Key_Down)
    assert dialog.stack.currentWidget() is dialog.look
    dialog.look.slider.setFocus()
    QTest.keyClick(dialog.look.slider, Key.Key_Right)
    QTest.keyClick(dialog.look.slider, Key.Key_Right)
    dialog.look.cards["light"].setFocus()
    QTest.keyClick(dialog.look.cards["light"], Key.Key_Right)
    QTest.keyClick(dialog.sections, Key.Key_Down)
    assert dialog.stack.currentWidget() is dialog.paper
    row = dialog.paper.papers.rows[1]
    row.setFocus()
    QTest.keyClick(row, Key.Key_Return)
    QTest.keyClick(dialog.sections, Key.Key_Down)
    dialog.backups.count.setFocus()
    QTest.keyClick(dialog.backups.count, Key.Key_Up)
    QTest.keyClick(dialog.backups.count, Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.saved == [
        Settings(
            operator="Ahmad Fauzi",
            text_scale=110,
            theme="dark",
            paper="F4",
            backup_count=13,
        )
    ]


def test_text_and_theme_are_seen_at_once_and_go_back_with_cancel(desk: Desk) -> None:
    look = desk.dialog.look
    desk.dialog.show_page(look)
    look.number.setValue(125)
    QTest.mouseClick(look.cards["dark"], LEFT)
    assert [(wish.text_scale, wish.theme) for wish in desk.previewed] == [(125, "light"), (125, "dark")]
    assert look.slider.value() == 125
    desk.dialog.general.fields["operator"].line.setText("Lain")
    QTest.keyClick(desk.dialog, Key.Key_Escape)
    assert desk.previewed[-1] == BEFORE
    assert desk.saved == [] and not desk.dialog.isVisible()


def test_closing_without_a_look_shows_nothing_anew(desk: Desk) -> None:
    desk.dialog.close()
    assert desk.previewed == [] and desk.saved == []


def test_the_usual_size_is_one_press_away(make: MakeDesk) -> None:
    desk = make(replace(BEFORE, text_scale=140))
    desk.dialog.show_page(desk.dialog.look)
    QTest.mouseClick(desk.dialog.look.usual, LEFT)
    assert desk.previewed[-1].text_scale == 100


def test_a_folder_is_judged_where_it_is_typed(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = desk.dialog.backups
    desk.dialog.show_page(page)
    hint = page.fields["folder"].hint
    page.line.setFocus()
    QTest.keyClicks(page.line, "cadangan")
    press_save(desk)
    assert desk.saved == [] and "selengkapnya" in hint.text() and page.line.hasFocus()
    page.line.selectAll()
    QTest.keyClicks(page.line, str(tmp_path / "E"))
    qtbot.waitUntil(lambda: "tidak terjangkau" in hint.text())
    desk.chosen.append(tmp_path)
    QTest.mouseClick(page.choose, LEFT)
    qtbot.waitUntil(lambda: hint.property("look") == "ok")
    press_save(desk)
    assert desk.saved[0].backup_folder == tmp_path


def test_a_missing_drive_does_not_keep_from_saving(make: MakeDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk = make(replace(BEFORE, backup_folder=tmp_path / "E"))
    qtbot.waitUntil(lambda: desk.dialog.backups.fields["folder"].hint.property("look") == "warn")
    press_save(desk)
    assert desk.saved[0].backup_folder == tmp_path / "E"


def test_the_folder_can_be_let_go(make: MakeDesk, tmp_path: Path) -> None:
    desk = make(replace(BEFORE, backup_folder=tmp_path))
    desk.dialog.show_page(desk.dialog.backups)
    QTest.mouseClick(desk.dialog.backups.remove, LEFT)
    press_save(desk)
    assert desk.saved[0].backup_folder is None


def test_going_back_from_the_folder_dialog_keeps_what_was(make: MakeDesk, tmp_path: Path) -> None:
    desk = make(replace(BEFORE, backup_folder=tmp_path))
    desk.dialog.show_page(desk.dialog.backups)
    desk.chosen.append(None)
    QTest.mouseClick(desk.dialog.backups.choose, LEFT)
    assert desk.dialog.backups.folder() == tmp_path


def test_what_a_folder_is_found_to_be(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    assert look_at_folder(tmp_path) is FolderState.FINE
    assert look_at_folder(tmp_path / "tidak ada") is FolderState.GONE
    assert look_at_folder(tmp_path / "berkas") is FolderState.GONE


def test_the_folder_of_the_settings_can_be_shown(desk: Desk, tmp_path: Path) -> None:
    QTest.mouseClick(desk.dialog.general.show_folder, LEFT)
    assert desk.shown == [tmp_path]
    texts = [found.text() for found in desk.dialog.general.findChildren(QLabel)]
    assert any("siti-pc" in text for text in texts) and str(tmp_path) in texts


def test_it_grows_with_the_text(desk: Desk) -> None:
    theme = running_theme()
    assert theme is not None
    before, size, side = theme.scale, desk.dialog.size_on(REFERENCE), desk.dialog.sections.width()
    try:
        theme.apply(theme.mode, 1.25)
        QApplication.processEvents()
        assert desk.dialog.size_on(REFERENCE).width() > size.width()
        assert desk.dialog.sections.width() > side
    finally:
        theme.apply(theme.mode, before)
    assert desk.dialog.size_on(REFERENCE) == size


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_it_fits_the_reference_screen(make: MakeDesk, scale: float) -> None:
    theme = running_theme()
    assert theme is not None
    mode, before = theme.mode, theme.scale
    try:
        theme.apply(mode, scale)
        desk = make()
        dialog = desk.dialog
        dialog.resize(dialog.size_on(REFERENCE))
        for page in dialog.pages:
            dialog.show_page(page)
            QApplication.processEvents()
            inside = page.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= page.viewport().width(), page.name
            assert scale > 1.25 or inside.height() <= page.viewport().height(), page.name
        least = dialog.minimumSizeHint()
        assert least.width() <= 1366 - 48 and least.height() <= 768 - 72
    finally:
        theme.apply(mode, before)


def test_every_control_has_a_name_and_is_large_enough(desk: Desk) -> None:
    dialog = desk.dialog
    for page in dialog.pages:
        dialog.show_page(page)
        QApplication.processEvents()
        controls = [
            page_widget
            for page_widget in dialog.findChildren(QWidget)
            if page_widget.isVisible()
            and page_widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and page_widget.parentWidget() is not dialog.backups.count
            and page_widget.parentWidget() is not dialog.look.number
            and page_widget not in dialog.pages
        ]
        assert len(controls) >= 4
        for control in controls:
            assert control.accessibleName() or getattr(control, "text", str)(), control
            assert control.height() >= 32, control


def test_the_cards_show_every_mode_of_the_theme(desk: Desk) -> None:
    assert set(desk.dialog.look.cards) == set(MODES)


# about


@pytest.fixture
def about(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[AboutDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AboutDialog(window, tmp_path / "setelan.json", None)
    dialog.show()
    yield dialog


def test_about_tells_the_version_of_every_part(about: AboutDialog) -> None:
    facts = dict(versions())
    assert {"ZIDesk", "Python", "PySide6", "Qt", "SQLite", "ReportLab", "Pillow", "PDFium (pypdfium2)"} <= set(
        facts
    )
    assert all(words[0].isdigit() for name, words in facts.items() if name != "Sistem")


def test_a_part_without_a_record_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import PackageNotFoundError

    def unknown(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr("zidesk.ui.dialogs.about.version", unknown)
    assert dict(versions())["Pillow"] == "versi tidak tercatat"


def test_about_can_be_copied(about: AboutDialog, tmp_path: Path) -> None:
    QTest.mouseClick(about.copy, LEFT)
    text = QGuiApplication.clipboard().text()
    assert text == about.text() and about.copied.text() == "Tersalin"
    assert f"Pengaturan: {tmp_path / 'setelan.json'}" in text.splitlines()
    assert "Berkas kerja: belum ada yang dibuka" in text.splitlines()
    QTest.keyClick(about, Key.Key_Escape)
    assert not about.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_about_is_as_high_as_its_words_and_fits(dressed: QApplication, qtbot: QtBot, scale: float) -> None:
    theme = running_theme()
    assert theme is not None
    before = theme.scale
    try:
        theme.apply(theme.mode, scale)
        window = QWidget()
        qtbot.addWidget(window)
        place = Path("/rumah/siti/Dokumen/ZIDesk/SMA Negeri 1 Lembah Cendana-2026")
        dialog = AboutDialog(window, place / "setelan.json", place)
        dialog.show()
        assert dialog.width() <= 1366 - 48 and dialog.height() <= 768 - 72
        for words in dialog.findChildren(QLabel):
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    finally:
        theme.apply(theme.mode, before)
