"""What the plan has for a period, and what follows from what is late or missing."""

from collections.abc import Iterator, Sequence

from zidesk.domain.gaps import area_progress, missing_documents
from zidesk.domain.indonesian import format_date_short, format_number
from zidesk.domain.plan import PlanRow, format_weeks, submission_date
from zidesk.services.documents.checklists.areas import area_title
from zidesk.services.documents.checklists.duties import action_words, as_of, due_words
from zidesk.services.documents.checklists.fitting import and_more, named, shortened
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.inline import dots, filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table

_LONGEST = 400  # characters of a cell
_DOCUMENTS = 3  # missing ones of an area, by name
_LATE = 15  # late rows to follow up; the rest are counted
_BLANK_ROWS = 4


def period_table(rows: Sequence[PlanRow]) -> Table:
    """What was planned for the period, and how far it is."""
    columns = (
        Column("No.", 10, "right"),
        Column("Kode", 20),
        Column("Rencana aksi"),
        Column("Penanggung jawab", 32),
        Column("Waktu", 25),
        Column("Capaian", 16, "right"),
        Column("Status", 18),
    )
    return Table(columns, tuple(_planned(number, item) for number, item in enumerate(rows, 1)), size=8.5)


def _planned(number: int, item: PlanRow) -> Row:
    achieved = "–" if item.achieved is None else f"{format_number(item.achieved)} %"
    return Row(
        (
            Cell(str(number)),
            Cell(item.scope),
            Cell(shortened(action_words(item), _LONGEST)),
            Cell(filled(shortened(item.in_charge, _LONGEST), 26)),
            Cell(format_weeks(item.weeks)),
            Cell(achieved),
            Cell(item.state.value.capitalize()),
        )
    )


def late_table(facts: PaperFacts, rows: Sequence[PlanRow]) -> Table:
    """Rows whose last week is over; how many days ago."""
    columns = (
        Column("No.", 10, "right"),
        Column("Kode", 20),
        Column("Rencana aksi"),
        Column("Penanggung jawab", 34),
        Column("Batas waktu", 24),
        Column("Terlambat", 20, "right"),
    )
    return Table(columns, tuple(_late(facts, number, item) for number, item in enumerate(rows, 1)), size=8.5)


def _late(facts: PaperFacts, number: int, item: PlanRow) -> Row:
    due = item.due(facts.profile.year)
    days = f"{(as_of(facts) - due).days} hari" if due is not None else "–"
    return Row(
        (
            Cell(str(number)),
            Cell(item.scope),
            Cell(shortened(action_words(item), _LONGEST)),
            Cell(filled(shortened(item.in_charge, _LONGEST), 28)),
            Cell(due_words(item, facts)),
            Cell(days),
        )
    )


def follow_up_table(facts: PaperFacts, late: Sequence[PlanRow]) -> Table:
    """Problems from late rows and missing documents; what is to be done about them is left to the school."""
    columns = (
        Column("No.", 10, "right"),
        Column("Masalah", share=1.9),
        Column("Tindakan"),
        Column("Penanggung jawab", 34),
        Column("Batas waktu", 26),
    )
    problems = [*_late_problems(facts, late), *_missing_problems(facts)]
    rows = [_problem(number, *problem) for number, problem in enumerate(problems, 1)]
    rows += [_problem(len(rows) + at, dots(40), "", "") for at in range(1, _BLANK_ROWS + 1) if not problems]
    return Table(columns, tuple(rows))


def _problem(number: int, what: str, who: str, until: str) -> Row:
    cells = (Cell(str(number)), Cell(what), Cell(dots(30)), Cell(filled(who, 26)), Cell(filled(until, 18)))
    return Row(cells, height=9)


def _late_problems(facts: PaperFacts, late: Sequence[PlanRow]) -> Iterator[tuple[str, str, str]]:
    for item in late[:_LATE]:
        action = shortened(action_words(item), _LONGEST)
        due = due_words(item, facts)
        yield f"Terlambat sejak {due}: {item.scope} {action}", shortened(item.in_charge, _LONGEST), ""
    if len(late) > _LATE:
        yield f"Rencana aksi yang terlambat: {and_more(len(late) - _LATE)}", "", ""


def _missing_problems(facts: PaperFacts) -> Iterator[tuple[str, str, str]]:
    """One for each area; due on the day of handing in, unless that is over."""
    year = facts.profile.year
    last = submission_date(year) if year else None
    until = format_date_short(last) if last is not None and last >= as_of(facts) else ""
    for area in area_progress(facts.assessment):
        names = [
            item.name for place in area.places for item in missing_documents(facts.assessment, place.question.code)
        ]
        if names:
            who = f"Pokja {area.node.number}" if area.combined and area.node.number else ""
            text = f"{len(names)} dokumen wajib {area_title(area)} belum ada: {named(names, _DOCUMENTS)}"
            yield text, who, until
