"""Reads a sheet (JSON, the format of resources/instruments) and refuses a broken one, naming node and reason.

Numbers are read as decimals and kept as fractions, so that 0.67 is 67/100 and weights add up exactly.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from zidesk.domain.criteria import SPECIAL_SUBJECTS
from zidesk.domain.errors import InstrumentInvalid, InstrumentNotFound
from zidesk.domain.formula import Formula, FormulaError
from zidesk.domain.instrument import (
    AnswerType,
    ExpectedDocument,
    Instrument,
    Level,
    Node,
    NumberInput,
    Option,
    Question,
    Threshold,
)
from zidesk.domain.instrument_check import instrument_faults
from zidesk.domain.profile import TARGETS

UNCONFIRMED = "belum terkonfirmasi"
_MAX_BYTES = 20_000_000
_CHILDREN = {
    Level.COMPONENT: ("kelompok", Level.GROUP),
    Level.GROUP: ("area", Level.AREA),
    Level.AREA: ("sub_area", Level.SUB_AREA),
}
_ANSWER_TYPES = {
    "ya_tidak": AnswerType.YES_NO,
    "pilihan_3": AnswerType.CHOICE,
    "pilihan_4": AnswerType.CHOICE,
    "pilihan_5": AnswerType.CHOICE,
    "persen": AnswerType.RATIO,
    "survei_0_4": AnswerType.SURVEY,
}


class _NodeError(Exception):
    """A node that cannot be read: its code and the reason."""

    def __init__(self, code: str, reason: str) -> None:
        self.code, self.reason = code, reason


def find_instrument(name: str, folder: Path) -> Path:
    """The file of a sheet that ships with the program (by its name), or the user's own file.

    Raises InstrumentNotFound.
    """
    shipped = {path.stem: path for path in sorted(folder.glob("*.json"))}
    if name in shipped:
        return shipped[name]
    own = Path(name)
    if own.is_file():
        return own
    raise InstrumentNotFound(name, tuple(shipped))


def read_instrument_text(path: Path) -> str:
    """The file's text, for keeping in a workspace. Raises InstrumentInvalid."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InstrumentInvalid(path.name, (("", "berkas lebih besar dari 20 MB"),))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InstrumentInvalid(path.name, (("", "berkas bukan teks UTF-8"),)) from fault
    except OSError as fault:
        raise InstrumentInvalid(path.name, (("", "berkas tidak dapat dibaca"),)) from fault


def parse_instrument(text: str, name: str) -> Instrument:
    """The sheet, checked. Raises InstrumentInvalid with every fault found."""
    try:
        data = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as fault:
        raise InstrumentInvalid(name, (("", f"bukan JSON yang benar ({fault})"),)) from fault
    try:
        instrument = _instrument(data, name)
    except _NodeError as fault:
        raise InstrumentInvalid(name, ((fault.code, fault.reason),)) from fault
    faults = instrument_faults(instrument)
    if faults:
        raise InstrumentInvalid(name, faults)
    return instrument


def load_instrument(path: Path) -> Instrument:
    """Raises InstrumentInvalid."""
    return parse_instrument(read_instrument_text(path), path.name)


def _instrument(data: Any, name: str) -> Instrument:
    if not isinstance(data, dict):
        raise _NodeError("", "berkas tidak berisi lembar penilaian")
    status = _text(data, "status", "", "")
    limits = data.get("ambang", {})
    if not isinstance(limits, dict):
        raise _NodeError("ambang", "ambang harus berupa daftar per predikat")
    return Instrument(
        id=_text(data, "instrumen", "") or Path(name).stem,
        title=_text(data, "judul", ""),
        regulation=_text(data, "peraturan", "", ""),
        components=tuple(_node(item, Level.COMPONENT, "") for item in _list(data, "komponen", "")),
        thresholds={target: tuple(_thresholds(limits.get(target) or {}, target)) for target in TARGETS},
        open_questions=tuple(str(item) for item in data.get("open_questions") or ()),
        confirmed=status != UNCONFIRMED,
        status=status,
        columns=tuple(str(item) for item in (data.get("penilaian") or {}).get("kolom_lembar_resmi") or ()),
    )


