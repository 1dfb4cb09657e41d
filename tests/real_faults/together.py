"""Two processes at once on one workspace or one bundle, and files another program will not let go of."""

import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.mounts import loop_drive
from tests.real_faults.program import start, zidesk
from tests.real_faults.school import CODES, make_papers, make_school
from tests.real_faults.tally import Tally
from zidesk.storage.workspace import open_workspace

Arguments = tuple[object, ...]
_TOLD = ("sedang dibuka", "sedang dipakai", "sedang ditulis", "sedang dibuat", "sudah ada dan tidak")


def two(folder: Path, rounds: int, chance: random.Random, what: str) -> Tally:
    """Both are done, or one is told why not; done again, everything is there."""
    tally, root, stick = Tally(f"at once: {what}"), make_school(folder / what), folder / f"stik {what}"
    for number in range(rounds):
        before = held_in(root)
        papers = [make_papers(folder / f"kertas {turn}", 20, f"{what} {number} {turn}", 30_000) for turn in (0, 1)]
        target = folder / f"{what} {number}.zip"
        update = ["--update"] if stick.exists() else []
        works: dict[str, Arguments] = {
            "attach": ("attach", root, CODES[number % len(CODES)], *papers[0]),
            "attach too": ("attach", root, CODES[(number + 1) % len(CODES)], *papers[1]),
            "answer": ("answer", root, "1.i.b", chance.choice("ABC")),
            "bundle": ("bundle", root, stick, *update),
            "update": ("bundle", root, stick, *update),
            "backup": ("backup", root, target),
            "clean": ("doctor", root, "--clean"),
        }
        pair = [works[name] for name in what.split(" + ")]
        first = start(*pair[0])
        time.sleep(chance.uniform(0, 0.25))
        second = start(*pair[1])
        ends = [first.ended(), second.ended()]
        broken = [line for end in ends for line in end.complaint()]
        for call, end in zip(pair, ends, strict=True):
            if end.code and not any(sign in end.err for sign in _TOLD):
                broken.append(f"{call[0]} ends with {end.code}: {end.err}")
            if end.code and (again := zidesk(*call)).code and "sudah ada" not in again.err:
                broken.append(f"{call[0]} fails again: {again.err}")
        held = held_in(root)
        added = 20 * sum(name.startswith("attach") for name in what.split(" + "))
        if len(held.uses) != len(before.uses) + added:
            broken.append(f"{len(held.uses) - len(before.uses)} of {added} were added")
        broken += [line for line in before.lost_in(held) if "A.I.1.i.b" not in line]
        broken += wrong_with_bundles(stick, unfinished_may_stay=False) + wrong_with_workspace(root, held)
        tally.note("both done" if not any(end.code for end in ends) else "one told", broken)
        for turn in (0, 1):
            shutil.rmtree(folder / f"kertas {turn}")
    return tally


def window_open(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """The command line may read what a window has open, and is told who has it when it wants to write."""
    tally, root = Tally("command line while a window has it open"), make_school(folder / "jendela")
    for number in range(rounds):
        with closing(open_workspace(root)) as _window:
            write = zidesk("answer", root, "1.i.a", chance.choice(("Ya", "Tidak")))
            read = zidesk("bundle", root, folder / f"stik jendela {number}")
            status = zidesk("status", root, "--json")
        broken = [line for end in (write, read, status) for line in end.complaint()]
        if write.code != 1 or "sedang dibuka" not in write.err:
            broken.append(f"writing ends with {write.code}: {write.err}")
        if read.code or status.code:
            broken.append(f"reading ends with {read.code}, {status.code}: {read.err} {status.err}")
        broken += wrong_with_bundles(folder / f"stik jendela {number}", unfinished_may_stay=False)
        tally.note("told", broken)
    return tally


def held_fast(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Files of the bundle that nobody may touch, as one that another program has open on Windows."""
    tally, root = Tally("files of the bundle that are held fast"), make_school(folder / "asal")
    with loop_drive(folder) as drive:
        for _ in range(rounds):
            update = ["--update"] if any(drive.place.glob("ZI-*")) else []
            zidesk("bundle", root, drive.place, *update)
            whole = next(drive.place.glob("ZI-*"))
            everything = sorted([whole, *whole.rglob("*")])
            fast = [str(path) for path in chance.sample(everything, 3)]
            victim = next(path for path in everything if path.suffix == ".txt" and "data" in path.parts)
            if str(victim) not in fast:
                victim.unlink()
            fast = [path for path in fast if Path(path).exists()]
            subprocess.run(["chattr", "+i", *fast], check=True, capture_output=True)
            end = zidesk("bundle", root, drive.place, "--update")
            broken = end.complaint()
            now = [str(path) for path in drive.place.rglob("*")]
            subprocess.run(["chattr", "-f", "-i", *now], check=False, capture_output=True)
            if end.code == 0:
                broken += wrong_with_bundles(drive.place)
            again = zidesk("bundle", root, drive.place, "--update")
            if again.code:
                broken.append(f"a further run fails: {again.err}")
            broken += wrong_with_bundles(drive.place, unfinished_may_stay=False)
            tally.note("told" if end.code else "was not in the way", broken)
    return tally


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    for what in (
        "attach + attach too",
        "attach + bundle",
        "attach + backup",
        "attach + clean",
        "answer + attach",
        "update + update",
        "backup + backup",
    ):
        yield two(folder, rounds, chance, what)
    yield window_open(folder, rounds, chance)
    yield held_fast(folder, rounds, chance)
