"""One timed drawing of the index: `python -m tests.benchmarks.index_run ROWS OUT.json`."""

import json
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from zidesk.domain.archive_layout import plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, Inspection, StoredFile
from zidesk.domain.profile import Profile, School
from zidesk.services.documents.index.document import write_index
from zidesk.services.documents.paper import Stationery
from zidesk.storage.instrument_loader import load_instrument
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import shipped_resources


def _assessment(rows: int) -> Assessment:
    instrument = load_instrument(shipped_resources().instruments / "permenpan-90-2021.json")
    codes = [question.code for question in instrument.questions]
    evidence: dict[str, list[EvidenceUse]] = {}
    found = Inspection(FileKind.PDF, "application/pdf", ".pdf", pages=3)
    for number in range(rows):
        code = codes[number % len(codes)]
        uses = evidence.setdefault(code, [])
        uses.append(
            EvidenceUse(
                id=number,
                question_code=code,
                file=StoredFile(f"{number:064x}", 100_000 + number, found),
                position=len(uses) + 1,
                title=f"Notula rapat pembentukan tim kerja nomor {number}",
                original_name=f"notula {number}.pdf",
                added_at=datetime(2026, 5, 11, tzinfo=UTC),
                number=f"421/{number}/2026",
                dated=date(2026, 3, 5),
            )
        )
    profile = Profile(School("SMA Negeri 1 Lembah Cendana", "99900126"), year=2026)
    uses_by_code = {code: tuple(uses) for code, uses in evidence.items()}
    return Assessment(profile, instrument, {}, uses_by_code, datetime(2026, 5, 11, tzinfo=UTC))


def _main(rows: int, out: Path) -> None:
    resources = shipped_resources()
    assessment = _assessment(rows)
    plan = plan_layout(assessment, load_layout("lke", resources.layouts))
    started = time.perf_counter()
    write_index(out.with_suffix(".pdf"), assessment, plan, Stationery(resources.fonts))
    out.write_text(json.dumps({"seconds": time.perf_counter() - started}))


_main(int(sys.argv[1]), Path(sys.argv[2]))
