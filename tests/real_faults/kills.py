"""SIGKILL at random moments of every work that writes: nothing that was saved is lost, nothing half has a name."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.nest import Ended
from tests.real_faults.program import killed_within, start, working_time, zidesk
from tests.real_faults.school import CODES, make_papers, make_school
from tests.real_faults.tally import Tally

BETWEEN = 1.1  # kills come within so many times the usual length of the work: some come too late, rightly
Arguments = tuple[object, ...]


def how(end: Ended) -> str:
    return {-9: "killed", 0: "done before"}.get(end.code, f"ended {end.code}")


def kill_rounds(
    tally: Tally,
    rounds: int,
    chance: random.Random,
    prepare: Callable[[int], Arguments],
    begun: Callable[[], bool],
    check: Callable[[Ended], list[str]],
    finish: Callable[[], list[str]],
) -> Tally:
    """`prepare` gives the call of a round, `check` looks after the kill, `finish` runs it again to its end."""
    seconds = working_time(start(*prepare(0)), begun)
    for number in range(1, rounds + 1):
        end = killed_within(start(*prepare(number)), begun, seconds * BETWEEN, chance)
        broken = end.complaint() + check(end)
        tally.note(how(end), broken + finish())
    return tally


def attach(folder: Path, rounds: int, chance: random.Random) -> Tally:
    root = make_school(folder / "lampirkan")
    papers: list[Path] = []
    code = ""

    def prepare(number: int) -> Arguments:
        nonlocal papers, code
        if papers:
            shutil.rmtree(papers[0].parent)
        code = CODES[number % len(CODES)]
        papers = make_papers(folder / "baru", 60, f"putaran {number}", 40_000)  # more than one transaction
        return ("attach", root, code, *papers)

    def check(end: Ended) -> list[str]:
        broken = wrong_with_workspace(root, before)
        if "60 bukti dilampirkan" in end.out and len(held_in(root).uses) != len(before.uses) + 60:
            broken.append("60 were reported, but are not there")
        return broken

    def finish() -> list[str]:
        nonlocal before
        end = zidesk("attach", root, code, *papers)
        held = held_in(root)
        lacking = len(before.uses) + 60 - len(held.uses)
        before = held
        return [f"a further run fails: {end.err}"] * bool(end.code) + [f"{lacking} lack"] * bool(lacking)

    before = held_in(root)
    tally = Tally("SIGKILL while attaching")

    def begun() -> bool:
        return (root / "zidesk.lock.json").exists()

    seconds = working_time(start(*prepare(0)), begun)
    before = held_in(root)
    for number in range(1, rounds + 1):
        end = killed_within(start(*prepare(number)), begun, seconds * BETWEEN, chance)
        tally.note(how(end), [*end.complaint(), *check(end), *finish()])
        if number % 20 == 0:  # it grows
            shutil.rmtree(root)
            make_school(root)
            before = held_in(root)
    return tally


def bundle(folder: Path, rounds: int, chance: random.Random, form: str) -> Tally:
    """`form`: "folder", "update" or "zip"."""
    root = make_school(folder / "bungkus")
    stick = folder / f"stik {form}"
    option = {"folder": (), "update": ("--update",), "zip": ("--zip",)}[form]
    before = held_in(root)
    extra: Path | None = None

    def prepare(number: int) -> Arguments:
        nonlocal before, extra
        if form == "update":
            if not stick.is_dir() or not any(stick.glob("ZI-*")):
                zidesk("bundle", root, stick)
            (extra,) = make_papers(folder / "tambahan", 1, f"tambahan {number}", 300_000)
            zidesk("attach", root, CODES[number % len(CODES)], extra)
            before = held_in(root)
        elif number % 2 or form == "zip":  # every other folder goes on from what the kill before has left
            shutil.rmtree(stick, ignore_errors=True)
        else:
            for whole in stick.glob("ZI-*"):
                if not whole.name.endswith(".belum-selesai"):
                    shutil.rmtree(whole)
        return ("bundle", root, stick, *option)

    def begun() -> bool:
        return stick.is_dir() and any(path.name.endswith(".lock") for path in stick.iterdir())

    def check(end: Ended) -> list[str]:
        broken = wrong_with_bundles(stick) + wrong_with_workspace(root, before)
        whole = [path for path in stick.glob("ZI-*") if not path.name.endswith(".belum-selesai")]
        if "cocok" in end.out and not whole:
            broken.append("told done, but there is no bundle")
        if form == "update" and len(list(stick.glob("ZI-*"))) != 1:
            broken.append(f"an update left {[path.name for path in stick.iterdir()]}")
        return broken

    def finish() -> list[str]:
        whole = [path for path in stick.glob("ZI-*") if not path.name.endswith(".belum-selesai")]
        if whole and form != "update":
            return []
        end = zidesk("bundle", root, stick, *option)
        left = sorted(path.name for path in stick.iterdir())
        broken = wrong_with_bundles(stick, unfinished_may_stay=False)
        if end.code or len(left) != 1:
            broken.append(f"a further run ends with {end.code} {end.err} and leaves {left}")
        return broken

    return kill_rounds(Tally(f"SIGKILL while bundling ({form})"), rounds, chance, prepare, begun, check, finish)


def backup(folder: Path, rounds: int, chance: random.Random) -> Tally:
    root, place = make_school(folder / "cadangkan"), folder / "tempat"
    target, before = place / "Cadangan.zip", held_in(root)

    def prepare(number: int) -> Arguments:
        place.mkdir(exist_ok=True)
        target.unlink(missing_ok=True)
        return ("backup", root, target)

    def begun() -> bool:
        return any(place.iterdir())

    def check(_end: Ended) -> list[str]:
        return wrong_with_workspace(root, before) + (_wrong_backup(target, before) if target.exists() else [])

    def finish() -> list[str]:
        if not target.exists() and (end := zidesk("backup", root, target)).code:
            return [f"a further run fails: {end.err}"]
        left = sorted(path.name for path in place.iterdir() if path != target)
        return _wrong_backup(target, before) + [f"left beside the backup: {name}" for name in left]

    return kill_rounds(Tally("SIGKILL while backing up"), rounds, chance, prepare, begun, check, finish)


def restore(folder: Path, rounds: int, chance: random.Random) -> Tally:
    root, place = make_school(folder / "asal"), folder / "pulih"
    place.mkdir()
    source, target, before = folder / "Cadangan.zip", place / "kerja", held_in(root)
    zidesk("backup", root, source)

    def prepare(number: int) -> Arguments:
        shutil.rmtree(target, ignore_errors=True)
        return ("restore", source, target)

    def begun() -> bool:
        return any(place.iterdir())

    def check(_end: Ended) -> list[str]:
        return wrong_with_workspace(target, before) if target.exists() else []

    def finish() -> list[str]:
        if not target.exists() and (end := zidesk("restore", source, target)).code:
            return [f"a further run fails: {end.err}"]
        left = sorted(path.name for path in place.iterdir() if path != target)
        return wrong_with_workspace(target, before) + [f"left beside the workspace: {name}" for name in left]

    return kill_rounds(Tally("SIGKILL while restoring"), rounds, chance, prepare, begun, check, finish)


def _wrong_backup(file: Path, before: object) -> list[str]:
    place = file.with_name("dicoba")
    end = zidesk("restore", file, place)
    if end.code:
        return [f"the backup under its final name is not whole: {end.err}"]
    same = held_in(place) == before
    shutil.rmtree(place)
    return [] if same else ["the backup holds something else"]


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    """`rounds` for each."""
    from tests.real_faults.kills_inside import changes, migrate

    yield attach(folder, rounds, chance)
    for form in ("folder", "update", "zip"):
        yield bundle(folder / form, rounds, chance, form)
    yield migrate(folder, rounds, chance)
    yield backup(folder, rounds, chance)
    yield restore(folder, rounds, chance)
    yield changes(folder, rounds, chance)
