"""New workspaces from a profile file."""

import json
from pathlib import Path

import pytest

from zidesk.domain.errors import InstrumentInvalid, InstrumentNotFound, ProfileInvalid
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.services.workspaces.health import examine
from zidesk.storage.paths import Resources


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


def test_the_logo_is_kept_with_the_workspace(tmp_path: Path, profile_file: Path, resources: Resources) -> None:
    (tmp_path / "logo.png").write_bytes(b"gambar")
    profile_file.write_text(profile_file.read_text().replace("npsn", 'logo = "logo.png"\nnpsn'))
    made = create_from_profile(tmp_path / "w", profile_file, Wishes(), resources)
    (tmp_path / "logo.png").unlink()
    logo = made.logo()
    assert logo is not None
    assert logo.read_bytes() == b"gambar"
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
