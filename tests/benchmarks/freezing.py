"""How long the window stands still while 1,000 files are attached (issue 3: no pause over 100 ms)."""

import io
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.benchmarks.many_files import workspace_with
from tests.benchmarks.measure import PYTHON, Figure

FILES, _PHOTOS = 1_000, 400
_LONGEST = 100  # milliseconds


def figures(scratch: Path) -> Iterator[Figure]:
    """To a question of a workspace that has 10,000 already; photos and notes, as they come from a folder."""
    root = workspace_with(scratch, in_inbox=False)
    sources, copy = scratch / "seribu", scratch / "beku"
    for folder in (sources, copy):
        shutil.rmtree(folder, ignore_errors=True)
    make_files(sources)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("zidesk.lock*"))
    environment = os.environ | {"XDG_CONFIG_HOME": str((scratch / "setelan").absolute())}
    command = [PYTHON, "-m", "tests.benchmarks.window_run", "freeze", str(copy), str(sources)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment).stdout
    gaps = [gap for gap, _ in json.loads(told)]
    shutil.rmtree(sources)
    shutil.rmtree(copy)
    measured = f"{gaps[0]:.0f} ms ({sum(gap > _LONGEST for gap in gaps)} over {_LONGEST} ms)"
    yield Figure(
        f"attach {FILES:,} files: longest pause of the window", measured, f"≤ {_LONGEST} ms", gaps[0] <= _LONGEST
    )


def make_files(folder: Path) -> None:
    """Photos of a telephone's size in pixels, each like no other, and notes."""
    folder.mkdir(parents=True)
    made = io.BytesIO()
    Image.linear_gradient("L").resize((2000, 1500)).convert("RGB").save(made, "JPEG", quality=80)
    for number in range(FILES):
        if number < _PHOTOS:
            (folder / f"foto {number:04}.jpg").write_bytes(made.getvalue() + f"{number}".encode())
        else:
            (folder / f"catatan {number:04}.txt").write_bytes(f"Catatan {number}\n".encode() * 200)
