"""Answers: what may be said to a question, read from text and written back as text.

The canonical text ("Ya", "B", "agen=5,perubahan=7", "3.65", "nihil") is what the command line takes, what
tables carry and what the workspace keeps.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from zidesk.domain.errors import (
    NilNotAllowed,
    NotANumber,
    NotWhole,
    OutOfRange,
    PartExceedsWhole,
    UnknownOption,
    WrongInputs,
    ZeroDenominator,
)
from zidesk.domain.indonesian import format_plain
from zidesk.domain.instrument import AnswerType, NumberInput, Question

_NUMBER = re.compile(r"[+-]?\d{1,15}([.,]\d{1,9})?")
NIL_WORDS = {"nihil": True, "nihil=1": True, "nihil=0": False, "nihil tidak dinilai": False}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option of a Ya/Tidak or A–E question."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number inputs of a ratio or survey question, in the order of the sheet."""

    values: tuple[tuple[str, Fraction], ...]

    def __str__(self) -> str:
        if len(self.values) == 1:
            return _plain(self.values[0][1])
        return ",".join(f"{key}={_plain(value)}" for key, value in self.values)


@dataclass(frozen=True, slots=True)
class Nil:
    """ "Tidak ada kejadian" for a ratio without a denominator.

    Sources disagree on what it is worth (open question of the sheet), so the user says it: it counts as 1,
    or it is not assessed and counts as 0.
    """

    counts: bool

    def __str__(self) -> str:
        return "nihil" if self.counts else "nihil=0"


AnswerValue = Chosen | Numbers | Nil


@dataclass(frozen=True, slots=True)
class Answer:
    """What is recorded for a question now. `value` None: cleared, with perhaps a note left."""

    value: AnswerValue | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One line of a question's history: who changed what from what to what."""

    code: str
    changed_at: datetime
    changed_by: str
    old: Answer
    new: Answer


def parse_answer(question: Question, text: str) -> AnswerValue | None:
    """The answer `text` means for `question`; None for an empty text (clear it).

    Raises a subclass of AnswerRejected with the facts. Letter case and spaces do not matter, decimals may
    have a comma where that is not ambiguous.
    """
    given = " ".join(text.split())
    if not given:
        return None
    nil = NIL_WORDS.get(re.sub(r" ?= ?", "=", given).casefold())
    if nil is not None:
        if question.answer_type is not AnswerType.RATIO:
            raise NilNotAllowed(question.code, given)
        return Nil(nil)
    if question.answer_type in (AnswerType.YES_NO, AnswerType.CHOICE):
        return _parse_option(question, given)
    return _parse_numbers(question, given)


def _parse_option(question: Question, given: str) -> Chosen:
    for option in question.options:
        if option.key.casefold() == given.casefold():
            return Chosen(option.key)
    raise UnknownOption(question.code, given, tuple(option.key for option in question.options))


def _parse_numbers(question: Question, given: str) -> Numbers:
    texts = _split_inputs(question, given)
    values = tuple((item.key, _read_number(question, item, texts[item.key])) for item in question.inputs)
    known = dict(values)
    try:
        for item in question.inputs:
            if item.at_most is not None and known[item.key] > (whole := item.at_most.evaluate(known)):
                raise PartExceedsWhole(
                    question.code, given, item.label, format_plain(known[item.key]), format_plain(whole)
                )
        if question.formula is not None:
            question.formula.evaluate(known)
    except ZeroDivisionError as fault:
        raise ZeroDenominator(question.code, given) from fault
    return Numbers(values)


def _split_inputs(question: Question, given: str) -> dict[str, str]:
    """The text of each input. A question with one input takes a bare number too ("3,65")."""
    expected = tuple(item.key for item in question.inputs)
    if len(expected) == 1 and "=" not in given:
        return {expected[0]: given}
    texts: dict[str, str] = {}
    unknown: list[str] = []
    for part in re.split(r"[,;]\s*(?=[^\d\s,;]|$)", given):
        key, sign, value = part.partition("=")
        name = key.strip().casefold()
        if not part.strip():
            continue
        if sign and name in expected and name not in texts:
            texts[name] = value.strip()
        else:
            unknown.append(part.strip())
    missing = tuple(key for key in expected if key not in texts)
    if missing or unknown:
        raise WrongInputs(question.code, given, expected, missing, tuple(unknown))
    return texts


def _read_number(question: Question, item: NumberInput, text: str) -> Fraction:
    if not _NUMBER.fullmatch(text):
        raise NotANumber(question.code, text, item.label)
    value = Fraction(text.replace(",", "."))
    if item.whole and value.denominator != 1:
        raise NotWhole(question.code, text, item.label)
    if value < item.minimum or (item.maximum is not None and value > item.maximum):
        maximum = "" if item.maximum is None else format_plain(item.maximum)
        raise OutOfRange(question.code, text, item.label, format_plain(item.minimum), maximum)
    return value


def _plain(value: Fraction) -> str:
    """A decimal point and no grouping, as the canonical text has it; numbers have at most nine decimals."""
    return format(Decimal(value.numerator) / Decimal(value.denominator), "f")
