"""`zidesk merge`: evidence as one PDF."""

from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.cli.conftest import Zidesk


@pytest.fixture
def filled(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> Path:
    """A paper in each of two areas, and a table in the first."""
    for code, words in (("1.i.a", "Keputusan tim"), ("2.i.a", "Peta proses")):
        path = tmp_path / f"{words}.pdf"
        canvas = Canvas(str(path))
        canvas.drawString(40, 700, words)
        canvas.save()
        assert zidesk("attach", workspace, code, path).code == 0
    table = tmp_path / "anggaran.csv"
    table.write_text("pos,jumlah\nATK,1\n", encoding="utf-8")
    assert zidesk("attach", workspace, "1.i.b", table).code == 0
    return workspace


def words_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_everything_is_merged(zidesk: Zidesk, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "gabungan.pdf"
    call = zidesk("merge", filled, out)
    assert (call.code, call.err) == (0, "")
    assert "3 berkas bukti, 5 halaman" in call.out
    assert "A.I.1.i.b-01 anggaran: diganti selembar keterangan" in call.out
    assert "Keputusan tim" in words_of(out)
    assert "Peta proses" in words_of(out)


def test_only_some_areas(zidesk: Zidesk, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "gabungan.pdf"
    assert zidesk("merge", filled, out, "--areas", "2", "--paper", "F4").code == 0
    assert "Keputusan tim" not in words_of(out)
    assert "Peta proses" in words_of(out)
    assert float(pypdf.PdfReader(out).pages[0].mediabox.height) == pytest.approx(935.43, abs=0.01)


@pytest.mark.parametrize(
    ("areas", "name", "code"), [("", "a.docx", 1), (" , ", "a.pdf", 2), ("99", "a.pdf", 1), ("", "tiada/a.pdf", 1)]
)
def test_what_cannot_be_done_is_said(
    zidesk: Zidesk, filled: Path, tmp_path: Path, areas: str, name: str, code: int
) -> None:
    call = zidesk("merge", filled, tmp_path / name, *(("--areas", areas) if areas else ()))
    assert call.code == code
    assert call.err
    assert not (tmp_path / name).exists()


def test_without_evidence_nothing_is_written(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    call = zidesk("merge", workspace, tmp_path / "a.pdf")
    assert call.code == 1
    assert "Belum ada bukti" in call.err
    assert not (tmp_path / "a.pdf").exists()
