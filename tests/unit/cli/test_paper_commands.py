"""`zidesk doc`: every kind, by suffix, with entries."""

from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.unit.cli.conftest import Zidesk
from zidesk.services.documents.making import KINDS

_HEADS = {".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.mark.parametrize(
    ("kind", "suffix"), [(key, suffix) for key, kind in KINDS.items() for suffix in kind.formats]
)
def test_every_kind_in_every_format(
    zidesk: Zidesk, workspace: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    out = tmp_path / f"dokumen{suffix}"
    call = zidesk("doc", workspace, kind, out, "--paper", "F4")
    assert (call.code, call.err) == (0, ""), call.err
    assert out.read_bytes().startswith(_HEADS[suffix])


def test_entries_are_used(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "n.pdf"
    call = zidesk(
        "doc", workspace, "minutes", out,
        "--field", "acara=Rapat a=b", "--field", "tanggal_acara=2026-03-05", "--field", "keputusan=Satu\\nDua",
    )  # fmt: skip
    assert call.code == 0
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert "Rapat a=b" in words and "Kamis, 5 Maret 2026" in words and "Satu" in words and "Dua" in words
    assert "Satu\\nDua" not in words


def test_a_file_for_each_member(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "pegawai.csv"
    table.write_text("nama;nip\nAni;\nBudi;\n", encoding="utf-8")
    zidesk("staff", workspace, "import", table)
    call = zidesk("doc", workspace, "pact", tmp_path, "--each")
    assert call.code == 0 and call.out.startswith("2 dokumen selesai dibuat di ")
    assert len(list((tmp_path / "Pakta Integritas").glob("*.pdf"))) == 2


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (("cover", "s.pdf", "--field", "nomor"), 2, "tulis seperti nomor="),
        (("cover", "s.pdf", "--field", "warna=biru"), 1, "bukan isian dokumen ini"),
        (("cover", "s.pdf", "--field", "tanggal=besok"), 1, "bukan tanggal"),
        (("cover", "s.xlsx"), 1, "berakhir dengan .pdf atau .docx"),
        (("puisi", "s.pdf"), 2, "pilih dari index, lke, cover"),
        (("cover", "s.pdf", "--each"), 2, "hanya untuk dokumen pegawai"),
        (("pact", "s", "--each", "--field", "tanggal=2026-01-02"), 2, "tanpa --field"),
    ],
)
def test_wrong_calls(
    zidesk: Zidesk, workspace: Path, tmp_path: Path, more: tuple[str, ...], code: int, words: str
) -> None:
    kind, name, *rest = more
    call = zidesk("doc", workspace, kind, tmp_path / name, *rest)
    assert (call.code, call.out) == (code, "") and words in call.err
    assert not (tmp_path / name).exists()


def test_the_workspace_stays_as_it_is(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    before = (workspace / "zidesk.db").read_bytes()
    assert zidesk("doc", workspace, "cover", tmp_path / "s.pdf", "--field", "nomor=1").code == 0
    assert (workspace / "zidesk.db").read_bytes() == before


def test_what_is_missing_is_listed(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    told = zidesk("doc", workspace, "minutes", tmp_path / "n.pdf", "--field", "acara=Rapat").out
    assert "Dicetak sebagai titik-titik:" in told and "belum diisi" in told
    assert "Acara belum diisi" not in told


def test_a_statement_of_each_member(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "pegawai.csv"
    table.write_text("nama;nip\nAni;\nBudi;\n", encoding="utf-8")
    zidesk("staff", workspace, "import", table)
    assert zidesk("doc", workspace, "conflict", tmp_path, "--each").code == 0
    made = sorted((tmp_path / "Surat Pernyataan Bebas Benturan Kepentingan").glob("*.pdf"))
    texts = ["".join(page.extract_text() for page in pypdf.PdfReader(path).pages) for path in made]
    assert ["Ani" in text for text in texts] == [True, False]
    assert ["Budi" in text for text in texts] == [False, True]
    whole = tmp_path / "semua.pdf"
    zidesk("doc", workspace, "conflict", whole)
    assert len(pypdf.PdfReader(whole).pages) == 2
    zidesk("doc", workspace, "conflict", whole, "--field", "nama=Citra")
    assert len(pypdf.PdfReader(whole).pages) == 1 and "Citra" in pypdf.PdfReader(whole).pages[0].extract_text()


def test_a_logo_that_is_no_picture_is_said(
    zidesk: Zidesk, workspace: Path, tmp_path: Path, resources_root: Path
) -> None:
    assert "Logo" not in zidesk("doc", workspace, "pledge", tmp_path / "m.pdf").out
    profile = tmp_path / "profil.toml"
    given = (resources_root / "demo" / "profil.toml").read_text(encoding="utf-8")
    profile.write_text(given, encoding="utf-8")
    Image.new("RGB", (40, 40), "navy").save(tmp_path / "logo.png")
    assert zidesk("new", tmp_path / "lain", "--profile", profile).code == 0
    (kept,) = (file for file in (tmp_path / "lain" / "bukti").rglob("*") if file.is_file())
    kept.write_bytes(b"bukan gambar")
    call = zidesk("doc", tmp_path / "lain", "pledge", tmp_path / "m.pdf")
    assert call.code == 0 and "Logo sekolah tidak tercetak" in call.out


def test_without_staff_the_principal_declares_alone(zidesk: Zidesk, tmp_path: Path) -> None:
    profile = tmp_path / "profil.toml"
    profile.write_text('[sekolah]\nnama = "SMP Baru"\n[penilaian]\ntahun = 2026\n', encoding="utf-8")
    zidesk("new", tmp_path / "baru", "--profile", profile)
    assert zidesk("doc", tmp_path / "baru", "conflict", tmp_path / "b.pdf").code == 0
    pages = pypdf.PdfReader(tmp_path / "b.pdf").pages
    assert len(pages) == 1 and "Mengetahui" not in pages[0].extract_text()
