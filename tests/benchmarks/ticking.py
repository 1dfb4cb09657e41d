"""A tick: from the click on an option until the window is painted with the new score."""

import json
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.many_files import FILES, workspace_with
from tests.benchmarks.measure import PYTHON, ZIDESK, Figure, run

_GOAL = 16  # milliseconds


def figures(scratch: Path) -> Iterator[Figure]:
    """With the example school, and with 10,000 evidence files."""
    small = scratch / "contoh"
    if not small.exists():
        run([*ZIDESK, "demo", str(small), "--files", "60"])
    for name, root in (
        ("example school", small / "kerja"),
        (f"{FILES:,} files", workspace_with(scratch, in_inbox=False)),
    ):
        times = window_times("tick", str(root))
        median, worst = statistics.median(times), max(times)
        yield Figure(
            f"tick to repainted score, {name}",
            f"{median:.1f} ms, worst {worst:.1f} ms",
            "≤ 16 ms",
            median <= _GOAL,
        )


def window_times(*what: str) -> list[float]:
    """Milliseconds of each turn of a measurement of `window_run`."""
    command = [PYTHON, "-m", "tests.benchmarks.window_run", *what]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    times: list[float] = json.loads(told)
    return times
