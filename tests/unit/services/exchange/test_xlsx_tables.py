"""Tables of answers as XLSX: what a person sees in the cells, and files that mean harm."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from zidesk.domain.errors import TableUnreadable
from zidesk.services.exchange import AnswerRow, read_answer_table
from zidesk.services.exchange.xlsx_rows import as_seen

DAY = dt.datetime(2026, 3, 5)  # noqa: DTZ001 - a cell knows no zone
HEADING = ["kode", "jawaban", "catatan"]


def saved(folder: Path, *rows: list[Any], sheets: tuple[str, ...] = ()) -> Path:
    """A workbook whose last sheet has these rows; `sheets` are empty ones before it."""
    workbook = openpyxl.Workbook()
    for title in sheets:
        workbook.create_sheet(title, 0)
    for row in rows:
        workbook.worksheets[-1].append(row)
    path = folder / "jawaban.xlsx"
    workbook.save(path)
    return path


def with_shared_texts(folder: Path) -> Path:
    """A small table whose texts stand in a part of their own, as Excel writes them."""
    path = folder / "excel.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write_row(1, 0, ["1.i.a", "Ya", "satu\ndua"])
    return path


def rewritten(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The same workbook with one part of it changed by hand."""
    content = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return path


def refused(path: Path) -> TableUnreadable:
    with pytest.raises(TableUnreadable) as caught:
        read_answer_table(path)
    return caught.value


def test_rows_are_read_with_their_numbers(tmp_path: Path) -> None:
    path = saved(
        tmp_path, [], [None, "Catatan", "Kode", "lain", " JAWABAN"], [], [1, " baik\r\nsekali ", "1.i.a", 9, "Ya"],
        [2, None, None, 9, None], [3, None, "B.I.a", 9, 3.65],
    )  # fmt: skip
    assert read_answer_table(path) == (
        AnswerRow(4, "1.i.a", "Ya", "baik\nsekali"),
        AnswerRow(6, "B.I.a", "3.65", ""),
    )


def test_the_sheet_with_the_columns_is_found(tmp_path: Path) -> None:
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", ""], sheets=("Petunjuk",))
    workbook = openpyxl.load_workbook(path)
    workbook["Petunjuk"].append(["Isilah lembar berikut"])
    workbook.save(path)
    assert read_answer_table(path) == (AnswerRow(2, "1.i.a", "Ya", ""),)


def test_the_content_tells_what_it_is_not_the_name(tmp_path: Path) -> None:
    path = saved(tmp_path, HEADING[:2], ["1.i.a", "Ya"])
    named = path.rename(tmp_path / "jawaban.csv")
    assert read_answer_table(named) == (AnswerRow(2, "1.i.a", "Ya", None),)


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, ""), ("Ya", "Ya"), (4, "4"), (4.0, "4"), (3.65, "3.65"), (0.1 + 0.2, "0.3"), (-2.50, "-2.5"),
        (1e20, "100000000000000000000"), (1e-7, "0.0000001"), (100.0, "100"), (0.0, "0"),
        (True, "TRUE"), (False, "FALSE"),
        (dt.date(2026, 3, 5), "05/03/2026"), (DAY, "05/03/2026"),
        (DAY.replace(hour=7, minute=30), "05/03/2026 07:30"), (dt.time(7, 30), "07:30"),
    ],
)  # fmt: skip
def test_values_are_as_a_person_sees_them(value: object, seen: str) -> None:
    assert as_seen(value) == seen


def test_cells_of_every_kind_come_from_a_file(tmp_path: Path) -> None:
    path = saved(tmp_path, HEADING, ["a", 3.65, DAY], ["b", 4.0, True], [7, "=1", "'x"])
    workbook = openpyxl.load_workbook(path)
    workbook.active["B4"].data_type = "s"  # a text that begins like a formula
    workbook.save(path)
    assert [(row.code, row.answer, row.note) for row in read_answer_table(path)] == [
        ("a", "3.65", "05/03/2026"), ("b", "4", "TRUE"), ("7", "=1", "'x"),
    ]  # fmt: skip


def test_results_of_formulas_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rumus.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write_string(1, 0, "B.I.a")
        sheet.write_formula(1, 1, "=3+0.5", None, 3.5)
        sheet.write_formula(1, 2, '="baik"', None, "baik")
        sheet.write_formula(1, 3, "=1", None, "")  # beside the table
    assert read_answer_table(path) == (AnswerRow(2, "B.I.a", "3.5", "baik"),)


def test_an_empty_result_is_no_missing_result(tmp_path: Path) -> None:
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", '=""'])
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(r'<c r="C2"[^>]*>.*?</c>', '<c r="C2" t="str"><f>""</f><v></v></c>', xml),
    )
    assert read_answer_table(path) == (AnswerRow(2, "1.i.a", "Ya", ""),)


