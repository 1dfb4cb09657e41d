"""The score of each area at the beginning of a period and now."""

from collections.abc import Iterator
from fractions import Fraction

from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import area_progress
from zidesk.domain.indonesian import format_date_short, format_number
from zidesk.domain.snapshot import ScoreSnapshot
from zidesk.services.documents.checklists.areas import area_title
from zidesk.services.documents.model.table import Column, Row, Table, row


def progress_table(assessment: Assessment, then: ScoreSnapshot | None) -> Table:
    """Without a snapshot only what is now."""
    before = () if then is None else (Column(f"Nilai {format_date_short(then.taken_at.date())}", 26, "right"),)
    change = () if then is None else (Column("Perubahan", 24, "right"),)
    columns = (
        Column("Area"),
        Column("Bobot", 17, "right"),
        *before,
        Column("Nilai sekarang", 26, "right"),
        *change,
        Column("%", 17, "right"),
    )
    return Table(columns, tuple(_rows(assessment, then)))


def _rows(assessment: Assessment, then: ScoreSnapshot | None) -> Iterator[Row]:
    for area in area_progress(assessment):
        codes = dict.fromkeys(place.area.code for place in area.places)
        before = None if then is None else sum((then.nodes.get(code, Fraction(0)) for code in codes), Fraction(0))
        yield _row(area_title(area), area.score.weight, before, area.score.score)
    total = assessment.scores.total
    yield _row("Nilai total", total.weight, None if then is None else then.total, total.score, bold=True)


def _row(name: str, weight: Fraction, before: Fraction | None, now: Fraction, *, bold: bool = False) -> Row:
    percent = now / weight * 100 if weight else Fraction(0)
    old = () if before is None else (format_number(before),)
    change = () if before is None else (change_words(now - before),)
    return row(name, format_number(weight), *old, format_number(now), *change, format_number(percent), bold=bold)


def change_words(change: Fraction) -> str:
    """ "+1,25", "−0,50", "0,00"."""
    text = format_number(change)
    if text.startswith("-"):
        return f"\u2212{text[1:]}"
    return text if text == format_number(0) else f"+{text}"
