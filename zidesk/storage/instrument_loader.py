"""Reads a sheet (JSON, the format of resources/instruments) and refuses a broken one, naming node and reason.

Numbers are read as decimals and kept as fractions, so that 0.67 is 67/100 and weights add up exactly.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeGuard

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
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NO_PAIRS = "isinya bukan pasangan nama dan nilai"
_READERS = "catatan_pembaca"
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
_WHOLE_NUMBERS = {"bilangan_cacah": True, "desimal": False, "": False}
_LONGEST_NUMBER = 12  # digits before and after the decimal sign: more are a slip, and would stop the program


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
    try:
        if Path(name).is_file():
            return Path(name)
    except OSError:  # a name no system can hold
        pass
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
    except json.JSONDecodeError as fault:
        where = f"baris {fault.lineno}, kolom {fault.colno}"
        raise InstrumentInvalid(name, (("", f"bukan JSON yang benar ({where})"),)) from fault
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise InstrumentInvalid(name, (("", "bukan JSON yang benar"),)) from fault
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
        id=_text(data, "instrumen", "", "") or Path(name).stem,
        title=_text(data, "judul", ""),
        regulation=_text(data, "peraturan", "", ""),
        components=tuple(_node(item, Level.COMPONENT, "") for item in _list(data, "komponen", "")),
        thresholds={target: tuple(_thresholds(limits.get(target), target)) for target in TARGETS},
        open_questions=_open_questions(data),
        confirmed=status != UNCONFIRMED,
        status=status,
        columns=_texts(data.get("penilaian") or {}, "kolom_lembar_resmi", ""),
    )


def _node(data: Any, level: Level, above: str) -> Node:
    code = _text(data, "kode", above)
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
        number=_numeral(data.get("nomor"), code),
        children=children,
        questions=questions,
        confidence=_text(data, "confidence", code, "high"),
    )


def _question(data: Any, above: str) -> Question:
    code = _text(data, "kode", above)
    answer_type = _ANSWER_TYPES.get(_text(data, "tipe_jawaban", code))
    if answer_type is None:
        raise _NodeError(code, f"tipe jawaban “{data['tipe_jawaban'][:60]}” tidak dikenal")
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
            for item in _items(data, "opsi", code)
        ),
        inputs=tuple(_input(item, code) for item in _items(data, "input", code)),
        formula=formula,
        explanation=_text(data, "penjelasan", code, ""),
        guidance=_text(data, "petunjuk", code, ""),
        documents=tuple(
            ExpectedDocument(
                _text(item, "nama", code),
                _text(item, "jenis", code, "dokumen"),
                item.get("wajib") is True,
                _text(item, "berkala", code, "") or None,
            )
            for item in _items(data, "dokumen", code)
        ),
        keywords=_texts(data, "kata_kunci", code),
        note=_text(data, _for_readers(data, "catatan"), code, ""),
        confidence=_text(data, "confidence", code, "high"),
    )


def _input(data: Any, code: str) -> NumberInput:
    key = _text(data, "kunci", code)
    maximum = data.get("maks")
    whole = _WHOLE_NUMBERS.get(_text(data, "tipe", code, ""))
    if whole is None:
        raise _NodeError(code, f"tipe isian “{data['tipe'][:60]}” tidak dikenal")
    return NumberInput(
        key=key,
        label=_text(data, "label", code),
        whole=whole,
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
        raise _NodeError(code, f"rumus “{str(text)[:60]}” tidak dikenal") from fault


def _thresholds(data: Any, target: str) -> Iterator[Threshold]:
    if data is None:
        return
    if not isinstance(data, dict):
        raise _NodeError(f"ambang.{target}", "ambang harus berupa daftar per bagian")
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
            note=_text(rule, _for_readers(rule, "catatan"), where, ""),
            confidence=_text(rule, "confidence", where, "high"),
        )


def _open_questions(data: dict[str, Any]) -> tuple[str, ...]:
    """As readers are told; both lists must be in order, for both are kept with the workspace."""
    lists = {key: _texts(data, key, "") for key in ("open_questions", _READERS)}
    return lists[_for_readers(data, "open_questions")]


def _for_readers(data: Any, key: str) -> str:
    """The field to show: beside a remark for researchers may stand one for readers."""
    return _READERS if isinstance(data, dict) and _READERS in data else key


def _list(data: Any, key: str, code: str) -> list[Any]:
    """A list that must be there and hold something."""
    items = _items(data, key, code)
    if not items:
        raise _NodeError(code, f"tidak memuat “{key}”")
    return items


def _items(data: Any, key: str, code: str) -> list[Any]:
    """A list that may be missing."""
    if not isinstance(data, dict):
        raise _NodeError(code, _NO_PAIRS)
    items = data.get(key)
    if items is not None and not isinstance(items, list):
        raise _NodeError(code, f"“{key}” bukan daftar")
    return items or []


def _texts(data: Any, key: str, code: str) -> tuple[str, ...]:
    items = _items(data, key, code)
    if not all(_is_text(item) for item in items):
        raise _NodeError(code, f"“{key}” memuat isi yang bukan teks")
    return tuple(items)


def _text(data: Any, key: str, code: str, default: str | None = None) -> str:
    """A text field; without a default it must be there."""
    if not isinstance(data, dict):
        raise _NodeError(code, _NO_PAIRS)
    value = data.get(key)
    if value is None and default is not None:
        return default
    if not _is_text(value) or (default is None and not value.strip()):
        raise _NodeError(code, f"“{key}” kosong atau bukan teks")
    return value


def _is_text(value: Any) -> TypeGuard[str]:
    """Half a surrogate pair, which JSON can spell, is no text: no file and no database could hold it."""
    return isinstance(value, str) and (value.isascii() or _HALF_PAIR.search(value) is None)


def _numeral(value: Any, code: str) -> str:
    """The number of an area or sub-area: 1, "iii" or nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text({"nomor": value}, "nomor", code, "")


def _number(value: Any, code: str, key: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise _NodeError(code, f"“{key}” bukan angka")
    number = Decimal(value)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_LONGEST_NUMBER or number.adjusted() > _LONGEST_NUMBER:
        raise _NodeError(code, f"“{key}” di luar jangkauan")
    return Fraction(value)
