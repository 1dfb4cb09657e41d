"""Tables that schools wrote: printed in their form, every cell of the original stands in the document."""

import re
from pathlib import Path

import pytest

from tests.unit.services.documents.reading import all_text, squeezed
from tests.unit.services.documents.work_plan.conftest import Facts, read_rows
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.making import make_paper
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.work_plan.kind import KIND

_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)(?:(?:[a-z]|\d{1,2})[.)]|[-–])(?=\s|$)")


def _plain(text: str) -> str:
    """Without white space, and without the letters, numbers and signs that only set items apart."""
    return squeezed(_ENUMERATOR.sub(" ", text.replace(";", " ").replace(" %", "%")))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("000-jadwal", "jadwal"),
        ("000-target", "target"),
        ("001", "program"),
        ("003", "langkah"),
        ("004", "langkah"),
    ],
)
@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_every_cell_is_printed(
    name: str,
    form: str,
    paper: str,
    facts_of: Facts,
    instrument: Instrument,
    older_instrument: Instrument,
    test_data: Path,
    resources_root: Path,
    tmp_path: Path,
) -> None:
    sheet = older_instrument if name in ("001", "004") else instrument
    rows = read_rows(test_data / "plans" / f"{name}.csv", sheet)
    out = tmp_path / "rencana.pdf"
    make_paper(KIND, out, facts_of(rows, sheet, bentuk=form), Stationery(resources_root / "fonts", paper))
    printed = _plain(all_text(out))
    cells = (test_data / "plans" / f"{name}.cells.txt").read_text(encoding="utf-8").splitlines()
    assert [cell for cell in cells if _plain(cell) not in printed] == []


def test_a_form_of_another_kind_leaves_cells_out(
    facts_of: Facts, instrument: Instrument, test_data: Path, stationery: Stationery, tmp_path: Path
) -> None:
    """The test above can fail: the target of 000 is no column of the schedule."""
    rows = read_rows(test_data / "plans" / "003.csv", instrument)
    make_paper(KIND, tmp_path / "r.pdf", facts_of(rows, instrument, bentuk="jadwal"), stationery)
    assert _plain("dokumentasi (foto kegiatan)") not in _plain(all_text(tmp_path / "r.pdf"))
