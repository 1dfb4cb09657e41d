"""The tables of plans that schools wrote: entered, written out and read again, nothing is lost."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.plan import PlanRow
from zidesk.services.plan.tables import export_plan, import_plan
from zidesk.storage.workspace import Workspace

_NEW = ("000-target", "000-jadwal", "003")
_OLD = ("001", "004")
_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)(?:(?:[a-z]|\d{1,2})[.)]|-)\s+")


def plain(text: str) -> str:
    """Without the letters, numbers and signs that only set items apart."""
    words = _ENUMERATOR.sub(" ", text).replace(";", " ")
    return " ".join(words.split())


def cells_of(row: PlanRow) -> set[str]:
    texts = (row.program, row.goal, row.objective, row.action, row.indicator, row.in_charge, row.note)
    listed = (" ".join(row.activities), " ".join(row.evidence), *row.activities, *row.evidence)
    percent = "" if row.target is None else f"{row.target}%"
    return {plain(text) for text in (*texts, *listed, percent)}


def without_numbers(rows: tuple[PlanRow, ...]) -> list[PlanRow]:
    return [replace(row, id=0) for row in rows]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("name", _NEW + _OLD)
def test_a_schools_table_comes_out_again_complete(
    name: str,
    suffix: str,
    test_data: Path,
    tmp_path: Path,
    empty_workspace: Workspace,
    older_workspace: Workspace,
) -> None:
    workspace = empty_workspace if name in _NEW else older_workspace
    first = import_plan(workspace, test_data / "plans" / f"{name}.csv").after
    export_plan(workspace, tmp_path / f"keluar{suffix}")
    again = import_plan(workspace, tmp_path / f"keluar{suffix}").after
    assert without_numbers(again) == without_numbers(first)
    found = set().union(*map(cells_of, again))
    wanted = (test_data / "plans" / f"{name}.cells.txt").read_text(encoding="utf-8").splitlines()
    assert [cell for cell in wanted if plain(cell) not in found] == []


@pytest.mark.parametrize(
    ("name", "rows"), [("000-target", 86), ("000-jadwal", 10), ("001", 25), ("003", 7), ("004", 65)]
)
def test_every_row_is_there(name: str, rows: int, test_data: Path) -> None:
    from zidesk.services.exchange.plan_table import read_plan_table

    assert len(read_plan_table(test_data / "plans" / f"{name}.csv")) == rows


def test_times_in_words_are_weeks(test_data: Path, older_workspace: Workspace) -> None:
    rows = import_plan(older_workspace, test_data / "plans" / "004.csv").after
    assert rows[0].months == (1,)
    assert rows[2].months == (1, 2, 3, 7, 8, 9)  # "Tr. I dan III"
    monthly = next(row for row in rows if row.evidence == ("Monev",))
    assert len(monthly.weeks) == 48  # "Setiap bulan"
