"""New workspaces from a profile, as a file or as a value."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from zidesk.domain.errors import Cancelled, InstrumentInvalid, InstrumentNotFound, ProfileInvalid, WorkspaceExists
from zidesk.domain.profile import Profile, School
from zidesk.services.workspaces.creation import (
    DEFAULT_INSTRUMENT,
    Wishes,
    create_from_profile,
    create_from_value,
    create_whole,
    folder_name,
    free_place,
    sheet_choices,
    workspace_or_free_place,
)
from zidesk.services.workspaces.health import examine
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace, open_workspace


def test_wishes_go_before_the_file(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    made = create_from_profile(tmp_path / "w", profile_file, Wishes(year=2027, target="WBBM"), resources)
    profile = made.facts.profile()
    made.close()
    assert (profile.year, profile.target, profile.school.name) == (2027, "WBBM", "SMAN 1 Kab. Contoh")


def test_a_wish_that_makes_no_sense_is_refused(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    with pytest.raises(ProfileInvalid) as caught:
        create_from_profile(tmp_path / "w", profile_file, Wishes(year=26), resources)
    assert caught.value.faults == (("penilaian.tahun", "year"),)
    assert not (tmp_path / "w").exists()


def test_a_logo_no_paper_can_print_is_refused(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    (tmp_path / "logo.png").write_bytes(b"bukan gambar")
    profile_file.write_text(profile_file.read_text().replace("npsn", 'logo = "logo.png"\nnpsn'))
    with pytest.raises(ProfileInvalid) as caught:
        create_from_profile(tmp_path / "w", profile_file, Wishes(), resources)
    assert caught.value.faults == (("sekolah.logo", "picture"),)
    assert not (tmp_path / "w").exists()


def test_the_logo_is_kept_with_the_workspace(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    Image.new("RGB", (40, 40), "navy").save(tmp_path / "logo.png")
    drawn = (tmp_path / "logo.png").read_bytes()
    profile_file.write_text(profile_file.read_text().replace("npsn", 'logo = "logo.png"\nnpsn'))
    made = create_from_profile(tmp_path / "w", profile_file, Wishes(), resources)
    (tmp_path / "logo.png").unlink()
    logo = made.logo()
    assert logo is not None
    assert logo.read_bytes() == drawn
    assert examine(made).faults == ()
    logo.unlink()
    assert [fault.name for fault in examine(made).faults] == ["logo sekolah"]
    made.close()


def test_a_school_can_bring_its_own_sheet(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    own = json.loads((resources.instruments / "permenpan-90-2021.json").read_text(encoding="utf-8"))
    own["judul"] = "Lembar milik sekolah"
    sheet = tmp_path / "lembar sendiri.json"
    sheet.write_text(json.dumps(own), encoding="utf-8")
    made = create_from_profile(tmp_path / "w", profile_file, Wishes(str(sheet)), resources)
    sheet.unlink()
    assert made.instrument.title == "Lembar milik sekolah"
    made.close()


def test_a_broken_sheet_leaves_no_workspace(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    own = json.loads((resources.instruments / "permenpan-90-2021.json").read_text(encoding="utf-8"))
    own["komponen"][0]["bobot"] = 61
    sheet = tmp_path / "keliru.json"
    sheet.write_text(json.dumps(own), encoding="utf-8")
    with pytest.raises(InstrumentInvalid) as caught:
        create_from_profile(tmp_path / "w", profile_file, Wishes(str(sheet)), resources)
    assert "A" in dict(caught.value.faults)
    with pytest.raises(InstrumentNotFound):
        create_from_profile(tmp_path / "w", profile_file, Wishes("tidak-ada"), resources)
    assert not (tmp_path / "w").exists()


PROFILE = Profile(School("SMAN 1 Kab. Contoh", npsn="99900001"), year=2026)


def test_a_profile_value_is_enough(tmp_path: Path, resources: Resources) -> None:
    made = create_from_value(tmp_path / "w", PROFILE, resources, instrument="permenpan-52-2014-10-2019")
    assert made.facts.profile() == PROFILE
    assert not made.instrument.confirmed
    made.close()


def test_a_profile_value_is_checked(tmp_path: Path, resources: Resources) -> None:
    wrong = replace(PROFILE, school=replace(PROFILE.school, npsn="123"))
    with pytest.raises(ProfileInvalid) as caught:
        create_from_value(tmp_path / "w", wrong, resources)
    assert caught.value.faults == (("sekolah.npsn", "npsn"),)
    assert list(tmp_path.iterdir()) == []


def test_a_whole_workspace_can_be_opened_under_its_name(tmp_path: Path, resources: Resources) -> None:
    root = tmp_path / "dokumen" / "ZIDesk" / "Contoh"
    root.mkdir(parents=True)
    create_whole(root, lambda place: create_from_value(place, PROFILE, resources))
    assert [path.name for path in root.parent.iterdir()] == ["Contoh"]
    made = open_workspace(root)
    assert made.facts.profile() == PROFILE
    made.close()


def test_what_is_not_finished_leaves_no_trace(tmp_path: Path, resources: Resources) -> None:
    def stopped(place: Path) -> Workspace:
        create_from_value(place, PROFILE, resources).close()
        raise Cancelled

    with pytest.raises(Cancelled):
        create_whole(tmp_path / "ZIDesk" / "Contoh", stopped)
    assert list(tmp_path.iterdir()) == []


def test_a_whole_workspace_takes_nobody_s_place(tmp_path: Path, resources: Resources) -> None:
    (tmp_path / "Contoh").mkdir()
    (tmp_path / "Contoh" / "surat.txt").write_text("milik sekolah")
    with pytest.raises(WorkspaceExists):
        create_whole(tmp_path / "Contoh", lambda place: create_from_value(place, PROFILE, resources))
    assert [path.name for path in tmp_path.rglob("*")] == ["Contoh", "surat.txt"]


def test_sheets_to_choose_from(resources: Resources) -> None:
    first, second = sheet_choices(resources)
    assert (first.name, first.confirmed) == (DEFAULT_INSTRUMENT, True)
    assert (second.confirmed, second.status) == (False, "belum terkonfirmasi")
    assert first.questions > 100


@pytest.mark.parametrize(
    ("school", "folder"),
    [
        ("SMAN 1 Contoh", "SMAN 1 Contoh-2026"),
        ("SMA 1/2: Contoh ", "SMA 1 2 Contoh-2026"),
        ("", "Sekolah-2026"),
        ("A" * 300, "A" * 75 + "-2026"),
    ],
)
def test_folder_of_a_school(school: str, folder: str) -> None:
    assert folder_name(school, 2026) == folder


def test_free_place_counts_on(tmp_path: Path) -> None:
    wanted = tmp_path / "SMAN 1-2026"
    assert free_place(wanted) == wanted
    wanted.mkdir()
    assert free_place(wanted) == wanted, "an empty folder is free"
    (wanted / "a.txt").write_text("a")
    (tmp_path / "SMAN 1-2026 (2)").write_text("berkas")
    assert free_place(wanted) == tmp_path / "SMAN 1-2026 (3)"


def test_a_workspace_of_that_name_is_as_good_as_free(tmp_path: Path) -> None:
    wanted = tmp_path / "Contoh"
    assert workspace_or_free_place(wanted) == wanted
    wanted.mkdir()
    (wanted / "surat.txt").write_text("milik sekolah")
    second = tmp_path / "Contoh (2)"
    assert workspace_or_free_place(wanted) == second
    second.mkdir()
    (second / "zidesk.db").write_bytes(b"x")
    assert workspace_or_free_place(wanted) == second
