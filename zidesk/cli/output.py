"""What the commands print: results on stdout, sentences and progress on stderr."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from zidesk.domain.indonesian import format_size
from zidesk.domain.progress import Progress, Report, Stage, silent
from zidesk.messages import STAGE_WORDS


def say(text: str = "") -> None:
    """One line for the person at the terminal."""
    print(text)


def complain(text: str) -> None:
    """A sentence on stderr."""
    print(f"zidesk: {text}", file=sys.stderr)


def print_json(value: dict[str, Any]) -> None:
    """The one object a script reads."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def progress_shown() -> Iterator[Report]:
    """A `Report` that draws bars on stderr when it is a terminal, one for each stage."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(),
        bars.TextColumn("{task.fields[counts]}"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True)) as display:
        tasks: dict[Stage, bars.TaskID] = {}

        def report(moment: Progress) -> None:
            if moment.stage not in tasks:
                tasks[moment.stage] = display.add_task(STAGE_WORDS[moment.stage], counts="")
            by_bytes = moment.bytes_total > 0
            display.update(
                tasks[moment.stage],
                completed=moment.bytes_done if by_bytes else moment.done,
                total=moment.bytes_total if by_bytes else moment.total,
                counts=_counts(moment),
            )

        yield report


def _counts(moment: Progress) -> str:
    files = f"{moment.done} dari {moment.total}"
    return f"{files}, {format_size(moment.bytes_done)}" if moment.bytes_total else files
