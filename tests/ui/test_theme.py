"""The theme: every colour can be read where it stands, and a change reaches what is on the screen already."""

import itertools
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QIcon, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton, QWidget

from tests.ui.conftest import Desk
from zidesk.ui.application import Application, make_application
from zidesk.ui.icon_set import set_icon
from zidesk.ui.marks import Mark
from zidesk.ui.models.instrument_model import Role
from zidesk.ui.page_keys import OVERVIEW
from zidesk.ui.theme import (
    BODY,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SECONDARY,
    Colours,
    Theme,
    colours,
    font,
    scaled,
    set_font,
    set_size,
)
from zidesk.ui.theme.contrast import contrast
from zidesk.ui.theme.system import system_colours
from zidesk.ui.widgets.labels import label, push_button, set_look
from zidesk.ui.widgets.line_row import widths_of
from zidesk.ui.widgets.sign import Sign

_PALETTES = {"terang": LIGHT, "gelap": DARK, "kontras": HIGH_CONTRAST}
_GROUNDS = ("window", "surface")
_TEXT = [
    *itertools.product(("text", "muted", "accent", "ok", "warn", "bad"), _GROUNDS),
    *itertools.product(("text", "muted", "accent"), ("accent_soft",)),
    ("ok", "ok_soft"),
    *itertools.product(("warn", "text"), ("warn_soft",)),
    ("bad", "bad_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("muted", "track"),  # a button that cannot be pressed
    ("on_strip", "strip"),
    ("strip_warn", "strip"),
]
_LINES = [
    *itertools.product(("control_line", "focus", "accent", "bad"), _GROUNDS),
    ("focus", "accent_soft"),
    ("strip_line", "strip"),
    *itertools.product(("accent", "ok", "warn"), ("track",)),
]


@pytest.fixture
def application(dressed: Application) -> Iterator[Application]:
    dressed.theme.apply("light", 1.0)
    yield dressed
    dressed.theme.apply("light", 1.0)


@pytest.mark.parametrize("palette", _PALETTES.values(), ids=_PALETTES)
@pytest.mark.parametrize(("ink", "ground"), _TEXT)
def test_words_can_be_read(palette: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", _PALETTES.values(), ids=_PALETTES)
@pytest.mark.parametrize(("line", "ground"), _LINES)
def test_controls_can_be_seen(palette: Colours, line: str, ground: str) -> None:
    assert contrast(getattr(palette, line), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", _PALETTES.values(), ids=_PALETTES)
def test_signs_of_the_style_sheet_can_be_seen(palette: Colours) -> None:
    assert contrast(_ink(palette.ink), palette.surface) >= 4.5
    assert contrast(_ink(palette.ink_on_accent), palette.accent) >= 4.5


def _ink(name: str) -> str:
    return {"black": "#000000", "white": "#FFFFFF"}[name]


def test_contrast_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ink", ["black", "white"])
def test_ready_made_signs_are_the_icons_in_ink(resources_root: Path, ink: str) -> None:
    made = sorted((resources_root / "icons" / "ink" / ink).iterdir())
    assert [path.stem for path in made] == ["check", "chevron-down", "chevron-right", "chevron-up", "minus"]
    for path in made:
        icon = (resources_root / "icons" / path.name).read_text(encoding="utf-8")
        assert path.read_text(encoding="utf-8") == icon.replace("currentColor", _ink(ink))


def test_the_one_application_is_kept(application: Application) -> None:
    assert make_application([]) is application


def test_a_theme_tells_of_changes_only(application: Application) -> None:
    told: list[str] = []
    application.theme.changed.connect(lambda: told.append(application.theme.mode))
    application.theme.apply("dark", 1.0)
    application.theme.apply("dark", 1.0)
    application.theme.apply("dark", 1.2)
    assert told == ["dark", "dark"]
    assert colours() is DARK


@pytest.mark.parametrize(("asked", "got"), [(0.1, 0.9), (1.25, 1.25), (7.0, 1.5)])
def test_the_size_of_text_has_bounds(application: Application, asked: float, got: float) -> None:
    application.theme.apply("light", asked)
    assert application.theme.scale == got
    assert font(BODY).pointSizeF() == pytest.approx(BODY * got)


@pytest.mark.parametrize(
    ("window", "text", "expected"),
    [("#EFEFEF", "#000000", LIGHT), ("#202124", "#F0F0F0", DARK), ("#000000", "#FFFFFF", HIGH_CONTRAST)],
)
def test_following_a_system_that_tells_by_its_palette(window: str, text: str, expected: Colours) -> None:
    class Mute:
        """The hints of a Qt that knows nothing of schemes."""

    original = QPalette()
    original.setColor(QPalette.ColorRole.Window, QColor(window))
    original.setColor(QPalette.ColorRole.WindowText, QColor(text))
    assert system_colours(Mute(), original) is expected  # type: ignore[arg-type]


def test_every_palette_role_changes_between_light_and_dark() -> None:
    same = [part.name for part in fields(Colours) if getattr(LIGHT, part.name) == getattr(DARK, part.name)]
    assert same == []


def _dominant(widget: QWidget) -> str:
    """The commonest colour of a picture of the widget."""
    image = widget.grab().toImage()
    places = itertools.product(range(0, image.width(), 3), range(0, image.height(), 3))
    points = [image.pixelColor(x, y).name() for x, y in places]
    return max(set(points), key=points.count).upper()


def _colours_in(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(("mode", "palette"), [("dark", DARK), ("contrast", HIGH_CONTRAST)])
def test_the_open_window_is_painted_anew(
    application: Application, desk: Desk, mode: str, palette: Colours
) -> None:
    desk.show("A.I.1.i.a")
    tree, list_ = desk.window.assessment.tree.tree, desk.window.assessment.evidence
    option = desk.window.assessment.question.choices.rows[0]
    assert _dominant(tree) == LIGHT.surface
    application.theme.apply(mode, 1.0)  # type: ignore[arg-type]
    assert _dominant(tree) == _dominant(list_) == palette.surface
    assert _dominant(desk.window) in (palette.surface, palette.window)
    chosen = next(row for row in desk.window.assessment.question.choices.rows if row.isChecked())
    assert _dominant(chosen) == palette.accent_soft.upper()
    assert LIGHT.text not in _colours_in(option)


def test_text_of_labels_buttons_and_rows_grows(application: Application, desk: Desk) -> None:
    desk.show("A.I.1.i.a")
    window = desk.window
    tree = window.assessment.tree.tree
    first = tree.model().index(0, 0)
    before = tree.visualRect(first).height()
    option = window.assessment.question.choices.rows[0]
    option_before = option.height()
    application.theme.apply("light", 1.5)
    QTest.qWait(50)
    assert window.assessment.question.head.code.font().pointSizeF() == pytest.approx(SECONDARY * 1.5)
    assert window.rail.buttons[OVERVIEW].font().pointSizeF() == pytest.approx(SECONDARY * 1.5)
    assert window.header.menu.font().pointSizeF() == pytest.approx(BODY * 1.5)
    assert tree.visualRect(first).height() >= max(before, QFontMetrics(font(BODY)).height() + 12)
    assert option.height() > option_before
    assert window.status.height() == scaled(36) == 54


def test_the_reference_screen_holds_the_window_at_every_size(application: Application, desk: Desk) -> None:
    for scale in (0.9, 1.25, 1.5):
        application.theme.apply("light", scale)
        QTest.qWait(50)
        assert desk.window.minimumSizeHint().width() <= 1366
        desk.window.resize(1366, 768)
        assert desk.window.width() == 1366


def test_columns_of_lines_are_measured_again(application: Application, desk: Desk) -> None:
    desk.window.show_page(OVERVIEW)
    QTest.qWait(50)
    lines = desk.window.overview.gains
    row = lines.lines.rows[0]
    application.theme.apply("light", 1.5)
    QTest.qWait(50)
    needed = widths_of(row.line)
    assert all(have >= need for have, need in zip(row._widths, needed, strict=True))


def test_a_font_survives_another_look(application: Application, qtbot: object) -> None:
    words = label("Bukti", size=SECONDARY, look="muted")
    words.show()
    application.theme.apply("light", 1.5)
    set_look(words, "bad")
    assert words.font().pointSizeF() == pytest.approx(SECONDARY * 1.5)
    words.deleteLater()


def test_sizes_asked_for_follow(application: Application) -> None:
    widget = QToolButton()
    set_size(widget, width=40, icon=20)
    set_size(widget, least_height=32)
    set_font(widget, SECONDARY, bold=True)
    application.theme.apply("light", 1.5)
    assert (widget.width(), widget.minimumHeight(), widget.iconSize().width()) == (60, 48, 30)
    assert widget.font().pointSizeF() == pytest.approx(15)
    assert widget.font().bold() or widget.font().weight() > 500
    widget.deleteLater()


def test_icons_follow(application: Application) -> None:
    button, sign, box, host = (
        push_button("Tambah", icon_name="plus"),
        Sign("plus", "text", 24),
        QComboBox(),
        QWidget(),
    )
    box.addItem("Semua")
    set_icon(box, "funnel", "muted")
    action = QAction(host)
    host.addAction(action)
    set_icon(action, "plus", "accent")
    application.theme.apply("dark", 1.0)
    assert _tint_of(button.icon()) == pytest.approx(_rgb(DARK.text), abs=4)
    assert _tint_of(box.itemIcon(0)) == pytest.approx(_rgb(DARK.muted), abs=4)
    assert _tint_of(action.icon()) == pytest.approx(_rgb(DARK.accent), abs=4)
    assert _brightest(sign) == pytest.approx(_rgb(DARK.text), abs=4)
    for widget in (button, sign, box, host):
        widget.deleteLater()


def _brightest(widget: QWidget) -> tuple[int, ...]:
    return max((_rgb(colour) for colour in _colours_in(widget)), key=sum)


def _rgb(colour: str) -> tuple[int, ...]:
    return QColor(colour).red(), QColor(colour).green(), QColor(colour).blue()


def _tint_of(icon: QIcon) -> tuple[int, ...]:
    """Red, green and blue of the most opaque point of an icon."""
    image = icon.pixmap(24, 24).toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return _rgb(max(points, key=lambda point: point.alpha()).name())


def test_a_placeholder_is_as_dark_as_secondary_words(application: Application) -> None:
    field = QLineEdit()
    field.setPlaceholderText("misalnya 421/118/2026")
    field.show()
    for mode, palette in (("light", LIGHT), ("dark", DARK)):
        application.theme.apply(mode, 1.0)  # type: ignore[arg-type]
        ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert (ink.name().upper(), ink.alpha()) == (palette.muted, 255)
    field.deleteLater()


def test_a_primary_button_that_cannot_be_pressed_shows_it(application: Application) -> None:
    button = QPushButton("Simpan")
    button.setProperty("look", "primary")
    button.show()
    assert _dominant(button) == LIGHT.accent
    button.setEnabled(False)
    assert _dominant(button) == LIGHT.track
    button.deleteLater()


def test_without_our_application_it_is_light(monkeypatch: pytest.MonkeyPatch, application: Application) -> None:
    application.theme.apply("dark", 1.5)
    monkeypatch.setattr("zidesk.ui.theme.running.QCoreApplication.instance", lambda: None)
    assert colours() is LIGHT
    assert font(BODY).pointSizeF() == BODY
    assert scaled(32) == 32


def test_following_the_system_while_open(application: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = application.styleHints()
    if not hasattr(hints, "colorSchemeChanged"):
        pytest.skip("Qt tells of such changes since 6.5")
    theme = Theme(QPalette(), application)
    theme.apply("system", 1.0)
    monkeypatch.setattr("zidesk.ui.theme.theme.system_colours", lambda _hints, _original: DARK)
    assert theme.colours is LIGHT
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    theme.apply("light", 1.0)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT
    theme.deleteLater()


def test_a_tree_row_names_its_mark(desk: Desk) -> None:
    tree = desk.window.assessment.tree
    assert Mark[tree.index_of("A.I.1.i.a").data(Role.MARK)] is Mark.NO_EVIDENCE
    assert tree.tree.model().index(0, 0).data(Role.MARK) == ""
