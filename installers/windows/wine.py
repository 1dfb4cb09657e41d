"""Windows programs on Linux: one folder that Wine takes for a computer of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PLACES = ("/usr/lib/wine/wine64", "/usr/bin/wine64")  # Debian's package wine64 has no command in the path


def find_wine() -> str | None:
    """The program that runs others, None where Wine is not installed."""
    return next((place for place in _PLACES if Path(place).exists()), None) or shutil.which("wine")


@dataclass(frozen=True, slots=True)
class Wine:
    """`folder` holds the whole of it: drive C, registry, home. Nothing is written elsewhere."""

    program: str
    folder: Path
    display: str = ""

    @property
    def drive(self) -> Path:
        return self.folder / "prefix" / "drive_c"

    def inside(self, place: str) -> Path:
        """Where the file `place`, such as "users/x/Desktop", lies on this machine."""
        return self.drive / place

    def environment(self) -> dict[str, str]:
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        return {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "DISPLAY": self.display,
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # no questions about .NET and HTML, no entries in this machine's menus
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        }

    def run(self, *command: str | Path, seconds: int, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run to its end. Wine hangs on a terminal: it reads nothing, and writes into a pipe.

        Raises CalledProcessError, TimeoutExpired.
        """
        done = subprocess.run(
            [self.program, *map(str, command)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=self.environment(), encoding="utf-8", errors="replace", timeout=seconds, check=False,
        )  # fmt: skip
        if check and done.returncode:
            raise subprocess.CalledProcessError(done.returncode, list(map(str, command)), done.stdout, done.stdout)
        return done

    @contextmanager
    def running(self, *command: str | Path) -> Iterator[subprocess.Popen[bytes]]:
        """A program that stays until the end of the block."""
        process = subprocess.Popen(
            [self.program, *map(str, command)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment(),
        )  # fmt: skip
        try:
            yield process
        finally:
            process.kill()
            process.wait(timeout=30)

    def shut_down(self) -> None:
        """End whatever still runs in this folder, and wait for it."""
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
        for word in ("--kill", "--wait"):
            subprocess.run([server, word], env=self.environment(), check=False, timeout=60)
