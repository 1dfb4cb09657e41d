"""Text that systems hand over broken is made storable."""

from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.plain_text import storable_text


def test_pieces_that_are_no_character_are_replaced() -> None:
    assert storable_text(b"SK \xff\xfe tim.pdf".decode("utf-8", "surrogateescape")) == "SK \ufffd\ufffd tim.pdf"


@given(st.text())
def test_real_text_stays_as_it_is(text: str) -> None:
    assert storable_text(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_comes_can_be_stored(text: str) -> None:
    storable_text(text).encode("utf-8")
    assert len(storable_text(text)) == len(text)
