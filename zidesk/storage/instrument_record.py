"""A sheet from its record, the parsed JSON of resources/instruments: node by node, from the top down."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zidesk.domain.criteria import SPECIAL_SUBJECTS
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
from zidesk.domain.profile import TARGETS
from zidesk.storage.instrument_fields import (
    FOR_READERS,
    NodeError,
    filled_list_of,
    formula_of,
    list_of,
    number_of,
    numeral_of,
    shown_key,
    text_of,
    texts_of,
)

_UNCONFIRMED = "belum terkonfirmasi"
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


def instrument_from_record(data: Any, name: str) -> Instrument:
    """The sheet, not yet checked as a whole; `name` (the file's) stands in for a missing id. Raises NodeError."""
    if not isinstance(data, dict):
        raise NodeError("", "berkas tidak berisi lembar penilaian")
    status = text_of(data, "status", "", "")
    limits = data.get("ambang", {})
    if not isinstance(limits, dict):
        raise NodeError("ambang", "ambang harus berupa daftar per predikat")
    return Instrument(
        id=text_of(data, "instrumen", "", "") or Path(name).stem,
        title=text_of(data, "judul", ""),
        regulation=text_of(data, "peraturan", "", ""),
        components=tuple(_node(item, Level.COMPONENT, "") for item in filled_list_of(data, "komponen", "")),
        thresholds={target: tuple(_thresholds(limits.get(target), target)) for target in TARGETS},
        open_questions=_open_questions(data),
        confirmed=status != _UNCONFIRMED,
        status=status,
        columns=texts_of(data.get("penilaian") or {}, "kolom_lembar_resmi", ""),
    )


def _node(data: Any, level: Level, above: str) -> Node:
    code = text_of(data, "kode", above)
    children: tuple[Node, ...] = ()
    questions: tuple[Question, ...] = ()
    if level is Level.SUB_AREA:
        questions = tuple(_question(item, code) for item in filled_list_of(data, "pertanyaan", code))
    else:
        key, below = _CHILDREN[level]
        children = tuple(_node(item, below, code) for item in filled_list_of(data, key, code))
    return Node(
        code=code,
        level=level,
        name=text_of(data, "nama", code),
        weight=number_of(data.get("bobot"), code, "bobot"),
        number=numeral_of(data.get("nomor"), code),
        children=children,
        questions=questions,
        confidence=text_of(data, "confidence", code, "high"),
    )


def _question(data: Any, above: str) -> Question:
    code = text_of(data, "kode", above)
    answer_type = _ANSWER_TYPES.get(text_of(data, "tipe_jawaban", code))
    if answer_type is None:
        raise NodeError(code, f"tipe jawaban “{data['tipe_jawaban'][:60]}” tidak dikenal")
    rule = data.get("rumus") or {}
    formula = formula_of(rule.get("skor"), code) if isinstance(rule, dict) else None
    text = text_of(data, "teks", code)
    return Question(
        code=code,
        letter=text_of(data, "huruf", code, ""),
        text=text,
        short_title=text_of(data, "judul_pendek", code, "") or text[:40],
        answer_type=answer_type,
        type_label=text_of(data, "label_tipe", code, ""),
        options=tuple(_option(item, code) for item in list_of(data, "opsi", code)),
        inputs=tuple(_input(item, code) for item in list_of(data, "input", code)),
        formula=formula,
        explanation=text_of(data, "penjelasan", code, ""),
        guidance=text_of(data, "petunjuk", code, ""),
        documents=tuple(_document(item, code) for item in list_of(data, "dokumen", code)),
        keywords=texts_of(data, "kata_kunci", code),
        note=text_of(data, shown_key(data, "catatan"), code, ""),
        confidence=text_of(data, "confidence", code, "high"),
    )


def _option(data: Any, code: str) -> Option:
    key, text = text_of(data, "pilihan", code), text_of(data, "teks", code)
    return Option(key, text, number_of(data.get("skor"), code, "skor"))


def _document(data: Any, code: str) -> ExpectedDocument:
    return ExpectedDocument(
        text_of(data, "nama", code),
        text_of(data, "jenis", code, "dokumen"),
        data.get("wajib") is True,
        text_of(data, "berkala", code, "") or None,
    )


def _input(data: Any, code: str) -> NumberInput:
    key = text_of(data, "kunci", code)
    maximum = data.get("maks")
    whole = _WHOLE_NUMBERS.get(text_of(data, "tipe", code, ""))
    if whole is None:
        raise NodeError(code, f"tipe isian “{data['tipe'][:60]}” tidak dikenal")
    return NumberInput(
        key=key,
        label=text_of(data, "label", code),
        whole=whole,
        minimum=number_of(data.get("min", 0), code, "min"),
        maximum=None if maximum is None else number_of(maximum, code, "maks"),
        at_most=formula_of(data.get("tidak_melebihi"), code),
    )


def _thresholds(data: Any, target: str) -> Iterator[Threshold]:
    if data is None:
        return
    if not isinstance(data, dict):
        raise NodeError(f"ambang.{target}", "ambang harus berupa daftar per bagian")
    for subject, rule in data.items():
        where = f"ambang.{target}.{subject}"
        if not isinstance(rule, dict):
            raise NodeError(where, "ambang harus memuat “minimal”")
        minimum = rule.get("minimal")
        if minimum is None and subject not in SPECIAL_SUBJECTS and "minimal" not in rule:
            raise NodeError(where, "ambang harus memuat “minimal”")
        yield Threshold(
            subject=subject,
            minimum=None if minimum is None else number_of(minimum, where, "minimal"),
            text=text_of(rule, "teks", where, ""),
            note=text_of(rule, shown_key(rule, "catatan"), where, ""),
            confidence=text_of(rule, "confidence", where, "high"),
        )


def _open_questions(data: dict[str, Any]) -> tuple[str, ...]:
    """As readers are told; both lists must be in order, for both are kept with the workspace."""
    lists = {key: texts_of(data, key, "") for key in ("open_questions", FOR_READERS)}
    return lists[shown_key(data, "open_questions")]
