"""Boxes: from any corner, within the page, never too small; and which pixels they take."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.domain.redaction import LEAST, Box, by_page, can_be_covered, pixels_of, tidied

_SOFT = 1e-5  # edges are kept with six decimals
_places = st.floats(-2, 3)
_boxes = st.builds(Box, st.integers(1, 3), _places, _places, _places, _places)


@given(_boxes)
def test_every_box_lies_on_its_page_and_has_a_size(box: Box) -> None:
    assert 0 <= box.left < box.right <= 1
    assert 0 <= box.top < box.bottom <= 1
    assert box.width >= LEAST - _SOFT and box.height >= LEAST - _SOFT


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_corner_it_is_drawn_from_does_not_matter(x1: float, y1: float, x2: float, y2: float) -> None:
    assert Box(1, x1, y1, x2, y2) == Box(1, x2, y2, x1, y1) == Box(1, x1, y2, x2, y1)


def test_what_goes_over_the_edge_is_cut_off() -> None:
    assert Box(1, 0.9, -0.5, 1.7, 0.25) == Box(1, 0.9, 0, 1, 0.25)


def test_a_box_past_the_edge_still_has_its_least_size() -> None:
    assert Box(1, 1.5, 0.5, 2.5, 0.6) == Box(1, 1 - LEAST, 0.5, 1, 0.6)


@pytest.mark.parametrize("edge", [math.nan, math.inf, -math.inf])
def test_what_is_no_place_is_no_box(edge: float) -> None:
    with pytest.raises(ValueError, match="1"):
        Box(1, 0.1, edge, 0.2, 0.3)


def test_pages_count_from_one() -> None:
    with pytest.raises(ValueError, match="0"):
        Box(0, 0.1, 0.1, 0.2, 0.2)


@given(_boxes, st.floats(-2, 2), st.floats(-2, 2))
def test_a_moved_box_keeps_its_size_and_stays_on_the_page(box: Box, right: float, down: float) -> None:
    moved = box.moved(right, down)
    assert math.isclose(moved.width, box.width, abs_tol=_SOFT)
    assert math.isclose(moved.height, box.height, abs_tol=_SOFT)
    assert min(moved.left, moved.top) >= 0 and max(moved.right, moved.bottom) <= 1


@given(_boxes, st.floats(-2, 2), st.floats(-2, 2))
def test_a_sized_box_keeps_its_first_corner(box: Box, wider: float, higher: float) -> None:
    sized = box.sized(wider, higher)
    assert math.isclose(sized.left, box.left, abs_tol=_SOFT)
    assert math.isclose(sized.top, box.top, abs_tol=_SOFT)


@given(_boxes, st.integers(1, 5000), st.integers(1, 5000))
def test_no_pixel_under_a_box_is_left_out(box: Box, width: int, height: int) -> None:
    left, top, right, bottom = pixels_of(box, width, height)
    assert 0 <= left < right <= width and 0 <= top < bottom <= height
    assert left <= box.left * width and right >= min(box.right * width, width)
    assert top <= box.top * height and bottom >= min(box.bottom * height, height)
    assert (right - left) <= box.width * width + 2 and (bottom - top) <= box.height * height + 2


@given(st.lists(_boxes, max_size=8))
def test_tidying_covers_the_same_and_has_one_order(boxes: list[Box]) -> None:
    tidy = tidied(boxes)
    assert set(tidy) <= set(boxes)
    assert all(any(kept.covers(box) for kept in tidy) for box in boxes)
    assert tidied(reversed(boxes)) == tidy == tidied(tidy)


def test_a_box_within_another_one_is_not_kept() -> None:
    large, small, other = Box(1, 0.1, 0.1, 0.9, 0.9), Box(1, 0.2, 0.2, 0.3, 0.3), Box(2, 0.2, 0.2, 0.3, 0.3)
    assert tidied((small, other, large, large)) == (large, other)


def test_boxes_by_their_page() -> None:
    one, two, three = Box(2, 0, 0, 1, 0.5), Box(1, 0, 0, 1, 0.5), Box(2, 0, 0.5, 1, 1)
    assert by_page((one, two, three)) == {2: (one, three), 1: (two,)}


@pytest.mark.parametrize(
    ("kind", "state", "can"),
    [
        (FileKind.PDF, FileState.OK, True),
        (FileKind.IMAGE, FileState.OK, True),
        (FileKind.DOCUMENT, FileState.OK, False),
        (FileKind.PDF, FileState.LOCKED, False),
        (FileKind.IMAGE, FileState.DAMAGED, False),
    ],
)
def test_what_boxes_can_be_drawn_on(kind: FileKind, state: FileState, can: bool) -> None:
    assert can_be_covered(Inspection(kind, state=state)) is can
