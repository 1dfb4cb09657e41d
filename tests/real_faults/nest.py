"""Processes of the real program that start at once: a nest has loaded the libraries and forks one for each call.

Loading takes longer than most work here; a process forked from the nest is killed, starved and cut off from its
drive like any other. Run as a program, this file is the nest: it takes lines of JSON and answers with lines.
"""

import json
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_REPOSITORY = Path(__file__).resolve().parents[2]
_PATIENCE = 120.0  # seconds for any one call
_WARM = (
    "reportlab.platypus",
    "alembic.command",
    "xlsxwriter",
    "sqlalchemy.orm",
    "zidesk.cli.program",
    "zidesk.services.bundle.recipe",
    "zidesk.services.documents.index.document",
    "zidesk.services.documents.lke.workbook",
    "zidesk.services.evidence.strays",
    "zidesk.services.ingest.adding",
    "zidesk.services.pictures.bundled",
    "zidesk.services.portal.page",
    "zidesk.services.workspaces.archive",
    "zidesk.services.workspaces.health",
)


@dataclass(frozen=True)
class Ended:
    """How a call ended: 0, 1, 2, 3 of the program, or minus the signal; what it printed."""

    code: int
    out: str
    err: str

    def complaint(self) -> list[str]:
        """What a user must never see: a traceback, or the sentence for our own mistakes."""
        shown = [sign for sign in ("Traceback", "tidak terduga") if sign in self.err]
        return [f"showed “{sign}”: {self.err[-1500:]}" for sign in shown]


class Nest:
    """One process that forks the program, one call after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.real_faults.nest"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=_REPOSITORY,
            env={**os.environ, "LANG": "C.UTF-8"},
        )
        self.free = True

    def start(self, arguments: list[str], largest_file: int | None) -> "Call":
        assert self.free and self._process.stdin is not None
        self.free = False
        scratch = Path(tempfile.mkdtemp(prefix="zidesk-nest-"))
        order = {"arguments": arguments, "largest_file": largest_file, "scratch": str(scratch)}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return Call(self, int(self._answer(_PATIENCE) or 0), scratch)

    def _answer(self, seconds: float) -> str | None:
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            return None
        return self._process.stdout.readline().decode()

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(_PATIENCE)


class Call:
    """A call under way."""

    def __init__(self, nest: Nest, pid: int, scratch: Path) -> None:
        self._nest, self.pid, self._scratch = nest, pid, scratch
        self._code: int | None = None

    @property
    def over(self) -> bool:
        if self._code is None and (answer := self._nest._answer(0)) is not None:
            self._settle(answer)
        return self._code is not None

    def kill(self) -> None:
        if not self.over:
            os.kill(self.pid, signal.SIGKILL)

    def ended(self) -> Ended:
        """Wait for it; once. Kills it and raises TimeoutError when it never ends."""
        if self._code is None:
            answer = self._nest._answer(_PATIENCE)
            if answer is None:
                self.kill()
                self._settle(self._nest._answer(_PATIENCE) or "0")
                raise TimeoutError(f"{self.pid} did not end")
            self._settle(answer)
        assert self._code is not None
        out, err = ((self._scratch / name).read_text("utf-8", "replace") for name in ("out", "err"))
        shutil.rmtree(self._scratch)
        return Ended(self._code, out, err)

    def _settle(self, answer: str) -> None:
        self._code = int(answer)
        self._nest.free = True


def _work(order: dict[str, object]) -> None:
    """In the forked process: become the program."""
    scratch = Path(str(order["scratch"]))
    for number, name in ((1, "out"), (2, "err")):
        descriptor = os.open(scratch / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.close(0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    largest = order["largest_file"]
    if isinstance(largest, int):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    arguments = order["arguments"]
    assert isinstance(arguments, list)
    if arguments[0] == "-m":
        import runpy

        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__")
        return
    sys.argv = ["zidesk", *arguments]
    from zidesk.cli import main

    main()


def _serve() -> None:
    for name in _WARM:
        __import__(name)
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    for line in sys.stdin.buffer:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            code = 70
            try:
                _work(order)
                code = 0
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                for stream in (sys.stdout, sys.stderr):
                    stream.flush()
                os._exit(code)
        answers.write(f"{pid}\n")
        answers.write(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n")


if __name__ == "__main__":
    _serve()
