"""ISI-PAKET.json written and read back; and texts from outside, which are none."""

import json
from datetime import UTC, date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.bundle_changes.small_bags import WHO, a_record, recorded
from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)
from zidesk.services.bundle_changes.record_parsing import NewerRecordError, NotARecordError, parse_record
from zidesk.services.bundle_changes.record_text import write_record

_text = st.text(st.characters(), max_size=12)  # surrogates without a partner too
_hash = st.text("0123456789abcdef", min_size=64, max_size=64)
_fraction = st.fractions(0, 100)
_whole = st.integers(0, 2**63 - 1)


@st.composite
def _files(draw: st.DrawFn) -> tuple[RecordedFile, ...]:
    names = draw(st.lists(st.integers(0, 99), unique=True, max_size=5))
    return tuple(
        RecordedFile(
            f"data/{name}",
            (digest := draw(_hash)),
            draw(_whole),
            draw(_text),
            draw(_text),
            draw(_text),
            draw(st.none() | st.dates()),
            draw(st.just(digest) | _hash),
            draw(_text),
        )
        for name in names
    )


@st.composite
def _records(draw: st.DrawFn) -> BundleRecord:
    files = draw(_files())
    answers = st.lists(
        st.builds(RecordedAnswer, _text, _text, _text, st.none() | _fraction, _text),
        max_size=3,
        unique_by=lambda item: item.code,
    )
    scores = st.lists(
        st.builds(RecordedScore, _text, _fraction, _fraction), max_size=3, unique_by=lambda row: row.label
    )
    moments = st.none() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
    areas = tuple(draw(st.lists(_text, max_size=3)))
    who = BundleIdentity(draw(_text), draw(_text), draw(st.integers(0, 9999)), draw(_text), areas, draw(moments))
    return BundleRecord(who, files[:3], files[3:], tuple(draw(answers)), tuple(draw(scores)))


@given(record=_records())
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, record: BundleRecord) -> None:
    out = tmp_path_factory.mktemp("catatan") / "ISI-PAKET.json"
    write_record(out, record)
    assert parse_record(out.read_bytes()) == record
    assert out.read_bytes().isascii()


def test_other_programs_can_read_it(tmp_path: Path) -> None:
    out = tmp_path / "ISI-PAKET.json"
    file = RecordedFile(
        "data/1 SK.pdf", "a" * 64, 12, "SK “Tim”", "A.I.1.i.a", "421/1", date(2026, 3, 5), "b" * 64, "x.pdf"
    )
    write_record(out, BundleRecord(WHO, (file,), scores=(RecordedScore("1", Fraction(2, 3), Fraction(5)),)))
    told = json.loads(out.read_text())
    assert (told["format"], told["version"], told["year"]) == ("zidesk-bundle-record", 1, 2026)
    assert told["school"] == {"name": "SMAN 1 Kab. Contoh", "npsn": "99900001"}
    assert told["evidence"] == [
        {
            "path": "data/1 SK.pdf",
            "sha256": "a" * 64,
            "size": 12,
            "question": "A.I.1.i.a",
            "title": "SK “Tim”",
            "number": "421/1",
            "dated": "2026-03-05",
            "original_name": "x.pdf",
            "original": "b" * 64,
        }
    ]
    assert told["scores"] == [{"label": "1", "score": "2/3", "weight": "5"}]


def _told(tmp_path: Path) -> dict[str, Any]:
    out = tmp_path / "catatan.json"
    write_record(out, a_record(recorded("1.txt", "isi")))
    told: dict[str, Any] = json.loads(out.read_text())
    return told


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("format",), "lain"),
        (("version",), "1"),
        (("version",), 0),
        (("version",), True),
        (("year",), -1),
        (("year",), 2026.0),
        (("year",), 10**30),
        (("school",), "SMAN 1"),
        (("school", "npsn"), 99900001),
        (("areas",), "1"),
        (("areas",), [1]),
        (("areas",), ["1"] * 101),
        (("changed_at",), "kemarin"),
        (("changed_at",), 17),
        (("evidence",), {}),
        (("evidence",), None),
        (("evidence",), [[]]),
        (("evidence", 0, "path"), None),
        (("evidence", 0, "path"), "data/../../etc/passwd"),
        (("evidence", 0, "path"), "/etc/passwd"),
        (("evidence", 0, "path"), "data\\..\\x"),
        (("evidence", 0, "path"), "bagit.txt"),
        (("evidence", 0, "path"), "data//x"),
        (("evidence", 0, "sha256"), "A" * 64),
        (("evidence", 0, "original"), "x"),
        (("evidence", 0, "size"), -1),
        (("evidence", 0, "size"), "12"),
        (("evidence", 0, "dated"), "2026-02-30"),
        (("evidence", 0, "title"), ["SK"]),
        (("papers",), "semua"),
        (("answers", 0, "code"), 1),
        (("answers", 0, "score"), "1/0"),
        (("answers", 0, "score"), "-1"),
        (("answers", 0, "score"), "9" * 5000),
        (("answers", 0, "score"), 1.0),
        (("scores", 0, "score"), None),
        (("scores", 0, "weight"), "1e9"),
    ],
)
def test_a_value_of_another_kind_is_refused(tmp_path: Path, place: tuple[Any, ...], value: object) -> None:
    told = _told(tmp_path)
    parse_record(json.dumps(told).encode())  # as it is, it is one
    inside: Any = told
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    with pytest.raises(NotARecordError):
        parse_record(json.dumps(told).encode())


@pytest.mark.parametrize("key", ["evidence", "answers", "scores"])
def test_what_is_told_twice_is_refused(tmp_path: Path, key: str) -> None:
    told = _told(tmp_path)
    told[key] = told[key] * 2
    with pytest.raises(NotARecordError):
        parse_record(json.dumps(told).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"format"',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"format": NaN}',
        b'{"format": ' + b"9" * 100_000 + b"}",
    ],
)
def test_texts_that_are_no_record(data: bytes) -> None:
    with pytest.raises(NotARecordError):
        parse_record(data)


def test_a_newer_record_is_told_apart(tmp_path: Path) -> None:
    told = _told(tmp_path) | {"version": 2, "evidence": "other than now"}
    with pytest.raises(NewerRecordError) as fault:
        parse_record(json.dumps(told).encode())
    assert fault.value.version == 2
