"""Real mouse, keys and eyes on an X screen that has no window manager; needs Xvfb, xdotool and Pillow."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageGrab

ACCENT = (15, 92, 140)  # of the button that matters, in the light palette
_PATIENCE = 90  # seconds
_WIDE, _HIGH = 12, 20  # pixels of one colour that make a button, and no dot or line


class NotSeen(Exception):  # noqa: N818
    """What was waited for did not come; the words say what."""


@dataclass(frozen=True, slots=True)
class Hands:
    display: str
    pictures: Path

    def type(self, text: str) -> None:
        self._do("type", "--delay", "15", text)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._do("key", key)
            time.sleep(0.2)

    def click(self, x: int, y: int) -> None:
        self._do("mousemove", str(x), str(y))
        time.sleep(0.1)
        self._do("click", "1")

    def enter(self, window: str) -> None:
        """Wait for the window of this title and give it the keys, as a window manager would."""
        found = self._do("search", "--sync", "--onlyvisible", "--name", window).split()
        self._do("windowraise", found[-1], "windowfocus", "--sync", found[-1])
        time.sleep(0.5)

    def click_what_matters(self, *, below: int = 60) -> None:
        """The lowest button in the accent colour under the row `below`, once there is one."""
        place: list[tuple[int, int]] = []

        def seen() -> bool:
            place[:] = _accent_buttons(self.look(), below)
            return bool(place)

        wait_for(seen, "no button that matters")
        self.click(*place[-1])

    def look(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def keep(self, name: str) -> None:
        """A picture of the screen, once nothing moves on it."""
        before, now = None, self.look()
        while before != now:
            time.sleep(0.6)
            before, now = now, self.look()
        now.save(self.pictures / f"{name}.png", optimize=True)

    def _do(self, *words: str) -> str:
        environment = os.environ | {"DISPLAY": self.display}
        command = ["xdotool", *words]
        done = subprocess.run(
            command, env=environment, check=True, timeout=_PATIENCE, capture_output=True, text=True
        )
        return done.stdout


def wait_for(held: Callable[[], bool], words: str) -> None:
    """Raises NotSeen."""
    end = time.monotonic() + _PATIENCE
    while not held():
        if time.monotonic() > end:
            raise NotSeen(words)
        time.sleep(0.5)


def _accent_buttons(picture: Image.Image, below: int) -> list[tuple[int, int]]:
    """A place in each area filled with the accent, from top to bottom."""
    wide, high = picture.size
    filled = picture.load()
    found: list[tuple[int, int]] = []
    for y in range(below + _HIGH, high - _HIGH, 4):
        run = 0
        for x in range(wide):
            run = run + 1 if filled[x, y] == ACCENT else 0
            middle = x - _WIDE // 2
            if run == _WIDE and all(filled[middle, y + up] == ACCENT for up in (-_HIGH // 2, _HIGH // 2)):
                found.append((middle, y))
    return found
