"""Burning: the boxes are in the picture, and what was under them is nowhere in the file."""

import io
from collections.abc import Callable
from itertools import count as counting
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.unit.services.pictures.picture_samples import encoded, four_corners
from tests.unit.services.redaction.secret_files import (
    SECRET,
    WHERE,
    everything_in,
    holds,
    said_by,
    secret_jpeg,
    secret_pdf,
    updated_pdf,
)
from zidesk.domain.errors import Cancelled, RedactionFailed, StorageFault
from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.pictures.pages import page_count, render_page
from zidesk.services.redaction import burning
from zidesk.services.redaction.burning import burn, burnt_suffix

Burnt = Callable[..., Path]
BOX = Box(1, *WHERE)


@pytest.fixture
def burnt(tmp_path: Path) -> Burnt:
    """The burnt copy of a file given by its bytes."""
    numbers = counting()

    def make(data: bytes, name: str, *boxes: Box) -> Path:
        source = tmp_path / name
        source.write_bytes(data)
        found = inspect_file(source, name)
        out = tmp_path / f"salinan-{next(numbers)}{burnt_suffix(found)}"
        burn(source, out, found, boxes)
        assert source.read_bytes() == data
        return out

    return make


def test_nothing_of_the_covered_text_is_left_in_a_pdf(burnt: Burnt, tmp_path: Path) -> None:
    (tmp_path / "asal.pdf").write_bytes(secret_pdf())
    assert holds(tmp_path / "asal.pdf") and SECRET in said_by(tmp_path / "asal.pdf")
    out = burnt(secret_pdf(), "ktp.pdf", BOX)
    assert not holds(out)
    assert not said_by(out).strip()


def test_an_older_state_of_a_pdf_is_not_taken_along(burnt: Burnt, tmp_path: Path) -> None:
    out = burnt(updated_pdf(), "diubah.pdf", BOX)
    assert holds(tmp_path / "diubah.pdf") and SECRET not in said_by(tmp_path / "diubah.pdf")
    assert not holds(out)


