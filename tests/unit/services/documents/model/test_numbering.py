"""BAB I, A., 1., a.: labels of headings and items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.documents.model.blocks import Heading, Paragraph
from zidesk.services.documents.model.numbering import item_label, letters, numbered, roman

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def test_a_higher_heading_begins_the_lower_ones_anew() -> None:
    levels = (1, 2, 3, 4, 4, 3, 2, 3, 1, 2)
    found = numbered(Heading(level, "x") for level in levels)
    labels = [block.label for block in found if isinstance(block, Heading)]
    assert labels == ["BAB I", "A.", "1.", "a.", "b.", "2.", "B.", "1.", "BAB II", "A."]


def test_headings_without_a_number_do_not_count() -> None:
    found = numbered((Heading(1, "Kata Pengantar", numbered=False), Paragraph("x"), Heading(1, "Pendahuluan")))
    assert [getattr(block, "label", None) for block in found] == ["", None, "BAB I"]


@given(st.integers(1, 399))
def test_roman_numbers_read_back(number: int) -> None:
    values = [_VALUES[sign] for sign in roman(number)]
    total = sum(
        -value if value < max(values[at + 1 : at + 2], default=0) else value for at, value in enumerate(values)
    )
    assert total == number


@pytest.mark.parametrize(("number", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")])
def test_letters_go_on_after_z(number: int, text: str) -> None:
    assert letters(number) == text


def test_items_are_labelled_by_their_style() -> None:
    assert [item_label(style, 3) for style in ("1.", "a.", "1)", "a)", "-")] == ["3.", "c.", "3)", "c)", "–"]
