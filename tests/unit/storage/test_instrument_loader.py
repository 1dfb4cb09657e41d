"""Finding and reading a sheet: the shipped ones load, what is no sheet is refused."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from zidesk.domain.errors import InstrumentInvalid, InstrumentNotFound
from zidesk.domain.instrument import Instrument
from zidesk.storage.instrument_loader import (
    find_instrument,
    load_instrument,
    parse_instrument,
    read_instrument_text,
)

SHEET = "permenpan-90-2021"


@pytest.fixture(scope="module")
def instruments(resources_root: Path) -> Path:
    return resources_root / "instruments"


@pytest.fixture(scope="module")
def sheet_text(instruments: Path) -> str:
    return (instruments / f"{SHEET}.json").read_text(encoding="utf-8")


def test_shipped_sheets_are_found_by_name(instruments: Path) -> None:
    assert find_instrument(SHEET, instruments) == instruments / f"{SHEET}.json"
    for path in instruments.glob("*.json"):
        assert load_instrument(find_instrument(path.stem, instruments)).id == path.stem


def test_the_users_own_file_is_found(instruments: Path, tmp_path: Path) -> None:
    own = tmp_path / "lembar kami.json"
    own.write_text("{}", encoding="utf-8")
    assert find_instrument(str(own), instruments) == own


@pytest.mark.parametrize("name", ["tidak-ada", "", f"{SHEET}.json", "a" * 5000, "a\0b", "../instruments", "."])
def test_unknown_sheets_tell_the_known_ones(instruments: Path, name: str) -> None:
    with pytest.raises(InstrumentNotFound) as caught:
        find_instrument(name, instruments)
    assert caught.value.name == name
    assert caught.value.known == ("permenpan-52-2014-10-2019", SHEET)


def test_the_same_sheet_from_text_and_file(instruments: Path, sheet_text: str, instrument: Instrument) -> None:
    assert parse_instrument(sheet_text, f"{SHEET}.json") == instrument
    assert read_instrument_text(instruments / f"{SHEET}.json") == sheet_text


def test_a_byte_order_mark_is_no_fault(tmp_path: Path, sheet_text: str, instrument: Instrument) -> None:
    path = tmp_path / f"{SHEET}.json"
    path.write_text(sheet_text, encoding="utf-8-sig")
    assert load_instrument(path) == instrument


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{}".encode("utf-16"), "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"judul": "\xe9"}', "UTF-8"),
        (b"", "bukan JSON"),
        (b"PK\x03\x04", "bukan JSON"),
        (b" " * 20_000_001, "20 MB"),
    ],
    ids=["utf-16", "mark", "latin-1", "empty", "zip", "large"],
)
def test_files_that_are_no_sheet(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "lembar.json"
    path.write_bytes(content)
    with pytest.raises(InstrumentInvalid) as caught:
        load_instrument(path)
    assert caught.value.name == "lembar.json"
    [(where, why)] = caught.value.faults
    assert where == ""
    assert reason in why


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tidak-ada.json"):
        with pytest.raises(InstrumentInvalid) as caught:
            load_instrument(path)
        assert caught.value.faults == (("", "berkas tidak dapat dibaca"),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bukan json", "bukan JSON yang benar (baris 1, kolom 1)"),
        ('{\n  "judul": \n}', "bukan JSON yang benar (baris 3, kolom 1)"),
        ("[" * 100_000, "bukan JSON yang benar"),
        ('{"a":' * 100_000, "bukan JSON yang benar"),
        ('{"a": ' + "9" * 5000 + "}", "bukan JSON yang benar"),
        ('{"a": 1e99999999999999999999}', "bukan JSON yang benar"),
        ("[]", "berkas tidak berisi lembar penilaian"),
        ("null", "berkas tidak berisi lembar penilaian"),
        ('"lembar"', "berkas tidak berisi lembar penilaian"),
        ("NaN", "berkas tidak berisi lembar penilaian"),
    ],
    ids=lambda text: text[:20],
)
def test_texts_that_are_no_sheet(text: str, reason: str) -> None:
    with pytest.raises(InstrumentInvalid) as caught:
        parse_instrument(text, "lembar.json")
    assert caught.value.faults == (("", reason),)


def test_numbers_are_exact(instrument: Instrument) -> None:
    third = [o.score for q in instrument.questions for o in q.options if o.score not in (0, 1)]
    assert set(third) == {Fraction(n, 100) for n in (25, 33, 50, 67, 75)}
    assert instrument.place("A.I.3.i.a").sub_area.weight == Fraction(1, 4)


def test_inputs_and_limits(instrument: Instrument) -> None:
    total, part = instrument.question("A.II.1.i.b").inputs
    assert (total.key, total.whole, total.minimum, total.maximum, total.at_most) == (
        "perubahan", True, 0, None, None
    )  # fmt: skip
    assert part.at_most is not None
    assert part.at_most.text == "perubahan"
    [index] = instrument.question("B.I.a").inputs
    assert (index.whole, index.minimum, index.maximum) == (False, 0, 4)


def test_expected_documents(instrument: Instrument) -> None:
    documents = [document for q in instrument.questions for document in q.documents]
    assert {document.period for document in documents} == {
        None, "bulanan", "triwulan", "semester", "tahunan", "sekali"
    }  # fmt: skip
    assert any(document.required for document in documents)
    assert not all(document.required for document in documents)


def test_readers_are_told_in_words_they_know(instrument: Instrument, older_instrument: Instrument) -> None:
    """Nicknames of sources and of fields stay in the data."""
    for sheet in (instrument, older_instrument):
        told = [
            *sheet.open_questions,
            *(question.note for question in sheet.questions),
            *(threshold.note for thresholds in sheet.thresholds.values() for threshold in thresholds),
        ]
        for nickname in ("axx", "bps", "seed-", "rb2171", "rsjms", "kumham", "list_soal", "teks_asli", "penyusun"):
            assert not [text for text in told if nickname in text.casefold()]
        assert sheet.open_questions


def test_a_sheet_without_words_for_readers_shows_its_own_remarks(sheet_text: str) -> None:
    raw = json.loads(sheet_text)
    del raw["catatan_pembaca"]
    assert parse_instrument(json.dumps(raw), "lembar.json").open_questions == tuple(raw["open_questions"])
