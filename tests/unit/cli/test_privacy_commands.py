"""`zidesk personal`."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk

ROW = "nama;nisn;nik;hp\nAni;0051234567;3603015205780001;081234567890\n"


@pytest.fixture
def filled(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> Path:
    for name, text in (("siswa.csv", ROW), ("notula.txt", "Rapat hari Senin")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert zidesk("attach", workspace, "1.i.a", tmp_path / name).code == 0
    return workspace


def test_what_might_be_and_what_is(zidesk: Zidesk, filled: Path) -> None:
    out = zidesk("personal", filled).out
    assert "A.I.1.i.a-01 siswa (NIK 1, NISN 1, telepon 1)" in out
    assert "Ditandai memuat data pribadi: 0 berkas." in out
    assert "notula" not in out
    told = json.loads(zidesk("personal", filled, "--json").out)
    assert told["marked"] == [] and told["changed"] == 0
    (item,) = told["suggested"]
    assert (item["evidence"], item["found"]) == ("A.I.1.i.a-01", {"nik": 1, "nisn": 1, "phone": 1})


def test_marked_by_its_place_or_its_hash(zidesk: Zidesk, filled: Path) -> None:
    sha256 = json.loads(zidesk("personal", filled, "--json").out)["suggested"][0]["sha256"]
    told = json.loads(zidesk("personal", filled, "--mark", "1.i.a-2", "--mark", sha256[:12], "--json").out)
    assert told["changed"] == 2
    assert [item["name"] for item in told["marked"]] == ["siswa.csv", "notula.txt"]
    assert told["suggested"] == []
    call = zidesk("personal", filled, "--unmark", "A.I.1.i.a-02")
    assert call.out.startswith("1 berkas diubah tandanya.\nDitandai memuat data pribadi: 1 berkas.")


def test_decided_against_is_not_suggested_again(zidesk: Zidesk, filled: Path) -> None:
    told = json.loads(zidesk("personal", filled, "--unmark", "1.i.a-1", "--json").out)
    assert (told["changed"], told["marked"], told["suggested"]) == (0, [], [])


@pytest.mark.parametrize(
    "named", ["1.i.a-3", "1.i.a-0", "9.x-1", "ab12", "deadbeefdeadbeef", "-", "1.i.a-" + "9" * 5000]
)
def test_what_is_not_there_is_named_and_nothing_is_marked(zidesk: Zidesk, filled: Path, named: str) -> None:
    call = zidesk("personal", filled, "--mark", "1.i.a-1", f"--mark={named}")
    assert (call.code, call.out) == (1, "")
    assert "Tidak ada bukti yang bernama" in call.err and "1.i.a-02" in call.err
    assert json.loads(zidesk("personal", filled, "--json").out)["marked"] == []
