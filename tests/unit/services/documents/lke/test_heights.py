"""Estimated heights against the metrics of the typeface itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from zidesk.services.documents.lke.heights import HEIGHT_MAX, line_count, row_height

words = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/().,%", min_size=1, max_size=9),
    min_size=1,
    max_size=30,
)


@given(words)
def test_a_line_is_as_long_as_the_typeface_makes_it(texts: list[str]) -> None:
    """Helvetica has the widths of Arial; 31 characters of column are 217 pixels, 9 points are 12."""
    text, room = " ".join(texts), 31 * 7 / 1.03
    lines, used = 1, 0.0
    for word in texts:
        width = stringWidth(word, "Helvetica", 12)
        if used and used + stringWidth(" ", "Helvetica", 12) + width > room:
            lines, used = lines + 1, width
        else:
            used += width + (stringWidth(" ", "Helvetica", 12) if used else 0)
    assert line_count(text, 31) == lines


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("satu\ndua\n\ntiga", 4), ("m" * 44, 3), ("a " * 3 + "m" * 44, 4)]
)
def test_breaks_and_words_longer_than_a_line(text: str, lines: int) -> None:
    assert line_count(text, 31) == lines


def test_a_row_is_as_high_as_its_longest_text() -> None:
    short, long = ("satu", 20.0), ("kata " * 40, 20.0)
    assert row_height([short]) == 15.0
    assert row_height([short, long]) == row_height([long]) > row_height([("kata " * 40, 40.0)])
    assert row_height([("kata " * 5_000, 20.0)]) == HEIGHT_MAX
    assert row_height([("nilai area penguatan", 18.0)], bold=True) >= row_height([("nilai area penguatan", 18.0)])
