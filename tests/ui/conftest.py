"""The real window, offscreen, over a real workspace. A warning of Qt fails a test."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zidesk.services.answers.answering import import_answers
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.settings import SettingsFile
from zidesk.storage.workspace import open_workspace
from zidesk.ui.application import Application, make_application
from zidesk.ui.main_window import MainWindow, WindowContext

_HERE = Path(__file__).parent
MOMENT = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
# what Qt's platform without a screen says of itself; which of it, differs between its versions
_NO_FAULTS = ("This plugin does not support", "XDG_RUNTIME_DIR not set")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_NO_FAULTS, extend=True))


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Iterator[Application]:
    yield make_application([])
    gc.enable()


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory, resources_root: Path, test_data: Path) -> Path:
    """A workspace with every question answered but A.I.1.ii.a, and no evidence."""
    root = tmp_path_factory.mktemp("acuan") / "kerja"
    resources = Resources(resources_root)
    workspace = create_from_profile(root, resources.demo / "profil.toml", Wishes(), resources, lambda: MOMENT)
    import_answers(workspace, test_data / "contoh-jawaban.csv", "operator")
    from zidesk.services.answers.answering import answer_question

    answer_question(workspace, "A.I.1.ii.a", "", "", "operator")
    workspace.close()
    return root


@pytest.fixture
def workspace_root(tmp_path: Path, filled_template: Path) -> Path:
    root = tmp_path / "kerja"
    shutil.copytree(filled_template, root)
    return root


@dataclass
class Desk:
    """A window at work, and what tests do with it."""

    window: MainWindow
    qtbot: QtBot
    root: Path

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        self.qtbot.waitUntil(lambda: not self.window.jobs.running(), timeout=20_000)

    def open(self, root: Path | None = None, *, read_only: bool = False) -> None:
        self.window.open(root or self.root, read_only=read_only)
        self.settle()

    def show(self, code: str) -> None:
        self.window.controller.show_question(code)
        self.settle()

    def attach(self, files: list[Path]) -> None:
        """To the question in hand."""
        self.window.evidence.attach(files, self.window.assessment.question.code)

    def close(self) -> None:
        self.window.close()
        self.qtbot.waitUntil(lambda: not self.window.isVisible(), timeout=20_000)

    def stored(self) -> "Stored":
        """What the workspace holds now, read by another opener."""
        self.settle()
        workspace = open_workspace(self.root, read_only=True)
        try:
            assessment = workspace.assessment()
            return Stored(
                {code: "" if a.value is None else str(a.value) for code, a in assessment.answers.items()},
                {code: a.note for code, a in assessment.answers.items()},
                {code: [use.title for use in uses] for code, uses in assessment.evidence.items()},
            )
        finally:
            workspace.close()

    def drop(self, target: QWidget, paths: list[Path]) -> bool:
        """Drag local files onto a widget and let go; whether they were taken."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, button, keys = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, button, keys)
        enter.ignore()
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(target, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, button, keys))
        return True


@dataclass
class Stored:
    answers: dict[str, str]
    notes: dict[str, str]
    evidence: dict[str, list[str]]


MakeDesk = Callable[[], Desk]


@pytest.fixture
def make_desk(dressed: Application, qtbot: QtBot, tmp_path: Path, workspace_root: Path) -> Iterator[MakeDesk]:
    """Makes windows; all are closed at the end."""
    made: list[Desk] = []

    def make() -> Desk:
        context = WindowContext("siti", lambda: MOMENT, SettingsFile(tmp_path / "setelan" / "setelan.json"))
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(Desk(window, qtbot, workspace_root))
        return made[-1]

    yield make
    for desk in made:
        desk.window.messenger.ask = lambda *_words: True  # type: ignore[method-assign]
        if desk.window.isVisible():
            desk.close()
        desk.window.deleteLater()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A window with the filled workspace open."""
    made = make_desk()
    made.open()
    return made


@pytest.fixture
def paper(tmp_path: Path, test_data: Path) -> Callable[[str], Path]:
    """A sound, different PDF under any name."""

    def make(name: str) -> Path:
        path = tmp_path / "unduhan" / name
        path.parent.mkdir(exist_ok=True)
        source = (test_data / "corpus" / "minimal-document.pdf").read_bytes()
        path.write_bytes(source + f"\n% {name}\n".encode())
        return path

    return make
