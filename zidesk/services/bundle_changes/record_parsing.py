"""Reading ISI-PAKET.json back: a text from outside, of which nothing is believed before it was looked at."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final, NoReturn, TypeVar

from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)
from zidesk.domain.manifest import PAYLOAD_PREFIX, is_unsafe, plain
from zidesk.services.bundle_changes.record_text import FORMAT, VERSION

_FRACTION = re.compile(r"[0-9]{1,300}(/[1-9][0-9]{0,299})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST: Final = 200_000  # rows of one kind; far beyond what any school has
T = TypeVar("T")


class NotARecordError(Exception):
    """The text is none; `what`: the place that is wrong, "" for all of it."""

    def __init__(self, what: str = "") -> None:
        super().__init__(what)
        self.what = what


class NewerRecordError(Exception):
    """A record of a version that is not known here."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def parse_record(data: bytes) -> BundleRecord:
    """The record of a text from outside. Raises NotARecordError, NewerRecordError."""
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        raise NotARecordError from fault
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NotARecordError
    version = _whole(value, "version")
    if version < 1:
        raise NotARecordError("version")
    if version > VERSION:
        raise NewerRecordError(version)
    record = BundleRecord(
        _identity(value),
        _list(value, "evidence", _file),
        _list(value, "papers", _file),
        _list(value, "answers", _answer),
        _list(value, "scores", _score),
    )
    _once("path", [file.path for file in record.files])
    _once("code", [item.code for item in record.answers])
    _once("label", [item.label for item in record.scores])
    return record


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _identity(value: dict[str, Any]) -> BundleIdentity:
    school, areas = value.get("school"), value.get("areas")
    if not isinstance(school, dict) or not isinstance(areas, list) or len(areas) > 100:
        raise NotARecordError("school, areas")
    moment = _text(value, "changed_at", optional=True)
    return BundleIdentity(
        _text(school, "name"),
        _text(school, "npsn"),
        _whole(value, "year"),
        _text(value, "instrument"),
        tuple(_text({"areas": area}, "areas") for area in areas),
        _read("changed_at", datetime.fromisoformat, moment) if moment else None,
    )


def _file(row: dict[str, Any]) -> RecordedFile:
    path, sha256 = _text(row, "path"), _text(row, "sha256")
    original = _text(row, "original", optional=True) or sha256
    if is_unsafe(path) or plain(path) != path or not path.startswith(PAYLOAD_PREFIX):
        raise NotARecordError("path")
    if not _SHA256.fullmatch(sha256) or not _SHA256.fullmatch(original):
        raise NotARecordError("sha256")
    dated = _text(row, "dated", optional=True)
    return RecordedFile(
        path,
        sha256,
        _whole(row, "size"),
        _text(row, "title", optional=True),
        _text(row, "question", optional=True),
        _text(row, "number", optional=True),
        _read("dated", date.fromisoformat, dated) if dated else None,
        original,
        _text(row, "original_name", optional=True),
    )


def _answer(row: dict[str, Any]) -> RecordedAnswer:
    score = _text(row, "score", optional=True)
    return RecordedAnswer(
        _text(row, "code"),
        _text(row, "text"),
        _text(row, "answer"),
        _fraction("score", score) if score else None,
        _text(row, "note", optional=True),
    )


def _score(row: dict[str, Any]) -> RecordedScore:
    return RecordedScore(
        _text(row, "label"),
        _fraction("score", _text(row, "score")),
        _fraction("weight", _text(row, "weight")),
    )


def _list(value: dict[str, Any], key: str, read: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    rows = value.get(key)
    if not isinstance(rows, list) or len(rows) > _MOST or not all(isinstance(row, dict) for row in rows):
        raise NotARecordError(key)
    return tuple(map(read, rows))


def _text(row: dict[str, Any], key: str, *, optional: bool = False) -> str:
    found = row.get(key)
    if found is None and optional:
        return ""
    if not isinstance(found, str):
        raise NotARecordError(key)
    return found


def _whole(row: dict[str, Any], key: str) -> int:
    found = row.get(key)
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found < 2**63:
        raise NotARecordError(key)
    return found


def _fraction(key: str, text: str) -> Fraction:
    if not _FRACTION.fullmatch(text):
        raise NotARecordError(key)
    return Fraction(text)


def _read(key: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except ValueError as fault:
        raise NotARecordError(key) from fault


def _once(key: str, values: list[str]) -> None:
    if len(set(values)) != len(values):
        raise NotARecordError(key)
