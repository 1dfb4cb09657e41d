"""Papers: the whole work plan, and a statement for each of 500 people, with flat memory."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure, run

_PLAN_SECONDS, _PACT_SECONDS = 3.0, 10.0
_FEW, _MANY = 100, 500
_MORE_MB = 20.0  # of 500 pages over 100: they are kept until the file is written


def figures(scratch: Path) -> Iterator[Figure]:
    """Seconds and memory, each paper in a process of its own."""
    scratch.mkdir(parents=True, exist_ok=True)
    seconds, peak = _made(scratch, "plan", 0)
    yield _figure("work plan, a row for each of 113 questions", seconds, peak, _PLAN_SECONDS)
    _, few = _made(scratch, "pact", _FEW)
    seconds, many = _made(scratch, "pact", _MANY)
    yield _figure(f"{_MANY} pakta integritas", seconds, many, _PACT_SECONDS)
    more = many - few
    yield Figure(
        f"memory, {_MANY} pakta integritas over {_FEW}", f"{more:.0f} MB", f"≤ {_MORE_MB:.0f} MB", more <= _MORE_MB
    )
    shutil.rmtree(scratch)


def _made(scratch: Path, paper: str, people: int) -> tuple[float, float]:
    """Seconds of making it, and the peak memory of the process in megabytes."""
    out = scratch / f"{paper}-{people}.json"
    process = run([sys.executable, "-m", "tests.benchmarks.paper_run", paper, str(people), str(out)])
    return json.loads(out.read_text())["seconds"], process.peak_mb


def _figure(work: str, seconds: float, peak: float, most: float) -> Figure:
    return Figure(work, f"{seconds:.2f} s, {peak:.0f} MB", f"≤ {most:.0f} s", seconds <= most)