def test_a_burnt_pdf_has_pages_with_one_picture_and_nothing_else(burnt: Burnt) -> None:
    with pikepdf.open(burnt(secret_pdf(3), "ktp.pdf", BOX)) as document:
        assert set(document.trailer.keys()) <= {"/Size", "/Root"}
        assert set(document.Root.keys()) == {"/Type", "/Pages"}
        assert not document.attachments and not document.docinfo
        assert document.check_pdf_syntax() == []
        for page in document.pages:
            assert set(page.obj.keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
            assert list(page.obj.Resources.XObject.keys()) == ["/Im0"]
            assert [float(edge) for edge in page.mediabox] == [0, 0, 400, 600]


def test_the_box_is_black_and_the_rest_is_as_it_was(burnt: Burnt, tmp_path: Path) -> None:
    out = burnt(secret_pdf(), "ktp.pdf", BOX)
    page = shown(out)
    assert set(part(page, WHERE).tobytes()) <= set(range(16))  # JPEG, so nearly black
    for page_number, area in ((1, (0.0, 0.6, 1.0, 1.0)), (2, (0.0, 0.0, 1.0, 1.0))):
        before, after = shown(tmp_path / "ktp.pdf", page_number), shown(out, page_number)
        assert ink(part(after, area)) == pytest.approx(ink(part(before, area)), abs=0.01)
        assert ImageStat.Stat(ImageChops.difference(part(before, area), part(after, area))).mean[0] < 2


def test_boxes_lie_where_they_were_drawn_on_a_turned_and_cropped_page(burnt: Burnt, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(secret_pdf(1))) as document:
        page = document.pages[0]
        page.Rotate = 90
        page.obj.CropBox = [50, 100, 400, 500]
        document.save(turned := io.BytesIO())
    (tmp_path / "miring.pdf").write_bytes(turned.getvalue())
    before = shown(tmp_path / "miring.pdf")
    inked = ink(before)
    out = burnt(turned.getvalue(), "miring.pdf", Box(1, *inked))
    after = shown(out)
    assert after.size == before.size  # as shown: on its side
    assert ink(after) == pytest.approx(inked, abs=0.02)
    assert set(part(after, inked).tobytes()) <= set(range(16))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_keeps_nothing_but_its_upright_pixels(burnt: Burnt, orientation: int) -> None:
    out = burnt(secret_jpeg(orientation=orientation), "foto.jpg", Box(1, 0, 0, 1, 0.6))
    assert not holds(out)
    with Image.open(out) as image:
        assert image.format == "JPEG"
        assert image.size == ((480, 640) if orientation >= 5 else (640, 480))
        assert not image.getexif() and "comment" not in image.info and "exif" not in image.info
    assert out.read_bytes().count(b"\xff\xd8\xff") == 1, "a small picture is left"
    assert max(part(shown(out), (0, 0, 1, 0.58)).tobytes()) < 16


def test_a_thumbnail_in_the_exif_is_found_by_the_test_above(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(secret_jpeg())
    assert holds(tmp_path / "foto.jpg")
    assert secret_jpeg().count(b"\xff\xd8\xff") == 2


def test_a_screenshot_stays_lossless(burnt: Burnt) -> None:
    out = burnt(encoded(four_corners(), "PNG", pnginfo=None), "layar.png", Box(1, 0, 0, 0.5, 1))
    with Image.open(out) as image:
        assert image.format == "PNG" and set(image.info) == set()
        assert image.getpixel((10, 10)) == (0, 0, 0)
        assert image.getpixel((470, 310)) == four_corners().getpixel((470, 310))


def test_every_page_of_a_scan_in_tiff_becomes_a_page_of_a_pdf(burnt: Burnt) -> None:
    first, second = four_corners(), four_corners(mode="L")
    data = encoded(first, "TIFF", save_all=True, append_images=[second])
    out = burnt(data, "pindai.tif", Box(2, 0, 0, 1, 1))
    assert out.suffix == ".pdf"
    assert page_count(out, Inspection(FileKind.PDF)) == 2
    assert max(part(shown(out, 2), (0, 0, 1, 1)).tobytes()) < 16
    assert max(part(shown(out, 1), (0, 0, 1, 1)).tobytes()) > 180


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.webp", ".jpg"), ("a.gif", ".png"), ("a.bmp", ".png"), ("a.png", ".png"), ("a.jpg", ".jpg")],
)
def test_each_kind_of_image_can_be_covered(burnt: Burnt, name: str, suffix: str) -> None:
    kind = {"a.jpg": "JPEG"}.get(name, name[2:].upper())
    out = burnt(encoded(four_corners(), kind), name, Box(1, 0, 0, 1, 0.5))
    assert out.suffix == suffix
    assert max(part(shown(out), (0, 0, 1, 0.49)).tobytes()) < 16
    assert max(part(shown(out), (0, 0.52, 1, 1)).tobytes()) > 180


def test_the_same_file_and_boxes_give_the_same_bytes(burnt: Burnt) -> None:
    boxes = (BOX, Box(2, 0.1, 0.1, 0.4, 0.2))
    assert burnt(secret_pdf(), "a.pdf", *boxes).read_bytes() == burnt(secret_pdf(), "b.pdf", *boxes).read_bytes()
    assert burnt(secret_jpeg(), "a.jpg", BOX).read_bytes() == burnt(secret_jpeg(), "b.jpg", BOX).read_bytes()


def test_other_boxes_give_another_file(burnt: Burnt) -> None:
    assert burnt(secret_pdf(), "a.pdf", BOX).read_bytes() != burnt(secret_pdf(), "b.pdf").read_bytes()


def test_a_poster_has_no_more_pixels_than_memory_bears(burnt: Burnt) -> None:
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(14_400, 7_200))
        document.save(data := io.BytesIO())
    with pikepdf.open(burnt(data.getvalue(), "poster.pdf", BOX)) as document:
        image = document.pages[0].obj.Resources.XObject.Im0
        assert 8_000_000 < int(image.Width) * int(image.Height) <= 9_010_000
        assert [float(edge) for edge in document.pages[0].mediabox] == [0, 0, 14_400, 7_200]


@pytest.mark.parametrize(("state", "reason"), [(FileState.LOCKED, "locked"), (FileState.DAMAGED, "damaged")])
def test_what_cannot_be_read_is_not_burnt(tmp_path: Path, state: FileState, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf())
    refused(tmp_path, "a.pdf", Inspection(FileKind.PDF, "application/pdf", ".pdf", state), reason, 0)


