"""PDFs: their pictures shrink, everything else stays; some must not be touched at all."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name
from PIL import Image, ImageChops

from tests.unit.services.renditions.samples import (
    add_page,
    encoded,
    grainy,
    outlines,
    picture_pdf,
    scan_pdf,
    written,
)
from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.renditions.shrinking import shrink


def shrunk(tmp_path: Path, data: bytes, limit: int) -> bytes | None:
    source, out = tmp_path / "pindaian.pdf", tmp_path / "salinan"
    source.write_bytes(data)
    found: Inspection = inspect_file(source, source.name)
    if not shrink(source, out, found, limit, CancelToken()):
        assert not out.exists()
        return None
    assert source.read_bytes() == data
    assert out.stat().st_size <= limit
    assert inspect_file(out, "a.pdf").pages == found.pages
    return out.read_bytes()


def drawn(data: bytes, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=1).to_pil().convert("RGB")


def pictures(data: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (int(item.Width), int(item.Height), str(item.get("/Filter")))
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        ]


@pytest.fixture(scope="module")
def scan() -> bytes:
    pages = [encoded(written(30 + number), "JPEG", quality=97) for number in range(3)]
    return scan_pdf(pages)


@pytest.mark.parametrize("part", [2, 3])
def test_a_scan_fits_and_keeps_its_words_and_bookmarks(tmp_path: Path, scan: bytes, part: int) -> None:
    data = shrunk(tmp_path, scan, len(scan) // part)
    assert data is not None
    with pypdfium2.PdfDocument(data) as document:
        assert [document[page].get_textpage().get_text_range() for page in range(3)] == ["Notula rapat"] * 3
        assert [item.get_title() for item in document.get_toc()] == ["Halaman pertama"]
        assert document.get_metadata_value("Title") == "Pindaian"
    difference = ImageChops.difference(drawn(scan), drawn(data)).convert("L")
    assert sum(difference.histogram()[90:]) < difference.width * difference.height // 200


def test_the_best_level_that_fits_is_taken(tmp_path: Path, scan: bytes) -> None:
    mild, strong = shrunk(tmp_path, scan, len(scan) * 4 // 5), shrunk(tmp_path, scan, len(scan) // 3)
    assert mild is not None and strong is not None
    assert len(mild) > len(strong)
    assert pictures(mild)[0][0] > pictures(strong)[0][0] >= 800


def test_the_same_scan_gives_the_same_bytes(tmp_path: Path, scan: bytes) -> None:
    limit = len(scan) // 2
    assert shrunk(tmp_path, scan, limit) == shrunk(tmp_path, scan, limit)


def test_where_the_limit_cannot_be_reached_nothing_is_made(tmp_path: Path, scan: bytes) -> None:
    assert shrunk(tmp_path, scan, 10_000) is None


def test_a_locked_file_is_left_alone(tmp_path: Path) -> None:
    page = encoded(written(), "JPEG", quality=97)
    data = scan_pdf([page], encryption=pikepdf.Encryption(owner="rahasia", user=""))  # opens without a password
    assert shrunk(tmp_path, data, len(data) // 2) is None


@pytest.mark.parametrize("where", ["field", "loose"])
def test_a_signed_file_is_left_alone(tmp_path: Path, scan: bytes, where: str) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(scan)) as pdf:
        signature = pdf.make_indirect(
            Dictionary(Type=Name.Sig, ByteRange=[0, 10, 20, 10], Contents=pikepdf.String("x"))
        )
        if where == "field":
            field = pdf.make_indirect(Dictionary(FT=Name.Sig, T="Kepala", V=signature))
            pdf.Root.AcroForm = Dictionary(SigFlags=3, Fields=[field])
        else:
            pdf.Root.Perms = Dictionary(DocMDP=signature)
        pdf.save(output)
    data = output.getvalue()
    assert shrunk(tmp_path, data, len(data) // 2) is None


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_samples_without_jpeg_become_one(tmp_path: Path, mode: str) -> None:
    image = grainy(1700, 1300, mode)
    colours = Name.DeviceRGB if mode == "RGB" else Name.DeviceGray
    data = picture_pdf(image.tobytes(), image.size, 8, colours)
    made = shrunk(tmp_path, data, 400_000)
    assert made is not None and pictures(made)[0][2] == "/DCTDecode"
    difference = ImageChops.difference(drawn(data).resize((20, 30)), drawn(made).resize((20, 30)))
    assert max(high for _, high in difference.getextrema()) < 12  # type: ignore[misc]


@pytest.mark.parametrize("inverted", [False, True])
def test_black_and_white_loses_not_one_bit(tmp_path: Path, inverted: bool) -> None:
    page = outlines()
    samples = page.tobytes()
    facts = {"Decode": pikepdf.Array([1, 0])} if inverted else {}
    data = picture_pdf(samples, page.size, 1, Name.DeviceGray, **facts)
    made = shrunk(tmp_path, data, len(data) * 9 // 10)
    assert made is not None and pictures(made)[0][2] == "/CCITTFaxDecode"
    assert ImageChops.difference(drawn(data), drawn(made)).getbbox() is None


@pytest.mark.parametrize(
    ("colours", "facts"),
    [
        (Name.DeviceCMYK, {}),
        (Name.DeviceRGB, {"Mask": pikepdf.Array([0, 5, 0, 5, 0, 5])}),
        (Name.DeviceRGB, {"Decode": pikepdf.Array([1, 0, 1, 0, 1, 0])}),
        (pikepdf.Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]), {}),
    ],
)
def test_pictures_whose_colours_would_change_stay(
    tmp_path: Path, colours: object, facts: dict[str, object]
) -> None:
    image = grainy(1300, 1000, "CMYK" if colours == Name.DeviceCMYK else "RGB")
    data = picture_pdf(image.tobytes(), image.size, 8, colours, **facts)
    assert shrunk(tmp_path, data, len(data) // 3) is None


def test_samples_that_lie_about_their_size_do_no_harm(tmp_path: Path) -> None:
    """A bomb: a few bytes that say they are gigapixels, beside a picture that can be shrunk."""
    output = io.BytesIO()
    image = grainy(1700, 1300)
    with pikepdf.new() as pdf:
        bomb = pdf.make_stream(b"\0" * 1_000_000)
        bomb.Type, bomb.Subtype, bomb.Width, bomb.Height = Name.XObject, Name.Image, 60_000, 60_000
        bomb.BitsPerComponent, bomb.ColorSpace = 8, Name.DeviceRGB
        good = pdf.make_stream(encoded(image, "JPEG", quality=97), {"/Filter": Name.DCTDecode})
        good.Type, good.Subtype, good.Width, good.Height = Name.XObject, Name.Image, 1700, 1300
        good.BitsPerComponent, good.ColorSpace = 8, Name.DeviceRGB
        resources = Dictionary(XObject=Dictionary(Bom=bomb, Scan=good))
        add_page(pdf, b"595 0 0 842 0 0 cm /Scan Do", resources)
        pdf.save(output)
    made = shrunk(tmp_path, output.getvalue(), len(output.getvalue()) // 2)
    assert made is not None
    assert sorted(width for width, _, _ in pictures(made))[-1] == 60_000


def test_forms_within_forms_end(tmp_path: Path) -> None:
    output = io.BytesIO()
    with pikepdf.new() as pdf:
        form = pdf.make_stream(b"/Self Do", {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": [0, 0, 9, 9]})
        form.Resources = Dictionary(XObject=Dictionary(Self=form))
        add_page(pdf, b"/Self Do", Dictionary(XObject=Dictionary(Self=form)))
        pdf.save(output)
    assert shrunk(tmp_path, output.getvalue(), 300) is None


def test_cancelling_leaves_nothing(tmp_path: Path, scan: bytes) -> None:
    source, out, token = tmp_path / "a.pdf", tmp_path / "salinan", CancelToken()
    source.write_bytes(scan)
    found = inspect_file(source, "a.pdf")
    token.cancel()
    with pytest.raises(Cancelled):
        shrink(source, out, found, len(scan) // 2, token)
    assert not out.exists()


def test_scans_of_several_pages_become_a_pdf(tmp_path: Path) -> None:
    pages = [written(30), written(35, "1"), written(40, "RGB")]
    source, out = tmp_path / "a.tif", tmp_path / "salinan"
    pages[0].save(source, save_all=True, append_images=pages[1:])
    found = inspect_file(source, "a.tif")
    assert shrink(source, out, found, 900_000, CancelToken())
    copy = inspect_file(out, "a.pdf")
    assert (copy.media_type, copy.pages) == ("application/pdf", 3)
    assert [name for _, _, name in pictures(out.read_bytes())].count("/CCITTFaxDecode") == 1
    for number, page in enumerate(pages):
        shown = drawn(out.read_bytes(), number)
        difference = ImageChops.difference(page.convert("L").resize(shown.size), shown.convert("L"))
        assert sum(difference.histogram()[100:]) < shown.width * shown.height // 50
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tif", "salinan"]
