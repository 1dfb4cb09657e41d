"""Texts cut without setting them really are no wider than the letters they are printed in."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.documents.checklists.fitting import fitted, named, shortened
from zidesk.services.documents.drawing.fonts import FontSet
from zidesk.services.documents.drawing.pdf_objects import PaperCanvas
from zidesk.services.documents.paper import MM
from zidesk.storage.paths import shipped_resources

_CANVAS = PaperCanvas((595, 842), datetime(2026, 1, 1))  # noqa: DTZ001
_FONTS = FontSet(shipped_resources().root / "fonts", _CANVAS.document)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=200), st.floats(20, 160))
def test_one_line_is_never_wider_than_asked(text: str, width: float) -> None:
    line = fitted(text, width, 10)
    assert _FONTS.width(line, "regular", 10) <= width * MM * 1.04  # the "…" may stand over a little


def test_short_texts_stay() -> None:
    assert fitted("  Rapat\n kerja ", 80, 9) == "Rapat kerja"
    assert shortened("Rapat kerja", 11) == "Rapat kerja"
    assert shortened("Rapat kerja", 8) == "Rapat k…"


@pytest.mark.parametrize(("most", "words"), [(3, "a; b; c"), (2, "a; b; … dan 1 lagi"), (1, "a; … dan 2 lagi")])
def test_the_rest_is_counted(most: int, words: str) -> None:
    assert named(["a", "b", "c"], most) == words
