"""One bit flipped anywhere in a bundle, folder or ZIP: the check tells it, each time."""

import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.real_faults.program import zidesk
from tests.real_faults.school import make_school
from tests.real_faults.tally import Tally
from zidesk.domain.errors import ZideskError
from zidesk.services.verify import verify_bundle


def _verdict(bundle: Path) -> str:
    try:
        found = verify_bundle(bundle)
    except ZideskError as fault:
        return f"refused as {type(fault).__name__}"
    if found.errors:
        return f"found as {found.errors[0].kind}"
    return "only warned of" if found.warnings else "NOT NOTICED"


def flip(path: Path, bit: int) -> None:
    """Doing it again takes it back."""
    with path.open("r+b") as stream:
        stream.seek(bit // 8)
        byte = stream.read(1)[0] ^ 1 << bit % 8
        stream.seek(bit // 8)
        stream.write(bytes([byte]))


def _try(tally: Tally, bundle: Path, path: Path, bit: int) -> None:
    flip(path, bit)
    verdict = _verdict(bundle)
    flip(path, bit)
    kept = verdict.startswith(("found", "refused"))
    place = f"{path.name}, byte {bit // 8} of {path.stat().st_size}, bit {bit % 8}"
    tally.note(verdict, [] if kept else [place])


def _sound(bundle: Path) -> None:
    if not verify_bundle(bundle).valid:
        raise RuntimeError(f"{bundle} is not sound to begin with")


def folder_flips(bundle: Path, rounds: int, chance: random.Random) -> Tally:
    """Every file is as likely as any other; the lists get one in four."""
    tally = Tally("one bit flipped in a folder")
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    lists = [path for path in files if path.parent == bundle and path.suffix == ".txt"]
    _sound(bundle)
    for _ in range(rounds):
        path = chance.choice(lists if chance.random() < 0.25 else files)
        _try(tally, bundle, path, chance.randrange(path.stat().st_size * 8))
    _sound(bundle)
    return tally


def zip_flips(bundle: Path, rounds: int, chance: random.Random, what: str) -> Tally:
    """Half of them in the ZIP's own headers and directory, which are a small part of it."""
    tally = Tally(f"one bit flipped in {what}")
    size, spans = bundle.stat().st_size, list(_headers(bundle))
    _sound(bundle)
    for _ in range(rounds):
        start, end = chance.choice(spans) if chance.random() < 0.5 else (0, size)
        _try(tally, bundle, bundle, chance.randrange(start * 8, end * 8))
    _sound(bundle)
    return tally


def _headers(path: Path) -> Iterator[tuple[int, int]]:
    """First byte and the one after the last: of each local header, and of the directory with its end, as often."""
    with zipfile.ZipFile(path) as archive, path.open("rb") as stream:
        directory = archive.start_dir
        for entry in archive.infolist():
            stream.seek(entry.header_offset + 26)
            name, extra = struct.unpack("<HH", stream.read(4))
            yield entry.header_offset, entry.header_offset + 30 + name + extra
            yield directory, path.stat().st_size


def tallies(folder: Path, rounds: int, chance: random.Random) -> Iterator[Tally]:
    root, stick = make_school(folder / "kerja"), folder / "stik"
    for options in ((), ("--zip",)):
        zidesk("bundle", root, stick, *options)
    zidesk("bundle", root, folder / "bagian", "--zip", "--volume-mb", "2")
    (whole,) = (path for path in stick.iterdir() if path.is_dir())
    yield folder_flips(whole, rounds, chance)
    yield zip_flips(stick / f"{whole.name}.zip", rounds, chance, "a ZIP")
    parts = sorted((folder / "bagian").glob("*.zip"))
    for part in parts:
        yield zip_flips(part, max(1, rounds // len(parts) // 2), chance, f"part {part.name[-15:]}")
