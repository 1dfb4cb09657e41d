"""The database cut off, overwritten or replaced: told in a sentence, restored from the newest copy."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.real_faults.after import Held, held_in, wrong_with_workspace
from tests.real_faults.program import zidesk
from tests.real_faults.school import make_papers, make_school
from tests.real_faults.tally import Tally
from zidesk.domain.errors import ZideskError
from zidesk.storage.workspace import open_workspace

Damage = Callable[[bytearray, random.Random], bytes]


def _cut(data: bytearray, chance: random.Random) -> bytes:
    return bytes(data[: chance.randrange(len(data))])


def _span(data: bytearray, chance: random.Random) -> slice:
    length = min(len(data), int(2 ** chance.uniform(0, 17)))
    start = chance.randrange(len(data) - length + 1)
    return slice(start, start + length)


def _scribble(data: bytearray, chance: random.Random) -> bytes:
    span = _span(data, chance)
    data[span] = chance.randbytes(span.stop - span.start)
    return bytes(data)


def _zero(data: bytearray, chance: random.Random) -> bytes:
    span = _span(data, chance)
    data[span] = bytes(span.stop - span.start)
    return bytes(data)


def _shift(data: bytearray, chance: random.Random) -> bytes:
    """A piece lands in another place, as when a cluster is written wrongly."""
    page = 4096
    source, target = (chance.randrange(len(data) // page) * page for _ in range(2))
    data[target : target + page] = data[source : source + page]
    return bytes(data)


def _replace(_data: bytearray, chance: random.Random) -> bytes:
    return b"Ini catatan, bukan basis data.\n" * chance.randint(0, 300)


DAMAGES: dict[str, Damage] = {
    "cut off": _cut,
    "overwritten": _scribble,
    "zeroed": _zero,
    "a page moved": _shift,
    "replaced": _replace,
}


def _model(folder: Path) -> tuple[Path, Held]:
    """With a copy that knows the first files, and evidence attached after it."""
    root = make_school(folder / "contoh")
    shutil.rmtree(root / "cadangan")
    zidesk("answer", root, "1.i.a", "Ya")  # takes the copy
    later = make_papers(folder / "kemudian", 5, "kemudian")
    zidesk("attach", root, "1.i.b", *later)
    return root, held_in(root)


def damaged(folder: Path, rounds: int, chance: random.Random, how: str) -> Tally:
    tally = Tally(f"database {how}")
    model, before = _model(folder)
    known = {sha256 for _, sha256, _ in before.uses} | {sha256 for sha256, _ in before.binned}
    for number in range(rounds):
        root = Path(shutil.copytree(model, folder / f"rusak {number}"))
        database = root / "zidesk.db"
        data = DAMAGES[how](bytearray(database.read_bytes()), chance)
        database.write_bytes(data)
        seen = zidesk("status", root, "--json")
        broken = seen.complaint()
        rescue = zidesk("doctor", root, "--restore-newest")
        broken += rescue.complaint()
        if rescue.code:
            broken.append(f"the rescue ends with {rescue.code}: {rescue.err}")
        kept = [path for path in root.glob("cadangan/rusak-*.db") if path.read_bytes() == data]
        if seen.code and not kept:
            broken.append(f"the damaged file is gone: {seen.err} {rescue.err}")
        if seen.code == 0:
            same = _holds(root) == before
            end = "changed nothing" if same else "NOT NOTICED, some text or figure is another"
        else:
            end = "told and restored"
            broken += _lost(root, known)
        tally.note(end, broken)
        shutil.rmtree(root)
    shutil.rmtree(model)
    shutil.rmtree(folder / "kemudian")
    return tally


def _holds(root: Path) -> Held | None:
    with suppress(ZideskError):
        return held_in(root)
    return None


def _lost(root: Path, known: set[str]) -> list[str]:
    """Every file attached before, also after the copy, is in some list again."""
    try:
        held = held_in(root)
        workspace = open_workspace(root)
    except ZideskError as fault:
        return [f"does not open: {fault!r}"]
    listed = {sha256 for _, sha256, _ in held.uses} | {sha256 for sha256, _ in held.binned}
    workspace.close()
    return [f"no list has {sha256}" for sha256 in known - listed] + wrong_with_workspace(root, held)


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    for how in DAMAGES:
        yield damaged(folder, rounds, chance, how)
