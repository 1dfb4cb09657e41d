"""Calls that cannot be meant: code 2 and a sentence that fits."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["attach", "w", ",", "f"], "KODE belum diisi"),
        (["attach", "w", "", "f"], "KODE belum diisi"),
        (["bundle", "w", "d", "--areas", ","], "--areas belum memuat satu area pun"),
        (["bundle", "w", "d", "--areas", " "], "--areas belum memuat satu area pun"),
        (["bundle", "w", "d", "--json=1"], "“--json” tidak memakai nilai"),
        (["bundle", "w", "d", "--layout"], "“--layout” memerlukan nilai"),
        (["demo", "d", "--files", "99999"], "harus bilangan bulat mulai dari 1 sampai 10.000"),
        (["demo", "d", "--size-mb", "0"], "harus bilangan bulat mulai dari 1."),
    ],
)
def test_wrong_usage(zidesk: Zidesk, arguments: list[str], words: str) -> None:
    call = zidesk(*arguments)
    assert (call.code, call.out) == (2, "")
    assert words in call.err


def test_a_backup_that_is_not_there_is_named_itself(zidesk: Zidesk, tmp_path: Path) -> None:
    call = zidesk("restore", tmp_path / "tidak ada.zip", tmp_path / "pulih")
    assert call.code == 1
    assert f"{tmp_path / 'tidak ada.zip'} tidak ditemukan" in call.err


@pytest.mark.parametrize("content", [None, b"bukan zip"])
def test_what_is_no_backup_is_refused_in_indonesian(zidesk: Zidesk, tmp_path: Path, content: bytes | None) -> None:
    backup = tmp_path / "cadangan.zip"
    if content is None:
        backup.mkdir()
    else:
        backup.write_bytes(content)
    call = zidesk("restore", backup, tmp_path / "pulih")
    assert call.code == 1
    assert f"{backup} bukan cadangan ZIDesk yang utuh: buk" in call.err
    assert "zip file" not in call.err
    assert not (tmp_path / "pulih").exists()


def test_a_paper_that_cannot_be_written_is_not_called_a_workspace(
    zidesk: Zidesk, workspace: Path, tmp_path: Path
) -> None:
    call = zidesk("doc", workspace, "index", tmp_path / "tidak ada" / "i.pdf")
    assert call.code == 1
    assert f"Tempat {tmp_path / 'tidak ada' / 'i.pdf'} " in call.err
    assert "No such file" not in call.err
