"""Tables of answers as CSV, from Excel, from LibreOffice, from a text editor."""

import codecs
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.answer import Answer
from zidesk.domain.errors import (
    FileIsFolder,
    FileUnreadable,
    FileVanished,
    TableUnreadable,
)
from zidesk.domain.instrument import Instrument
from zidesk.services.exchange import AnswerRow, check_answer_rows, read_answer_table

QUOTES = "tanda kutip mulai baris {} tidak ditutup atau salah tempat"
TABLE = 'kode,jawaban,catatan\nA.I.1.i.a,Ya,"Café, ruang 2"\nB.I.a,"3,65",\n'
ROWS = (AnswerRow(2, "A.I.1.i.a", "Ya", "Café, ruang 2"), AnswerRow(3, "B.I.a", "3,65", ""))


def saved(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "jawaban.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def refused(path: Path) -> TableUnreadable:
    with pytest.raises(TableUnreadable) as caught:
        read_answer_table(path)
    assert caught.value.path == path
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.encode("cp1252"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        b"sep=,\r\n" + TABLE.encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 le", "utf-16 be", "cp1252", "crlf", "cr", "sep"],
)
def test_what_programs_write(tmp_path: Path, content: bytes) -> None:
    shift = 1 if content.startswith(b"sep=") else 0
    expected = tuple(AnswerRow(row.line + shift, row.code, row.answer, row.note) for row in ROWS)
    assert read_answer_table(saved(tmp_path, content)) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    table = f"kode{delimiter}jawaban\nA.II.1.i.a{delimiter}" + '"agen=6,perubahan=5;x\ty"'
    assert read_answer_table(saved(tmp_path, table)) == (
        AnswerRow(2, "A.II.1.i.a", "agen=6,perubahan=5;x\ty", None),
    )


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    table = " JAWABAN ;no;Catatan;;Kode\n Ya ;1; dua\n;;;;\n;2;;;\nTidak;3;x;;1.i.b\n"
    assert read_answer_table(saved(tmp_path, table)) == (
        AnswerRow(2, "", "Ya", "dua"),
        AnswerRow(5, "1.i.b", "Tidak", "x"),
    )


def test_a_row_is_named_by_its_first_line(tmp_path: Path) -> None:
    table = '\n\nkode,jawaban,catatan\n1.i.a,Ya,"satu\r\ndua\n\ntiga"\n\n1.i.b,A,\n'
    assert read_answer_table(saved(tmp_path, table)) == (
        AnswerRow(4, "1.i.a", "Ya", "satu\ndua\n\ntiga"),
        AnswerRow(9, "1.i.b", "A", ""),
    )


def test_without_a_column_for_notes_notes_are_left_alone(tmp_path: Path) -> None:
    assert read_answer_table(saved(tmp_path, "kode,jawaban\n1.i.a,\n")) == (AnswerRow(2, "1.i.a", "", None),)


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        (b"", "empty", ""),
        (b"\r\n , \n", "empty", ""),
        (b"kode,jawaban\n,,\n", "empty", ""),
        (b"kode,nilai\n1.i.a,Ya\n", "columns", "yang tidak ada: jawaban"),
        (b"1.i.a,Ya\n", "columns", "yang tidak ada: kode, jawaban"),
        (b"kode,jawaban,Kode\n1.i.a,Ya,x\n", "columns", "kolom kode ada lebih dari satu"),
        (b"kode,jawaban\n1.i.a,\x81\n", "encoding", ""),
        (codecs.BOM_UTF8 + b"kode,jawaban\n1.i.a,\xff\n", "encoding", ""),
        (codecs.BOM_UTF16_LE + b"k\x00o", "encoding", ""),
        ("kode,jawaban\n1.i.a,Ya\n".encode("utf-16-le"), "format", ""),
        (b'kode,jawaban\n1.i.a,Ya\n1.i.b,"A\n', "format", QUOTES.format(3)),
        (b'kode,jawaban\n1.i.a,"Ya"x\n', "format", QUOTES.format(2)),
        (b"kode,jawaban,catatan\n1.i.a,Ya,satu, dua\n", "format", None),
        (b"kode,jawaban\n1.i.a," + b"x" * 32_768, "large", "isi satu sel pada baris 2 lebih dari 32.767 huruf"),
        (b"kode,jawaban\n1.i.a," + b"x" * 140_000, "large", "isi satu sel pada baris 2 lebih dari 32.767 huruf"),
        (b"kode,jawaban\n" + b"x,y\n" * 20_001, "large", "lebih dari 20.000 baris"),
        (b"x" * 20_000_001, "large", "lebih dari 20 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "format", None),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, reason: str, detail: str | None) -> None:
    error = refused(saved(tmp_path, content))
    assert error.reason == reason
    assert error.detail if detail is None else error.detail == detail


def test_an_unquoted_comma_is_not_cut_off_silently(tmp_path: Path) -> None:
    error = refused(saved(tmp_path, "kode,jawaban,catatan\n1.i.a,Ya,\n1.i.b,A,guru, murid\n"))
    assert "baris 3" in error.detail


def test_twenty_thousand_rows_are_read(tmp_path: Path) -> None:
    assert len(read_answer_table(saved(tmp_path, "kode,jawaban\n" + "x,y\n,\n" * 20_000))) == 20_000


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileVanished):
        read_answer_table(tmp_path / "tidak-ada.csv")
    with pytest.raises(FileIsFolder):
        read_answer_table(tmp_path)
    with pytest.raises(FileUnreadable):
        read_answer_table(tmp_path / ("x" * 300))


def test_the_sample_answers_are_read_as_they_are(
    test_data: Path, instrument: Instrument, sample_answers: Mapping[str, Answer]
) -> None:
    path = test_data / "contoh-jawaban.csv"
    parsed = check_answer_rows(path, read_answer_table(path), instrument)
    assert {row.code: Answer(row.value, row.note or "") for row in parsed} == sample_answers


cells = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\"',;\t"), max_size=20)


@given(rows=st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6), delimiter=st.sampled_from(",;\t"))
def test_any_quoted_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], delimiter: str
) -> None:
    def quoted(row: tuple[str, ...]) -> str:
        return delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row)

    filled = [tuple(cell.strip() for cell in row) for row in rows]
    expected = [row for row in filled if any(row)]
    path = saved(tmp_path_factory.mktemp("tabel"), "\n".join(map(quoted, [("kode", "jawaban", "catatan"), *rows])))
    if not expected:
        assert refused(path).reason == "empty"
    else:
        read = read_answer_table(path)
        assert [(row.code, row.answer, row.note) for row in read] == expected
