"""The list of staff in a workspace."""

from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.errors import (
    NipTwice,
    StaffImportRejected,
    TooManyStaff,
    UnknownStaffMember,
    WorkspaceReadOnly,
)
from zidesk.domain.staff import STAFF_ROWS, StaffMember
from zidesk.messages import explain
from zidesk.services.staff.listing import add_member, edit_member, import_staff, remove_members
from zidesk.storage.workspace import Workspace, open_workspace

NIPS = ("196803141994031007", "197907222005012011")
TABLE = f"nama;nip;jabatan\nBudi;{NIPS[0]};Guru\nSiti;{NIPS[1]};Guru\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pegawai.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_takes_the_place_of_the_list(empty_workspace: Workspace, table: Path) -> None:
    assert import_staff(empty_workspace, table) == empty_workspace.staff.all()
    table.write_text("nama;nip\nAni;\n", encoding="utf-8")
    assert [member.name for member in import_staff(empty_workspace, table)] == ["Ani"]


def test_a_bad_table_leaves_the_list(empty_workspace: Workspace, table: Path) -> None:
    before = import_staff(empty_workspace, table)
    table.write_text(f"{TABLE}Ani;{NIPS[0]};\n", encoding="utf-8")
    with pytest.raises(StaffImportRejected):
        import_staff(empty_workspace, table)
    assert empty_workspace.staff.all() == before


def test_one_member_is_changed(empty_workspace: Workspace, table: Path) -> None:
    budi, siti = import_staff(empty_workspace, table)
    assert edit_member(empty_workspace, replace(budi, roles=(" Ketua ",))) == budi
    assert empty_workspace.staff.all() == (replace(budi, roles=("Ketua",)), siti)
    with pytest.raises(NipTwice) as refused:
        edit_member(empty_workspace, replace(siti, nip=NIPS[0]))
    assert refused.value.first_line == 1


def test_a_reader_changes_nothing(empty_workspace: Workspace, table: Path) -> None:
    reader = open_workspace(empty_workspace.paths.root, read_only=True)
    with pytest.raises(WorkspaceReadOnly):
        import_staff(reader, table)
    reader.close()


def test_one_by_one(empty_workspace: Workspace, table: Path) -> None:
    budi = import_staff(empty_workspace, table)[0]
    members = add_member(empty_workspace, StaffMember(" Ani "))
    assert [member.name for member in members] == ["Budi", "Siti", "Ani"] == names(empty_workspace)
    with pytest.raises(NipTwice):
        add_member(empty_workspace, StaffMember("Cici", NIPS[0]))
    with pytest.raises(UnknownStaffMember):
        remove_members(empty_workspace, [budi.id, members[0].id])  # numbers go on: the old one is nobody's
    assert names(empty_workspace) == ["Budi", "Siti", "Ani"]
    assert remove_members(empty_workspace, [members[1].id]) == empty_workspace.staff.all()
    assert names(empty_workspace) == ["Budi", "Ani"]


def test_a_full_list(empty_workspace: Workspace) -> None:
    empty_workspace.staff.replace_all((StaffMember(str(n)) for n in range(STAFF_ROWS)), empty_workspace.clock())
    with pytest.raises(TooManyStaff) as refused:
        add_member(empty_workspace, StaffMember("Ani"))
    assert "5.000 orang" in explain(refused.value).happened


def names(workspace: Workspace) -> list[str]:
    return [member.name for member in workspace.staff.all()]
