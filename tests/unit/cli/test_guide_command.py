"""`zidesk guide`."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk


def test_the_guide_is_written_where_it_is_wanted(zidesk: Zidesk, tmp_path: Path) -> None:
    out = tmp_path / "Panduan sekolah.pdf"
    said = zidesk("guide", out)
    assert said.code == 0 and str(out) in said.out
    assert out.read_bytes().startswith(b"%PDF")


def test_without_a_name_it_goes_into_the_folder_one_is_in(
    zidesk: Zidesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert zidesk("guide", "--paper", "F4").code == 0
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Panduan ZIDesk.pdf"]


def test_another_kind_of_file_is_refused(zidesk: Zidesk, tmp_path: Path) -> None:
    said = zidesk("guide", tmp_path / "Panduan.docx")
    assert said.code == 1 and ".pdf" in said.err
    assert not list(tmp_path.glob("Panduan*"))
