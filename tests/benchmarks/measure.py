"""Timing of whole commands, and the peak memory the system saw."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PYTHON = sys.executable
ZIDESK = [str(Path(sys.executable).with_name("zidesk"))]
BAGIT = [PYTHON, str(Path(sys.executable).with_name("bagit.py")), "--quiet"]


@dataclass(frozen=True)
class Run:
    """Seconds of wall time and peak resident memory in megabytes of one finished command."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Figure:
    """One line of the report: what was measured, the figure, its goal, and whether it is reached."""

    work: str
    measured: str
    goal: str
    reached: bool


_LAUNCHER = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - started
print(json.dumps([code, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024]))
"""


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; its output is thrown away. Raises when it fails.

    A small launcher stands between: Linux counts the size of the process that starts another into the
    other's peak, and this one is large.
    """
    launched = subprocess.run(
        [PYTHON, "-I", "-S", "-c", _LAUNCHER, *command], stdout=subprocess.PIPE, check=True, text=True
    )
    code, seconds, peak = json.loads(launched.stdout)
    if code not in (0, 3):
        raise RuntimeError(f"{command} ended with {code}")
    return Run(seconds, peak)


def pairs(ours: Callable[[], float], theirs: Callable[[], float], turns: int = 3) -> tuple[float, float, float]:
    """Both in turn, so that a drift of the machine hits both: median seconds of each, median of the ratios."""
    results = [(ours(), theirs()) for _ in range(turns)]
    return (
        statistics.median(mine for mine, _ in results),
        statistics.median(other for _, other in results),
        statistics.median(mine / other for mine, other in results),
    )


def ratio_figure(work: str, figures: tuple[float, float, float], goal: float) -> Figure:
    mine, other, ratio = figures
    measured = f"{ratio:.2f} ({mine:.2f} s : {other:.2f} s)"
    return Figure(work, measured, f"≤ {goal:.2f}", ratio <= goal)
