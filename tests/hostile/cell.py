"""A process that does one thing with one file and may use only so much time and memory for it.

The libraries are loaded once, in a process that forks for every doing; so memory is counted above what they
take, and a decoder that crashes takes nobody else along. POSIX only.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

SECONDS = 20  # of a processor; a doing that takes longer is killed
_ADDRESSES = 4 * 1024**3  # bytes; memory is measured, this only keeps the machine alive
_LIBRARIES = ("PIL.Image", "pikepdf", "pypdfium2", "openpyxl", "pi_heif", "zidesk.services.workspaces.archive")


@dataclass(frozen=True, slots=True)
class Outcome:
    """`words`: what the doing gave, or how it broke off (`broke`). `seconds` of a processor, `megabytes` above
    what the libraries take."""

    words: str
    broke: bool
    seconds: float
    megabytes: float


class Cell:
    """Started when entered. `do` is for one thread."""

    def __enter__(self) -> "Cell":
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.cell"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(SECONDS)
        self._process.stdout.close()

    def do(self, doing: str, path: Path) -> Outcome:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([doing, str(path)]) + "\n")
        self._process.stdin.flush()
        return Outcome(**json.loads(self._process.stdout.readline()))


def _serve() -> None:
    for library in _LIBRARIES:
        __import__(library)
    for line in sys.stdin:
        doing, path = json.loads(line)
        print(json.dumps(asdict(_forked(doing, Path(path)))), flush=True)


def _forked(doing: str, path: Path) -> Outcome:
    idle = _resident()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(doing, path, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        words = pipe.read()
    _, status, used = os.wait4(child, 0)
    broke = status != 0
    if broke and not words:
        words = f"killed by signal {status & 0x7F}"
    seconds = used.ru_utime + used.ru_stime
    return Outcome(words, broke, round(seconds, 2), round(used.ru_maxrss / 1024 - idle, 1))


def _work(doing: str, path: Path, writing: int) -> None:
    from tests.hostile.doings import outcome

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(15 * SECONDS)  # who waits for nothing uses no processor
    broke = 0
    try:
        words = outcome(doing, path)
    except BaseException:
        words, broke = traceback.format_exc(limit=-4), 1
    os.write(writing, words.encode("utf-8", "replace")[:4000])
    os._exit(broke)


def _resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1024**2


if __name__ == "__main__":
    _serve()
