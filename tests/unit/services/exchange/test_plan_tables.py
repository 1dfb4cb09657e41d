"""Tables of the plan: what is read, what is refused, and what is written."""

import zipfile
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import PlanImportRejected, PlanTableUnreadable
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import PLAN_ROWS, PlanRow, PlanState, Week, checked_row
from zidesk.messages import explain
from zidesk.services.exchange.plan_check import check_plan_rows
from zidesk.services.exchange.plan_csv import plan_csv
from zidesk.services.exchange.plan_table import pasted_cells, read_plan_table
from zidesk.services.exchange.safe_cells import guarded, unguarded

HEADING = "kode;rencana_aksi;waktu;target;status"


def written(folder: Path, text: str) -> Path:
    path = folder / "rencana.csv"
    path.write_text(text, encoding="utf-8")
    return path


def workbook(folder: Path, rows: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "rencana.xlsx"
    book.save(path)
    return path


def test_a_row(tmp_path: Path, instrument: Instrument) -> None:
    text = (
        "Kode;Langkah Aksi;Waktu Pelaksanaan;Target (%);Eviden;PIC;Status\n1.i;Rapat;Mar 1-2;87,5;SK, foto\n;;\n"
    )
    path = written(tmp_path, text.replace("SK, foto", '"SK\n- Foto";Pokja 1;berjalan'))
    (row,) = check_plan_rows(path, read_plan_table(path), instrument)
    assert row == PlanRow(
        "A.I.1.i",
        action="Rapat",
        evidence=("SK", "Foto"),
        in_charge="Pokja 1",
        weeks=frozenset({Week(3, 1), Week(3, 2)}),
        target=Fraction(175, 2),
        state=PlanState.RUNNING,
    )


def test_every_fault_of_every_row_is_told(tmp_path: Path, instrument: Instrument) -> None:
    path = written(tmp_path, f"{HEADING}\n1.i.z;x;Mar 5;120;sudah\n1.i;baik;;;\n;y;;;\n")
    with pytest.raises(PlanImportRejected) as refused:
        check_plan_rows(path, read_plan_table(path), instrument)
    faults = [(row.line, type(row.fault).__name__) for row in refused.value.rows]
    assert faults == [
        (2, "UnknownScope"),
        (2, "WeeksUnreadable"),
        (2, "PercentRejected"),
        (2, "StateUnknown"),
        (4, "UnknownScope"),
    ]
    message = explain(refused.value)
    assert message.happened.startswith("2 baris pada rencana.csv")
    assert len(message.details) == 5
    assert "Baris 2 (1.i.z): Waktu" in message.details[1]


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("nama;nip\nBudi;1\n", "columns", "kode, rencana_aksi"),
        ("kode;rencana aksi;rencana_aksi\n1;a;b\n", "columns", "lebih dari satu"),
        ("kode;rencana_aksi\n;\n", "empty", ""),
        ("", "empty", ""),
    ],
)
def test_no_table_of_a_plan(tmp_path: Path, text: str, reason: str, detail: str) -> None:
    with pytest.raises(PlanTableUnreadable) as refused:
        read_plan_table(written(tmp_path, text))
    assert refused.value.reason == reason
    assert detail in refused.value.detail
    assert "kode dan rencana_aksi" in str(explain(refused.value))


def test_too_many_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "kode;rencana_aksi\n" + "1.i;x\n" * (PLAN_ROWS + 1))
    with pytest.raises(PlanTableUnreadable) as refused:
        read_plan_table(path)
    assert "2.000" in refused.value.detail


def test_a_file_of_50_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(PlanTableUnreadable) as refused:
        read_plan_table(path)
    assert refused.value.reason == "large"


def test_a_formula_without_a_result_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["kode", "rencana_aksi"], ["1.i", "=1+1"]])
    with pytest.raises(PlanTableUnreadable) as refused:
        read_plan_table(path)
    assert "B2" in refused.value.detail


