"""A school with a plan and documents that are there, for the tests of checklists, labels and reports."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.plan import ActionPlan, PlanRow, PlanState, Week
from zidesk.domain.snapshot import ScoreSnapshot, snapshot_of
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import KINDS, make_paper, paper_facts
from zidesk.services.documents.paper import Stationery

DONE = PlanRow(
    "A.I.1.i.a",
    action="Menyusun SK Tim Kerja",
    in_charge="Laras Pranata",
    weeks=frozenset({Week(1, 2), Week(2, 3)}),
    state=PlanState.DONE,
    achieved=Fraction(100),
)
LATE = PlanRow("A.I.1.ii", action="Menyusun rencana kerja", in_charge="Pokja 1", weeks=frozenset({Week(3, 1)}))
LATER = PlanRow("A.I.2", objective="Semua SOP diperbarui", weeks=frozenset({Week(6, 4)}), state=PlanState.RUNNING)


def fulfilled(assessment: Assessment, code: str = "A.I.1.i.a") -> Assessment:
    """The first use of a question stands for the first document it expects."""
    first, *others = assessment.evidence[code]
    name = assessment.instrument.question(code).documents[0].name
    uses = (replace(first, fulfils=frozenset({name})), *others)
    return replace(assessment, evidence={**assessment.evidence, code: uses})


def with_plan(
    assessment: Assessment, layout: Layout, fields: Mapping[str, str] | None = None, *rows: PlanRow
) -> PaperFacts:
    """With the rows above unless others are given."""
    facts = paper_facts(assessment, layout, fields=fields)
    return replace(facts, plan_rows=rows or (DONE, LATE, LATER))


def snapshot(assessment: Assessment, day: date, less: int = 5) -> ScoreSnapshot:
    """As the scores are, with area 1 and the total `less` points lower."""
    summary = ActionPlan(assessment.profile.year).summary(day)
    taken = snapshot_of(assessment, summary, "Awal", datetime(day.year, day.month, day.day, 8))  # noqa: DTZ001
    nodes = {**taken.nodes, "A.I.1": taken.nodes["A.I.1"] - less}
    return replace(taken, total=taken.total - less, nodes=nodes)


def made(key: str, facts: PaperFacts, stationery: Stationery, folder: Path, suffix: str = ".pdf") -> Path:
    """The paper, made in `folder`."""
    out = folder / f"{key}-{stationery.paper}{suffix}"
    make_paper(KINDS[key], out, facts, stationery)
    return out
