"""One timed paper: `python -m tests.benchmarks.paper_run plan|pact PEOPLE OUT.json`."""

import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.profile import Person, Profile, School
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters import integrity_pact
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.making import make_paper, paper_facts
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.work_plan.kind import KIND
from zidesk.services.plan.starting import rows_of_sheet
from zidesk.storage.instrument_loader import load_instrument
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import shipped_resources


def _facts() -> PaperFacts:
    resources = shipped_resources()
    instrument = load_instrument(resources.instruments / "permenpan-90-2021.json")
    principal = Person("Dra. Sri Wahyuni, M.Pd.", "196511121990022002", "Pembina Tingkat I, IV/b")
    profile = Profile(School("SMA Negeri 1 Lembah Cendana", "99900126"), principal, year=2026)
    assessment = Assessment(profile, instrument, {}, {}, datetime(2026, 5, 11, tzinfo=UTC))
    return paper_facts(assessment, load_layout("lke", resources.layouts))


def _paper(name: str, people: int) -> tuple[Kind, PaperFacts]:
    facts = _facts()
    if name == "pact":
        staff = (StaffMember(f"Guru Nomor {number}", position="Guru", id=number) for number in range(people))
        return integrity_pact.KIND, replace(facts, staff=tuple(staff))
    rows = rows_of_sheet(facts.assessment.instrument)
    fields = {"bentuk": "jadwal", "bentuk_kedua": "program", "data_dukung": "lengkap"}
    return KIND, replace(facts, plan_rows=rows, fields=fields)


def _main(name: str, people: int, out: Path) -> None:
    kind, facts = _paper(name, people)
    started = time.perf_counter()
    make_paper(kind, out.with_suffix(".pdf"), facts, Stationery(shipped_resources().fonts))
    out.write_text(json.dumps({"seconds": time.perf_counter() - started}))


_main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
