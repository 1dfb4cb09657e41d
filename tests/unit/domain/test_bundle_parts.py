"""Names and marks of the ZIP files of a bundle in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.bundle_parts import MOST_PARTS, Part, part_comment, part_name, part_of


def test_names_stand_in_order_when_they_are_sorted() -> None:
    assert part_name("ZI-2026", 1, 3) == "ZI-2026.bagian-1-dari-3.zip"
    names = Part("ZI-2026", 4, 12).siblings()
    assert names[0] == "ZI-2026.bagian-01-dari-12.zip"
    assert list(names) == sorted(names)


@given(st.integers(2, MOST_PARTS), st.data())
def test_a_part_says_which_it_is(total: int, data: st.DataObject) -> None:
    part = Part("ZI-2026-99900001-SMAN-1", data.draw(st.integers(1, total)), total)
    assert part_of(part_comment(part).encode()) == part


@given(st.binary(max_size=200))
def test_any_comment_is_taken(comment: bytes) -> None:
    assert part_of(comment) is None


@pytest.mark.parametrize(
    "comment",
    [
        "ZIDesk: bagian 4 dari 3 dari paket ZI",
        "ZIDesk: bagian 1 dari 1 dari paket ZI",
        "ZIDesk: bagian 0 dari 3 dari paket ZI",
        "ZIDesk: bagian 1 dari 100 dari paket ZI",
        "ZIDesk: bagian 1 dari 3 dari paket ../../rahasia",
        "ZIDesk: bagian 1 dari 3 dari paket ..\\rahasia",
    ],
)
def test_a_comment_that_cannot_be_ours_is_none_of_ours(comment: str) -> None:
    assert part_of(comment.encode()) is None
