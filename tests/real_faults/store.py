"""Originals damaged or missing in the store, and a clock that is wrong."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.nest import Ended
from tests.real_faults.program import zidesk
from tests.real_faults.school import make_papers, make_school
from tests.real_faults.tally import Tally

_FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")
_ZIDESK = [sys.executable, "-c", "from zidesk.cli import main; main()"]


def originals(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Some originals are gone, cut, altered or emptied: named by the doctor, the backup and the bundle."""
    tally, model = Tally("originals damaged or missing in the store"), make_school(folder / "contoh")
    for number in range(rounds):
        root, stick = Path(shutil.copytree(model, folder / f"kerja {number}")), folder / f"stik {number}"
        stick.mkdir()
        files = sorted(path for path in (root / "bukti").glob("??/*"))
        hurt = chance.sample(files, chance.randint(1, 4))
        for path in hurt:
            _hurt(path, chance)
        names = {path.name for path in hurt}
        doctor = zidesk("doctor", root, "--json")
        broken = doctor.complaint() + [
            f"the doctor is silent of {name}" for name in names if name not in doctor.out
        ]
        if doctor.code != 3:
            broken.append(f"the doctor ends with {doctor.code}")
        for options in ((), ("--zip",)):
            end = zidesk("bundle", root, stick, *options)
            used = _used_in_bundle(root) & names
            if (end.code == 0) != (not used):
                broken.append(f"bundled with {end.code}, though {len(used)} are hurt: {end.err}")
            broken += end.complaint() + wrong_with_bundles(stick)
        shutil.rmtree(stick)
        part = zidesk("bundle", root, stick, "--allow-missing")
        if part.code or ("TIDAK LENGKAP" in part.err) != bool(used):
            broken.append(f"a bundle without them: {part.code} {part.err}")
        broken += wrong_with_bundles(stick, unfinished_may_stay=False)
        backup = zidesk("backup", root, stick / "c.zip")
        if backup.code or backup.err.count("tidak ikut dicadangkan") != len(names):
            broken.append(f"the backup does not name them: {backup.err}")
        restored = zidesk("restore", stick / "c.zip", stick / "kerja")
        if restored.code or held_in(stick / "kerja") != held_in(model):
            broken.append(f"the backup cannot be restored: {restored.err}")
        tally.note("named", broken)
        shutil.rmtree(root)
        shutil.rmtree(stick)
    return tally


def _hurt(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    match chance.randrange(4):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(data[: chance.randrange(len(data))])
        case 2:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        case _:
            path.write_bytes(b"")


def _used_in_bundle(root: Path) -> set[str]:
    return {sha256 for code, sha256, _ in held_in(root).uses if code}


def clocks(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """The clock stands years back or ahead in every other call: nothing is lost, nothing refused."""
    if not _FAKETIME.exists():
        pytest.skip("a wrong clock takes Debian's faketime")
    tally, root = Tally("clock set back and ahead"), make_school(folder / "jam")
    before = held_in(root)
    for number in range(rounds):
        when = chance.choice(
            ("1999-01-01 00:00:10", "2016-02-29 12:00:00", "2031-12-31 23:59:58", "2105-06-01 08:00:00")
        )
        (paper,) = make_papers(folder / "jam baru", 1, f"jam {number}")
        calls = (
            ("attach", root, "1.ii.a", paper),
            ("answer", root, "1.i.a", chance.choice(("Ya", "Tidak")), "--note", f"putaran {number}"),
            ("bundle", root, folder / "stik jam", *(["--update"] if number else [])),
            ("bundle", root, folder / f"zip jam {number}", "--zip"),
            ("backup", root, folder / f"jam {number}.zip"),
        )
        ends = [_at(when, *call) for call in calls]
        broken = [line for end in ends for line in end.complaint()]
        broken += [
            f"at {when}: {call[0]} ends with {end.code}: {end.err}"
            for call, end in zip(calls, ends, strict=True)
            if end.code
        ]
        held = held_in(root)
        broken += [line for line in before.lost_in(held) if "A.I.1.i.a" not in line]
        broken += wrong_with_bundles(folder / "stik jam", unfinished_may_stay=False)
        broken += wrong_with_bundles(folder / f"zip jam {number}", unfinished_may_stay=False)
        before = held
        tally.note(f"fine in {when[:4]}", broken + wrong_with_workspace(root, before))
    return tally


def _at(when: str, *arguments: object) -> Ended:
    """The program under another clock, which it cannot tell."""
    surroundings = {**os.environ, "LANG": "C.UTF-8", "LD_PRELOAD": str(_FAKETIME), "FAKETIME": f"@{when}"}
    done = subprocess.run(
        [*_ZIDESK, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=surroundings,
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    yield originals(folder, rounds, chance)
    yield clocks(folder, rounds, chance)
