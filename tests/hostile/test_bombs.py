"""No file makes the program crash, hang or take the machine's memory: each is met in a process of its own.

The quick ones to make, and of each kind; all of them by `python -m tests.hostile`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.limits import BOMBS, MEGABYTES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are those of Linux here")

if sys.platform == "linux":
    from tests.hostile.cell import Cell

_QUICK = (
    # PDF
    "deflated_twice", "one_content_many_times", "run_lengths", "lzw", "circular_page_tree", "pages_that_multiply",
    "one_page_many_times", "promised_pages", "deep_arrays", "promised_cross_references", "packed_objects",
    "jbig2", "jpeg_2000", "fax", "tiles", "letters_that_draw", "notes_that_multiply", "forms_above_the_page",
    # pictures
    "png_thin", "png_remark_without_end", "gif_of_65535", "gif_of_many_frames", "bmp_that_claims",
    "tiff_that_claims", "tiff_of_many_strips", "tiff_of_many_frames_of_many_strips", "tiff_of_many_tags",
    "jpeg_that_claims", "webp_of_many_frames", "heic_that_claims",
    # archives
    "overlapping", "nested", "promised_members", "a_manifest_without_end", "backup_that_swells",
    # tables
    "unmeasured_rows", "one_long_row", "shared_texts", "laughs", "outside", "deep_elements", "csv_of_columns",
    "csv_of_quotes", "csv_of_empty_lines", "numbers_without_end", "profile_of_one_number", "profile_of_brackets",
    "profile_of_inline_tables", "profile_of_dotted_keys",
)  # fmt: skip
# made to cost the most that is allowed: sound files
_ANSWERS = {("jbig2", "small"): "240×320", ("png_thin", "inspect"): "image/png ok"}


@pytest.fixture(scope="module")
def cell() -> Iterator["Cell"]:
    with Cell() as opened:
        yield opened


@pytest.mark.parametrize("name", _QUICK)
def test_a_bomb_is_refused_or_read_within_bounds(cell: "Cell", tmp_path: Path, name: str) -> None:
    write, doings = BOMBS[name]
    path = write(tmp_path, name)
    for doing in doings:
        outcome = cell.do(doing, path)
        assert not outcome.broke, f"{doing}: {outcome.words}"
        assert outcome.megabytes < MEGABYTES, f"{doing}: {outcome}"
        assert outcome.words.startswith(_ANSWERS.get((name, doing), "")), doing


def test_a_cell_tells_what_breaks_and_what_is_taken(cell: "Cell", tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    assert cell.do("inspect", tmp_path / "tidak-ada").broke
    (tmp_path / "besar.csv").write_bytes(b"kode,jawaban\n" + b"a,b\n" * 19_000)
    plain = cell.do("answers", tmp_path / "besar.csv")
    assert (plain.words, plain.broke) == ("19000 rows", False)
