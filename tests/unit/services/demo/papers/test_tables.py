import random
from pathlib import Path

import pytest

from zidesk.services.demo.papers.blocks import Table
from zidesk.services.demo.papers.tables import build_table
from zidesk.services.demo.school import Person, load_school
from zidesk.services.demo.wording import load_wording


def _table(resources: Path, name: str) -> Table:
    staff = load_school(resources).staff
    return build_table(load_wording(resources).tables[name], staff, random.Random(1))


@pytest.mark.parametrize(
    ("name", "rows"),
    [("tim", 31), ("agen", 6), ("asn", 72), ("lhkpn", 2), ("petugas", 16), ("layanan", 14), ("iku", 14)],
)
def test_tables_have_the_number_of_rows_the_answers_mention(name: str, rows: int, resources_root: Path) -> None:
    assert len(_table(resources_root, name).rows) == rows


def test_three_officials_have_not_reported_their_wealth(resources_root: Path) -> None:
    status = [row[-1] for row in _table(resources_root, "asn").rows]
    assert status.count("Sudah melapor") == 69
    assert status[-3:] == ["Didampingi"] * 3


def test_complaints_add_up_to_the_answer(resources_root: Path) -> None:
    *rows, total = _table(resources_root, "pengaduan").rows
    assert total == ("Jumlah", "24", "20", "4")
    for column in (1, 2, 3):
        assert sum(int(row[column]) for row in rows) == int(total[column])


def test_every_table_is_rectangular(resources_root: Path) -> None:
    for name in load_wording(resources_root).tables:
        table = _table(resources_root, name)
        assert table.rows, name
        assert {len(row) for row in table.rows} == {len(table.header)} == {len(table.widths)}, name
        assert not any("{" in cell for row in table.rows for cell in row), name


def test_asked_chance_stays_within_its_bounds() -> None:
    spec = {"kolom": ["N"], "lebar": [1], "jumlah": 40, "sel": ["{acak:3-5}"]}
    staff = tuple(Person(str(i), "-", "Guru") for i in range(40))
    values = {row[0] for row in build_table(spec, staff, random.Random(4)).rows}
    assert values == {"3", "4", "5"}
