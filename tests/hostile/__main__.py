"""Every bomb with what it cost; with `--rounds N`, N spoiled copies of sound files besides."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.hostile.cell import Cell
from tests.hostile.limits import BOMBS, MEGABYTES, SECONDS
from tests.hostile.spoiling import spoiled_files


def _bombs(cell: Cell, folder: Path, only: list[str]) -> int:
    failures = 0
    for name, (write, doings) in BOMBS.items():
        if only and name not in only:
            continue
        path = write(folder, name)
        print(f"{name} ({path.stat().st_size / 1000:,.0f} kB)", flush=True)
        for doing in doings:
            outcome = cell.do(doing, path)
            over = outcome.broke or outcome.seconds > SECONDS or outcome.megabytes > MEGABYTES
            failures += over
            used = f"{outcome.seconds:6.2f} s {max(0.0, outcome.megabytes):7.1f} MB"
            print(f"    {'!' if over else ' '} {doing:8} {used}  {outcome.words}", flush=True)
        path.unlink()
    return failures


def _rounds(cell: Cell, folder: Path, rounds: int) -> int:
    failures = 0
    for path, doings in spoiled_files(folder, rounds):
        for doing in doings:
            outcome = cell.do(doing, path)
            if outcome.broke:
                failures += 1
                kept = path.rename(Path(tempfile.gettempdir()) / f"hostile-{failures}{path.suffix}")
                print(f"! {doing} {kept}\n{outcome.words}", flush=True)
                break
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--rounds", type=int, default=0, help="spoiled copies of sound files to try")
    parser.add_argument("bombs", nargs="*", help="only these")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Cell() as cell:
        failures = 0
        if chosen.bombs or not chosen.rounds:
            failures += _bombs(cell, Path(folder), chosen.bombs)
        failures += _rounds(cell, Path(folder), chosen.rounds)
    print(f"{failures} beyond the limits ({SECONDS} s, {MEGABYTES} MB)")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
