"""ASCII85 is read as Python's own, slower reader reads it."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.pictures.base_85 import from_base_85

_SPACES = b" \n\t"
_LETTERS = st.lists(st.one_of(st.integers(33, 117), st.sampled_from(b"zzzz!!!!!us8W-\n v~\xff")), max_size=60).map(
    bytes
)


@given(st.binary(max_size=300))
def test_what_was_written_is_read(data: bytes) -> None:
    assert from_base_85(base64.a85encode(data, wrapcol=40), 1000, _SPACES) == data


@given(_LETTERS)
def test_any_letters_are_read_or_refused_as_python_does(text: bytes) -> None:
    try:
        expected = base64.a85decode(text, ignorechars=_SPACES)
    except ValueError:
        with pytest.raises(ValueError):
            from_base_85(text, 1000, _SPACES)
    else:
        assert from_base_85(text, 1000, _SPACES) == expected


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_003])
def test_long_texts_are_read_in_blocks(size: int) -> None:
    data = bytes(number * number % 251 for number in range(size))
    assert from_base_85(base64.a85encode(data), size) == data


def test_reading_ends_soon_after_the_most_that_is_wanted() -> None:
    begun = from_base_85(b"z" * 1_000_000, 1000)
    assert 1000 < len(begun) < 100_000
    assert not any(begun)
