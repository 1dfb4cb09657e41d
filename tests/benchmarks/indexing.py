"""The index PDF: linear in its rows, and fast (DESIGN §6)."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Figure, run


def figures(scratch: Path) -> Iterator[Figure]:
    """Seconds and memory at 5,000 and 20,000 rows, each in a process of its own."""
    scratch.mkdir(parents=True, exist_ok=True)
    results = {}
    for rows in (5_000, 20_000):
        out = scratch / f"{rows}.json"
        process = run([sys.executable, "-m", "tests.benchmarks.index_run", str(rows), str(out)])
        results[rows] = (json.loads(out.read_text())["seconds"], process.peak_mb)
    shutil.rmtree(scratch)
    (few, _), (many, peak) = results[5_000], results[20_000]
    yield Figure("index PDF, 5,000 rows", f"{few:.2f} s", "≤ 1.5 s", few <= 1.5)
    measured = f"{many / few:.2f} ({many:.2f} s, {peak:.0f} MB)"
    yield Figure("index PDF, 20,000 rows : 5,000 rows", measured, "≤ 4.4", many <= 4.4 * few)
