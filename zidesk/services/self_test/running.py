"""Trying the parts one after the other; one that fails stops none of the others."""

import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from zidesk.services.self_test.parts import Part, PartResult
from zidesk.storage.paths import Resources


def self_test(resources: Resources) -> Iterator[PartResult]:
    """Every part that needs no screen, each as soon as it is known. Raises OSError: no temporary folder."""
    with tempfile.TemporaryDirectory(prefix="zidesk-", ignore_cleanup_errors=True) as scratch:
        started = time.monotonic()
        try:
            # loaded now and within the try: a library that the program lacks is what is looked for
            from zidesk.services.self_test.trial import Trial

            trial = Trial(resources, Path(scratch))
        except Exception:
            yield PartResult(Part.SHEETS, time.monotonic() - started, _last_words())
            return
        try:
            yield from try_parts(trial.parts)
        finally:
            trial.close()


def try_parts(parts: Mapping[Part, Callable[[], None]]) -> Iterator[PartResult]:
    """Call each; whatever it raises is its fault."""
    for part, attempt in parts.items():
        started = time.monotonic()
        try:
            attempt()
        except Exception:
            yield PartResult(part, time.monotonic() - started, _last_words())
        else:
            yield PartResult(part, time.monotonic() - started)


def _last_words() -> str:
    """The error and the lines it came by, in one line."""
    return " | ".join(line.strip() for line in traceback.format_exc(limit=-3).splitlines())
