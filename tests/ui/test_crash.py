"""A fault of our own: what is typed is saved, what to send is shown, and the program goes on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.conftest import Desk
from zidesk import __version__
from zidesk.ui.crash import CrashHandler, write_note

CODE = "A.I.1.iii.b"


class Shown:
    """The dialogs that came: their words, and the button that is pressed in each."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.press = "Lanjutkan"
        self.timer = QTimer(interval=20)
        self.timer.timeout.connect(self._look)
        self.timer.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.words.append(f"{box.text()} {box.informativeText()}")
            next(button for button in box.buttons() if button.text() == self.press).click()


@pytest.fixture
def shown(desk: Desk) -> Iterator[Shown]:
    made = Shown()
    yield made
    made.timer.stop()


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "log" / "kesalahan.txt"


@pytest.fixture
def handler(desk: Desk, note: Path, monkeypatch: pytest.MonkeyPatch) -> CrashHandler:
    made = CrashHandler(note)
    made.save = desk.window.commit
    monkeypatch.setattr(sys, "excepthook", made)
    return made


def strike(words: str = "hal yang tak terduga") -> None:
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


@pytest.mark.usefixtures("handler")
def test_a_fault_in_a_job_is_told_and_the_work_goes_on(desk: Desk, shown: Shown, note: Path) -> None:
    def broken() -> None:
        raise ZeroDivisionError("hal yang tak terduga")

    desk.show(CODE)
    desk.window.assessment.question.note.setPlainText("Ditulis sesaat sebelumnya.")
    desk.window.jobs.quick(broken)
    desk.qtbot.waitUntil(lambda: bool(shown.words))
    desk.settle()
    assert str(note) in shown.words[0] and "tetap aman" in shown.words[0]
    told = note.read_text(encoding="utf-8")
    assert "ZeroDivisionError: hal yang tak terduga" in told and f"ZIDesk {__version__}" in told
    assert "in broken" in told
    assert desk.stored().notes[CODE] == "Ditulis sesaat sebelumnya.", "typed, and saved before the dialog"
    desk.window.assessment.question.note.setPlainText("Dilanjutkan.")
    desk.show("A.I.1.i.a")
    assert desk.stored().notes[CODE] == "Dilanjutkan."


@pytest.mark.usefixtures("handler")
def test_its_folder_is_a_click_away(shown: Shown, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    shown.press = "Buka foldernya"
    strike()
    assert opened == [str(note.parent)]


@pytest.mark.usefixtures("handler")
def test_the_same_fault_again_and_again_does_not_bury_the_screen(shown: Shown, note: Path) -> None:
    for _ in range(8):
        strike()
    assert len(shown.words) == 3
    assert note.read_text(encoding="utf-8").count("ZeroDivisionError: ") == 8, "every one is noted"


def test_a_fault_in_saving_does_not_keep_the_dialog_away(handler: CrashHandler, shown: Shown, note: Path) -> None:
    def save() -> None:
        raise LookupError("penyimpanan")

    handler.save = save
    strike()
    assert len(shown.words) == 1
    assert "LookupError: penyimpanan" in note.read_text(encoding="utf-8")


def test_where_no_note_can_be_written_the_dialog_says_what_else_to_do(
    desk: Desk, shown: Shown, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log").write_text("bukan folder")
    monkeypatch.setattr(sys, "excepthook", CrashHandler(tmp_path / "log" / "kesalahan.txt"))
    strike()
    assert "Tutup lalu buka lagi" in shown.words[0] and "kesalahan.txt" not in shown.words[0]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_notes_do_not_grow_for_ever(note: Path) -> None:
    assert write_note(note, "lama\n" * 200_000) and write_note(note, "baru\n")
    assert note.read_text(encoding="utf-8") == "baru\n"
