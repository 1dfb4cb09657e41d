"""An update after one file in a hundred changed, against the first build (DESIGN §6)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import ZIDESK, Figure, run


def figures(workspace: Path, scratch: Path) -> Iterator[Figure]:
    """Works on a copy of the workspace, so that the other figures see the same data each time."""
    scratch.mkdir(parents=True, exist_ok=True)
    own, target = scratch / "kerja", scratch / "paket"
    shutil.copytree(workspace, own)
    target.mkdir()
    first = run([*ZIDESK, "bundle", str(own), str(target), "--no-readback"]).seconds
    changed = sorted((own / "bukti").rglob("?" * 64))[::100]
    fresh = scratch / "baru"
    fresh.mkdir()
    for number, original in enumerate(changed):
        content = original.read_bytes()
        (fresh / f"bukti baru {number}.jpg").write_bytes(content + bytes([number % 256]) * 64)
    run([*ZIDESK, "attach", str(own), "1.i.a", *map(str, sorted(fresh.iterdir()))])
    again = run([*ZIDESK, "bundle", str(own), str(target), "--update", "--no-readback"]).seconds
    shutil.rmtree(scratch)
    measured = f"{again / first:.0%} ({again:.2f} s : {first:.2f} s)"
    yield Figure(f"update, {len(changed)} files new : first build", measured, "≤ 10 %", again <= first / 10)
