"""The way through the bundle wizard with real events, and what the system would answer on it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import Desk
from zidesk.domain.progress import Progress, Stage
from zidesk.services.bundle import recipe
from zidesk.ui.bundle_controller import Desktop
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.page_keys import BUNDLE

LEFT = Qt.MouseButton.LeftButton


class Asked:
    """What the system's dialogs would answer, and the folders that were shown."""

    def __init__(self, stick: Path) -> None:
        self.folder: Path | None = stick
        self.bundle: Path | None = None
        self.earlier: Path | None = None
        self.shown: list[Path] = []

    def ask_folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.earlier

    def ask_zip(self, _parent: QWidget, _title: str) -> Path | None:
        return self.earlier

    def ask_pdf(self, _parent: QWidget) -> Path | None:
        return None


def stand_before(desk: Desk, stick: Path) -> Asked:
    """On the page of bundles, with dialogs that answer at once."""
    answers = Asked(stick)
    desk.window.bundling._desktop = Desktop(
        lambda: answers.folder, lambda: answers.bundle, lambda: answers.bundle, answers.shown.append
    )
    desk.window.bundling.comparing.desktop = answers
    QTest.mouseClick(desk.window.rail.buttons[BUNDLE], LEFT)
    assert desk.window.bundle.isVisible()
    return answers


def choose_folder(desk: Desk) -> None:
    page = desk.window.bundle
    QTest.mouseClick(page.contents.next, LEFT)
    assert page.step is Step.DESTINATION
    QTest.mouseClick(page.destination.other, LEFT)
    assert page.destination.next.isEnabled()


def start(desk: Desk) -> None:
    choose_folder(desk)
    QTest.mouseClick(desk.window.bundle.destination.next, LEFT)


def bundle_in(stick: Path) -> Path:
    (found,) = [path for path in stick.iterdir() if path.is_dir()]
    return found


class Gate:
    """Holds the work after the first report that `here` is looking for, until let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, here: Callable[[Progress], bool]) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        real = recipe.build_bundle

        def held(workspace, request, resources, report, cancel):  # type: ignore[no-untyped-def]
            def slow(progress: Progress) -> None:
                report(progress)
                if here(progress):
                    self.reached.set()
                    self.open.wait(20)

            return real(workspace, request, resources, slow, cancel)

        monkeypatch.setattr(recipe, "build_bundle", held)


def at_stage(stage: Stage) -> Callable[[Progress], bool]:
    return lambda progress: progress.stage is stage
