"""The guide as a PDF."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from zidesk.domain.errors import GuideMissing, StorageFault, WrongSuffix
from zidesk.services.documents.model.blocks import Heading, ItemList, Paragraph, Picture
from zidesk.services.documents.model.inline import plain_text
from zidesk.services.documents.model.table import Table
from zidesk.services.guide.document import guide_document, write_guide
from zidesk.services.guide.reading import load_guide
from zidesk.storage.paths import Resources

CHAPTER = """<!-- urutan: 1 | bagian: Mulai | halaman: start -->
# Bab satu

Pilih **Baru…** dengan `Ctrl+N`.

![Sebuah gambar](gambar/satu.png)

## Langkah

1. satu
2. dua
   - di bawah dua

> Catatan.

| kunci | arti |
|---|---|
| a | b |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "panduan"
    (made / "gambar").mkdir(parents=True)
    (made / "satu.md").write_text(CHAPTER, encoding="utf-8")
    Image.new("RGB", (400, 200), "teal").save(made / "gambar" / "satu.png")
    return made


def test_markdown_becomes_blocks(folder: Path) -> None:
    blocks = guide_document(load_guide(folder), folder).blocks
    headings = [(block.level, block.text) for block in blocks if isinstance(block, Heading)]
    assert headings == [(1, "Daftar isi"), (1, "Bab satu"), (2, "Langkah")]
    text, caption = (block for block in blocks if isinstance(block, Paragraph))
    assert [(run.text, run.bold, run.italic) for run in text.text if not isinstance(run, str)] == [
        ("Pilih ", False, False),
        ("Baru…", True, False),
        (" dengan ", False, False),
        ("Ctrl+N", False, True),
        (".", False, False),
    ]
    (items,) = (block for block in blocks if isinstance(block, ItemList))
    below = items.items[1].below
    assert items.style == "1." and below is not None and below.style == "-"
    (picture,) = (place for place, block in enumerate(blocks) if isinstance(block, Picture))
    assert blocks[picture + 1] is caption and plain_text(caption.text) == "Sebuah gambar"
    assert len([block for block in blocks if isinstance(block, Table)]) == 2


def test_a_missing_picture_is_named(folder: Path) -> None:
    (folder / "gambar" / "satu.png").unlink()
    with pytest.raises(GuideMissing) as caught:
        guide_document(load_guide(folder), folder)
    assert caught.value.path.name == "satu.png"


def test_what_no_paper_can_show_is_a_mistake_of_ours(folder: Path) -> None:
    (folder / "satu.md").write_text(CHAPTER + "\n---\n", encoding="utf-8")
    with pytest.raises(ValueError, match="hr"):
        guide_document(load_guide(folder), folder)


def test_the_shipped_guide_is_a_pdf_with_cover_contents_bookmarks_and_pictures(
    tmp_path: Path, resources_root: Path
) -> None:
    resources, out = Resources(resources_root), tmp_path / "Panduan.pdf"
    write_guide(out, resources)
    first = out.read_bytes()
    guide = load_guide(resources.guide)
    read = pypdf.PdfReader(io.BytesIO(first))
    assert "PANDUAN ZIDESK" in read.pages[0].extract_text()
    contents = "".join(page.extract_text() for page in read.pages[1:4])
    marks = [entry for entry in read.outline if not isinstance(entry, list)]
    for chapter in guide.chapters:
        assert chapter.title.upper() in contents
        (mark,) = (mark for mark in marks if mark["/Title"] == chapter.title)
        number = read.get_destination_page_number(mark)
        assert number is not None and chapter.title.upper() in read.pages[number].extract_text()
    pictures = sum(len(page.images) for page in read.pages)
    assert pictures > len(list((resources.guide / "gambar").glob("*.png")))
    write_guide(out, resources)
    assert out.read_bytes() == first, "the same guide gives the same bytes"


def test_places_that_cannot_take_it_are_told(tmp_path: Path, resources_root: Path) -> None:
    resources = Resources(resources_root)
    with pytest.raises(WrongSuffix):
        write_guide(tmp_path / "Panduan.docx", resources)
    with pytest.raises(StorageFault):
        write_guide(tmp_path / "tidak ada" / "Panduan.pdf", resources)
    assert list(tmp_path.iterdir()) == []
