"""Drives that die while they are written to: EIO, write protection, a pulled stick, a medium that ends early."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.mounts import LoopDrive, loop_drive
from tests.real_faults.program import start, wait_until, working_time, zidesk
from tests.real_faults.school import CODES, make_papers, make_school
from tests.real_faults.tally import Tally

DEATHS: dict[str, Callable[[LoopDrive], None]] = {
    "EIO": LoopDrive.die,
    "stick pulled out": LoopDrive.pull_out,
    "write-protected": LoopDrive.write_protect,
}


def while_handing_over(
    root: Path, folder: Path, work: str, death: str, rounds: int, chance: random.Random
) -> Tally:
    """`work`: folder, update, zip or backup; the drive it is written to dies at a random moment."""
    tally = Tally(f"{death} while writing ({work})")
    with loop_drive(folder) as drive:
        place, before = drive.place, held_in(root)
        if work == "backup":
            call: tuple[object, ...] = ("backup", root, place / "Cadangan.zip")
        else:
            options = {"folder": (), "update": ("--update",), "zip": ("--zip",)}[work]
            call = ("bundle", root, place, *options)

        def prepare() -> None:
            for path in [path for path in place.iterdir() if path.name != "lost+found"]:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            if work == "update":
                zidesk("bundle", root, place)
                next(place.glob("ZI-*/data/**/*.txt")).unlink()  # something to do for it

        def begun() -> bool:
            return any(path.name.endswith(".lock") for path in place.iterdir())

        prepare()
        seconds = working_time(start(*call), begun)
        for _ in range(rounds):
            prepare()
            under_way = start(*call)
            wait_until(begun, under_way)
            time.sleep(chance.uniform(0, seconds))
            late = under_way.over
            DEATHS[death](drive)
            end = under_way.ended()
            broken = end.complaint()
            drive.unmount()
            below = [path.relative_to(place).as_posix() for path in place.rglob("*")]
            if below:
                broken.append(f"left below the mount point: {below}")
                shutil.rmtree(place)
                place.mkdir()
            drive.mount()
            broken += wrong_with_bundles(place) + wrong_with_workspace(root, before)
            if end.code == 0 and not _is_there(place, work):
                broken.append("told done, but nothing is there")
            if not _is_there(place, work) and (again := zidesk(*call)).code:
                broken.append(f"a further run fails: {again.err}")
            broken += wrong_with_bundles(place, unfinished_may_stay=False)
            tally.note("done before" if late else "done nevertheless" if end.code == 0 else "told", broken)
    return tally


def _is_there(place: Path, work: str) -> bool:
    if work == "backup":
        return (place / "Cadangan.zip").exists()
    return any(not path.name.endswith(".belum-selesai") for path in place.glob("ZI-*"))


def dying_workspace(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """EIO on the drive of the workspace itself while evidence is attached."""
    tally = Tally("EIO while attaching, on the workspace's drive")
    with loop_drive(folder) as drive:
        root = make_school(drive.place / "kerja")
        os.sync()  # the copy made here, which no program has flushed
        before, seconds = held_in(root), 0.0

        def begun() -> bool:
            return (root / "zidesk.lock.json").exists()

        for number in range(rounds + 1):
            papers = make_papers(folder / "baru", 30, f"sekarat {number}", 40_000)
            code = CODES[number % len(CODES)]
            call = start("attach", root, code, *papers)
            if number == 0:
                seconds = working_time(call, begun)
            else:
                wait_until(begun, call)
                time.sleep(chance.uniform(0, seconds / 2))  # the first call is the slowest
                drive.die()
                end = call.ended()
                drive.again()
                broken = end.complaint() + wrong_with_workspace(root, before)
                if zidesk("attach", root, code, *papers).code:
                    broken.append("a further run fails")
                tally.note("told" if end.code else "done before", broken)
            before = held_in(root)
            shutil.rmtree(folder / "baru")
    return tally


def short_medium(root: Path, folder: Path, rounds: int, chance: random.Random) -> Tally:
    """The medium ends early while a bundle is written: it may not be called good once that was so at its end."""
    tally, before = Tally("medium ends early while bundling"), held_in(root)
    for _ in range(rounds):
        with loop_drive(folder) as drive:
            call = start("bundle", root, drive.place / "paket")
            wait_until(lambda place=drive.place: (place / "paket").is_dir(), call)  # type: ignore[misc]
            time.sleep(chance.uniform(0, 0.3))
            drive.cut_short()
            end = call.ended()
            told = "told" if end.code else "done before"
            tally.note(told, end.complaint() + wrong_with_workspace(root, before))
    return tally


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    root = make_school(folder / "kerja")
    for death in DEATHS:
        for work in ("folder", "update", "zip", "backup"):
            yield while_handing_over(root, folder, work, death, rounds, chance)
    yield dying_workspace(folder, rounds, chance)
    yield short_medium(root, folder, rounds, chance)
