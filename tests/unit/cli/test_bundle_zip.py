"""`zidesk bundle --zip` and `--volume-mb` as a script sees them."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


def test_a_zip_and_its_check(zidesk: Zidesk, workspace: Path, stick: Path) -> None:
    call = zidesk("bundle", workspace, stick, "--zip", "--json")
    made = json.loads(call.out)
    (path,) = stick.iterdir()
    assert call.code == 0 and path.suffix == ".zip"
    assert made["path"] == str(path) and made["parts"] == [str(path)]
    assert zidesk("verify", path).out == "valid\n"


def test_an_update_of_a_zip_is_refused_with_a_way_out(zidesk: Zidesk, workspace: Path, stick: Path) -> None:
    call = zidesk("bundle", workspace, stick, "--zip", "--update")
    assert call.code == 1 and "selalu ditulis dari awal" in call.err and "buat lagi" in call.err


def test_parts(zidesk: Zidesk, workspace: Path, stick: Path, tmp_path: Path) -> None:
    for number in range(2):
        paper = tmp_path / f"Laporan {number}.txt"
        paper.write_bytes(f"{number}".encode() * 700_000)
        assert zidesk("attach", workspace, "1.i.a", paper).code == 0
    made = json.loads(zidesk("bundle", workspace, stick, "--zip", "--volume-mb", "1", "--json").out)
    assert sorted(map(str, stick.iterdir())) == made["parts"]
    assert made["path"] == made["parts"][0] and len(made["parts"]) >= 2
    assert all(Path(path).stat().st_size < 1_000_000 for path in made["parts"])
    assert zidesk("verify", made["parts"][0]).code == 0
    Path(made["parts"][-1]).unlink()
    call = zidesk("verify", made["parts"][0])
    assert call.code == 3 and "salah satu dari" in call.out and Path(made["parts"][-1]).name in call.out


def test_parts_of_a_folder_are_not_meant(zidesk: Zidesk) -> None:
    call = zidesk("bundle", "w", "d", "--volume-mb", "5")
    assert call.code == 2 and "hanya berlaku bersama --zip" in call.err
