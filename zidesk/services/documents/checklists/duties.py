"""Who sees to a question and until when, as the plan has it."""

from dataclasses import dataclass
from datetime import date

from zidesk.domain.indonesian import format_date_short
from zidesk.domain.instrument import Place
from zidesk.domain.plan import ActionPlan, PlanRow, submission_date
from zidesk.services.documents.letters.kind import PaperFacts


@dataclass(frozen=True, slots=True)
class Duty:
    """`who`: "" where the plan names nobody. `until`: None where the plan has no weeks for it."""

    who: str
    until: date | None


class Duties:
    """Looks up the rows of a plan by the narrowest part of the sheet that has any."""

    def __init__(self, plan: ActionPlan) -> None:
        self._year = plan.year
        self._rows: dict[str, list[PlanRow]] = {}
        for row in plan.rows:
            self._rows.setdefault(row.scope, []).append(row)

    def of(self, place: Place, area: str = "") -> Duty:
        """`area`: the code of the area that stands for it in all groups, whose rows count for it too."""
        scopes = (place.question.code, place.sub_area.code, place.area.code, area, place.group.code)
        names: tuple[str, ...] = ()
        until: date | None = None
        for rows in (self._rows.get(scope, []) for scope in scopes):
            names = names or tuple(dict.fromkeys(row.in_charge for row in rows if row.in_charge))
            days = [day for row in rows if self._year and (day := row.due(self._year)) is not None]
            until = until or max(days, default=None)
        return Duty(", ".join(names), until)


def until_words(duty: Duty, year: int) -> str:
    """The day, else the usual last day for handing in, 31 May."""
    if duty.until is not None:
        return format_date_short(duty.until)
    return format_date_short(submission_date(year)) if year else "31 Mei"


def as_of(facts: PaperFacts) -> date:
    """The day a paper speaks of: the entry "tanggal", else the last change of the data."""
    return facts.day("tanggal") or facts.assessment.changed_at.date()


def action_words(item: PlanRow) -> str:
    """What a row is about, in the words that are most telling."""
    return item.action or item.objective or "; ".join(item.activities) or item.scope


def due_words(item: PlanRow, facts: PaperFacts) -> str:
    """The last day of its last week, "–" without weeks."""
    due = item.due(facts.profile.year) if facts.profile.year else None
    return "–" if due is None else format_date_short(due)
