"""What makes a sheet usable: weights that sum, codes that are unique, questions that can be answered."""

import re
from collections.abc import Iterator
from fractions import Fraction

from zidesk.domain.answer import NIL_WORDS
from zidesk.domain.criteria import SPECIAL_SUBJECTS
from zidesk.domain.indonesian import format_plain
from zidesk.domain.instrument import AnswerType, Instrument, Node, Question
from zidesk.domain.scoring import TOTAL

_TYPED_CODE = re.compile(r"[^\s,;.](?:[^\s,;]*[^\s,;.])?")


def instrument_faults(instrument: Instrument) -> tuple[tuple[str, str], ...]:
    """Every fault as a pair of node code and reason (Indonesian); empty for a sound sheet."""
    return (
        *_total_faults(instrument),
        *(fault for node in instrument.components for fault in _node_faults(node)),
        *_code_faults(instrument),
        *(fault for question in instrument.questions for fault in _question_faults(question)),
        *_threshold_faults(instrument),
    )


def _total_faults(instrument: Instrument) -> Iterator[tuple[str, str]]:
    if instrument.weight != 100:
        yield "", f"jumlah bobot komponen {format_plain(instrument.weight)}, seharusnya 100"


def _node_faults(node: Node) -> Iterator[tuple[str, str]]:
    if node.weight <= 0:
        yield node.code, "bobot harus lebih dari nol"
    if node.children:
        below = sum((child.weight for child in node.children), Fraction(0))
        if below != node.weight:
            yield (
                node.code,
                f"bobot {format_plain(node.weight)}, tetapi jumlah bobot di bawahnya {format_plain(below)}",
            )
    for child in node.children:
        yield from _node_faults(child)


def _code_faults(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Codes are unique, but for a node that only passes on what its single child of the same code has."""
    seen = {TOTAL}
    for node in instrument.nodes():
        passes_on = len(node.children) == 1 and node.children[0].code == node.code
        if node.code in seen:
            yield node.code, "kode dipakai lebih dari satu kali"
        if not passes_on:
            seen.add(node.code)
    questions: set[str] = set()
    for place in instrument.places:
        code = place.question.code
        folded = code.casefold()
        if not _TYPED_CODE.fullmatch(code):
            yield code, "kode butir tidak boleh memuat spasi atau koma, atau berawal dan berakhir dengan titik"
        lone = place.sub_area.code == code and len(place.sub_area.questions) == 1
        if folded in questions or (code in seen and not lone):
            yield code, "kode butir dipakai lebih dari satu kali"
        questions.add(folded)


def _question_faults(question: Question) -> Iterator[tuple[str, str]]:
    if question.answer_type in (AnswerType.YES_NO, AnswerType.CHOICE):
        yield from _option_faults(question)
    else:
        yield from _input_faults(question)


def _option_faults(question: Question) -> Iterator[tuple[str, str]]:
    keys = [option.key.casefold() for option in question.options]
    if len(keys) < 2:
        yield question.code, "butir tidak dapat dijawab: pilihan jawaban kurang dari dua"
    if len(set(keys)) != len(keys):
        yield question.code, "pilihan jawaban kembar"
    if any(key != " ".join(key.split()) or key in NIL_WORDS for key in keys):
        yield question.code, "pilihan jawaban yang tidak dapat diketik: spasi berlebih atau “nihil”"
    if any(not 0 <= option.score <= 1 for option in question.options):
        yield question.code, "skor pilihan harus antara 0 dan 1"
    if keys and max(option.score for option in question.options) != 1:
        yield question.code, "tidak ada pilihan jawaban yang bernilai penuh"


def _input_faults(question: Question) -> Iterator[tuple[str, str]]:
    keys = {item.key for item in question.inputs}
    if not keys or question.formula is None:
        yield question.code, "butir tidak dapat dijawab: isian angka atau rumusnya tidak ada"
        return
    if len(keys) != len(question.inputs):
        yield question.code, "isian angka kembar"
    if any(key != key.casefold() or not key.isidentifier() for key in keys):
        yield question.code, "kunci isian angka harus huruf kecil tanpa spasi"
    if any(item.maximum is not None and item.maximum < item.minimum for item in question.inputs):
        yield question.code, "butir tidak dapat dijawab: batas bawah isian angka melebihi batas atasnya"
    formulas = [question.formula, *(item.at_most for item in question.inputs if item.at_most is not None)]
    for formula in formulas:
        unknown = sorted(formula.names - keys)
        if unknown:
            yield question.code, f"rumus “{formula.text}” memakai isian yang tidak ada: {', '.join(unknown)}"


def _threshold_faults(instrument: Instrument) -> Iterator[tuple[str, str]]:
    codes = {node.code for node in instrument.nodes()}
    for predicate, thresholds in instrument.thresholds.items():
        for threshold in thresholds:
            if threshold.subject not in SPECIAL_SUBJECTS and threshold.subject not in codes:
                yield f"ambang.{predicate}.{threshold.subject}", "ambang untuk bagian yang tidak ada"
