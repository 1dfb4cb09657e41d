"""`python -m tests.real_faults [part …] [--rounds N]`: makes the faults and prints what came of each."""

import argparse
import importlib
import random
import shutil
import sys

import pytest

from tests.real_faults.program import close_nests
from tests.real_faults.school import make_scratch

# rounds of each fault of a part, unless told otherwise
PARTS = {
    "kills": 30,
    "space": 20,
    "drives": 10,
    "stick": 3,
    "store": 6,
    "together": 10,
    "database": 40,
    "flips": 700,
}


def _run(parts: list[str], rounds: int | None, seed: int) -> int:
    broken: list[str] = []
    total = 0
    for part in parts or PARTS:
        folder = make_scratch(part)
        module = importlib.import_module(f"tests.real_faults.{part}")
        try:
            for tally in module.tallies(folder, rounds or PARTS[part], random.Random(f"{part} {seed}")):
                print(tally.line(), flush=True)
                for line in tally.broken[:20]:
                    print(f"    {line}", flush=True)
                broken += tally.broken
                total += tally.rounds
        except pytest.skip.Exception as reason:
            print(f"{part}: the rest is skipped, {reason}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{total} faults made, {len(broken)} promises broken")
    return 1 if broken else 0


def _main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.real_faults")
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []])
    asked.add_argument("--rounds", type=int)
    asked.add_argument("--seed", type=int, default=2026)
    given = asked.parse_args()
    try:
        return _run(given.parts, given.rounds, given.seed)
    finally:
        close_nests()


sys.exit(_main())