def _node(data: Any, level: Level, above: str) -> Node:
    code = _text(data, "kode", above)
    number = data.get("nomor")
    children: tuple[Node, ...] = ()
    questions: tuple[Question, ...] = ()
    if level is Level.SUB_AREA:
        questions = tuple(_question(item, code) for item in _list(data, "pertanyaan", code))
    else:
        key, below = _CHILDREN[level]
        children = tuple(_node(item, below, code) for item in _list(data, key, code))
    return Node(
        code=code,
        level=level,
        name=_text(data, "nama", code),
        weight=_number(data.get("bobot"), code, "bobot"),
        number="" if number is None else str(number),
        children=children,
        questions=questions,
        confidence=_text(data, "confidence", code, "high"),
    )


def _question(data: Any, above: str) -> Question:
    code = _text(data, "kode", above)
    answer_type = _ANSWER_TYPES.get(_text(data, "tipe_jawaban", code))
    if answer_type is None:
        raise _NodeError(code, f"tipe jawaban “{data['tipe_jawaban']}” tidak dikenal")
    rule = data.get("rumus") or {}
    formula = _formula(rule.get("skor"), code) if isinstance(rule, dict) else None
    text = _text(data, "teks", code)
    return Question(
        code=code,
        letter=_text(data, "huruf", code, ""),
        text=text,
        short_title=_text(data, "judul_pendek", code, "") or text[:40],
        answer_type=answer_type,
        type_label=_text(data, "label_tipe", code, ""),
        options=tuple(
            Option(
                _text(item, "pilihan", code),
                _text(item, "teks", code),
                _number(item.get("skor"), code, "skor"),
            )
            for item in data.get("opsi") or ()
        ),
        inputs=tuple(_input(item, code) for item in data.get("input") or ()),
        formula=formula,
        explanation=_text(data, "penjelasan", code, ""),
        guidance=_text(data, "petunjuk", code, ""),
        documents=tuple(
            ExpectedDocument(
                _text(item, "nama", code),
                _text(item, "jenis", code, "dokumen"),
                item.get("wajib") is True,
                item.get("berkala"),
            )
            for item in data.get("dokumen") or ()
        ),
        keywords=tuple(str(item) for item in data.get("kata_kunci") or ()),
        note=_text(data, "catatan", code, ""),
        confidence=_text(data, "confidence", code, "high"),
    )


def _input(data: Any, code: str) -> NumberInput:
    maximum = data.get("maks") if isinstance(data, dict) else None
    return NumberInput(
        key=_text(data, "kunci", code),
        label=_text(data, "label", code),
        whole=data.get("tipe") == "bilangan_cacah",
        minimum=_number(data.get("min", 0), code, "min"),
        maximum=None if maximum is None else _number(maximum, code, "maks"),
        at_most=_formula(data.get("tidak_melebihi"), code),
    )


def _formula(text: Any, code: str) -> Formula | None:
    if text is None:
        return None
    try:
        return Formula(str(text))
    except FormulaError as fault:
        raise _NodeError(code, f"rumus “{text}” tidak dikenal") from fault


def _thresholds(data: Mapping[str, Any], target: str) -> Iterator[Threshold]:
    for subject, rule in data.items():
        where = f"ambang.{target}.{subject}"
        if not isinstance(rule, dict):
            raise _NodeError(where, "ambang harus memuat “minimal”")
        minimum = rule.get("minimal")
        if minimum is None and subject not in SPECIAL_SUBJECTS and "minimal" not in rule:
            raise _NodeError(where, "ambang harus memuat “minimal”")
        yield Threshold(
            subject=subject,
            minimum=None if minimum is None else _number(minimum, where, "minimal"),
            text=_text(rule, "teks", where, ""),
            note=_text(rule, "catatan", where, ""),
            confidence=_text(rule, "confidence", where, "high"),
        )


def _list(data: Any, key: str, code: str) -> list[Any]:
    items = data.get(key) if isinstance(data, dict) else None
    if not isinstance(items, list) or not items:
        raise _NodeError(code, f"tidak memuat “{key}”")
    return items


def _text(data: Any, key: str, code: str, default: str | None = None) -> str:
    """A text field; without a default it must be there."""
    if not isinstance(data, dict):
        raise _NodeError(code, "isinya bukan pasangan nama dan nilai")
    value = data.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        if default is not None and value is None:
            return default
        raise _NodeError(code, f"“{key}” kosong atau bukan teks")
    return value


def _number(value: Any, code: str, key: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise _NodeError(code, f"“{key}” bukan angka")
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > 12):
        raise _NodeError(code, f"“{key}” di luar jangkauan")
    return Fraction(value)
