"""What the commands print: results on stdout, sentences and progress on stderr."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from zidesk.domain.indonesian import format_size
from zidesk.domain.progress import Progress, Report, Stage, silent
from zidesk.messages import STAGE_WORDS

# a name from outside must not steer the terminal
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class OutputRefused(Exception):  # noqa: N818
    """Stdout leads to a place that takes no more, such as a file on a full drive."""


def say(text: str = "") -> None:
    """One line for the person at the terminal. Raises OutputRefused, BrokenPipeError."""
    _print(_CONTROL.sub(" ", text))


def complain(text: str) -> None:
    """A sentence on stderr."""
    print(f"zidesk: {_CONTROL.sub(' ', text)}", file=sys.stderr)


def print_json(value: dict[str, Any]) -> None:
    """The one object a script reads, whole in any encoding. Raises OutputRefused, BrokenPipeError."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    _print(text)


def _print(text: str) -> None:
    try:
        print(text, flush=True)  # a refusal shows here, while it can still be told
    except BrokenPipeError:
        raise
    except OSError as fault:
        _drop_stdout()
        raise OutputRefused from fault


def _drop_stdout() -> None:
    """What is still waiting must not be tried again, and complained of in English, when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


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
