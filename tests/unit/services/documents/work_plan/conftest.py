"""Facts with a plan: the demo school's table, or one of the tables schools wrote."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.archive_layout import Layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.domain.plan import PlanRow
from zidesk.domain.profile import Person
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.making import paper_facts
from zidesk.services.exchange.plan_table import read_plan_table
from zidesk.services.plan.tables import check_plan_rows

Facts = Callable[..., PaperFacts]


def read_rows(table: Path, instrument: Instrument) -> tuple[PlanRow, ...]:
    return check_plan_rows(table, read_plan_table(table), instrument)


@pytest.fixture(scope="session")
def demo_rows(resources_root: Path, instrument: Instrument) -> tuple[PlanRow, ...]:
    return read_rows(resources_root / "demo" / "rencana-aksi.csv", instrument)


@pytest.fixture
def facts_of(assessment: Assessment, layout: Layout) -> Facts:
    """Facts of the full school for rows and entries; another sheet if one is given, then without answers."""

    def make(
        rows: tuple[PlanRow, ...] = (), sheet: Instrument | None = None, **entries: str
    ) -> PaperFacts:  # fmt: skip
        leader = Person("Sekar Ayuningrat", "197907222005012011", "Pembina")
        known = replace(assessment, profile=replace(assessment.profile, team_leader=leader))
        if sheet is not None:
            known = replace(known, instrument=sheet, answers={}, evidence={})
        fields: Mapping[str, str] = {"tanggal": "2026-01-19", **entries}
        return replace(paper_facts(known, layout, fields=fields), plan_rows=rows)

    return make