def test_a_pdf_with_a_password_is_not_burnt(tmp_path: Path, test_data: Path) -> None:
    locked = (test_data / "corpus" / "libreoffice-writer-password.pdf").read_bytes()
    (tmp_path / "kunci.pdf").write_bytes(locked)
    refused(tmp_path, "kunci.pdf", Inspection(FileKind.PDF, "application/pdf", ".pdf"), "locked", 0)


def test_a_page_that_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(secret_pdf(3))) as document:
        form = document.make_stream(b"/Ring Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form = document.make_indirect(form)
        form.BBox, form.Resources = [0, 0, 1, 1], pikepdf.Dictionary(XObject=pikepdf.Dictionary(Ring=form))
        page = document.pages[1]
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Ring=form))
        page.obj.Contents = document.make_stream(b"/Ring Do")
        document.save(tmp_path / "putar.pdf")
    refused(tmp_path, "putar.pdf", Inspection(FileKind.PDF, "application/pdf", ".pdf"), "too_big", 2)


def test_a_file_of_endless_pages_is_not_burnt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf(3))
    found = inspect_file(tmp_path / "a.pdf", "a.pdf")
    monkeypatch.setattr(burning, "_MOST_PAGES", 2)
    refused(tmp_path, "a.pdf", found, "too_big", 0)
    monkeypatch.setattr(burning, "_MOST_PAGES", 3)
    burn(tmp_path / "a.pdf", tmp_path / "b.pdf", found, (BOX,))


def test_what_has_no_pages_is_not_burnt(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    refused(tmp_path, "a.docx", Inspection(FileKind.DOCUMENT), "unknown", 0)


def test_a_missing_file_is_not_burnt(tmp_path: Path) -> None:
    refused(tmp_path, "hilang.pdf", Inspection(FileKind.PDF, "application/pdf", ".pdf"), "missing", 0)


def test_boxes_on_a_page_that_is_not_there_are_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf(2))
    found = inspect_file(tmp_path / "a.pdf", "a.pdf")
    refused(tmp_path, "a.pdf", found, "pages", 3, BOX, Box(3, 0, 0, 1, 1), Box(5, 0, 0, 1, 1))


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf())
    cancel, out = CancelToken(), tmp_path / "salinan.pdf"
    cancel.cancel()
    with pytest.raises(Cancelled):
        burn(tmp_path / "a.pdf", out, inspect_file(tmp_path / "a.pdf", "a.pdf"), (BOX,), cancel)
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf"}


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf())
    out = tmp_path / "tidak-ada" / "salinan.pdf"
    with pytest.raises(StorageFault) as raised:
        burn(tmp_path / "a.pdf", out, inspect_file(tmp_path / "a.pdf", "a.pdf"), (BOX,))
    assert raised.value.path == out


def refused(folder: Path, name: str, found: Inspection, reason: str, page: int, *boxes: Box) -> None:
    """With the reason, and what stood at `out` is still there."""
    out = folder / "salinan.pdf"
    out.write_bytes(b"lama")
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(RedactionFailed) as raised:
        burn(folder / name, out, found, boxes or (BOX,))
    assert (raised.value.path, raised.value.reason, raised.value.page) == (folder / name, reason, page)
    assert out.read_bytes() == b"lama"
    assert {path.name for path in folder.iterdir()} == before


def shown(path: Path, page: int = 1) -> Image.Image:
    """A page as a reader shows it, in grey."""
    picture = render_page(path, inspect_file(path, path.name), page - 1, 600)
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb).convert("L")


def part(image: Image.Image, area: tuple[float, float, float, float]) -> Image.Image:
    """Without its outermost pixels, which belong to both sides."""
    left, top, right, bottom = area
    wide, high = image.size
    return image.crop((int(left * wide) + 3, int(top * high) + 3, int(right * wide) - 3, int(bottom * high) - 3))


def ink(image: Image.Image) -> tuple[float, float, float, float]:
    """Where something dark is, as parts of the picture."""
    found = image.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert found is not None
    wide, high = image.size
    return found[0] / wide, found[1] / high, found[2] / wide, found[3] / high


def test_the_search_for_the_secret_sees_packed_streams(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(secret_pdf())
    packed = b"(" + SECRET.encode() + b") Tj"
    assert packed not in (tmp_path / "a.pdf").read_bytes()
    assert any(packed in piece for piece in everything_in(tmp_path / "a.pdf"))
