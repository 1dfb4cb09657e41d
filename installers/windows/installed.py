"""The installer tried as a user without rights meets it: install, use, upgrade, remove; all of it silently."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from wine import Wine

_REGISTRY = (r"HKCU\Software\ZIDesk", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZIDesk")
_SELF_TEST = 300  # seconds
_STILL_RUNS = 2  # what the installer ends with
_PAINTED = 24  # colours at least of a window that shows something, looked at every few pixels
_PATIENCE = 120  # seconds until the window is there, or the uninstaller is done
_PROFILE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "profil.toml"


class NotAsExpected(Exception):  # noqa: N818
    """Something went another way than it must; the words say what."""


class Trial:
    def __init__(self, wine: Wine, setup: Path, picture: Path) -> None:
        self._wine, self._setup, self._picture = wine, setup, picture
        self._before = self._listing()

    def steps(self) -> Iterable[Callable[[], None]]:
        return (
            self._install,
            self._console_self_test,
            self._window_self_test,
            self._make_a_workspace,
            self._see_the_window,
            self._upgrade_in_place,
            self._remove,
        )

    @property
    def _folder(self) -> Path:
        found = list(self._wine.drive.glob("users/*/AppData/Local/Programs/ZIDesk"))
        _expect(len(found) == 1, "the program is not where it belongs")
        return found[0]

    @property
    def _workspace(self) -> Path:
        return self._wine.drive / "sekolah" / "kerja"

    def _install(self) -> None:
        self._wine.run(self._setup, "/S", seconds=300)
        for name in ("zidesk.exe", "zidesk-window.exe", "copot.exe", "LISENSI-PIHAK-KETIGA.txt"):
            _expect((self._folder / name).is_file(), f"{name} is missing")
        for key in _REGISTRY:
            _expect(self._is_registered(key), f"{key} is missing")
        _expect(len(self._shortcuts()) == 2, "a shortcut is missing")

    def _console_self_test(self) -> None:
        _show(self._wine.run(self._folder / "zidesk.exe", "--self-test", seconds=_SELF_TEST).stdout)

    def _window_self_test(self) -> None:
        note = self._wine.folder / "window-self-test.txt"
        self._wine.run(self._folder / "zidesk-window.exe", "--self-test", note, seconds=_SELF_TEST)
        _show(note.read_text(encoding="utf-8"))

    def _make_a_workspace(self) -> None:
        self._workspace.parent.mkdir(exist_ok=True)
        program = self._folder / "zidesk.exe"
        self._wine.run(program, "new", self._workspace, "--profile", _PROFILE, seconds=120)
        self._wine.run(program, "answer", self._workspace, "A.I.1.i.a", "Ya", seconds=120)

    def _see_the_window(self) -> None:
        """Its picture; while it is open, the installer refuses to replace it."""
        with self._wine.running(self._folder / "zidesk-window.exe", self._workspace):
            self._wait_for((self._workspace / "zidesk.lock.json").exists, "the workspace is not opened")
            self._wait_for(lambda: self._colours() >= _PAINTED, "no window is to be seen")
            refused = self._wine.run(self._setup, "/S", seconds=300, check=False)
            _expect(refused.returncode == _STILL_RUNS, "the installer replaced a program that runs")
            self._colours()  # the picture again, with everything loaded
        self._wine.shut_down()

    def _upgrade_in_place(self) -> None:
        old = self._folder / "_internal" / "lama.pyd"
        old.touch()
        (self._folder / "Berkas saya").mkdir()
        self._wine.run(self._setup, "/S", seconds=300)
        _expect(not old.exists(), "a file of the older version has stayed")
        told = self._wine.run(self._folder / "zidesk.exe", "status", self._workspace, "--json", seconds=120).stdout
        _expect('"answered": 1' in told, "the workspace is not as it was")

    def _remove(self) -> None:
        self._wine.run(self._folder / "copot.exe", "/S", seconds=300)  # goes on in a copy of itself
        own = self._folder / "Berkas saya"
        self._wait_for(
            lambda: list(self._folder.iterdir()) == [own], "the program has stayed, or more than that went"
        )
        own.rmdir()
        self._folder.rmdir()
        _expect((self._workspace / "zidesk.db").is_file(), "the workspace is gone")
        for key in _REGISTRY:
            _expect(not self._is_registered(key), f"{key} has stayed")
        _expect(not self._shortcuts(), "a shortcut has stayed")
        left = sorted(self._listing() - self._before)
        print("".join(f"         new on the drive: {path}\n" for path in left), end="")

    def _shortcuts(self) -> list[Path]:
        places = (self._wine.drive / "users", self._wine.folder / "home")
        return [link for place in places for link in place.rglob("ZIDesk.lnk")]

    def _is_registered(self, key: str) -> bool:
        return self._wine.run("reg", "query", key, seconds=60, check=False).returncode == 0

    def _listing(self) -> set[str]:
        """What lies in the folders of the users, but for temporary files."""
        drive = self._wine.drive
        found = (path.relative_to(drive) for path in (drive / "users").rglob("*") if "Temp" not in path.parts)
        return {path.as_posix() for path in found}

    def _colours(self) -> int:
        """Of the screen now, which is kept as the picture."""
        from PIL import ImageGrab

        shot = ImageGrab.grab(xdisplay=self._wine.display)
        shot.save(self._picture, optimize=True)
        return len(set(shot.resize((shot.width // 3, shot.height // 3), resample=0).getdata()))

    @staticmethod
    def _wait_for(held: Callable[[], bool], words: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not held():
            _expect(time.monotonic() < end, words)
            time.sleep(0.5)


def _expect(held: bool, words: str) -> None:
    if not held:
        raise NotAsExpected(words)


def _show(lines: str) -> None:
    """Without what Wine has to say itself."""
    shown = (line for line in lines.splitlines() if line.strip() and not line.startswith("wine: "))
    print("".join(f"         {line}\n" for line in shown), end="")
