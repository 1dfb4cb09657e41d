"""A school's workspace to be hurt: a few dozen files of many sizes, answers, something in the bin."""

import atexit
import functools
import random
import shutil
import tempfile
from pathlib import Path

from tests.real_faults.program import zidesk
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.storage.paths import shipped_resources
from zidesk.storage.workspace import open_workspace

CODES = ("1.i.a", "1.i.b", "2.i.a", "3.i.a", "4.i.a", "5.i.a", "6.i.a", "B.I.a")
_ROOM = 700 * 1024 * 1024  # bytes
_PROFILE = shipped_resources().root / "demo" / "profil.toml"


def make_papers(folder: Path, count: int, seed: str, largest: int = 300_000) -> list[Path]:
    """So many files of random size and content, none like another."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    papers = []
    for number in range(count):
        path = folder / f"Notula {seed} {number:03}.txt"
        size = int(largest ** chance.uniform(0.3, 1))
        path.write_bytes(f"Notula {seed} {number}\n".encode() + chance.randbytes(size).hex().encode()[:size])
        papers.append(path)
    return papers


@functools.cache
def _model() -> Path:
    """Made once, by the program itself, and copied from then on; gone with this process."""
    folder = make_scratch("sekolah")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _made(folder / "kerja", 40)


def make_school(root: Path) -> Path:
    """A workspace at `root`."""
    return Path(shutil.copytree(_model(), root))


def make_scratch(name: str) -> Path:
    """A folder to work in: in memory where there is room, for flushing to a busy disk takes most of the time."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > _ROOM
    return Path(tempfile.mkdtemp(prefix=f"zidesk-{name}-", dir=memory if roomy else None))


def _made(root: Path, files: int) -> Path:
    _must(zidesk("new", root, "--profile", _PROFILE).code)
    papers = make_papers(root.parent / f"sumber {root.name}", files, "awal", 600_000)
    for place, code in enumerate(CODES):
        share = papers[place :: len(CODES)]
        _must(zidesk("attach", root, code, *share).code)
    _must(zidesk("attach", root, "1.ii.a,1.ii.b", papers[0]).code)
    for code, value in (("1.i.a", "Ya"), ("1.i.b", "A"), ("2.i.a", "B")):
        _must(zidesk("answer", root, code, value, "--note", "sudah ada").code)
    workspace = open_workspace(root)
    uses = workspace.evidence.by_question()["A.I.6.i.a"]
    perform(workspace, RemoveUses((uses[0].id,)))
    workspace.close()
    shutil.rmtree(papers[0].parent)
    return root


def _must(code: int) -> None:
    if code:
        raise RuntimeError(f"the workspace could not be made: {code}")
