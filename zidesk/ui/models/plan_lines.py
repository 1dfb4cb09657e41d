"""The lines of the table: the rows of the plan under a heading for each area, those that are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from zidesk.domain.errors import UnknownScope
from zidesk.domain.instrument import Instrument, Node
from zidesk.domain.plan import ActionPlan, PlanRow, PlanState, scope_name
from zidesk.domain.plan.action_plan import owner_of


class Show(Enum):
    """Which rows are asked for."""

    ALL = "Semua baris"
    LATE = "Terlambat"
    OPEN = "Belum selesai"


@dataclass(frozen=True, slots=True)
class Heading:
    """An area, with the figures of all its rows, shown or not."""

    code: str
    title: str
    rows: int
    done: int
    late: int

    @property
    def share_done(self) -> Fraction:
        return Fraction(self.done, self.rows) if self.rows else Fraction(0)


Line = Heading | PlanRow


@dataclass(frozen=True, slots=True)
class Asked:
    """`area`: the code of the only heading wanted, "" for all."""

    show: Show = Show.ALL
    area: str = ""


@dataclass
class Places:
    """Where each code of a sheet belongs; looked up once, for a plan asks after the same ones again and again."""

    instrument: Instrument
    _owners: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._order = {node.code: place for place, node in enumerate(self.instrument.nodes())}
        self._nodes: dict[str, Node] = {}
        for node in self.instrument.nodes():
            self._nodes.setdefault(node.code, node)

    def area_of(self, scope: str) -> str:
        """The code of the heading a scope stands under; a code the sheet does not know stands by itself."""
        if scope not in self._owners:
            try:
                self._owners[scope] = owner_of(self.instrument, scope)
            except UnknownScope:
                self._owners[scope] = scope
        return self._owners[scope]

    def name_of(self, scope: str) -> str:
        """The name of the part of the sheet a code stands for; a question's short title."""
        if scope not in self._names:
            titles = (question.short_title for question in self.instrument.questions if question.code == scope)
            try:
                self._names[scope] = next(titles, "") or scope_name(self.instrument, scope)
            except UnknownScope:
                self._names[scope] = ""
        return self._names[scope]

    def title_of(self, area: str) -> str:
        """The heading's words: "1 Manajemen Perubahan", "B.I Birokrasi yang Bersih"."""
        node = self._nodes.get(area)
        return f"{node.number or node.code} {node.name}" if node else area

    def rank(self, area: str) -> int:
        return self._order.get(area, len(self._order))


def lines_of(plan: ActionPlan, places: Places, asked: Asked, today: date) -> tuple[Line, ...]:
    """Headings in the order of the sheet, each with its rows in the order of the plan."""
    areas: dict[str, list[PlanRow]] = {}
    for row in plan.rows:
        areas.setdefault(places.area_of(row.scope), []).append(row)
    lines: list[Line] = []
    for area in sorted(areas, key=places.rank):
        shown = [row for row in areas[area] if wanted(row, plan.year, asked.show, today)]
        if shown and asked.area in ("", area):
            lines += [heading_of(area, areas[area], plan.year, places, today), *shown]
    return tuple(lines)


def heading_of(area: str, rows: Iterable[PlanRow], year: int, places: Places, today: date) -> Heading:
    kept = tuple(rows)
    done = sum(row.is_done for row in kept)
    return Heading(area, places.title_of(area), len(kept), done, sum(row.is_late(today, year) for row in kept))


def wanted(row: PlanRow, year: int, show: Show, today: date) -> bool:
    """Whether a row is among those asked for; what was put off on purpose is not open."""
    match show:
        case Show.LATE:
            return row.is_late(today, year)
        case Show.OPEN:
            return row.state in (PlanState.WAITING, PlanState.RUNNING)
    return True


def areas_of(plan: ActionPlan, places: Places) -> tuple[tuple[str, str], ...]:
    """Code and title of each area that has rows, in the order of the sheet."""
    codes = {places.area_of(row.scope) for row in plan.rows}
    return tuple((code, places.title_of(code)) for code in sorted(codes, key=places.rank))
