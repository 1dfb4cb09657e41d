"""The live formulas of the LKE sheet: from an answer up to the total, the same for school and assessors.

An answer that is missing or impossible gives an empty score, which every sum above counts as 0 (as
zidesk.domain.scoring does); no formula can show an error value. Formulas are in English syntax, as the file
format wants; every program shows them in the user's own language.
"""

from decimal import Decimal
from fractions import Fraction

from zidesk.domain.instrument import Question
from zidesk.services.documents.lke.columns import Col, Side, cell
from zidesk.services.documents.lke.rows import RowKind, SheetRow, answered_in_place

NIL, NIL_NOT_COUNTED = "nihil", "nihil=0"
INCOMPLETE, IMPOSSIBLE, NO_DENOMINATOR = "belum lengkap", "periksa angka", "pilih nihil"


def number(value: Fraction) -> str:
    """A number as formulas write it: decimal point, no exponent."""
    return format(Decimal(value.numerator) / Decimal(value.denominator), "f")


def text(value: str) -> str:
    """A text as formulas write it."""
    return '"' + value.replace('"', '""') + '"'


def answer_formula(row: SheetRow, side: Side) -> str | None:
    """What a ratio's own answer cell shows: the percentage, "nihil", or what is missing; else None."""
    question = row.question
    if row.kind is not RowKind.QUESTION or question is None or answered_in_place(question):
        return None
    cells = input_cells(row, side)
    first, last = (cells[question.inputs[turn].key] for turn in (0, -1))
    value = _checked(question, cells, IMPOSSIBLE, NO_DENOMINATOR)
    numbers = f'IF(COUNTA({first}:{last})=0,"",IF(COUNT({first}:{last})<{len(cells)},{text(INCOMPLETE)},{value}))'
    if len(row.parts) == len(question.inputs):
        return f"={numbers}"
    nil = f"TRIM({cell(side.answer, row.parts[-1])})"
    return (
        f"=IF({nil}={text(NIL)},{text(NIL)},IF({nil}={text(NIL_NOT_COUNTED)},{text(NIL_NOT_COUNTED)},{numbers}))"
    )


def score_formula(row: SheetRow, side: Side) -> str:
    """The "Nilai" of a question (0..1), a node or the total (points)."""
    if row.kind is RowKind.QUESTION and row.question is not None:
        return f"={_question_score(row, row.question, side)}"
    if row.sums_questions:
        scores = f"{cell(side.score, row.line + 1)}:{cell(side.score, row.last)}"
        total = f"SUM({scores})/{len(row.parts)}*{cell(Col.WEIGHT, row.line)}"
    else:
        scores = ",".join(cell(side.score, line) for line in row.parts)
        total = f"SUM({scores})"
    return f'=IF(COUNT({scores})=0,"",{total})' if side.optional else f"={total}"


def percent_formula(row: SheetRow, side: Side) -> str:
    """The "%": of a question its score, of a node its share of the weight."""
    score = cell(side.score, row.line)
    if row.kind is RowKind.QUESTION:
        return f'=IF({score}="","",{score})'
    weight = cell(Col.WEIGHT, row.line)
    share = f"IF({weight}=0,0,{score}/{weight})"
    return f'=IF({score}="","",{share})' if side.optional else f"={share}"


def weight_formula(row: SheetRow) -> str:
    """The total of the weights."""
    return f"=SUM({','.join(cell(Col.WEIGHT, line) for line in row.parts)})"


def input_cells(row: SheetRow, side: Side) -> dict[str, str]:
    """The cells of a question's numbers by their keys."""
    question = row.question
    if question is None:
        return {}
    lines = (row.line,) if answered_in_place(question) else row.parts
    return {item.key: cell(side.answer, line) for item, line in zip(question.inputs, lines, strict=False)}


def limits(question: Question, cells: dict[str, str], key: str) -> list[str]:
    """The conditions one number must meet, without the part that may not exceed its whole."""
    item = next(item for item in question.inputs if item.key == key)
    own = cells[key]
    conditions = [f"{own}>={number(item.minimum)}"]
    if item.maximum is not None:
        conditions.append(f"{own}<={number(item.maximum)}")
    if item.whole:
        conditions.append(f"{own}=INT({own})")
    return conditions


def _question_score(row: SheetRow, question: Question, side: Side) -> str:
    answer = cell(side.answer, row.line)
    if not question.inputs:
        nested = '""'
        for option in reversed(question.options):
            nested = f"IF(TRIM({answer})={text(option.key)},{number(option.score)},{nested})"
        return nested
    if answered_in_place(question):
        return f'IF(COUNT({answer})=0,"",{_checked(question, input_cells(row, side), "", "")})'
    return (
        f"IF(ISNUMBER({answer}),MAX(0,MIN(1,{answer})),"
        f'IF({answer}={text(NIL)},1,IF({answer}={text(NIL_NOT_COUNTED)},0,"")))'
    )


def _checked(question: Question, cells: dict[str, str], impossible: str, no_denominator: str) -> str:
    """The score 0..1 where the numbers make sense, otherwise the text that says why not."""
    conditions = [condition for key in cells for condition in limits(question, cells, key)]
    conditions += [
        f"{cells[item.key]}<={item.at_most.as_spreadsheet(cells)}"
        for item in question.inputs
        if item.at_most is not None
    ]
    if question.formula is None:
        return '""'
    value = f"MAX(0,MIN(1,{question.formula.as_spreadsheet(cells)}))"
    zeros = [f"{divisor.as_spreadsheet(cells)}=0" for divisor in question.formula.divisors]
    if any(divisor.names for divisor in question.formula.divisors):
        value = f"IF(OR({','.join(zeros)}),{text(no_denominator)},{value})"
    wrong = text(impossible)
    return f"IFERROR(IF(AND({','.join(conditions)}),{value},{wrong}),{wrong})"
