"""`zidesk bundle` with a limit and with personal data, as a person and as a script see it."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk
from tests.unit.services.renditions.samples import encoded, grainy

_PHOTO = encoded(grainy(1400, 1000), "JPEG", quality=96)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> Path:
    """A photo, and a text that cannot be shrunk."""
    (tmp_path / "Foto rapat.jpg").write_bytes(_PHOTO)
    (tmp_path / "Rekaman.txt").write_bytes(b"rekaman\n" * 50_000)
    assert zidesk("attach", workspace, "1.i.a", tmp_path / "Foto rapat.jpg", tmp_path / "Rekaman.txt").code == 0
    return workspace


def test_before_and_after_are_shown(zidesk: Zidesk, filled: Path, stick: Path) -> None:
    call = zidesk("bundle", filled, stick, "--limit-mb", "0,3")
    assert call.code == 0
    assert "Diperkecil: A.I.1.i.a Foto rapat, " in call.out and " → " in call.out
    assert "MASIH DI ATAS BATAS 300 kB: A.I.1.i.a Rekaman, 400 kB." in call.err
    assert "sandi" not in call.out


def test_all_facts_for_scripts(zidesk: Zidesk, filled: Path, stick: Path) -> None:
    made = json.loads(zidesk("bundle", filled, stick, "--limit-mb", "0.3", "--json").out)
    photo, text = made["shrunk"]
    assert (photo["before"], photo["fits"]) == (len(_PHOTO), True) and photo["after"] <= 300_000
    assert text == {"code": "A.I.1.i.a", "title": "Rekaman", "before": 400_000, "after": 400_000, "fits": False}
    assert made["locked"] == made["redacted"] == made["omitted"] == []
    assert "passphrase" not in made


def test_nothing_above_the_limit_is_said(zidesk: Zidesk, filled: Path, stick: Path) -> None:
    call = zidesk("bundle", filled, stick, "--limit-mb", "50")
    assert "Semua berkas bukti sudah di bawah batas 50,0 MB." in call.out and not call.err


def test_the_passphrase_is_shown_once(zidesk: Zidesk, filled: Path, stick: Path) -> None:
    assert zidesk("personal", filled, "--mark", "1.i.a-01").code == 0
    call = zidesk("bundle", filled, stick, "--personal", "lock")
    assert call.code == 0 and "Terkunci sandi: A.I.1.i.a Foto rapat." in call.out
    (line,) = [line for line in call.out.splitlines() if line.startswith("Kata sandi berkas yang terkunci: ")]
    made = json.loads(zidesk("bundle", filled, stick, "--personal", "lock", "--update", "--json").out)
    assert made["locked"] == [{"code": "A.I.1.i.a", "title": "Foto rapat"}]
    assert len(made["passphrase"]) == len(line.partition(": ")[2]) and made["passphrase"] not in line


def test_what_is_left_out_is_named(zidesk: Zidesk, filled: Path, stick: Path) -> None:
    assert zidesk("personal", filled, "--mark", "1.i.a-01").code == 0
    call = zidesk("bundle", filled, stick, "--personal", "leave-out")
    assert call.code == 0
    assert "TIDAK LENGKAP: A.I.1.i.a Foto rapat (memuat data pribadi)." in call.err


@pytest.mark.parametrize("size", ["0", "-1", "nan", "inf", "banyak", "1e99", ""])
def test_limits_that_are_none(zidesk: Zidesk, size: str) -> None:
    call = zidesk("bundle", "w", "d", f"--limit-mb={size}")
    assert (call.code, call.out) == (2, "")
    assert "Pilihan --limit-mb tidak dapat dipakai: harus " in call.err


@pytest.mark.parametrize(
    ("option", "words"),
    [("--personal=tutup", "include, lock, leave-out"), ("--merged=semua", "none, areas, whole")],
)
def test_other_words_are_refused_with_those_there_are(zidesk: Zidesk, option: str, words: str) -> None:
    call = zidesk("bundle", "w", "d", option)
    assert call.code == 2 and f"pilih dari {words}" in call.err
