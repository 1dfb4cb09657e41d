"""zidesk changes: sentences for people, one record for scripts, a PDF."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk
from tests.unit.services.bundle_changes.small_bags import a_record, make_bag, recorded


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old = make_bag(tmp_path / "lama", {"1.txt": "isi"}, a_record(recorded("1.txt", "isi", "SK Tim")))
    new = make_bag(
        tmp_path / "baru",
        {"1.txt": "isi baru", "2.txt": "foto"},
        a_record(recorded("1.txt", "isi baru", "SK Tim"), recorded("2.txt", "foto", "Foto\x1b[31m")),
    )
    return old, new


def test_what_people_read(zidesk: Zidesk, pair: tuple[Path, Path]) -> None:
    call = zidesk("changes", *pair)
    assert (call.code, call.err) == (0, "")
    assert "Berkas: 1 ditambahkan, 1 diganti." in call.out
    assert "Diganti (1)\n  A.I.1.i.a  SK Tim (8 bita · semula 3 bita)\n      data/1.txt" in call.out
    assert "\x1b" not in call.out


def test_what_scripts_read(zidesk: Zidesk, pair: tuple[Path, Path]) -> None:
    told = json.loads(zidesk("changes", *pair, "--json").out)
    assert [file["path"] for file in told["added"]] == ["data/2.txt"]
    assert [(item["before"]["size"], item["after"]["size"]) for item in told["replaced"]] == [(3, 8)]
    assert (told["removed"], told["unchanged"], told["whole"]) == ([], 0, True)


def test_a_pdf(zidesk: Zidesk, pair: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "PERUBAHAN.pdf"
    assert zidesk("changes", *pair, "--pdf", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("suffix", [".docx", ""])
def test_another_format_is_refused(zidesk: Zidesk, pair: tuple[Path, Path], tmp_path: Path, suffix: str) -> None:
    call = zidesk("changes", *pair, "--pdf", tmp_path / f"daftar{suffix}")
    assert call.code == 1 and ".pdf" in call.err


def test_what_cannot_be_compared_is_a_sentence(zidesk: Zidesk, pair: tuple[Path, Path], tmp_path: Path) -> None:
    call = zidesk("changes", tmp_path / "tidak-ada", pair[1])
    assert (call.code, call.out) == (1, "") and "tidak ditemukan" in call.err
    (pair[0] / "ISI-PAKET.json").write_text("{}")
    call = zidesk("changes", *pair)
    assert call.code == 1 and "tidak cocok dengan daftar sidik jari" in call.err
