"""A real exFAT stick: case-insensitive, no links; written whole, killed, full, pulled out."""

import filecmp
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults import fill
from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.mounts import LoopDrive, loop_drive
from tests.real_faults.program import killed_within, start, wait_until, zidesk
from tests.real_faults.school import CODES, make_papers, make_school
from tests.real_faults.tally import Tally


def whole(root: Path, folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Bundle, verify, attach, update, verify; the update is the same, byte for byte, as a fresh one elsewhere."""
    tally = Tally("exFAT: bundle, update, ZIP, backup, workspace on it")
    for number in range(rounds):
        with loop_drive(folder, "exfat", 96) as drive:
            place, fresh = drive.place, folder / f"baru {number}"
            broken = _must(zidesk("bundle", root, place).code == 0, "no bundle on exFAT")
            extra = make_papers(folder / "tambahan", 2, f"exfat {number} {chance.random()}", 90_000)
            zidesk("attach", root, CODES[number % len(CODES)], *extra)
            broken += _must(zidesk("bundle", root, place, "--update").code == 0, "no update on exFAT")
            broken += _must(zidesk("bundle", root, fresh).code == 0, "no fresh bundle")
            broken += [f"differs: {path}" for path in _differing(next(fresh.iterdir()), next(place.glob("ZI-*")))]
            broken += _must(zidesk("bundle", root, place, "--zip").code == 0, "no ZIP on exFAT")
            broken += _must(zidesk("backup", root, place / "c.zip").code == 0, "no backup on exFAT")
            broken += _must(zidesk("restore", place / "c.zip", place / "kerja").code == 0, "no restore on exFAT")
            broken += _must(zidesk("answer", place / "kerja", "1.i.a", "Tidak").code == 0, "no answer on exFAT")
            drive.again()
            broken += wrong_with_bundles(place, unfinished_may_stay=False)
            broken += wrong_with_workspace(place / "kerja", held_in(place / "kerja"))
            tally.note("whole", broken)
            shutil.rmtree(fresh)
            shutil.rmtree(folder / "tambahan")
    return tally


def hurt(root: Path, folder: Path, rounds: int, chance: random.Random, how: str) -> Tally:
    """`how`: killed, full or pulled out, at a random moment of a bundle or an update."""
    tally, before = Tally(f"exFAT: {how} while bundling"), held_in(root)
    with loop_drive(folder, "exfat", 40) as drive:
        place = drive.place

        def begun() -> bool:
            return any(path.name.endswith(".lock") for path in place.iterdir())

        for _ in range(rounds):
            option = ["--update"] if any(place.glob("ZI-*")) else []
            if option and any(path for path in place.glob("ZI-*") if path.suffix != ".belum-selesai"):
                next(place.glob("ZI-*/data/**/*.txt")).unlink()
            if how == "killed":
                end = killed_within(start("bundle", root, place, *option), begun, 1.0, chance)
            else:
                call = start("bundle", root, place, *option)
                wait_until(begun, call)
                time.sleep(chance.uniform(0, 0.7))
                _hurt(drive, how)
                end = call.ended()
            (place / "penuh").unlink(missing_ok=True)
            drive.unmount()
            broken = [f"left below the mount point: {path.name}" for path in place.iterdir()] + end.complaint()
            drive.mount()
            broken += wrong_with_bundles(place) + wrong_with_workspace(root, before)
            option = ["--update"] if any(place.glob("ZI-*")) else []
            again = zidesk("bundle", root, place, *option)
            broken += _must(again.code == 0, f"a further run fails: {again.err}")
            broken += wrong_with_bundles(place, unfinished_may_stay=False)
            tally.note({0: "done before", 1: "told", -9: "killed"}.get(end.code, f"ended {end.code}"), broken)
            if chance.random() < 0.5:
                shutil.rmtree(next(place.glob("ZI-*")))
    return tally


def _hurt(drive: LoopDrive, how: str) -> None:
    if how == "full":
        fill(drive.place)
    else:
        drive.pull_out()


def _must(kept: bool, otherwise: str) -> list[str]:
    return [] if kept else [otherwise]


def _differing(one: Path, other: Path) -> list[str]:
    files = [sorted(p.relative_to(top).as_posix() for p in top.rglob("*") if p.is_file()) for top in (one, other)]
    if files[0] != files[1]:
        return sorted(set(files[0]) ^ set(files[1]))
    return [name for name in files[0] if not filecmp.cmp(one / name, other / name, shallow=False)]


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    root = make_school(folder / "kerja")
    yield whole(root, folder, max(1, rounds // 3), chance)
    for how in ("killed", "full", "pulled out"):
        yield hurt(root, folder, rounds, chance, how)
