"""Drives that are full at some moment, for the workspace, the bundle, the backup, the cache."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import fill, small_drive
from tests.real_faults.after import held_in, wrong_with_bundles, wrong_with_workspace
from tests.real_faults.program import start, wait_until, working_time, zidesk
from tests.real_faults.school import CODES, make_papers, make_school
from tests.real_faults.tally import Tally
from zidesk.services.search.index import SearchIndex
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import open_workspace

_KB = 1024
_CALLS: dict[str, Callable[[Path, Path], tuple[object, ...]]] = {
    "folder": lambda root, drive: ("bundle", root, drive),
    "update": lambda root, drive: ("bundle", root, drive, "--update"),
    "zip": lambda root, drive: ("bundle", root, drive, "--zip"),
    "backup": lambda root, drive: ("backup", root, drive / "Cadangan.zip"),
}


def _used(folder: Path) -> int:
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*"))


def attaching(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """The workspace's own drive fills up while evidence is attached and answers are given."""
    tally, model = Tally("full drive while attaching and answering"), make_school(folder / "contoh")
    papers, least = make_papers(folder / "baru", 30, "penuh", 60_000), _used(model) // _KB
    for _ in range(rounds):
        with small_drive(folder / "kerja penuh", f"{least + chance.randint(100, 1_500)}k") as drive:
            root = Path(shutil.copytree(model, drive / "kerja"))
            before = held_in(root)
            ends = [zidesk("attach", root, chance.choice(CODES), *papers)]
            ends.append(zidesk("answer", root, "1.i.a", "Tidak", "--note", "x" * 4000))
            broken = [line for end in ends for line in end.complaint()]
            if ends[1].code == 0:  # answered: no longer what it was
                before = held_in(root)
            broken += wrong_with_workspace(root, before)
            tally.note("told" if any(end.code for end in ends) else "had room", broken)
    return tally


def handing_over(folder: Path, rounds: int, chance: random.Random, work: str) -> Tally:
    """`work`: folder, update, zip or backup. Another program fills the drive at a random moment."""
    tally, root = Tally(f"full drive while writing ({work})"), make_school(folder / f"asal {work}")
    before, seconds = held_in(root), 0.0
    for number in range(rounds + 1):
        with small_drive(folder / "stik penuh", "24m") as drive:
            if work == "update":
                zidesk("bundle", root, drive)
                next(drive.glob("ZI-*/data/**/*.txt")).unlink()
            call = start(*_CALLS[work](root, drive))

            def begun(drive: Path = drive) -> bool:
                return any(path.name.endswith(".lock") for path in drive.iterdir())

            if number == 0:
                seconds = working_time(call, begun)
                continue
            wait_until(begun, call)
            time.sleep(chance.uniform(0, seconds))
            filler = fill(drive, leaving=chance.choice((0, 0, 4096, 200_000)))
            end = call.ended()
            broken = end.complaint() + wrong_with_bundles(drive) + wrong_with_workspace(root, before)
            filler.unlink()
            left = [path.name for path in drive.iterdir()]
            if end.code and work in ("zip", "backup") and left:
                broken.append(f"left: {left}")
            if end.code and (again := zidesk(*_CALLS[work](root, drive))).code:
                broken.append(f"a further run fails: {again.err}")
            left = [path.name for path in drive.iterdir()]
            broken += wrong_with_bundles(drive, unfinished_may_stay=False)
            if len(left) != 1:
                broken.append(f"at the end there is {left}")
            tally.note("told" if end.code else "done before", broken)
    return tally


def preflight(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Too small a drive from the beginning: nothing is written then."""
    tally, root = Tally("too small a drive for a bundle"), make_school(folder / "asal kecil")
    for _ in range(rounds):
        with small_drive(folder / "stik kecil", f"{chance.randint(200, 9_000)}k") as drive:
            end = zidesk("bundle", root, drive)
            left = [path.name for path in drive.iterdir()]
            broken = end.complaint() + wrong_with_bundles(drive)
            if end.code and left:
                broken.append(f"left: {left}")
            tally.note("told" if end.code else "had room", broken)
    return tally


def few_names(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """No room for another file, though for more bytes."""
    tally, root = Tally("drive without room for another name"), make_school(folder / "asal nama")
    for _ in range(rounds):
        with small_drive(folder / "stik nama", "24m", chance.randint(4, 120)) as drive:
            end = zidesk("bundle", root, drive)
            broken = end.complaint() + wrong_with_bundles(drive)
            tally.note("told" if end.code else "had room", broken)
    return tally


def large_files(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """No file may be larger than so many bytes, as on FAT32: here far below its 4 GiB."""
    tally, root = Tally("file larger than the drive takes (EFBIG)"), make_school(folder / "asal besar")
    for number in range(rounds):
        place = folder / f"stik besar {number}"
        place.mkdir()
        option = ["--zip"] if number % 2 else []
        end = zidesk("bundle", root, place, *option, largest_file=chance.randint(60_000, 3_000_000))
        broken = end.complaint() + wrong_with_bundles(place)
        if end.code and option and any(place.iterdir()):
            broken.append(f"left: {[path.name for path in place.iterdir()]}")
        tally.note("told" if end.code else "fitted", broken)
        shutil.rmtree(place)
    return tally


def caches(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """Search and small pictures on a workspace whose drive is full: they work, and the workspace stays whole."""
    tally, model = Tally("full drive under search and small pictures"), make_school(folder / "contoh cache")
    least = _used(model) // _KB
    for _ in range(rounds):
        with small_drive(folder / "cache penuh", f"{least + chance.randint(150, 900)}k") as drive:
            root = Path(shutil.copytree(model, drive / "kerja"))
            before, broken = held_in(root), []
            workspace = open_workspace(root)
            filler = fill(drive, leaving=chance.choice((0, 4096, 20_000)))
            index, kept = SearchIndex(workspace), ThumbnailCache(workspace.paths.cache)
            try:
                index.refresh(workspace.assessment())
                if not index.find("notula"):
                    broken.append("nothing is found")
                for number in range(20):
                    kept.put(f"{number:064x}", chance.randbytes(9_000))
                    if (data := kept.get(f"{number:064x}")) is not None and len(data) != 9_000:
                        broken.append("half a picture is kept")
            finally:
                index.close()
                filler.unlink()
            workspace.close()
            tally.note("works", broken + wrong_with_workspace(root, before))
    return tally


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    yield attaching(folder, rounds, chance)
    for work in _CALLS:
        yield handing_over(folder, rounds, chance, work)
    yield preflight(folder, rounds, chance)
    yield few_names(folder, rounds, chance)
    yield large_files(folder, rounds, chance)
    yield caches(folder, rounds, chance)
