"""Timing of whole commands, and the peak memory the system saw."""

import os
import statistics
import subprocess
import sys
import time
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


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; its output is thrown away. Raises when it fails."""
    started = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        process = subprocess.Popen(list(command), stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


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
