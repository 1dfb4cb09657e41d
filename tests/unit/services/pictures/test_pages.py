"""Pages for the preview: how many, how large, where words stand; the file is free again at once."""

import threading
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from tests.unit.services.pictures.picture_samples import (
    CORNERS,
    RED,
    WHITE,
    alike,
    all_alike,
    corners,
    encoded,
    four_corners,
    pdf,
    pixel,
)
from zidesk.domain.errors import Cancelled, PictureUnavailable
from zidesk.domain.evidence import FileKind, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.finding import MAX_MATCHES, find_text
from zidesk.services.pictures.pages import page_count, render_page
from zidesk.services.pictures.picture import MAX_PIXELS, MAX_WIDTH, of_width, within_edge

Given = Callable[[bytes, str], tuple[Path, Inspection]]


@examples(st.floats(0.01, 20_000), st.floats(0.01, 20_000), st.integers(-5, 10_000), st.booleans())
def test_every_fit_keeps_its_bounds(width: float, height: float, wanted: int, enlarge: bool) -> None:
    across, down = of_width(wanted, enlarge=enlarge)(width, height)
    assert 1 <= across <= MAX_WIDTH
    assert down >= 1
    assert across * down <= MAX_PIXELS * 1.01 + across + down
    assert enlarge or (across <= max(1, round(width)) and down <= max(1, round(height)))
    edge = max(1, wanted)
    assert max(within_edge(edge, enlarge=enlarge)(width, height)) <= edge


def test_a_page_is_as_wide_as_asked(given: Given) -> None:
    file = given(pdf("satu", "dua"), "surat.pdf")
    assert page_count(*file) == 2
    for width in (333, 801, 1200):  # rows whose length is not a multiple of four, too
        picture = render_page(*file, 1, width)
        assert (picture.width, picture.height) == (width, round(width * 1.5))
        assert alike(pixel(picture, 0.25, 0.25), RED)
        assert alike(pixel(picture, 0.75, 0.25), WHITE)
        assert alike(pixel(picture, 0.25, 0.75), WHITE)


@pytest.mark.parametrize(("turn", "across", "down"), [(90, 0.75, 0.25), (180, 0.75, 0.75), (270, 0.25, 0.75)])
def test_a_turned_page_is_upright(given: Given, turn: int, across: float, down: float) -> None:
    picture = render_page(*given(pdf("x", turn=turn), "surat.pdf"), 0, 300)
    assert (picture.width > picture.height) == (turn != 180)
    assert alike(pixel(picture, across, down), RED)


def test_very_long_and_very_wide_pages_are_bounded(given: Given) -> None:
    for size in ((20, 14_400), (14_400, 20), (14_400, 14_400)):
        picture = render_page(*given(pdf("x", size=size), "spanduk.pdf"), 0, 100_000)
        assert picture.width <= MAX_WIDTH
        assert picture.width * picture.height <= MAX_PIXELS * 1.01


def test_a_filled_form_shows_what_was_filled_in(given: Given, tmp_path: Path) -> None:
    """The value of the field is in no page content; it is drawn all the same."""
    path, inspection = given(pdf("Nama"), "formulir.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        look = document.make_stream(b"0 0 1 rg 0 0 150 150 re f", BBox=[0, 0, 150, 150])
        look.stream_dict.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form})
        field = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="nama", V="Siti",
                Rect=[220, 50, 370, 200], F=4, AP=pikepdf.Dictionary(N=look),
            )
        )  # fmt: skip
        document.pages[0].Annots = document.make_indirect(pikepdf.Array([field]))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        document.save(path)
    assert alike(pixel(render_page(path, inspection, 0, 400), 0.7, 0.8), (0, 0, 255))


def test_images_are_one_page_and_not_enlarged(given: Given) -> None:
    file = given(encoded(four_corners(), "PNG"), "layar.png")
    assert page_count(*file) == 1
    for wanted, width in ((200, 200), (9000, 480)):
        picture = render_page(*file, 0, wanted)
        assert picture.width == width
        assert all_alike(corners(picture), CORNERS)


