"""Pages that would keep a reader busy for hours are known by their weight."""

import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.hostile import pdf_bombs
from tests.hostile.pdf_parts import flate, stream
from tests.unit.services.pictures.picture_samples import pdf
from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.finding import find_text
from zidesk.services.pictures.pages import render_page
from zidesk.services.pictures.pdf_text import page_texts
from zidesk.services.pictures.pdf_weight import weighed

Given = Callable[[bytes, str], tuple[Path, Inspection]]


def _nested(path: Path, levels: int, calls: int = 10, *, circle: bool = False) -> None:
    """A form that calls a form that calls a form …"""
    kind = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Form, "BBox": [0, 0, 400, 600]}
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        form = deepest = document.make_indirect(document.make_stream(b"0 0 10 10 re f", **kind))
        for _ in range(levels):
            inner = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
            form = document.make_indirect(document.make_stream(b"/F Do " * calls, Resources=inner, **kind))
        if circle:
            deepest.write(b"/F Do " * calls)
            deepest.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        document.pages[0].Contents = document.make_stream(b"/F Do")
        document.save(path)


def is_too_heavy(path: Path, page: int) -> bool:
    with weighed(path) as weight:
        return weight.is_too_heavy(page)


def test_a_form_that_multiplies_is_refused_at_once(given: Given) -> None:
    path, inspection = given(pdf("satu", "dua"), "bom.pdf")
    _nested(path, 9)
    started = time.perf_counter()
    with pytest.raises(PictureUnavailable) as caught:
        render_page(path, inspection, 0, 200)
    assert caught.value.reason == "too_big"
    assert time.perf_counter() - started < 2
    assert render_page(path, inspection, 1, 200).width == 200, "the other page is sound"


def test_instructions_without_end_are_refused(given: Given) -> None:
    path, inspection = given(pdf("satu"), "bom.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].Contents = document.make_stream(b"0 0 10 10 re f\n" * 2_000_000)
        document.save(path)
    with pytest.raises(PictureUnavailable) as caught:
        render_page(path, inspection, 0, 200)
    assert caught.value.reason == "too_big"


@pytest.mark.parametrize("levels", [0, 2])
def test_forms_that_go_in_circles_are_refused(given: Given, levels: int) -> None:
    path, inspection = given(pdf("satu"), "bom.pdf")
    _nested(path, levels, circle=True)
    assert is_too_heavy(path, 0)
    with pytest.raises(PictureUnavailable) as caught:
        render_page(path, inspection, 0, 200)
    assert caught.value.reason == "too_big"


@pytest.mark.parametrize("levels", [0, 3])
def test_forms_within_reason_are_drawn(given: Given, levels: int) -> None:
    path, inspection = given(pdf("satu"), "cap.pdf")
    _nested(path, levels)
    assert not is_too_heavy(path, 0)
    assert render_page(path, inspection, 0, 200).width == 200


@pytest.mark.parametrize(
    ("name", "reason"),
    [("rusak.pdf", "damaged"), ("hilang.pdf", "missing"), ("libreoffice-writer-password.pdf", "locked")],
)
def test_what_qpdf_cannot_open_is_not_shown_to_pdfium(
    test_data: Path, tmp_path: Path, name: str, reason: str
) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4 rusak")
    path = test_data / "corpus" / name
    with pytest.raises(PictureUnavailable) as caught:
        is_too_heavy(path if path.exists() else tmp_path / name, 0)
    assert caught.value.reason == reason


def test_a_page_that_is_not_there_weighs_nothing(test_data: Path) -> None:
    assert not is_too_heavy(test_data / "corpus" / "minimal-document.pdf", 99)


@pytest.mark.parametrize(
    "name",
    [
        "forms_above_the_page", "letters_that_draw", "notes_that_multiply", "tiles", "deflated_twice", "lzw",
        "one_content_many_times", "image_in_layers", "run_lengths",
    ],
)  # fmt: skip
def test_what_swells_is_too_heavy(tmp_path: Path, name: str) -> None:
    assert is_too_heavy(pdf_bombs.write(tmp_path, name), 0)


def test_a_damaged_content_is_weighed_as_far_as_it_goes(tmp_path: Path) -> None:
    """Readers draw what there is; qpdf refuses to unpack it."""
    path = tmp_path / "rusak.pdf"
    forms = pdf_bombs.forms_above_the_page()
    content = zlib.compress(b"/F Do " * 99)[:-9] + b"\xff" * 9
    plain = stream(b"/#46 %Do\n Do")
    assert plain in forms
    path.write_bytes(forms.replace(plain, flate(content)))
    assert is_too_heavy(path, 0)


def test_where_readers_may_differ_about_the_page_each_is_weighed(tmp_path: Path) -> None:
    path = pdf_bombs.write(tmp_path, "promised_pages")
    assert not is_too_heavy(path, 0)
    path = tmp_path / "salah hitung.pdf"
    path.write_bytes(pdf_bombs.forms_above_the_page().replace(b"/Count 1/", b"/Count 9/"))
    assert is_too_heavy(path, 7)


def test_words_of_heavy_pages_are_passed_over(given: Given) -> None:
    path, _ = given(pdf("satu", "dua"), "bom.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].Contents = document.make_stream(b"BT (satu) Tj ET\n" * 2_000_000)
        document.save(path)
    assert [text.strip() for text in page_texts(path, CancelToken())] == ["", "dua"]
    assert [match.page for match in find_text(path, ["satu", "dua"])] == [1]
