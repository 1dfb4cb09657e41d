"""One timed merge: `python -m tests.benchmarks.merge_run SCANS OUT.pdf TOLD.json`."""

import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from zidesk.domain.evidence import FileKind, Inspection
from zidesk.services.documents.paper import Stationery
from zidesk.services.merged.job import MergedFile, MergedJob, MergedPart, MergedQuestion
from zidesk.services.merged.merging import write_merged
from zidesk.storage.paths import shipped_resources

_OPEN_FILES = 256
_FOUND = Inspection(FileKind.PDF, "application/pdf", ".pdf")


def _job(scans: Path) -> MergedJob:
    files = [
        MergedFile("A.I.1.i.a", number, path.stem, "", path, f"data/{path.name}", _FOUND, path.stat().st_size)
        for number, path in enumerate(sorted(scans.glob("*.pdf")), start=1)
    ]
    questions = tuple(
        MergedQuestion("A.I.1.i.a", f"Butir {start}", tuple(files[start : start + 10]))
        for start in range(0, len(files), 10)
    )
    part = MergedPart("A.I.1.i Penyusunan Tim Kerja", questions)
    moment = datetime(2026, 5, 11, tzinfo=UTC)
    return MergedJob("Seluruh bukti", "SMA Negeri 1", "99900126", 2026, "WBK", "LKE", moment, (part,))


def _main(scans: Path, out: Path, told: Path) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    job = _job(scans)
    started = time.perf_counter()
    write_merged(out, job, Stationery(shipped_resources().fonts))
    told.write_text(json.dumps({"seconds": time.perf_counter() - started}))


_main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
