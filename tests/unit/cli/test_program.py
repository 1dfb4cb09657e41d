"""The contract of the command line: words, exit codes, JSON, and never a traceback."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk
from zidesk.cli import workspace_commands
from zidesk.cli.program import program


@pytest.mark.parametrize("name", ["", *program.commands])
def test_help_is_indonesian(zidesk: Zidesk, name: str) -> None:
    call = zidesk(*([name] if name else []), "--help")
    assert call.code == 0
    assert call.out.startswith("Pemakaian: zidesk")
    assert "Pilihan:" in call.out
    for english in ("Usage", "Options", "Show this", "Commands", "default:"):
        assert english not in call.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bogus"], "'bogus' tidak ada"),
        (["status"], "BERKAS_KERJA belum diisi"),
        (["status", "w", "--bogus"], "“--bogus” tidak dikenal"),
        (["status", "w", "lebih"], "Isian berlebih: lebih"),
        (["new", "w"], "--profile belum diisi"),
        (["new", "w", "--profile", "p", "--year", "x"], "--year tidak dapat dipakai: harus angka"),
        (["new", "w", "--profile", "p", "--target", "X"], "pilih dari WBK, WBBM"),
        (["bundle", "w", "d", "--layout", "lain"], "pilih dari lke, area"),
        (["attach", "w", "1.i.a"], "BERKAS… belum diisi"),
        (["attach", "w", "1.i.a", "f", "--date", "5 Maret"], "harus tanggal seperti 2026-03-05"),
        (["answer", "w"], "KODE dan NILAI belum diisi"),
        (["answer", "w", "1.i.a", "Ya", "--from", "t.csv"], "tidak keduanya"),
        (["doc", "w", "puisi", "p.pdf"], "pilih dari index, lke, cover, "),
        (["demo", "d", "--files", "0"], "harus bilangan bulat mulai dari 1"),
    ],
)
def test_wrong_usage_is_2_with_a_sentence(zidesk: Zidesk, arguments: list[str], words: str) -> None:
    call = zidesk(*arguments)
    assert (call.code, call.out) == (2, "")
    assert words in call.err
    assert call.err.startswith("zidesk: ")


def test_what_could_not_be_done_is_1_with_a_sentence(zidesk: Zidesk, tmp_path: Path) -> None:
    for arguments in (
        ("status", tmp_path / "tidak ada"),
        ("verify", tmp_path / "tidak ada"),
        ("restore", tmp_path / "tidak ada.zip", tmp_path / "w"),
        ("new", tmp_path / "w", "--profile", tmp_path / "tidak ada.toml"),
    ):
        call = zidesk(*arguments)
        assert (call.code, call.out) == (1, "")
        assert call.err.startswith("zidesk: ")
        assert "Traceback" not in call.err


def test_a_bug_of_ours_is_a_sentence_and_a_note(
    zidesk: Zidesk, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_assessment: object) -> None:
        raise RuntimeError("kutu")

    monkeypatch.setattr(workspace_commands, "print_status", broken)
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_args, **_kwargs: str(tmp_path / "log"))
    call = zidesk("status", workspace)
    assert call.code == 1
    assert "RuntimeError" not in call.err
    assert "RuntimeError: kutu" in (tmp_path / "log" / "kesalahan.txt").read_text()


def test_version(zidesk: Zidesk) -> None:
    assert zidesk("--version").out.startswith("ZIDesk ")


def test_answering_and_status(zidesk: Zidesk, workspace: Path) -> None:
    assert "nilai 0,25 dari 0,25" in zidesk("answer", workspace, "1.i.a", "Ya", "--note", "SK ada").out
    zidesk("answer", workspace, "1.i.b", "A")
    zidesk("answer", workspace, "A.II.1.i.a", "agen=5,perubahan=7")
    zidesk("answer", workspace, "B.I.a", "3,65")

    call = zidesk("status", workspace, "--json")
    status = json.loads(call.out)

    assert set(status) >= {"instrument", "year", "school", "nodes", "questions", "criteria", "counts"}
    assert status["nodes"]["A.I.1.i"] == {"weight": 0.5, "score": 0.5, "percent": 100.0}
    assert status["questions"]["A.I.1.i.a"] == {"answer": "Ya", "score": 1.0, "note": "SK ada", "evidence": 0}
    assert status["questions"]["A.II.1.i.a"]["answer"] == "agen=5,perubahan=7"
    assert status["questions"]["A.II.1.i.a"]["score"] == 1.0
    assert status["nodes"]["B.I.a"]["score"] == pytest.approx(3.65 / 4 * 17.5, abs=1e-12)
    nothing = {"evidence": 0, "files": 0, "bytes": 0, "unplaced": 0}
    assert status["counts"] == {"questions": 113, "answered": 4, **nothing}
    first = status["criteria"]["WBK"][0]
    assert set(first) == {"id", "label", "min", "value", "met", "missing"}
    assert (first["id"], first["min"], first["met"]) == ("total", 75.0, False)
    assert status["criteria"]["WBBM"][-1]["id"] == "prasyarat"
    assert "WBK: " in zidesk("status", workspace).out


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("9.z", "Ya", "tidak ada pada lembar"),
        ("1.i.a", "B", "Pilihannya: Ya, Tidak"),
        ("B.I.a", "4,5", "antara 0 dan 4"),
        ("B.I.a", "-1", "antara 0 dan 4"),
        ("A.II.4.i.a", "sasaran=5,tercapai=7", "lebih besar dari keseluruhannya"),
        ("A.II.1.i.a", "agen=0,perubahan=0", "“nihil=0”"),
        ("A.II.1.i.a", "agen=5", "isian perubahan belum ada"),
        ("1.i.a", "nihil", "“Nihil” hanya untuk"),
    ],
)
def test_refused_answers(zidesk: Zidesk, workspace: Path, code: str, value: str, words: str) -> None:
    call = zidesk("answer", workspace, code, value)
    assert (call.code, call.out) == (1, "")
    assert words in call.err
    assert json.loads(zidesk("status", workspace, "--json").out)["counts"]["answered"] == 0


def test_clearing_an_answer(zidesk: Zidesk, workspace: Path) -> None:
    zidesk("answer", workspace, "1.i.a", "Ya")
    assert "dikosongkan" in zidesk("answer", workspace, "1.i.a", "").out
    question = json.loads(zidesk("status", workspace, "--json").out)["questions"]["A.I.1.i.a"]
    assert (question["answer"], question["score"]) == (None, 0.0)


def test_attaching_bundling_and_verifying(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    paper = tmp_path / "SK.txt"
    paper.write_text("SK Tim")
    empty = tmp_path / "kosong.pdf"
    empty.touch()

    call = zidesk("attach", workspace, "1.i.a,1.i.b", paper, empty, "--title", "SK Tim", "--date", "2026-01-12")
    assert call.code == 1
    assert "2 bukti dilampirkan" in call.out
    assert "kosong (0 bita)" in call.err

    stick = tmp_path / "stik"
    made = json.loads(zidesk("bundle", workspace, stick, "--json").out)
    assert (made["files"], made["bytes"], made["omitted"]) == (2, 12, [])
    assert Path(made["path"]).is_dir()

    call = zidesk("verify", made["path"], "--json")
    verdict = json.loads(call.out)
    assert call.code == 0
    assert verdict == {"valid": True, "files": 2, "errors": [], "warnings": []}

    victim = next(path for path in (Path(made["path"]) / "data").rglob("*.txt"))
    victim.write_text("SK lain")
    call = zidesk("verify", made["path"], "--json")
    assert call.code == 3
    (fault,) = [fault for fault in json.loads(call.out)["errors"] if fault["path"]]
    assert fault["path"] == victim.relative_to(made["path"]).as_posix()
    assert zidesk("verify", made["path"]).out.rstrip().endswith("kesalahan")


def test_doctor_backup_and_restore(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    paper = tmp_path / "SK.txt"
    paper.write_text("SK Tim")
    zidesk("attach", workspace, "1.i.a", paper)
    assert zidesk("doctor", workspace).code == 0
    assert zidesk("backup", workspace, tmp_path / "c.zip").code == 0
    content = hashlib.sha256(b"SK Tim").hexdigest()
    (workspace / "bukti" / content[:2] / content).unlink()

    call = zidesk("doctor", workspace, "--json")
    assert call.code == 3
    assert [fault["kind"] for fault in json.loads(call.out)["faults"]] == ["missing"]
    assert "berkas asli hilang: SK.txt" in zidesk("doctor", workspace).out
    assert zidesk("restore", tmp_path / "c.zip", tmp_path / "pulih").code == 0
    assert zidesk("doctor", tmp_path / "pulih").code == 0


def test_doctor_cleans_what_killed_work_left(zidesk: Zidesk, workspace: Path) -> None:
    stray = workspace / "bukti" / "ab" / ("ab" * 32)
    stray.parent.mkdir(parents=True)
    stray.write_text("sisa")
    os.utime(stray, (1_700_000_000, 1_700_000_000))
    assert "berkas tanpa pemilik" in zidesk("doctor", workspace).out
    assert stray.is_file()
    assert "1 berkas tanpa pemilik dihapus (4 bita)." in zidesk("doctor", workspace, "--clean").out
    assert not stray.exists()


def test_a_folder_is_attached_and_system_files_are_told(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bukti sekolah"
    folder.mkdir()
    for name in ("Notula 2.txt", "Notula 10.txt", "Thumbs.db"):
        (folder / name).write_text(name)
    call = zidesk("attach", workspace, "1.i.a", folder)
    assert "2 bukti dilampirkan." in call.out
    assert "1 berkas sistem atau tersembunyi dilewati, misalnya Thumbs.db." in call.out


@pytest.mark.parametrize(
    ("kind", "name", "head"), [("index", "i.pdf", b"%PDF"), ("cover", "c.pdf", b"%PDF"), ("lke", "l.xlsx", b"PK")]
)
def test_single_papers(zidesk: Zidesk, workspace: Path, tmp_path: Path, kind: str, name: str, head: bytes) -> None:
    out = tmp_path / name
    assert zidesk("doc", workspace, kind, out).code == 0
    assert out.read_bytes().startswith(head)
    wrong = zidesk("doc", workspace, kind, tmp_path / "salah.txt")
    assert wrong.code == 1
    assert "berakhir dengan" in wrong.err
    assert not (tmp_path / "salah.txt").exists()
