"""Attaching 10,000 files: memory must not grow with their number."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import ZIDESK, Figure, Run, run
from zidesk.storage.paths import shipped_resources


def figures(scratch: Path) -> Iterator[Figure]:
    """Peak memory with 10,000 files against 1,000."""
    sources = scratch / "sumber"
    sources.mkdir(parents=True)
    for number in range(10_000):
        (sources / f"catatan {number:05}.txt").write_bytes(f"Catatan {number}\n".encode() + os.urandom(2_000))
    few = _attach(scratch / "sedikit", sorted(sources.iterdir())[:1_000])
    many = _attach(scratch / "banyak", sorted(sources.iterdir()))
    shutil.rmtree(scratch)
    growth = many.peak_mb - few.peak_mb
    measured = f"{growth:+.0f} MB ({few.peak_mb:.0f} → {many.peak_mb:.0f} MB, {many.seconds:.0f} s)"
    yield Figure("attach 10,000 files: memory over 1,000", measured, "≤ 20 MB", growth <= 20)


def _attach(workspace: Path, files: list[Path]) -> Run:
    profile = shipped_resources().demo / "profil.toml"
    run([*ZIDESK, "new", str(workspace), "--profile", str(profile)])
    return run([*ZIDESK, "attach", str(workspace), "1.i.a", *map(str, files)])
