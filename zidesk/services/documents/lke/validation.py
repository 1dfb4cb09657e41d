"""What the answer cells of the LKE sheet accept, and what they tell who fills them in."""

from fractions import Fraction
from typing import Any

from zidesk.domain.indonesian import format_plain
from zidesk.domain.instrument import NumberInput, Question
from zidesk.services.documents.lke.columns import Side
from zidesk.services.documents.lke.formulas import (
    NIL,
    NIL_NOT_COUNTED,
    input_cells,
    limits,
)
from zidesk.services.documents.lke.rows import RowKind, SheetRow

_LIST_MAX = 255  # characters of a drop-down list, commas included
_FORMULA_MAX = 255  # characters of a rule that is a formula
_TITLE_MAX, _MESSAGE_MAX = 32, 255  # limits of the file format


def rules(row: SheetRow, side: Side) -> dict[str, Any] | None:
    """The data validation of a row's answer cell as XlsxWriter takes it; None where anything may stand."""
    question = row.question
    if question is None:
        return None
    if row.kind is RowKind.NIL:
        return _nil_rules()
    if row.item is not None:
        return _number_rules(question, row.item, row, side)
    if row.kind is RowKind.QUESTION and question.inputs and not row.parts:
        return _number_rules(question, question.inputs[0], row, side)
    if question.options:
        return _option_rules(question)
    return None


def _option_rules(question: Question) -> dict[str, Any] | None:
    keys = [option.key for option in question.options]
    if len(",".join(keys)) > _LIST_MAX or any("," in key for key in keys):
        return None  # the file format cannot list these
    said = ", ".join(keys[:-1]) + f" atau {keys[-1]}"
    return {
        "validate": "list",
        "source": keys,
        **_words(f"Butir {question.code}", f"Pilih {said}.", f"Jawaban butir ini hanya {said}."),
    }


def _nil_rules() -> dict[str, Any]:
    told = (
        f"Kosongkan bila ada kejadian. Bila tidak ada: {NIL} = dihitung penuh (1), "
        f"{NIL_NOT_COUNTED} = tidak dinilai (0). Sepakati dengan tim penilai."
    )
    return {
        "validate": "list",
        "source": [NIL, NIL_NOT_COUNTED],
        **_words("Tidak ada kejadian", told, f"Pilih {NIL} atau {NIL_NOT_COUNTED}, atau kosongkan."),
    }


def _number_rules(question: Question, item: NumberInput, row: SheetRow, side: Side) -> dict[str, Any]:
    kind = "bilangan bulat" if item.whole else "angka"
    span = f"paling kecil {format_plain(item.minimum)}"
    if item.maximum is not None:
        span = f"{format_plain(item.minimum)} sampai {format_plain(item.maximum)}"
    told, wrong = f"Isi {kind}, {span}.", f"Isian ini harus {kind}, {span}."
    part_rule = _part_rule(question, item, row, side) if item.at_most is not None else ""
    if 0 < len(part_rule) <= _FORMULA_MAX:
        told += " Tidak boleh melebihi jumlah seluruhnya."
        wrong += " Bagian tidak boleh melebihi jumlah seluruhnya."
        words = _words(f"Butir {question.code}", told, wrong)
        return {"validate": "custom", "value": part_rule, **words}
    rule: dict[str, Any] = {"validate": "integer" if item.whole else "decimal", "criteria": ">="}
    rule["value"] = _plain(item.minimum)
    if item.maximum is not None:
        rule |= {"criteria": "between", "minimum": _plain(item.minimum), "maximum": _plain(item.maximum)}
        del rule["value"]
    return {**rule, **_words(f"Butir {question.code}", told, wrong)}


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _part_rule(question: Question, item: NumberInput, row: SheetRow, side: Side) -> str:
    """A part is compared with its whole only once the whole is filled in: any order of typing will do."""
    cells = input_cells(row, side)
    own = cells[item.key]
    if item.at_most is None:
        raise ValueError(item.key)
    wholes = [cells[name] for name in sorted(item.at_most.names)]
    within = f"{own}<={item.at_most.as_spreadsheet(cells)}"
    if wholes:
        within = f"IF(COUNT({','.join(wholes)})<{len(wholes)},TRUE,{within})"
    return f"=AND({','.join([f'ISNUMBER({own})', *limits(question, cells, item.key), within])})"


def _words(title: str, told: str, wrong: str) -> dict[str, str]:
    return {
        "input_title": title[:_TITLE_MAX],
        "input_message": told[:_MESSAGE_MAX],
        "error_title": "Isian tidak sesuai",
        "error_message": wrong[:_MESSAGE_MAX],
    }
