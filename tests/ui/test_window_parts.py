"""Pages that are made when they are first needed are no different from those that were there all the time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.conftest import Desk, MakeDesk
from zidesk.ui.application import Application
from zidesk.ui.models.plan_fields import FIELD_NAMES
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, DOCUMENTS, INBOX_PAGE, PLAN, START
from zidesk.ui.widgets.labels import push_button

Paper = Callable[[str], Path]
CODE = "A.I.1.iii.b"
KIND = "cover"


def test_they_are_not_made_before(desk: Desk) -> None:
    assert desk.window.parts == []
    desk.window.commit()
    desk.window.show_page(INBOX_PAGE)
    assert desk.window.parts == []


@pytest.mark.parametrize("key", [PLAN, DOCUMENTS, BUNDLE])
def test_each_is_made_once(desk: Desk, key: str) -> None:
    window = desk.window
    before = window.pages.count()
    window.show_page(key)
    window.show_page(ASSESSMENT)
    window.show_page(key)
    assert len(window.parts) == 1 and window.pages.count() == before + 1
    assert window.at == key and window.rail.buttons[key].isChecked()
    desk.settle()


def test_they_know_what_is_open_and_what_was_changed_before_they_were_there(desk: Desk, paper: Paper) -> None:
    window = desk.window
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    window.show_page(BUNDLE)
    assert window.bundle.make.isVisible()
    assert "· 1 berkas bukti ·" in window.bundle.contents.summary.text()
    window.show_page(PLAN)
    desk.qtbot.waitUntil(lambda: window.planning.desk.plan is not None)
    window.show_page(DOCUMENTS)
    desk.qtbot.waitUntil(lambda: window.papers.survey is not None)


def test_they_follow_from_one_workspace_to_the_next(desk: Desk) -> None:
    window = desk.window
    for key in (PLAN, DOCUMENTS, BUNDLE):
        window.show_page(key)
    desk.settle()
    window.close_workspace()
    desk.qtbot.waitUntil(lambda: window.at == START)
    assert window.planning.desk.workspace is None and window.papers.survey is None
    assert not window.bundle.make.isVisibleTo(window.bundle)
    window.open(desk.root)
    desk.qtbot.waitUntil(lambda: window.session.current is not None)
    desk.settle()
    assert window.planning.desk.workspace is not None
    assert window.bundle.make.isVisibleTo(window.bundle)


def test_what_is_typed_on_one_is_saved_when_it_is_left(desk: Desk) -> None:
    window = desk.window
    window.show_page(DOCUMENTS)
    desk.qtbot.waitUntil(lambda: window.papers.survey is not None)
    kept: list[str] = []
    window.documents.form.edited.connect(lambda kind, _values: kept.append(kind))
    window.papers.choose(KIND)
    desk.settle()
    field = window.documents.form.entries["nomor"].control
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "421/118/2026")
    assert not kept
    window.show_page(ASSESSMENT)
    assert kept == [KIND]
    desk.settle()


def test_the_columns_of_the_plan_are_those_of_the_last_time(make_desk: MakeDesk) -> None:
    first = make_desk()
    first.open()
    first.window.show_page(PLAN)
    columns = first.window.plan.menus.columns
    usual = {name for name, action in columns.items() if action.isChecked()}
    more, less = next(name for name in columns if name not in usual), min(usual)
    columns[more].trigger()
    columns[less].trigger()
    first.settle()
    first.close()
    second = make_desk()
    second.open()
    second.window.show_page(PLAN)
    shown = second.window.plan.menus.columns
    assert {name for name, action in shown.items() if action.isChecked()} == (usual | {more}) - {less}
    table = second.window.plan.table
    assert not table.isColumnHidden(FIELD_NAMES.index(more)) and table.isColumnHidden(FIELD_NAMES.index(less))


def test_widgets_that_were_dressed_together_look_like_the_others(dressed: Application) -> None:
    def made() -> tuple[QWidget, QPushButton]:
        around = QWidget()
        layout = QVBoxLayout(around)
        button = push_button("Simpan", look="primary", icon_name="archive")
        layout.addWidget(button)
        return around, button

    sheet = dressed.styleSheet()
    with dressed.bare():
        late, one = made()
        assert not dressed.styleSheet()
    early, other = made()
    assert dressed.styleSheet() == sheet and sheet
    for place in (late, early):
        place.ensurePolished()
    assert one.sizeHint() == other.sizeHint()
    assert one.grab().toImage() == other.grab().toImage()


def test_the_theme_that_came_meanwhile_is_worn_at_the_end(dressed: Application) -> None:
    before = dressed.theme.mode, dressed.theme.scale
    try:
        with dressed.bare():
            dressed.theme.apply("dark", 1.25)
            assert not dressed.styleSheet()
        dark = dressed.styleSheet()
        dressed.theme.apply("light", 1.25)
        assert dark and dark != dressed.styleSheet()
    finally:
        dressed.theme.apply(*before)
