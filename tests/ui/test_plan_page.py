"""The page of the plan over a real workspace: every change is saved at once and can be undone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.plan import PlanRow, PlanState, Week
from zidesk.services.plan.tables import import_plan
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace, open_workspace
from zidesk.ui.application import Application
from zidesk.ui.dialogs.fault_list import FaultList
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.models.plan_fields import ACTION, CODE, FIELD_NAMES, STATE, column_of
from zidesk.ui.models.staff_model import Column
from zidesk.ui.pages.plan_page import PlanPage
from zidesk.ui.plan_controller import PlanController
from zidesk.ui.plan_dialogs import PlanDesktop
from zidesk.ui.widgets.message_strip import MessageStrip

TODAY = datetime(2026, 6, 9, 3, 0, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class PlanDesk:
    """The page in a window of its own, its controller, and what its dialogs answer."""

    qtbot: QtBot
    root: Path
    answers: dict[str, Path | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.window = QWidget()
        self.window.resize(1262, 682)
        self.page = PlanPage()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.strip = MessageStrip(self.window)
        self.jobs = Jobs(self.window)
        messenger = Messenger(self.window, self.strip)
        self.editing = Editing(self.jobs, messenger, lambda: "siti", self.window)
        desktop = PlanDesktop(
            lambda: self.answers.get("import"),
            lambda _name: self.answers.get("export"),
            lambda: self.answers.get("last_year"),
            lambda: self.answers.get("staff"),
        )
        clock = lambda: TODAY  # noqa: E731
        self.controller = PlanController(self.page, self.jobs, messenger, self.editing, clock, desktop)
        self.workspace: Workspace | None = None

    def open(self, *, read_only: bool = False) -> None:
        self.workspace = open_workspace(self.root, read_only=read_only)
        assessment = self.workspace.assessment()
        self.editing.take(self.workspace, assessment)
        self.controller.take(self.workspace, assessment)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.controller.shown()
        self.settle()
        self.page.table.setFocus()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.running(), timeout=20_000)

    def stored(self) -> tuple[PlanRow, ...]:
        self.settle()
        assert self.workspace is not None
        return self.workspace.plan.all()

    def said(self) -> str:
        self.settle()
        return self.strip.text.text()

    def shown_ids(self) -> list[int]:
        model = self.page.model
        return [line.id for line in model.lines if isinstance(line, PlanRow)] if model is not None else []

    def go(self, row_id: int, column: int = ACTION) -> None:
        model = self.page.model
        assert model is not None and model.row_of(row_id) >= 0
        self.page.table.take_in_hand(model.index(model.row_of(row_id), column))

    def undo(self) -> None:
        self.editing.stack.undo()
        self.settle()

    def close(self) -> None:
        self.controller.release()
        self.jobs.close()
        if self.workspace is not None:
            self.workspace.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def empty(dressed: Application, qtbot: QtBot, workspace_root: Path) -> Iterator[PlanDesk]:
    """A workspace without a plan, open on the page."""
    made = PlanDesk(qtbot, workspace_root)
    made.open()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def demo_table(resources_root: Path) -> Path:
    return Resources(resources_root).demo / "rencana-aksi.csv"


@pytest.fixture
def desk(dressed: Application, qtbot: QtBot, workspace_root: Path, demo_table: Path) -> Iterator[PlanDesk]:
    """A workspace with the plan of the example school, open on the page."""
    workspace = open_workspace(workspace_root)
    import_plan(workspace, demo_table)
    workspace.close()
    made = PlanDesk(qtbot, workspace_root)
    made.open()
    yield made
    made.close()
    QGuiApplication.clipboard().clear()


# beginning


def test_an_empty_page_says_what_it_is_for_and_starts_from_the_sheet(empty: PlanDesk) -> None:
    page = empty.page
    assert page.stack.currentWidget() is page.empty and "penanggung jawab" in page.empty.words.text()
    page.empty.from_sheet.click()
    assert empty.workspace is not None
    questions = empty.workspace.instrument.questions
    assert [row.scope for row in empty.stored()] == [question.code for question in questions]
    assert page.stack.currentWidget() is page.table
    assert empty.said() == f"{len(questions)} baris rencana aksi dibuat."
    empty.undo()
    assert empty.stored() == () and page.stack.currentWidget() is page.empty


def test_a_plan_starts_from_last_year(
    empty: PlanDesk, tmp_path: Path, filled_template: Path, demo_table: Path
) -> None:
    import shutil

    other = tmp_path / "tahun-lalu"
    shutil.copytree(filled_template, other)
    workspace = open_workspace(other)
    before = import_plan(workspace, demo_table).after
    workspace.close()
    empty.page.empty.from_last_year.click()
    assert empty.stored() == ()  # the user went back
    empty.answers["last_year"] = other
    empty.page.empty.from_last_year.click()
    rows = empty.stored()
    assert [row.action for row in rows] == [row.action for row in before]
    assert {row.state for row in rows} == {PlanState.WAITING}


def test_a_folder_that_is_no_workspace_is_told(empty: PlanDesk, tmp_path: Path) -> None:
    empty.answers["last_year"] = tmp_path
    empty.page.empty.from_last_year.click()
    assert str(tmp_path) in empty.said() or tmp_path.name in empty.said()
    assert empty.stored() == () and empty.page.stack.currentWidget() is empty.page.empty


# changing


def test_what_is_typed_is_saved_at_once_and_can_be_undone_and_redone(desk: PlanDesk) -> None:
    row = desk.stored()[3]
    desk.go(row.id)
    QTest.keyClick(desk.page.table, Qt.Key.Key_F2)
    field = desk.page.table.viewport().findChild(QPlainTextEdit)
    QTest.keyClicks(field, " bersama")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.stored()[3].action == f"{row.action} bersama"
    assert desk.editing.stack.words[0] == f"rencana aksi {row.scope}"
    desk.undo()
    assert desk.stored()[3] == row
    model = desk.page.model
    assert model is not None and model.plan_row(model.row_of(row.id)) == row
    assert desk.page.table.chosen_ids() == [row.id]
    desk.editing.stack.redo()
    assert desk.stored()[3].action == f"{row.action} bersama"


def test_quick_changes_one_after_another_are_all_kept(desk: PlanDesk) -> None:
    model, rows = desk.page.model, desk.stored()
    assert model is not None
    for number, row in enumerate(rows[:6]):
        model.setData(model.index(model.row_of(row.id), ACTION), f"Langkah {number}")
        model.setData(model.index(model.row_of(row.id), STATE), "selesai")
    after = desk.stored()[:6]
    assert [row.action for row in after] == [f"Langkah {number}" for number in range(6)]
    assert {row.state for row in after} == {PlanState.DONE}
    assert model.plan.rows == desk.stored()


def test_another_code_takes_the_row_to_its_area(desk: PlanDesk) -> None:
    row, model = desk.stored()[0], desk.page.model
    assert model is not None and row.scope == "A.I.1.i"
    model.setData(model.index(model.row_of(row.id), CODE), "6.i")
    assert desk.stored()[0].scope == "A.I.6.i"
    lines = model.lines
    above = [line.code for line in lines[: model.row_of(row.id)] if not isinstance(line, PlanRow)]
    assert above[-1] == "A.I.6"


def test_painted_weeks_are_saved(desk: PlanDesk) -> None:
    desk.page.head.schedule.click()
    row = desk.stored()[0]
    desk.go(row.id, column_of(Week(12, 4)))
    QTest.keyClick(desk.page.table, Qt.Key.Key_Space)
    assert desk.stored()[0].weeks == row.weeks | {Week(12, 4)}
    desk.undo()
    assert desk.stored()[0].weeks == row.weeks


def test_rows_come_go_and_move(desk: PlanDesk) -> None:
    before = desk.stored()
    desk.go(before[0].id)
    QTest.keyClick(desk.page.table, Qt.Key.Key_Return, CTRL)
    added = desk.stored()
    assert len(added) == len(before) + 1 and added[1].scope == before[0].scope and added[1].action == ""
    assert desk.page.table.chosen_ids() == [added[1].id]
    QTest.keyClick(desk.page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in desk.stored()[:2]] == [added[1].id, before[0].id]
    assert desk.page.table.chosen_ids() == [added[1].id]
    QTest.keyClick(desk.page.table, Qt.Key.Key_Delete, CTRL)
    assert desk.stored() == before and desk.said() == "1 baris dihapus."
    for _ in range(3):
        desk.undo()
    assert desk.stored() == before


def test_a_new_row_is_seen_though_it_is_not_asked_for(desk: PlanDesk) -> None:
    desk.page.head.show_rows.setCurrentIndex(1)
    late = desk.shown_ids()
    assert 0 < len(late) < len(desk.stored())
    desk.page.head.add.click()
    desk.settle()
    new = {row.id for row in desk.stored()} - set(late)
    assert desk.page.table.chosen_ids()[0] in new and len(desk.shown_ids()) == len(desk.stored())


def test_a_filter_without_rows_says_so(desk: PlanDesk) -> None:
    page = desk.page
    page.head.area.setCurrentIndex(page.head.area.findData("B.II"))
    page.head.show_rows.setCurrentIndex(1)
    assert page.stack.currentWidget() is page.no_match
    page.no_match.show_all.click()
    assert page.stack.currentWidget() is page.table and len(desk.shown_ids()) == len(desk.stored())


# tables


def paste(desk: PlanDesk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(desk.page.table, Qt.Key.Key_V, CTRL)
    desk.settle()


def test_a_table_is_pasted_over_the_rows_as_they_are_shown(desk: PlanDesk) -> None:
    """Rows that lie between in the order of the plan, and are not in sight, are left alone."""
    desk.page.head.show_rows.setCurrentIndex(1)
    before, late = {row.id: row for row in desk.stored()}, desk.shown_ids()
    desk.go(late[0])
    paste(desk, "Satu\nDua\nTiga\n")
    after = {row.id: row for row in desk.stored()}
    assert [after[row_id].action for row_id in late[:3]] == ["Satu", "Dua", "Tiga"]
    assert {row_id for row_id in after if after[row_id] != before[row_id]} == set(late[:3])
    assert desk.said() == "3 baris ditempel."
    desk.undo()
    assert {row.id: row for row in desk.stored()} == before


def test_rows_left_over_become_new_ones(desk: PlanDesk) -> None:
    before = desk.stored()
    desk.go(desk.shown_ids()[-1])
    paste(desk, "Satu\nDua\nTiga\n")
    after = desk.stored()
    assert len(after) == len(before) + 2
    assert [row.action for row in after[-3:]] == ["Satu", "Dua", "Tiga"]
    assert {row.scope for row in after[-3:]} == {before[-1].scope}


def test_copied_rows_can_be_pasted_as_they_were(desk: PlanDesk) -> None:
    before = desk.stored()
    desk.page.menus.show_columns(frozenset(FIELD_NAMES))
    desk.page.table.select_rows([before[0].id, before[0].id])
    QTest.keyClick(desk.page.table, Qt.Key.Key_C, CTRL)
    desk.go(desk.shown_ids()[1], CODE)
    QTest.keyClick(desk.page.table, Qt.Key.Key_V, CTRL)
    after = {row.id: row for row in desk.stored()}
    source, target = before[0], after[desk.shown_ids()[1]]
    assert (target.action, target.activities, target.weeks) == (source.action, source.activities, source.weeks)
    assert (target.evidence, target.target, target.state) == (source.evidence, source.target, source.state)


def test_a_paste_with_faults_changes_nothing_and_names_them_all(desk: PlanDesk) -> None:
    before = desk.stored()
    desk.go(desk.shown_ids()[0], FIELD_NAMES.index("target"))
    paste(desk, "10\n200\nabc\n-1\n1,2,3\n")
    assert desk.stored() == before
    faults = desk.controller.desk.dialog
    assert isinstance(faults, FaultList)
    assert any("4 baris" in words.text() for words in faults.findChildren(QLabel))
    assert [line.split(" ")[1] for line in faults.details.toPlainText().splitlines()] == ["2", "3", "4", "5"]
    faults.copy.click()
    assert "abc" in QGuiApplication.clipboard().text()
    faults.close_button.click()


def test_chosen_cells_are_emptied(desk: PlanDesk) -> None:
    first, second = desk.shown_ids()[:2]
    desk.go(first, FIELD_NAMES.index("rencana_kegiatan"))
    QTest.keyClick(desk.page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.page.table, Qt.Key.Key_Delete)
    rows = {row.id: row for row in desk.stored()}
    assert rows[first].activities == rows[second].activities == ()
    assert rows[first].action


def test_tables_go_out_and_come_in(desk: PlanDesk, tmp_path: Path) -> None:
    before, out = desk.stored(), tmp_path / "rencana.xlsx"
    desk.answers["export"] = out
    desk.page.menus.export_table.trigger()
    assert desk.said() == f"{len(before)} baris disimpan ke rencana.xlsx."
    desk.page.table.selectAll()
    QTest.keyClick(desk.page.table, Qt.Key.Key_Delete, CTRL)
    assert desk.stored() == () and desk.page.stack.currentWidget() is desk.page.empty
    desk.answers["import"] = out
    desk.page.empty.from_table.click()
    assert [row.action for row in desk.stored()] == [row.action for row in before]
    assert desk.said() == f"{len(before)} baris rencana aksi diimpor."


def test_a_bad_table_changes_nothing(desk: PlanDesk, tmp_path: Path) -> None:
    before, table = desk.stored(), tmp_path / "salah.csv"
    table.write_text("kode;rencana_aksi;waktu\nA.I.1.i;Rapat;Mar 5\n", encoding="utf-8")
    desk.answers["import"] = table
    desk.page.menus.import_table.trigger()
    assert "salah.csv" in desk.said() and desk.stored() == before


# around it


def test_the_plan_is_read_when_the_page_is_seen(dressed: Application, qtbot: QtBot, workspace_root: Path) -> None:
    made = PlanDesk(qtbot, workspace_root)
    workspace = made.workspace = open_workspace(workspace_root)
    made.controller.take(workspace, workspace.assessment())
    made.settle()
    assert made.controller.desk.plan is None
    made.controller.shown()
    made.settle()
    assert made.controller.desk.plan is not None
    made.close()


def test_what_is_being_typed_is_saved_before_leaving(desk: PlanDesk) -> None:
    row = desk.stored()[0]
    desk.go(row.id)
    QTest.keyClick(desk.page.table, Qt.Key.Key_F2)
    QTest.keyClicks(desk.page.table.viewport().findChild(QPlainTextEdit), " lagi")
    desk.controller.commit()
    assert desk.stored()[0].action == f"{row.action} lagi"


def test_read_only_shows_the_plan(
    dressed: Application, qtbot: QtBot, workspace_root: Path, demo_table: Path
) -> None:
    workspace = open_workspace(workspace_root)
    before = import_plan(workspace, demo_table).after
    workspace.close()
    made = PlanDesk(qtbot, workspace_root)
    made.open(read_only=True)
    assert len(made.shown_ids()) == len(before)
    made.go(before[0].id)
    QTest.keyClick(made.page.table, Qt.Key.Key_F2)
    QTest.keyClick(made.page.table, Qt.Key.Key_Delete, CTRL)
    assert made.stored() == before and "hanya dapat dibaca" in made.page.foot.hint.text()
    made.close()


# the people


def staff_table(tmp_path: Path, *lines: str) -> Path:
    table = tmp_path / "pegawai.csv"
    table.write_text("\n".join(("nama;NIP;pangkat;jabatan;peran", *lines)) + "\n", encoding="utf-8")
    return table


def test_people_are_imported_mended_and_complete_the_one_in_charge(desk: PlanDesk, tmp_path: Path) -> None:
    desk.answers["staff"] = staff_table(tmp_path, "Siti Aminah;;;Guru;Anggota Pokja 2", "Budi Santoso;;;Guru;")
    desk.page.menus.staff.trigger()
    desk.settle()
    dialog = desk.controller.staff.dialog
    assert dialog is not None and dialog.empty.isVisible()
    dialog.take_table.click()
    desk.settle()
    assert dialog.total.text() == "2 orang"
    assert {"Siti Aminah", "Budi Santoso", "Pokja 6"} <= set(desk.page.table.delegate.people)
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(1, Column.ROLES))
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    field = dialog.table.viewport().findChild(QLineEdit)
    QTest.keyClicks(field, "Ketua Pokja 3; Agen Perubahan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    people = desk.workspace.staff if desk.workspace is not None else None
    assert people is not None
    desk.qtbot.waitUntil(lambda: bool(people.all()[1].roles))  # Qt ends editing with Enter a moment later
    desk.settle()
    assert desk.workspace is not None
    assert desk.workspace.staff.all()[1].roles == ("Ketua Pokja 3", "Agen Perubahan")
    dialog.model.setData(dialog.model.index(0, Column.NIP), "123")
    desk.settle()
    assert "123" in dialog.fault.text() and dialog.fault.isVisible()
    assert desk.workspace.staff.all()[0].nip == ""
    dialog.close_button.click()
    assert desk.controller.staff.dialog is None


def test_a_list_is_not_replaced_without_a_word(
    desk: PlanDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answers["staff"] = staff_table(tmp_path, "Siti Aminah;;;Guru;")
    desk.page.menus.staff.trigger()
    desk.settle()
    dialog = desk.controller.staff.dialog
    assert dialog is not None
    dialog.take_table.click()
    desk.settle()
    desk.answers["staff"] = staff_table(tmp_path, ";;;;Ketua", "Budi;123;;;")
    monkeypatch.setattr(dialog, "confirm", lambda *_words: False)
    dialog.take_table.click()
    desk.settle()
    assert dialog.total.text() == "1 orang" and desk.controller.staff.faults is None
    monkeypatch.setattr(dialog, "confirm", lambda *_words: True)
    dialog.take_table.click()
    desk.settle()
    faults = desk.controller.staff.faults
    assert faults is not None and len(faults.details.toPlainText().splitlines()) == 2
    assert desk.workspace is not None and [m.name for m in desk.workspace.staff.all()] == ["Siti Aminah"]
    faults.close_button.click()
    dialog.close_button.click()


def test_people_come_and_go_one_by_one(desk: PlanDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.page.menus.staff.trigger()
    desk.settle()
    dialog = desk.controller.staff.dialog
    assert dialog is not None and desk.workspace is not None
    assert not dialog.adding.add.isEnabled() and dialog.remove.isHidden()
    for name in ("Siti Aminah", "Budi Santoso"):
        dialog.adding.line.setFocus()
        QTest.keyClicks(dialog.adding.line, name)
        QTest.keyClick(dialog.adding.line, Qt.Key.Key_Return)
        desk.settle()
    assert dialog.isVisible() and dialog.total.text() == "2 orang" and dialog.adding.line.text() == ""
    assert dialog.table.currentIndex() == dialog.model.index(1, Column.NIP)
    asked: list[str] = []
    answers = iter((False, True))

    def confirm(question: str, _explanation: str, _yes: str) -> bool:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(dialog, "confirm", confirm)
    dialog.remove.click()
    desk.settle()
    assert len(desk.workspace.staff.all()) == 2
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    desk.settle()
    assert asked == ["Hapus Budi Santoso dari daftar pegawai?"] * 2
    assert [member.name for member in desk.workspace.staff.all()] == ["Siti Aminah"]
    dialog.close_button.click()
