"""The formulas of the sheet "Kriteria".

Figures are compared after rounding to nine decimals: a spreadsheet adds binary fractions, and 39.999999999999993
is the 40 that the exact sum of the answers gives.
"""

from zidesk.domain.criteria import Criterion
from zidesk.domain.instrument import Instrument
from zidesk.domain.scoring import TOTAL
from zidesk.services.documents.lke.columns import SHEET as LKE
from zidesk.services.documents.lke.columns import Col, Side, cell
from zidesk.services.documents.lke.rows import SheetRows

MET, MISSED, NOT_HELD, UNCONFIRMED = "terpenuhi", "kurang", "belum", "belum terkonfirmasi"


def value_formula(
    criterion_id: str, instrument: Instrument, rows: SheetRows, side: Side, school_value: str
) -> str:
    """The figure a criterion is about. `school_value`: the school's own cell of the same criterion, for
    what no score tells."""
    total = f"{LKE}!{cell(side.score, rows.line_of[TOTAL])}"
    if criterion_id == "prasyarat":
        return f'=IF({total}="","",{school_value})'
    lines = _lines(criterion_id, instrument, rows)
    scores = ",".join(f"{LKE}!{cell(side.score, line)}" for line in lines)
    value = f"SUM({scores})"
    if criterion_id.startswith("area."):
        weights = ",".join(f"{LKE}!{cell(Col.WEIGHT, line)}" for line in lines)
        value = f"IF(SUM({weights})=0,0,{value}/SUM({weights}))"
    return f'=IF(COUNT({scores})=0,"",{value})' if side.optional else f"={value}"


def state_formula(criterion: Criterion, value: str, minimum: str) -> str:
    """Whether it is met; nothing is said while there is no figure, nor decided without a confirmed limit."""
    if criterion.minimum is None:
        state = f'"{UNCONFIRMED}"'
    elif criterion.id == "prasyarat":
        state = f'IF({value}={minimum},"{MET}","{NOT_HELD}")'
    else:
        state = f'IF(ROUND({value}-{minimum},9)>=0,"{MET}","{MISSED}")'
    return f'=IF({value}="","",{state})'


def missing_formula(criterion: Criterion, value: str, minimum: str) -> str:
    """By how much it is missed."""
    if criterion.minimum is None or criterion.id == "prasyarat":
        return '=""'
    return f'=IF({value}="","",MAX(0,ROUND({minimum}-{value},9)))'


def count_formula(states: str, total: int, side: Side) -> str:
    """ "11 dari 12 kriteria terpenuhi", empty for assessors who have scored nothing yet."""
    met = f'COUNTIF({states},"{MET}")&" dari {total} kriteria terpenuhi"'
    if not side.optional:
        return f"={met}"
    known = "+".join(f'COUNTIF({states},"{state}")' for state in (MET, MISSED, UNCONFIRMED))
    return f'=IF({known}=0,"",{met})'


def _lines(criterion_id: str, instrument: Instrument, rows: SheetRows) -> list[int]:
    enabler = instrument.components[0]
    if criterion_id == "total":
        return [rows.line_of[TOTAL]]
    if criterion_id == "pengungkit":
        return [rows.line_of[enabler.code]]
    if criterion_id.startswith("area."):
        number = criterion_id.removeprefix("area.")
        areas = [area for group in enabler.children for area in group.children if area.number == number]
        return [rows.line_of[area.code] for area in areas]
    return [rows.line_of[criterion_id]]
