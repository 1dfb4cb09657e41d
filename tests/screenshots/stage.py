"""The real window on its way through the shots, with schools of its own to work on."""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from tests.screenshots.looks import Look
from zidesk.services.demo.workspace import make_demo_workspace
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import shipped_resources
from zidesk.storage.settings import Settings, SettingsFile
from zidesk.ui.main_window import MainWindow, WindowContext

MOMENT = datetime(2026, 5, 18, 2, 32, tzinfo=UTC)
_FILES = 48
_LONGEST = 120.0  # seconds until work counts as stuck
_CALM = 250  # milliseconds in which layouts and pictures come to rest


@dataclass(frozen=True)
class Schools:
    """The workspaces that every look works on copies of."""

    demo: Path
    empty: Path


def make_schools(folder: Path) -> Schools:
    resources = shipped_resources()
    schools = Schools(folder / "contoh", folder / "kosong")
    make_demo_workspace(schools.demo, resources, _FILES).close()
    profile = resources.demo / "profil.toml"
    create_from_profile(schools.empty, profile, Wishes(), resources, lambda: MOMENT).close()
    return schools


class Stage:
    """One window in one look; `folder` is its own."""

    def __init__(self, look: Look, schools: Schools, folder: Path) -> None:
        self.look, self.folder = look, folder
        self.schools = Schools(folder / "SMAN 1 Lembah Cendana", folder / "SMAN 1 Baru")
        shutil.copytree(schools.demo, self.schools.demo)
        shutil.copytree(schools.empty, self.schools.empty)
        settings = SettingsFile(folder / "setelan" / "setelan.json")
        settings.save(replace(Settings(), theme=look.theme, text_scale=look.text))
        self.window = MainWindow(WindowContext("siti", lambda: MOMENT, settings))
        screens = (screen.geometry() for screen in QGuiApplication.screens())
        self.window.setGeometry(next(room for room in screens if room.width() == look.width))
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Until nothing runs any more, and what was asked for has been drawn. Raises TimeoutError."""
        QTest.qWait(_CALM)
        while self.window.jobs.running():  # what has ended may have asked for more
            self.wait_for(lambda: not self.window.jobs.running())
            QTest.qWait(_CALM)

    def wait_for(self, done: Callable[[], bool]) -> None:
        """Raises TimeoutError."""
        end = time.monotonic() + _LONGEST
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("the window is still at work")
            QTest.qWait(10)

    def open(self, root: Path, *, read_only: bool = False) -> None:
        self.window.open(root, read_only=read_only)
        self.settle()

    def picture(self, widget: QWidget | None = None) -> QPixmap:
        """What is seen of the window, or of something over it, once everything is at rest."""
        self.settle()
        return (widget or self.window).grab()

    def dialog(self) -> QDialog:
        """The dialog that is open now. Raises LookupError."""
        self.settle()
        found = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        if not found:
            raise LookupError("no dialog is open")
        return found[-1]

    def close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.done(0)
        self.window.strip.hide()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(1)

    def close(self) -> None:
        """Raises TimeoutError."""
        self.close_dialogs()
        self.window.messenger.ask = lambda *_words: True  # type: ignore[method-assign]
        self.window.close()
        self.wait_for(lambda: not self.window.isVisible())
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
