"""One picture: its name, and what to do for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from tests.screenshots.stage import Stage


@dataclass(frozen=True)
class Shot:
    """`take` leaves the window as the shots after it expect it: with the same workspace open, if any. `page`: only
    for a window that has it."""

    name: str
    take: Callable[[Stage], QPixmap]
    page: str = ""
