"""`zidesk plan` and `zidesk staff`."""

import json
from pathlib import Path

import pypdf
import pytest

from tests.unit.cli.conftest import Zidesk


def test_start_export_import(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    assert zidesk("plan", workspace, "start").out == "113 baris rencana aksi disimpan.\n"
    out = tmp_path / "rencana.xlsx"
    assert zidesk("plan", workspace, "export", out).code == 0
    call = zidesk("plan", workspace, "import", out, "--json")
    assert json.loads(call.out) == {"rows": 113, "replaced": 113}
    again = zidesk("plan", workspace, "start")
    assert (again.code, again.out) == (1, "")
    assert "sudah berisi 113 baris" in again.err


def test_last_years_plan(zidesk: Zidesk, workspace: Path, tmp_path: Path, resources_root: Path) -> None:
    zidesk("plan", workspace, "start")
    new = tmp_path / "baru"
    zidesk("new", new, "--profile", resources_root / "demo" / "profil.toml")
    assert zidesk("plan", new, "start", "--from", workspace).out == "113 baris rencana aksi disimpan.\n"


def test_bad_rows_are_listed(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "r.csv"
    table.write_text("kode;rencana_aksi;waktu\n9.x;a;\n1;b;Mar 5\n", encoding="utf-8")
    call = zidesk("plan", workspace, "import", table)
    assert (call.code, call.out) == (1, "")
    assert "Baris 2 (9.x)" in call.err
    assert "Baris 3 (1): Waktu" in call.err


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "import"),
        ("plan", "start", "x.csv"),
        ("plan", "lain"),
        ("plan", "export", "x", "--from", "y"),
        ("plan", "snapshot", "x.csv"),
        ("plan", "start", "--label", "x"),
    ],
)
def test_wrong_use(zidesk: Zidesk, workspace: Path, words: tuple[str, ...]) -> None:
    call = zidesk(words[0], workspace, *words[1:])
    assert (call.code, call.out) == (2, "")


def test_staff(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "pegawai.csv"
    table.write_text("nama;nip\nBudi;196803141994031007\n", encoding="utf-8")
    assert zidesk("staff", workspace, "import", table).out == "1 pegawai disimpan.\n"
    assert json.loads(zidesk("staff", workspace, "import", table, "--json").out) == {"members": 1, "replaced": 1}
    table.write_text("nama;nip\nBudi;1\n", encoding="utf-8")
    call = zidesk("staff", workspace, "import", table)
    assert call.code == 1
    assert "Baris 2 (Budi): NIP “1” tidak wajar." in call.err


def test_figures_are_kept_for_the_next_report(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    call = zidesk("plan", workspace, "snapshot", "--label", "Triwulan I")
    assert call.code == 0 and "disimpan sebagai pembanding." in call.out
    taken = json.loads(zidesk("plan", workspace, "snapshot", "--json").out)
    assert set(taken) == {"taken_at", "label", "total"} and taken["label"] == ""
    assert zidesk("doc", workspace, "monitoring", tmp_path / "m.pdf").code == 0
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "m.pdf").pages)
    assert "belum ada, sehingga laporan ini tidak membandingkan nilai" not in " ".join(words.split())
