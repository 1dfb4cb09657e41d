"""The profile of a workspace that exists: shown, changed, and put back by the inverse."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import Desk
from zidesk.domain.errors import ProfileInvalid
from zidesk.domain.profile import Profile
from zidesk.services.changes.performing import perform
from zidesk.storage.workspace import open_workspace
from zidesk.ui.dialogs.school_data import SchoolDataDialog
from zidesk.ui.dialogs.school_data_work import SchoolData, change_school

LEFT = Qt.MouseButton.LeftButton


class Room:
    def __init__(self, desk: Desk, parent: QWidget, logo: Path | None = None) -> None:
        workspace = open_workspace(desk.root, read_only=True)
        assessment, stored = workspace.assessment(), workspace.logo()
        workspace.close()
        self.desk, self.before = desk, assessment.profile
        self.dialog = SchoolDataDialog(parent, desk.window.jobs, assessment, logo or stored)
        self.saved: list[SchoolData] = []
        self.dialog.saved.connect(self.saved.append)
        self.dialog.open()
        desk.settle()


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk, desk.window)


def test_saving_without_a_change_says_nothing(room: Room) -> None:
    assert not room.dialog.has_changed()
    QTest.mouseClick(room.dialog.save, LEFT)
    assert room.saved == [] and not room.dialog.isVisible()


def test_everything_shown_can_be_changed_and_the_rest_stays(room: Room) -> None:
    dialog = room.dialog
    name = dialog.school.fields["name"].line
    assert name.text() == room.before.school.name and name.hasFocus()
    name.selectAll()
    QTest.keyClicks(name, "SMA Negeri 9 Contoh")
    dialog.show_page(dialog.people)
    dialog.people.fields["leader"].line.setText("Budi Santoso, S.Pd.")
    dialog.show_page(dialog.assessment)
    dialog.assessment.fields["year"].line.setText("2027")
    other = next(row for row in dialog.assessment.targets.rows if not row.isChecked())
    QTest.mouseClick(other, LEFT)
    QTest.mouseClick(dialog.save, LEFT)
    (saved,) = room.saved
    assert saved.new_logo is None
    assert saved.profile == replace(
        room.before,
        school=replace(room.before.school, name="SMA Negeri 9 Contoh"),
        team_leader=replace(room.before.team_leader, name="Budi Santoso, S.Pd."),
        year=2027,
        target=other.key,
    )


def test_the_sheet_is_shown_and_cannot_be_exchanged(room: Room) -> None:
    rows = room.dialog.assessment.sheets.rows
    assert len(rows) == 1 and rows[0].isChecked()


def test_a_wrong_number_leads_to_its_field(room: Room) -> None:
    dialog = room.dialog
    dialog.people.fields["principal_nip"].line.setText("1965")
    QTest.mouseClick(dialog.save, LEFT)
    assert room.saved == [] and dialog.isVisible()
    assert dialog.stack.currentWidget() is dialog.people
    assert dialog.people.fields["principal_nip"].line.hasFocus()


def test_half_a_year_is_no_year(room: Room) -> None:
    room.dialog.assessment.fields["year"].line.setText("20x")
    asked: list[bool] = []
    room.dialog.ask_to_leave = lambda: bool(asked.append(True))  # type: ignore[method-assign]
    QTest.mouseClick(room.dialog.save, LEFT)
    QTest.mouseClick(room.dialog.cancel, LEFT)
    assert room.saved == [] and asked == [True] and room.dialog.isVisible()


def test_leaving_asks_only_where_something_is_lost(room: Room) -> None:
    asked: list[bool] = []
    room.dialog.ask_to_leave = lambda: bool(asked.append(True)) or True  # type: ignore[method-assign]
    room.dialog.school.fields["phone"].line.setText("021-123")
    room.dialog.school.fields["phone"].line.setText(room.before.school.phone)
    QTest.keyClick(room.dialog, Qt.Key.Key_Escape)
    assert asked == [] and not room.dialog.isVisible()
    room.dialog.open()
    room.dialog.school.fields["phone"].line.setText("021-123")
    QTest.keyClick(room.dialog, Qt.Key.Key_Escape)
    assert asked == [True] and room.saved == []


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "logo baru.png"
    Image.new("RGB", (60, 40), "navy").save(path)
    return path


def test_a_logo_is_named_kept_exchanged_and_taken_away(desk: Desk, picture: Path) -> None:
    room = Room(desk, desk.window, picture)  # as if it were the stored one
    logo = room.dialog.school.logo
    assert "Logo sekarang" in logo.words.text() and logo.path == picture
    assert not room.dialog.has_changed()
    other = picture.with_name("lain.png")
    Image.new("RGB", (30, 30), "red").save(other)
    logo.look_at(other)
    desk.settle()
    assert room.dialog.data() == SchoolData(room.before, other)
    QTest.mouseClick(logo.remove, LEFT)
    assert room.dialog.data().profile.school.logo == ""


def test_a_stored_logo_that_cannot_be_seen_is_not_taken_away(desk: Desk, tmp_path: Path) -> None:
    room = Room(desk, desk.window, tmp_path / "hilang.png")
    assert room.dialog.data() == SchoolData(room.before)


def test_it_is_kept_and_the_inverse_puts_it_back(desk: Desk, picture: Path) -> None:
    desk.close()
    workspace = open_workspace(desk.root)
    before = workspace.facts.profile()
    wanted = replace(before, place="Serang")
    done = change_school(workspace, SchoolData(wanted, picture), "siti")
    after = workspace.facts.profile()
    stored = workspace.logo()
    assert stored is not None and stored.read_bytes() == picture.read_bytes()
    assert after == replace(wanted, school=replace(wanted.school, logo=stored.name))
    perform(workspace, done.inverse, "siti")
    assert workspace.facts.profile() == before
    bad: Profile = replace(before, year=1)
    with pytest.raises(ProfileInvalid):
        change_school(workspace, SchoolData(bad), "siti")
    workspace.close()
