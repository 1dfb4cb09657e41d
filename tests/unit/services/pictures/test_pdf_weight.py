"""Pages that would keep a reader busy for hours are known by their weight."""

import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.unit.services.pictures.picture_samples import pdf
from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import Inspection
from zidesk.services.pictures.pages import render_page
from zidesk.services.pictures.pdf_weight import is_too_heavy

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


def test_what_qpdf_cannot_weigh_is_left_to_pdfium(test_data: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4 rusak")
    for path in (broken, tmp_path / "hilang.pdf", test_data / "corpus" / "libreoffice-writer-password.pdf"):
        assert not is_too_heavy(path, 0)
    assert not is_too_heavy(test_data / "corpus" / "minimal-document.pdf", 99)
