"""Scrolling 10,000 thumbnails in the inbox, and a question with 500 files: the frames while pictures arrive."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.many_files import AT_ONE, FILES, workspace_with
from tests.benchmarks.measure import Figure
from tests.benchmarks.ticking import window_times

_GOAL = 33  # milliseconds: thirty frames a second


def figures(scratch: Path) -> Iterator[Figure]:
    """The longest frame of each."""
    for name, where in ((f"inbox of {FILES:,}", "inbox"), (f"question with {AT_ONE}", "question")):
        times = window_times("scroll", str(workspace_with(scratch, in_inbox=where == "inbox")), where)
        median, worst = statistics.median(times), max(times)
        yield Figure(
            f"scrolling, {name} files: frame",
            f"{median:.1f} ms, longest {worst:.1f} ms",
            "≤ 33 ms",
            worst <= _GOAL,
        )