@pytest.mark.parametrize("page", [-1, 2, 10**6])
def test_a_page_that_is_not_there(given: Given, page: int) -> None:
    with pytest.raises(PictureUnavailable):
        render_page(*given(pdf("satu", "dua"), "surat.pdf"), page, 100)


def test_files_without_pages_say_so(tmp_path: Path) -> None:
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(b"PK")
    inspection = Inspection(FileKind.SPREADSHEET)
    for look in (lambda: page_count(path, inspection), lambda: render_page(path, inspection, 0, 100)):
        with pytest.raises(PictureUnavailable) as caught:
            look()
        assert caught.value.reason == "unknown"


def test_a_file_in_preview_can_be_replaced_and_removed(given: Given) -> None:
    path, inspection = given(pdf("satu"), "surat.pdf")
    render_page(path, inspection, 0, 100)
    path.write_bytes(pdf("satu", "dua", "tiga"))
    assert page_count(path, inspection) == 3
    path.unlink()
    for look in (
        lambda: page_count(path, inspection),
        lambda: render_page(path, inspection, 0, 100),
        lambda: find_text(path, ["satu"]),
    ):
        with pytest.raises(PictureUnavailable) as caught:
            look()
        assert caught.value.reason == "missing"


def test_drawing_a_slow_page_can_be_cancelled(given: Given) -> None:
    path, inspection = given(pdf("x"), "padat.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        lines = b"".join(b"%d %d m %d %d l S\n" % (n % 400, 0, n * 7 % 400, 600) for n in range(150_000))
        document.pages[0].Contents = document.make_stream(b"5 w\n" + lines)
        document.save(path)
    cancel = CancelToken()
    timer = threading.Timer(0.2, cancel.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        render_page(path, inspection, 0, 4000, cancel)
    timer.join()


def test_words_are_found_where_they_stand(given: Given) -> None:
    path, _ = given(pdf("Tim Kerja", "lain", "kerja dan KERJA"), "surat.pdf")
    found = find_text(path, ["kerja"])
    assert [match.page for match in found] == [0, 2, 2]
    left, top, right, bottom = found[1].rects[0]
    assert 0.5 - 0.02 <= left < right < 0.75
    assert 0.45 < top < 0.5 < bottom < 0.53  # the line stands on the middle of the page
    assert found[2].rects[0][0] > right
    assert {match.page for match in find_text(path, ["lain", "tim kerja"])} == {0, 1}
    assert find_text(path, ["tidak ada", "", "  ", "\0"]) == ()
    assert find_text(path, []) == ()


def test_places_are_those_of_the_turned_page(given: Given) -> None:
    """Turned clockwise by 90 degrees, what stood right of the middle stands below it."""
    path, _ = given(pdf("Kerja", turn=90), "surat.pdf")
    left, top, right, bottom = find_text(path, ["kerja"])[0].rects[0]
    assert bottom - top > right - left
    assert 0.48 <= top < bottom < 0.75
    assert 0.45 < left < right < 0.55


def test_matches_are_bounded_and_finding_can_be_cancelled(given: Given) -> None:
    path, _ = given(pdf(*["aaaa aaaa aaaa"] * 100), "surat.pdf")
    assert len(find_text(path, ["a"])) == MAX_MATCHES
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        find_text(path, ["a"], cancel)


def test_locked_and_damaged_papers_raise(test_data: Path, tmp_path: Path) -> None:
    locked = test_data / "corpus" / "libreoffice-writer-password.pdf"
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.4 rusak")
    inspection = Inspection(FileKind.PDF, "application/pdf")
    for path, reason in ((locked, "locked"), (broken, "damaged")):
        for look in (
            lambda path=path: page_count(path, inspection),
            lambda path=path: render_page(path, inspection, 0, 100),
            lambda path=path: find_text(path, ["a"]),
        ):
            with pytest.raises(PictureUnavailable) as caught:
                look()
            assert caught.value.reason == reason
