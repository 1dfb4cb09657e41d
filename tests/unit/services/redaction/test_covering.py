"""Boxes in a picture: exactly their pixels, and every page with its own."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.redaction.secret_files import WHERE, secret_pdf
from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.redaction import Box, pixels_of
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.pictures.pages import render_page
from zidesk.services.pictures.picture import Picture
from zidesk.services.redaction.covering import covered, covered_page

_places = st.floats(0, 1)
_box = st.builds(Box, st.just(1), _places, _places, _places, _places)


@given(st.integers(1, 30), st.integers(1, 30), st.lists(_box, max_size=3))
def test_black_inside_and_untouched_outside(width: int, height: int, boxes: list[Box]) -> None:
    white = Picture(width, height, b"\xff" * (width * height * 3))
    found = covered(white, boxes)
    assert (found.width, found.height, len(found.rgb)) == (width, height, width * height * 3)
    places = [pixels_of(box, width, height) for box in boxes]
    for at in range(width * height):
        x, y = at % width, at // width
        inside = any(left <= x < right and top <= y < bottom for left, top, right, bottom in places)
        assert found.rgb[at * 3 : at * 3 + 3] == (b"\0\0\0" if inside else b"\xff\xff\xff")


def test_each_page_has_its_own_boxes(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(secret_pdf(2))
    found = inspect_file(path, "a.pdf")
    boxes = (Box(2, *WHERE),)
    bare, other = (covered_page(path, found, boxes, page, 300, None) for page in (1, 2))
    assert bare == render_page(path, found, 0, 300)
    assert other == covered(render_page(path, found, 1, 300), boxes) != render_page(path, found, 1, 300)


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(secret_pdf(1))
    with pytest.raises(PictureUnavailable):
        covered_page(path, inspect_file(path, "a.pdf"), (), 2, 300, None)
