"""The words of the LKE sheet's rows: labels, explanations and answer options."""

from zidesk.domain.instrument import AnswerType, Question
from zidesk.services.documents.content.certainty import MARK, mark_of
from zidesk.services.documents.lke.formulas import NIL, NIL_NOT_COUNTED
from zidesk.services.documents.lke.rows import RowKind, SheetRow

FOOTNOTE = f"{MARK.strip()} Ada hal yang belum sepenuhnya pasti menurut sumber; lihat lembar Keterangan."


def label(row: SheetRow) -> str:
    """What stands under "Penilaian", without its mark."""
    if row.kind is RowKind.TOTAL:
        return "NILAI TOTAL"
    if row.kind is RowKind.NIL:
        return f"Tidak ada kejadian ({NIL} = dihitung 1, {NIL_NOT_COUNTED} = tidak dinilai)"
    if row.item is not None:
        return row.item.label
    if row.question is not None:
        return row.question.text
    if row.node is None:
        return ""
    if row.kind is RowKind.COMPONENT:
        return row.node.name.upper()
    numbered = f"{row.node.number}. " if row.node.number else ""
    return f"{numbered}{row.node.name}"


def mark(row: SheetRow) -> str:
    """The footnote mark of a row about which the sheet's sources leave something open, or ""."""
    if row.node is not None:
        return MARK if row.node.confidence != "high" else ""
    if row.kind is RowKind.QUESTION and row.question is not None:
        return MARK if row.question.note else mark_of(row.question)
    return ""


def options_text(question: Question) -> str:
    """What may be answered, one option to a line."""
    if question.options:
        return "\n".join(f"{option.key}. {option.text}" for option in question.options)
    if question.answer_type is AnswerType.SURVEY:
        return question.type_label or "Indeks"
    return "Persentase, dihitung dari isian di bawah"
