"""The window of tests/ui, on its start page, for what goes through the whole program."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.end_to_end.clerk import Clerk
from tests.ui.conftest import MOMENT, dressed, qapp_cls
from zidesk.storage.settings import SettingsFile
from zidesk.ui import new_school
from zidesk.ui.main_window import MainWindow, WindowContext

__all__ = ["dressed", "qapp_cls"]


@pytest.fixture
def clerk(dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    """Someone in front of a window that was never used before."""
    monkeypatch.setattr(new_school, "documents_folder", lambda: tmp_path / "Dokumen")
    context = WindowContext("siti", lambda: MOMENT, SettingsFile(tmp_path / "setelan" / "setelan.json"))
    sat = Clerk(qtbot, lambda: MainWindow(context))
    yield sat
    sat.window.messenger.ask = lambda *_words: True  # type: ignore[method-assign]
    sat.leave()


@pytest.fixture
def desktop(tmp_path: Path, test_data: Path) -> Callable[[str], Path]:
    """Puts a scan or a photo on the clerk's desktop, each different."""
    folder = tmp_path / "Unduhan"
    folder.mkdir()

    def put(name: str) -> Path:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if path.suffix == ".png":
            Image.new("RGB", (80, 60), (len(name) * 7 % 256, 90, 160)).save(path)
        else:
            source = (test_data / "corpus" / "minimal-document.pdf").read_bytes()
            path.write_bytes(source + f"\n% {name}\n".encode())
        return path

    return put
