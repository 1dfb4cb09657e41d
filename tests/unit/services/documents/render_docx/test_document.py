"""Documents of the model as DOCX, read back with python-docx."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from PIL import Image

from tests.unit.services.documents.model_samples import LOREM, paper, signature, work_plan
from tests.unit.services.documents.samples import HOSTILE
from zidesk.domain.profile import School
from zidesk.services.documents.model.blocks import (
    Item,
    ItemList,
    KeyValues,
    Letterhead,
    PageBreak,
    Paragraph,
    QrLabel,
    Title,
)
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.render_docx.document import write_docx
from zidesk.services.documents.render_pdf.document import heading_pages


def _body(tmp_path: Path, document: Document, stationery: Stationery) -> str:
    write_docx(tmp_path / "d.docx", document, stationery)
    with zipfile.ZipFile(tmp_path / "d.docx") as package:
        return package.read("word/document.xml").decode("utf-8")


def test_headings_are_headings(tmp_path: Path, stationery: Stationery) -> None:
    write_docx(tmp_path / "d.docx", work_plan(), stationery)
    read = docx.Document(str(tmp_path / "d.docx"))
    found = [(p.style.name, p.text) for p in read.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "BAB I\nPENDAHULUAN"),
        ("Heading 2", "A.\tLatar Belakang"),
        ("Heading 2", "B.\tDasar Hukum"),
        ("Heading 1", "BAB II\nRENCANA AKSI"),
        ("Heading 2", "A.\tJadwal Bulanan"),
        ("Heading 2", "B.\tRingkasan"),
    ]


def test_contents_are_a_field_with_its_entries(tmp_path: Path, stationery: Stationery) -> None:
    body = _body(tmp_path, work_plan(), stationery)
    read = docx.Document(str(tmp_path / "d.docx"))
    entries = [p for p in read.paragraphs if p.style and p.style.style_id.startswith("TOC")]
    pages = heading_pages(work_plan(), stationery)[1:]
    assert 'TOC \\o "1-3"' in body
    assert len(entries) == 6
    shown = [re.findall(r"<w:t[^>]*>([^<]*)</w:t>", entry._p.xml) for entry in entries]
    assert [texts[-1] for texts in shown] == [str(page) for page in pages]
    assert shown[0][0] == "BAB I PENDAHULUAN"
    assert set(re.findall(r"PAGEREF (_Toc\d+)", body)) <= set(re.findall(r'bookmarkStart[^>]*"(_Toc\d+)"', body))


def test_wide_tables_have_a_section_and_heads_that_repeat(tmp_path: Path, stationery: Stationery) -> None:
    body = _body(tmp_path, work_plan(), stationery)
    read = docx.Document(str(tmp_path / "d.docx"))
    turns = [section.orientation for section in read.sections]
    assert turns == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert read.sections[1].page_width > read.sections[1].page_height
    grid = read.tables[0]
    assert len(grid.rows) == 42
    assert body.count("<w:tblHeader/>") == 3
    assert body.count("<w:cantSplit/>") == sum(len(table.rows) for table in read.tables)
    assert body.count('<w:vMerge w:val="restart"/>') == 2
    assert grid.cell(0, 0).text == grid.cell(1, 0).text == "No."
    assert body.count('w:fill="9E9E9E"') == 40


def test_footers_count_the_pages(tmp_path: Path, stationery: Stationery) -> None:
    write_docx(tmp_path / "d.docx", work_plan(), stationery)
    read = docx.Document(str(tmp_path / "d.docx"))
    for section in read.sections:
        xml = section.footer._element.xml
        assert " PAGE " in xml
        assert " NUMPAGES " in xml
        assert "Dokumen Rencana Kerja · SMA Contoh" in xml
    assert read.sections[0].different_first_page_header_footer  # the cover


def test_it_describes_itself(tmp_path: Path, stationery: Stationery) -> None:
    write_docx(tmp_path / "d.docx", work_plan(), stationery)
    about = docx.Document(str(tmp_path / "d.docx")).core_properties
    assert (about.title, about.author, about.language) == ("Rencana Kerja", "SMA Contoh", "id-ID")
    assert about.modified is not None
    assert about.modified.replace(tzinfo=None) == work_plan().facts.changed_at


def test_the_same_document_gives_the_same_bytes(tmp_path: Path, stationery: Stationery) -> None:
    for name in ("a.docx", "b.docx"):
        write_docx(tmp_path / name, work_plan(), stationery)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_signatures_stay_with_what_stands_above(tmp_path: Path, stationery: Stationery) -> None:
    blocks = (Paragraph(LOREM), Table((Column("Isi"),), (row("akhir"),)), signature())
    write_docx(tmp_path / "d.docx", paper(blocks), stationery)
    read = docx.Document(str(tmp_path / "d.docx"))
    assert [p.paragraph_format.keep_with_next for p in read.tables[0].rows[-1].cells[0].paragraphs] == [True]
    signing = [p for line in read.tables[1].rows for cell in line.cells for p in cell.paragraphs]
    assert all(p.paragraph_format.keep_with_next for p in signing)
    assert "NIP 19651112 199002 2 002" in [p.text for p in signing]
    bold = next(run for p in signing for run in p.runs if run.text == "Dra. Sri Wahyuni, M.Pd.")
    assert bold.bold
    assert bold.underline


def test_lists_are_numbered_by_word(tmp_path: Path, stationery: Stationery) -> None:
    inner = ItemList((Item("dalam"),), "a.")
    body = _body(
        tmp_path,
        paper((ItemList((Item("satu", inner), Item("dua")), start=4), ItemList((Item("x"),), "-"))),
        stationery,
    )
    assert re.findall(r'<w:numId w:val="(\d)"/>', body) == ["1", "2", "1", "3"]
    with zipfile.ZipFile(tmp_path / "d.docx") as package:
        numbering = package.read("word/numbering.xml").decode()
    assert re.findall(r'startOverride w:val="(\d+)"', numbering) == ["4", "1", "1"]
    assert 'w:lvlText w:val="%1."' in numbering


def test_a_break_begins_one_page_not_two(tmp_path: Path, stationery: Stationery) -> None:
    blocks = (Paragraph("a"), PageBreak(), Title(("JUDUL",)), PageBreak(), Table((Column("x"),), (row("y"),)))
    body = _body(tmp_path, paper(blocks), stationery)
    assert body.count("<w:pageBreakBefore/>") == 2


@pytest.mark.parametrize("content", ["picture", "broken"])
def test_letterheads_have_the_logo_once(tmp_path: Path, stationery: Stationery, content: str) -> None:
    logo = tmp_path / "logo.png"
    if content == "picture":
        Image.new("RGB", (60, 80), "navy").save(logo)
    else:
        logo.write_bytes(b"bukan gambar")
    school = School("SMA Contoh", government="Provinsi", office="Dinas", address="Jalan 1")
    document = paper((Letterhead(school), PageBreak(), Letterhead(school)))
    body = _body(tmp_path, document, Stationery(stationery.fonts, "F4", logo))
    with zipfile.ZipFile(tmp_path / "d.docx") as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert len(media) == (1 if content == "picture" else 0)
    assert body.count("<w:drawing>") == 2 * len(media)
    assert body.count("SMA CONTOH") == 2
    assert docx.Document(str(tmp_path / "d.docx")).sections[0].page_height.mm == pytest.approx(330, abs=0.1)


def test_hostile_text_is_text(tmp_path: Path, stationery: Stationery) -> None:
    blocks = [
        block
        for text in HOSTILE
        for block in (
            Paragraph(text),
            KeyValues(((text, text),)),
            Table((Column(text),), (Row((Cell(text),)),)),
            QrLabel("A.1", text),
        )
    ]
    write_docx(tmp_path / "d.docx", paper(blocks), stationery)
    texts = [p.text for p in docx.Document(str(tmp_path / "d.docx")).paragraphs]
    assert HOSTILE[0] in texts
    assert not any(char in text for text in texts for char in "\u202e\x00\x07")