def test_of_a_formula_its_result_is_taken(tmp_path: Path) -> None:
    path = workbook(tmp_path, [["kode", "rencana_aksi"], ["1.i", "=1+1"]])
    content = {}
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    content[sheet] = content[sheet].replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    assert b"<v>2</v>" in content[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    (row,) = read_plan_table(path)
    assert row.texts["rencana_aksi"] == "2"


class TestGrid:
    def test_weeks_by_name(self, tmp_path: Path) -> None:
        path = workbook(
            tmp_path, [["kode", "rencana_aksi", "Mar 1", "Mar-2", "April M4"], ["1", "a", "x", "", "v"]]
        )
        (row,) = read_plan_table(path)
        assert row.marked == {(3, 1), (4, 4)}

    def test_a_month_over_four_columns(self, tmp_path: Path) -> None:
        heading = ["kode", "rencana_aksi", "Mar", None, None, None, "Apr", "Apr", "Apr", "Apr", "Mei", "ket"]
        marks = [None, "x", None, None, "x", "-", None, "0", "x", None]
        (row,) = read_plan_table(workbook(tmp_path, [heading, ["1", "a", *marks]]))
        assert row.marked == {(3, 2), (4, 1), (5, 1), (5, 2), (5, 3), (5, 4)}

    def test_marks_join_the_words(self, tmp_path: Path, instrument: Instrument) -> None:
        path = workbook(tmp_path, [["kode", "rencana_aksi", "waktu", "Mar 1"], ["1", "a", "Apr 2", "x"]])
        (row,) = check_plan_rows(path, read_plan_table(path), instrument)
        assert row.weeks == {(3, 1), (4, 2)}

    def test_without_a_grid_nothing_is_marked(self, tmp_path: Path) -> None:
        (row,) = read_plan_table(written(tmp_path, "kode;rencana_aksi\n1;a\n"))
        assert row.marked is None


def test_pasted_cells_know_their_columns() -> None:
    (row,) = pasted_cells([["Rapat", "Mar 1", "lebih"]], ("rencana_aksi", "waktu"))
    assert row.texts == {"rencana_aksi": "Rapat", "waktu": "Mar 1"}
    rows = pasted_cells([["Kode", "Rencana aksi"], ["1.i", "Rapat"], ["", " "]], ("waktu",))
    assert [(row.line, dict(row.texts)) for row in rows] == [(2, {"kode": "1.i", "rencana_aksi": "Rapat"})]


@given(st.text(max_size=12) | st.text("'=+-@\t\ra", max_size=5))
def test_what_is_guarded_is_found_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple("=+-@\t\r")


_TEXT = st.text(max_size=30)
_PERCENT = st.none() | st.integers(0, 10_000).map(lambda value: Fraction(value, 100))
_ROW = st.builds(
    PlanRow,
    scope=st.sampled_from(["A.I.1.i.a", "A.I.1.i", "B.I", "A"]),
    objective=_TEXT,
    action=_TEXT,
    activities=st.lists(_TEXT, max_size=3).map(tuple),
    evidence=st.lists(st.sampled_from(["=SK", "- foto", "'=x", "a; b", "+1"]), max_size=3).map(tuple),
    weeks=st.frozensets(st.builds(Week, st.integers(1, 12), st.integers(1, 4)), max_size=6),
    target=_PERCENT,
    achieved=_PERCENT,
    note=st.sampled_from(["=1+1", "-", "'", "'=1", "@x", "dua\nbaris", ""]),
    state=st.sampled_from(list(PlanState)),
)


@given(rows=st.lists(_ROW, min_size=1, max_size=4))
def test_a_plan_written_as_csv_is_read_back(
    rows: list[PlanRow], instrument: Instrument, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "bolak-balik.csv"
    checked = tuple(checked_row(row, instrument) for row in rows)
    path.write_bytes(plan_csv(checked))
    assert check_plan_rows(path, read_plan_table(path), instrument) == checked


def test_a_spreadsheet_would_calculate_nothing_in_it(instrument: Instrument) -> None:
    import csv
    from io import StringIO

    rows = (PlanRow("A", "=HYPERLINK(1)", "@x", ("+1",), "-2", note="\t=1"),)
    text = plan_csv(tuple(checked_row(row, instrument) for row in rows)).decode("utf-8-sig")
    cells = [cell for row in list(csv.reader(StringIO(text), delimiter=";"))[1:] for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell]
    assert BytesIO(plan_csv(rows)).read(3) == b"\xef\xbb\xbf"
