"""Documents of the model as PDF, read back with another library."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.unit.services.documents.model_samples import LOREM, month_table, paper, signature, work_plan
from tests.unit.services.documents.reading import all_text, fonts, inner_links, outline, page_texts
from tests.unit.services.documents.samples import HOSTILE
from zidesk.services.documents.model.blocks import (
    Heading,
    Item,
    ItemList,
    KeyValues,
    PageBreak,
    Paragraph,
    QrLabel,
    Spacer,
    Title,
)
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import Run
from zidesk.services.documents.model.signatures import Approval, Signatures, Signer, approval_table
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.render_pdf.document import heading_pages, write_pdf


def _pages(tmp_path: Path, document: Document, stationery: Stationery, name: str = "d.pdf") -> list[str]:
    write_pdf(tmp_path / name, document, stationery)
    return [" ".join(text.split()) for text in page_texts(tmp_path / name)]


def test_the_contents_name_the_pages_headings_stand_on(tmp_path: Path, stationery: Stationery) -> None:
    pages = _pages(tmp_path, work_plan(), stationery)
    for title in ("Latar Belakang", "Dasar Hukum", "Jadwal Bulanan", "Ringkasan"):
        (entry,) = (line for line in page_texts(tmp_path / "d.pdf")[1].splitlines() if title in line)
        (found,) = (number for number, text in enumerate(pages, 1) if title in text and number != 2)
        where = {name: page for _, name, page in outline(tmp_path / "d.pdf")}
        assert "....." in entry
        assert next(page for name, page in where.items() if title in name) == found
    drawn = [page for _, title, page in outline(tmp_path / "d.pdf") if title != "PENUTUP"]
    assert heading_pages(work_plan(), stationery) == drawn
    assert drawn[0] == 2
    shown = [int(word) for word in page_texts(tmp_path / "d.pdf")[1].split() if word.isdigit()]
    assert all(shown.count(page) >= drawn[1:].count(page) for page in drawn[1:])
    assert inner_links(tmp_path / "d.pdf") == 6


def test_wide_tables_lie_on_their_side_under_repeated_heads(tmp_path: Path, stationery: Stationery) -> None:
    pages = _pages(tmp_path, work_plan(), stationery)
    boxes = [page.mediabox for page in PdfReader(tmp_path / "d.pdf").pages]
    wide = [number for number, box in enumerate(boxes) if box.width > box.height]
    assert len(wide) >= 2
    assert all("Kegiatan Mar Apr Mei 1 2 3 4" in pages[number].replace("No. ", "") for number in wide)
    assert sum(pages[number].count("Kegiatan ke-") for number in wide) == 40
    assert "Jadwal Bulanan" in pages[wide[0]]


def test_every_page_but_the_cover_is_numbered(tmp_path: Path, stationery: Stationery) -> None:
    pages = _pages(tmp_path, work_plan(), stationery)
    assert "Halaman" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"Halaman {number} dari" in text
        assert "Dokumen Rencana Kerja · SMA Contoh" in text


def test_it_describes_itself_and_embeds_its_fonts(tmp_path: Path, stationery: Stationery) -> None:
    write_pdf(tmp_path / "d.pdf", work_plan(), stationery)
    reader = PdfReader(tmp_path / "d.pdf")
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Rencana Kerja", "SMA Contoh")
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert all(fonts(tmp_path / "d.pdf").values())
    assert [level for level, title, _ in outline(tmp_path / "d.pdf") if "BAB" in title] == [0, 0]


def test_the_same_document_gives_the_same_bytes(tmp_path: Path, stationery: Stationery) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(tmp_path / name, work_plan(), stationery)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("lines", range(20, 60, 3))
def test_a_signature_never_stands_alone(tmp_path: Path, stationery: Stationery, lines: int) -> None:
    document = paper((*(Paragraph(f"Baris {at}", space=0) for at in range(lines)), Spacer(3), signature()))
    last = _pages(tmp_path, document, stationery)[-1]
    assert "NIP 19651112" in last
    assert "Kepala SMA Contoh" in last
    assert f"Baris {lines - 1}" in last


@pytest.mark.parametrize("rows", range(20, 60, 4))
def test_the_last_row_stays_with_the_signature(tmp_path: Path, stationery: Stationery, rows: int) -> None:
    table = Table((Column("Isi"),), tuple(row(f"Baris {at}") for at in range(rows)))
    last = _pages(tmp_path, paper((table, signature())), stationery)[-1]
    assert f"Baris {rows - 1}" in last
    assert "NIP" in last


@pytest.mark.parametrize("lines", range(40, 54))
def test_no_heading_ends_a_page(tmp_path: Path, stationery: Stationery, lines: int) -> None:
    document = paper(
        (*(Paragraph("x", space=0) for _ in range(lines)), Heading(2, "Judul"), Paragraph(LOREM), Paragraph("y"))
    )
    for text in _pages(tmp_path, document, stationery):
        assert ("Judul" in text) == ("Zona Integritas adalah" in text)


def test_rows_are_kept_whole_unless_higher_than_a_page(tmp_path: Path, stationery: Stationery) -> None:
    middle = " ".join(f"a{at}" for at in range(120))
    rows = tuple(row(str(at), f"awal{at} {middle} akhir{at}") for at in range(30))
    pages = _pages(tmp_path, paper((Table((Column("No", 12), Column("Isi")), rows),)), stationery)
    for at in range(30):
        assert sum(f"awal{at} " in text and f"akhir{at} " in f"{text} " for text in pages) == 1
    tall = " ".join(f"b{at}" for at in range(6000))
    pages = _pages(
        tmp_path, paper((Table((Column("Isi"),), (row("satu"), row(tall), row("tiga"))),)), stationery, "t.pdf"
    )
    words = " ".join(pages).split()
    assert [word for word in words if word.startswith("b") and word[1:].isdigit()] == tall.split()
    assert all("Isi" in text for text in pages)
    assert "b0" in pages[0].split()


def test_every_block_is_printed(tmp_path: Path, stationery: Stationery) -> None:
    blocks: tuple[Block, ...] = (
        Title(("SURAT PERNYATAAN",), ("Nomor: 12",)),
        KeyValues((("Nama", "Budi"), ("", "lanjutan"))),
        ItemList((Item("satu", ItemList((Item("dalam"),), "a.")), Item("dua")), start=3),
        Paragraph((Run("tebal", bold=True), Run(", lalu "), Run("miring", italic=True))),
        approval_table((Approval("Disiapkan oleh", "Budi"),)),
        Table((Column("A"), Column("B")), (Row((Cell("Jumlah", colspan=2),)),)),
        QrLabel("A.I.1.i.a", "1.i.a", ("Penyusunan Tim Kerja",)),
        PageBreak(),
        Signatures((Signer("Satu", signature().signers[0].person), Signer("Dua", signature().signers[0].person))),
    )
    pages = _pages(tmp_path, paper(blocks), stationery)
    for words in (
        "SURAT PERNYATAAN",
        "Nomor: 12",
        "Nama : Budi",
        "3. satu a. dalam",
        "4. dua",
        "tebal, lalu miring",
        "Disiapkan oleh",
        "Jumlah",
        "1.i.a",
    ):
        assert words in pages[0]
    assert pages[1].count("Dra. Sri Wahyuni") == 2
    assert len(pages) == 2


def test_empty_documents_still_have_a_page(tmp_path: Path, stationery: Stationery) -> None:
    assert len(_pages(tmp_path, paper(()), stationery)) == 1


@pytest.mark.parametrize("landscape", [False, True])
def test_hostile_text_stays_within_the_margins(
    tmp_path: Path, stationery: Stationery, drawn: list[tuple[float, float, str]], landscape: bool
) -> None:
    blocks: list[Block] = [month_table(1)] if landscape else []
    for text in (*HOSTILE, "Raden Mas " * 12):
        person = type(signature().signers[0].person)(text, text, text)
        blocks += [
            Paragraph((Run(text, bold=True), Run(text))),
            ItemList((Item(text),)),
            KeyValues(((text, text),)),
            Table((Column(text, 20), Column("x")), (row(text, text),), landscape=landscape),
            Signatures((Signer(text, person, (text,)), Signer(text, person))),
        ]
    write_pdf(tmp_path / "h.pdf", paper(blocks), stationery)
    boxes = {float(page.mediabox.width) for page in PdfReader(tmp_path / "h.pdf").pages}
    left, right = 25 * 72 / 25.4, max(boxes) - 20 * 72 / 25.4
    assert [line for start, end, line in drawn if start < left - 0.1 or end > right + 0.1] == []


def test_justified_lines_end_at_the_margin(
    tmp_path: Path, stationery: Stationery, drawn: list[tuple[float, float, str]]
) -> None:
    write_pdf(tmp_path / "j.pdf", paper((Paragraph(LOREM * 3),)), stationery)
    ends = [end for _, end, line in drawn if "Halaman" not in line and "·" not in line]
    right = (210 - 20) * 72 / 25.4
    body = [end for end in ends[:-1] if end > 300]
    assert len(body) >= 4
    assert all(end == pytest.approx(right, abs=0.5) for end in body[:4])
    assert "melalui reformasi birokrasi" in all_text(tmp_path / "j.pdf")