@pytest.mark.parametrize("column", ["A", "B", "C"])
def test_a_formula_that_was_never_calculated_is_refused(tmp_path: Path, column: str) -> None:
    row = {"A": "1.i.a", "B": "Ya", "C": "", column: "=1+1"}
    error = refused(saved(tmp_path, HEADING, [], list(row.values())))
    assert (error.reason, error.detail.split(";")[0]) == ("format", f"sel {column}3 berisi rumus tanpa hasil")


def test_tables_without_anything(tmp_path: Path) -> None:
    assert refused(saved(tmp_path, ["nomor", "jawaban"], [1, 2])).reason == "columns"
    assert refused(saved(tmp_path)).reason == "columns"
    assert refused(saved(tmp_path, HEADING, [None, " "])).reason == "empty"
    assert refused(saved(tmp_path, [*HEADING, "KODE"], ["a"])).detail == "kolom kode ada lebih dari satu"


def test_limits(tmp_path: Path) -> None:
    path = tmp_path / "banyak.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["kode", "jawaban"])
        for row in range(1, 20_002):
            sheet.write_string(row, 0, "x")
    assert refused(path).detail == "lebih dari 20.000 baris"
    path = rewritten(
        with_shared_texts(tmp_path),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace("<t>Ya</t>", "<t>" + "b" * 32_768 + "</t>"),
    )
    assert refused(path).detail == "isi satu sel pada baris 2 lebih dari 32.767 huruf"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_not_unfolded(tmp_path: Path, part: str) -> None:
    laughs = "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10 if level else "ha" * 10}">' for level in range(10)
    )

    def change(xml: str) -> str:
        head, root, rest = re.match(r"(<\?xml[^>]*>)?\s*(<\w+)(.*)", xml, re.DOTALL).groups()  # type: ignore[union-attr]
        rest = rest.replace("kode", "&l9;", 1) if "kode" in rest else rest.replace("Sheet", "&l9;", 1)
        return f"{head or ''}<!DOCTYPE x [{laughs}]>{root}{rest}"

    error = refused(rewritten(with_shared_texts(tmp_path), part, change))
    assert error.reason in ("format", "columns")


@pytest.mark.parametrize(
    ("part", "size"), [("xl/worksheets/sheet2.xml", 200_000_001), ("xl/media/image1.bin", 50_000_001)]
)
def test_what_unpacks_to_far_too_much_is_refused_unread(tmp_path: Path, part: str, size: int) -> None:
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", ""])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(part, "w") as bomb:
        for _ in range(size // 1_000_000):
            bomb.write(bytes(1_000_000))
        bomb.write(bytes(size % 1_000_000))
    assert path.stat().st_size < 1_000_000
    assert refused(path).reason == "large"


def test_rows_and_columns_far_out_cost_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", ""])
    far = '<row r="999999999999"><c r="A999999999999"><v>1</v></c></row></sheetData>'
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", far))
    assert refused(path).reason == "large"
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", ""])
    wide = '<row r="3"><c r="ZZZZZZZ3"><v>1</v></c></row></sheetData>'
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", wide))
    assert refused(path).reason == "format"


def test_line_ends_are_those_of_text(tmp_path: Path) -> None:
    path = with_shared_texts(tmp_path)
    assert read_answer_table(path) == (AnswerRow(2, "1.i.a", "Ya", "satu\ndua"),)
    rewritten(path, "xl/sharedStrings.xml", lambda xml: xml.replace("satu\n", "satu_x000D_\n"))
    assert read_answer_table(path) == (AnswerRow(2, "1.i.a", "Ya", "satu\ndua"),)


def test_a_wrong_size_stated_inside_is_not_believed(tmp_path: Path) -> None:
    path = rewritten(
        saved(tmp_path, HEADING, ["1.i.a", "Ya", "x"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1"', xml),
    )
    assert read_answer_table(path) == (AnswerRow(2, "1.i.a", "Ya", "x"),)


@pytest.mark.parametrize("kept", [30, 400, -30])
def test_a_copy_that_broke_off_is_refused(tmp_path: Path, kept: int) -> None:
    path = saved(tmp_path, HEADING, ["1.i.a", "Ya", ""])
    path.write_bytes(path.read_bytes()[:kept])
    assert refused(path).reason == "format"


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
)
def test_damaged_parts_are_refused(tmp_path: Path, part: str) -> None:
    path = rewritten(with_shared_texts(tmp_path), part, lambda xml: xml[: len(xml) // 2])
    assert refused(path).reason == "format"


def test_another_kind_of_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foto.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refused(path).reason == "format"
