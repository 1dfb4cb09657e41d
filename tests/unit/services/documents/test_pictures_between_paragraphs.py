"""Pictures between paragraphs: as large as their pixels say where there is room, alike in both kinds of file."""

import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdf import PdfReader

from tests.unit.services.documents.model_samples import paper
from zidesk.services.documents.model.blocks import Paragraph, Picture
from zidesk.services.documents.paper import MM, Stationery, frame_of
from zidesk.services.documents.render_docx.document import write_docx
from zidesk.services.documents.render_pdf.document import write_pdf
from zidesk.services.documents.render_pdf.picture import picture_size


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.new("RGB", (300, 100), "teal").save(tmp_path / "satu.png")
    return tmp_path / "satu.png"


@pytest.mark.parametrize(
    ("wide", "high", "expected"),
    [(300, 100, (60 * MM, 20 * MM)), (3000, 100, None), (100, 3000, None)],
    ids=["as it is", "wide", "high"],
)
def test_the_size_keeps_to_the_page(
    stationery: Stationery, wide: int, high: int, expected: tuple[float, float] | None
) -> None:
    frame = frame_of(stationery)
    width, height = picture_size(wide, high, 0.2, frame)
    assert width / height == pytest.approx(wide / high)
    assert width <= frame.width + 0.01 and height <= frame.height / 2
    if expected:
        assert (width, height) == pytest.approx(expected)


def test_in_a_pdf_it_goes_to_the_next_page_where_it_does_not_fit(
    tmp_path: Path, stationery: Stationery, picture: Path
) -> None:
    text = tuple(Paragraph(f"Baris {number}") for number in range(40))
    write_pdf(tmp_path / "d.pdf", paper([*text[:38], Picture(picture, 0.5), *text[38:]]), stationery)
    read = PdfReader(tmp_path / "d.pdf")
    assert [len(page.images) for page in read.pages] == [0, 1]
    assert "Baris 39" in read.pages[1].extract_text()
    assert read.pages[1].images[0].image.size == (300, 100)  # type: ignore[union-attr]


def test_in_a_docx_it_is_as_wide(tmp_path: Path, stationery: Stationery, picture: Path) -> None:
    write_docx(tmp_path / "d.docx", paper([Paragraph("Teks"), Picture(picture, 0.2)]), stationery)
    (shape,) = docx.Document(str(tmp_path / "d.docx")).inline_shapes
    assert shape.width.mm == pytest.approx(60, abs=0.1)
    with zipfile.ZipFile(tmp_path / "d.docx") as package:
        (inside,) = (name for name in package.namelist() if name.startswith("word/media/"))
        assert package.read(inside) == picture.read_bytes()


def test_a_picture_that_is_gone_is_an_error(tmp_path: Path, stationery: Stationery) -> None:
    document = paper([Picture(tmp_path / "hilang.png", 0.2)])
    with pytest.raises(OSError):
        write_pdf(tmp_path / "d.pdf", document, stationery)
    with pytest.raises(OSError):
        write_docx(tmp_path / "d.docx", document, stationery)
