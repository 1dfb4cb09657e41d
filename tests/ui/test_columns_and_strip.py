"""Columns that share a page's width, a message over it, and names of files on cards."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zidesk.ui.theme import BODY, font, running_theme
from zidesk.ui.widgets.columns import Columns
from zidesk.ui.widgets.inbox_delegate import name_lines
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.status_strip import StatusStrip
from zidesk.ui.wording import regulation_words


@pytest.fixture
def columns(dressed: QApplication, qtbot: QtBot) -> Iterator[Columns]:
    made = Columns(QWidget(), QWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(1260, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made


def test_what_is_read_has_its_room_at_every_size_of_text(columns: Columns) -> None:
    theme = running_theme()
    assert theme is not None
    mode, before = theme.mode, theme.scale
    try:
        theme.apply(mode, 1.0)
        left, middle, right = columns.sizes()
        assert (left, right) == (320, 344) and middle > 500
        theme.apply(mode, 1.25)
        left, middle, right = columns.sizes()
        assert middle >= 498 and left >= 320 and right > 344  # 500 with the handles
    finally:
        theme.apply(mode, before)


def test_columns_moved_by_hand_stay(columns: Columns) -> None:
    columns.moveSplitter(250, 1)
    columns.resize(1400, 600)
    assert columns.sizes()[0] == 250


def test_a_message_lies_at_the_lower_right(dressed: QApplication, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1366, 600)
    host.show()
    strip = MessageStrip(host)
    strip.show_message("Tersimpan.", 5000)
    short = strip.geometry()
    assert short.right() < 1366 and short.bottom() < 600 and short.left() > 1000
    assert strip.text.heightForWidth(strip.text.width()) <= 2 * strip.text.fontMetrics().height()
    strip.show_message("Flashdisk penuh: kurang 340 MB. Kosongkan atau pilih yang lain. " * 4, 5000, fault=True)
    long = strip.geometry()
    assert long.width() > short.width() and long.height() > short.height() and long.left() >= 0
    host.resize(500, 600)
    QApplication.processEvents()
    assert host.rect().contains(strip.geometry())


def test_a_long_name_of_work_makes_no_window_wider(dressed: QApplication, qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_work("Singkat", lambda: None)
    strip.show()
    least = strip.minimumSizeHint().width()
    strip.show_work("Melampirkan ke " + "Pemantauan dan Evaluasi Pembangunan ZI " * 8, lambda: None)
    assert strip.minimumSizeHint().width() == least


def test_a_name_takes_two_lines_and_loses_nothing(dressed: QApplication) -> None:
    face = font(BODY, bold=True)
    wide = QFontMetrics(face).horizontalAdvance("scan SK tim pengelola")
    assert name_lines("sk.pdf", face, wide) == ("sk.pdf",)
    first, second = name_lines("scan SK tim pengelola pengaduan 2026.pdf", face, wide)
    assert (first, second) == ("scan SK tim pengelola", "pengaduan 2026.pdf")
    unbroken = "IMG_20260209_071522_" * 3
    first, second = name_lines(unbroken, face, wide)
    assert first + second == unbroken and QFontMetrics(face).horizontalAdvance(first) <= wide
    assert name_lines("ab", face, 1) == ("a", "b")


def test_a_regulation_in_short() -> None:
    assert regulation_words("Peraturan Menteri PANRB Nomor 90 Tahun 2021") == "Permen PANRB 90/2021"
    assert regulation_words("") == ""
