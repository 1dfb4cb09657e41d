"""The real window on a real X server (Xvfb, no window manager): painted, clickable, one only, closed in order."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from zidesk.services.answers.answering import import_answers
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import open_workspace
from zidesk.ui.theme.palettes import LIGHT

pytestmark = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb on this machine")
SIZE = (1366, 768)
_CLOSABLE = """
import sys, threading
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

def close_when_told():  # without a window manager there is no cross to click
    sys.stdin.readline()
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and not w.parent())
    QCoreApplication.postEvent(window, QCloseEvent())

threading.Thread(target=close_when_told, daemon=True).start()
"""
_START = "from zidesk.cli import main\nmain()\n"
_CAMERA = """
import sys
from PySide6.QtGui import QGuiApplication
camera = QGuiApplication([])
for place in sys.stdin:
    camera.primaryScreen().grabWindow(0).save(place.strip())
    print("taken", flush=True)
"""


class Screen:
    """An X server of our own with a camera on it, and the programs that are started there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        ours, theirs = os.pipe()
        size = "x".join(map(str, (*SIZE, 24)))
        command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)
        os.close(theirs)
        with os.fdopen(ours) as told:
            number = told.readline().strip()
        self.environment = os.environ | {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_RUNTIME_DIR": str(folder),
            "TMPDIR": str(folder),
            "LANG": "C.UTF-8",
        }
        self.started: list[subprocess.Popen[str]] = []
        self._camera = self.start(_CAMERA)

    def start(self, program: str, *arguments: str) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        command = [sys.executable, "-c", program, *arguments]
        begun = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=self.environment, cwd=self.folder
        )
        self.started.append(begun)
        return begun

    def look(self) -> Image.Image:
        """What is on the screen now."""
        assert self._camera.stdin is not None and self._camera.stdout is not None
        picture = self.folder / "layar.png"
        print(picture, file=self._camera.stdin, flush=True)
        assert self._camera.stdout.readline() == "taken\n"
        with Image.open(picture) as image:
            return image.convert("RGB")

    def hand(self, *what: str) -> None:
        """Real events of the X server: `xdotool`'s words."""
        subprocess.run(["xdotool", *what], env=self.environment, check=True, timeout=20)

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate()
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    (tmp_path / "rumah").mkdir(mode=0o700)
    made = Screen(tmp_path / "rumah")
    yield made
    made.end()


@pytest.fixture
def school(tmp_path: Path, resources_root: Path, test_data: Path) -> Callable[[str], Path]:
    """Makes a workspace with every question answered."""

    def make(name: str) -> Path:
        resources = Resources(resources_root)
        clock = lambda: datetime(2026, 3, 5, 3, 32, tzinfo=UTC)  # noqa: E731
        workspace = create_from_profile(
            tmp_path / name, resources.demo / "profil.toml", Wishes(), resources, clock
        )
        import_answers(workspace, test_data / "contoh-jawaban.csv", "operator")
        workspace.close()
        return tmp_path / name

    return make


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def rgb(colour: str) -> tuple[int, int, int]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))  # type: ignore[return-value]


def share(picture: Image.Image, box: tuple[int, int, int, int], colour: str) -> float:
    """How much of a part of the picture has exactly this colour."""
    part = picture.crop(box)
    counts = {shade: count for count, shade in part.getcolors(part.width * part.height)}
    return counts.get(rgb(colour), 0) / (part.width * part.height)


def assessment_is_shown(picture: Image.Image) -> bool:
    """Header and rail on white, the button that matters and an icon of the rail in the accent, the page grey."""
    wide, high = SIZE
    return (
        share(picture, (110, 0, wide, 50), LIGHT.surface) > 0.6
        and share(picture, (wide - 160, 8, wide - 10, 44), LIGHT.accent) > 0.3
        and share(picture, (0, 60, 110, high - 60), LIGHT.surface) > 0.5
        and share(picture, (0, 60, 110, high - 60), LIGHT.accent_soft) > 0.05
        and share(picture, (440, 60, 1000, high - 60), LIGHT.window) > 0.2
        and share(picture, (440, 60, 1000, high - 60), LIGHT.text) > 0.005
    )


def close(program: "subprocess.Popen[str]") -> None:
    told, warned = program.communicate("\n", timeout=30)
    assert (program.returncode, told, warned) == (0, "", "")


def test_painted_raised_by_a_second_start_and_closed(screen: Screen, school: Callable[[str], Path]) -> None:
    first, second = school("satu"), school("dua")
    assert len(screen.look().getcolors()) == 1, "nothing yet"
    program = screen.start(_CLOSABLE + _START, "open", str(first))
    until(lambda: assessment_is_shown(screen.look()), "never painted")
    assert (first / "zidesk.lock.json").exists()
    again = screen.start(_START, "open", str(second))
    told, warned = again.communicate(timeout=30)
    assert (again.returncode, told, warned) == (0, "", "")
    until((second / "zidesk.lock.json").exists, "the first window was not told")
    until(lambda: not (first / "zidesk.lock.json").exists(), "the one before stays open")
    until(lambda: assessment_is_shown(screen.look()), "no longer painted")
    close(program)
    assert not (second / "zidesk.lock.json").exists()


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="no xdotool on this machine")
def test_a_real_mouse_and_real_keys_answer(screen: Screen, school: Callable[[str], Path]) -> None:
    root = school("satu")
    program = screen.start(_CLOSABLE + _START, "open", str(root))
    until(lambda: assessment_is_shown(screen.look()), "never painted")

    def answer() -> str:
        workspace = open_workspace(root, read_only=True)
        try:
            return str(workspace.assessment().answer_of("A.I.1.i.a").value)
        finally:
            workspace.close()

    assert answer() == "Ya"
    screen.hand("mousemove", "700", str(_row_below_the_chosen(screen.look())), "click", "1")
    until(lambda: answer() == "Tidak", "the click did not answer")
    screen.hand("search", "--sync", "--onlyvisible", "--name", "ZIDesk", "windowfocus", "--sync", "key", "ctrl+z")
    until(lambda: answer() == "Ya", "the key did not undo")
    close(program)


def _row_below_the_chosen(picture: Image.Image) -> int:
    """The middle of the option below the one that is framed and tinted as chosen."""
    column = [picture.getpixel((960, y)) for y in range(SIZE[1])]
    tinted = [y for y in range(100, SIZE[1] - 60) if column[y] == rgb(LIGHT.accent_soft)]
    assert tinted, "no option is chosen"
    return tinted[-1] + (tinted[-1] - tinted[0]) // 2 + 14
