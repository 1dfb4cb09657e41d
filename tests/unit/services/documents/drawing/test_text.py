"""Text from outside: cleaned, wrapped, cut, in the right font and the right order."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.documents.drawing.fonts import FontSet
from zidesk.services.documents.drawing.pdf_objects import PaperCanvas
from zidesk.services.documents.drawing.rtl import join_arabic, visual_order
from zidesk.services.documents.drawing.text import Typesetter, clean, paragraphs, plain
from zidesk.services.documents.paper import CELL, TITLE, Stationery

_FONTS = Path(__file__).resolve().parents[5] / "resources" / "fonts"


def _setter(folder: Path = _FONTS) -> Typesetter:
    canvas = PaperCanvas((595, 842), datetime(2026, 1, 1))  # noqa: DTZ001
    return Typesetter(FontSet(folder, canvas.document))


SETTER = _setter()
_anything = st.text(st.characters(), max_size=120)
_widths = st.floats(min_value=30, max_value=460)


def test_clean_removes_what_shows_nothing_or_breaks_a_page() -> None:
    assert clean("a\u202egpj\u0000 \u200b b\tc\n d\u00a0e ") == "agpj b c d e"


def test_clean_composes_and_marks_what_no_font_can_show() -> None:
    assert clean("e\u0301") == "é"
    assert clean("\ud800\ue000") == "□□"


def test_plain_leaves_arabic_to_the_viewer() -> None:
    assert plain("سلام") == "سلام"
    assert clean("سلام") != "سلام"


def test_paragraphs_keep_their_breaks_and_drop_empty_ones() -> None:
    assert paragraphs("satu\r\n\n  dua  tiga\n") == ["satu", "dua tiga"]


@given(_anything, _widths)
def test_no_line_is_wider_than_its_column(text: str, limit: float) -> None:
    for line in SETTER.lines(clean(text), CELL, limit):
        assert SETTER.width(line, CELL) <= limit + 0.01


@given(st.text("ab/ -_.ö", max_size=200), _widths)
def test_wrapping_loses_nothing_but_spaces_at_the_breaks(text: str, limit: float) -> None:
    cleaned = clean(text)
    for lines in (SETTER.lines(cleaned, CELL, limit), SETTER.path_lines(cleaned, CELL, limit)):
        assert "".join(lines).replace(" ", "") == cleaned.replace(" ", "")


@given(_anything, _widths, st.integers(min_value=1, max_value=3))
def test_a_cut_text_ends_in_dots_and_fits(text: str, limit: float, most: int) -> None:
    whole = SETTER.lines(clean(text), TITLE, limit)
    cut = SETTER.lines(clean(text), TITLE, limit, most)
    assert len(cut) <= most
    assert all(SETTER.width(line, TITLE) <= limit + 0.01 for line in cut)
    assert (len(whole) > most) == (cut != whole)


def test_paths_break_after_slashes_first() -> None:
    path = "data/A.I Pemenuhan/1 Manajemen Perubahan/iii Pemantauan/b/A.I.1.iii.b-01 Laporan.pdf"
    lines = SETTER.path_lines(path, CELL, 180)
    assert len(lines) > 1
    assert all(line.endswith("/") for line in lines[:-1])
    assert "".join(lines) == path


def test_words_longer_than_the_line_are_divided() -> None:
    lines = SETTER.lines("pendek " + "x" * 300, CELL, 100)
    assert lines[0] == "pendek"
    assert "".join(lines[1:]) == "x" * 300


@pytest.mark.parametrize(
    ("text", "fonts"),
    [
        ("Bukti", ["LiberationSans"]),
        ("Bukti ✓", ["LiberationSans", "DejaVuSans"]),
        ("文", ["LiberationSans"]),  # the substitute
    ],
)
def test_each_run_gets_a_font_that_has_it(stationery: Stationery, text: str, fonts: list[str]) -> None:
    canvas = PaperCanvas((595, 842), datetime(2026, 1, 1))  # noqa: DTZ001
    runs = FontSet(stationery.fonts, canvas.document).runs(text, "regular")
    assert [run.name.removesuffix("-Regular") for run, _ in runs] == fonts


def test_what_no_font_has_is_visibly_substituted(stationery: Stationery) -> None:
    canvas = PaperCanvas((595, 842), datetime(2026, 1, 1))  # noqa: DTZ001
    runs = FontSet(stationery.fonts, canvas.document).runs("a文b", "regular")
    assert [run for _, run in runs] == ["a□b"]


def test_arabic_letters_join() -> None:
    # seen, lam + alef as one sign, meem
    assert join_arabic("سلام") == "\ufeb3\ufefc\ufee1"
    assert join_arabic("بب ب") == "\ufe91\ufe90 \ufe8f"


def test_vowel_signs_do_not_break_a_word() -> None:
    assert join_arabic("بَب") == "\ufe91\u064e\ufe90"


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("x אבג y", "x גבא y"),
        ("x אב גד y", "x דג בא y"),
        ("אב 2026", "2026 בא"),
        ("אב 5/3/2026 ג", "ג 5/3/2026 בא"),
        ("אב (גד) x", "(דג) בא x"),
        ("x (אב) y", "x (בא) y"),
        ("2026 אב", "2026 בא"),
    ],
)
def test_right_to_left_runs_are_put_in_visual_order(logical: str, visual: str) -> None:
    assert visual_order(logical) == visual


def test_marks_stay_behind_their_letter() -> None:
    assert visual_order("בָג") == "גבָ"


@given(_anything)
def test_visual_order_only_reorders(text: str) -> None:
    mirrored = str.maketrans(")]}>»›", "([{<«‹")
    assert sorted(visual_order(text).translate(mirrored)) == sorted(text.translate(mirrored))
