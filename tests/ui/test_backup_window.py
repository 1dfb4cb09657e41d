"""Backups asked for at the window: a file is made, a workspace comes back, a missing drive is no drama."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MOMENT, Desk
from zidesk.domain.progress import CancelToken
from zidesk.storage.backups import place_elsewhere
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.settings import Settings
from zidesk.storage.workspace import open_workspace
from zidesk.ui import backup_work as work
from zidesk.ui import dialog_words
from zidesk.ui.backup_controller import BackupController, BackupDesktop

LEFT = Qt.MouseButton.LeftButton


class Backups:
    """The controller at a real window, with answers to its questions and what it did."""

    def __init__(self, desk: Desk, documents: Path) -> None:
        self.desk, self.documents = desk, documents
        self.target: Callable[[Path], Path | None] = lambda proposed: proposed
        self.file: Path | None = None
        self.place: Path | None = documents
        self.proposed: list[Path] = []
        self.shown: list[Path] = []
        self.opened: list[Path] = []
        desktop = BackupDesktop(
            self.shown.append,
            self._ask_target,
            lambda _parent, _start: self.file,
            lambda _parent, _start: self.place,
        )
        window = desk.window
        self.controller = BackupController(
            window, window.jobs, window.messenger, lambda: MOMENT, documents, self.opened.append, desktop
        )
        self.controller.saving_asked.connect(window.controller.commit)

    def _ask_target(self, _parent: QWidget, proposed: Path) -> Path | None:
        self.proposed.append(proposed)
        return self.target(proposed)

    def back_up(self) -> None:
        self.controller.back_up(self.desk.root, "SMA Negeri 1: Contoh/Lama")
        self.desk.settle()

    def restore(self) -> None:
        self.controller.restore()
        self.desk.settle()

    @property
    def said(self) -> str:
        strip = self.desk.window.strip
        return strip.text.text() if strip.isVisible() else ""

    def press(self) -> None:
        QTest.mouseClick(self.desk.window.strip.action, LEFT)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "Dokumen"
    folder.mkdir()
    return folder


@pytest.fixture
def backups(desk: Desk, documents: Path) -> Backups:
    return Backups(desk, documents)


def test_the_workspace_that_is_open_is_saved_whole(backups: Backups, documents: Path) -> None:
    backups.desk.window.controller.show_question("A.I.1.i.a")
    backups.desk.window.assessment.question.note.setFocus()
    QTest.keyClicks(backups.desk.window.assessment.question.note, "baru diketik ")
    backups.back_up()
    made = documents / "Cadangan SMA Negeri 1 Contoh Lama 2026-03-05.zip"
    assert backups.proposed == [made] and list(documents.iterdir()) == [made]
    assert "zidesk.db" in zipfile.ZipFile(made).namelist()
    assert made.name in backups.said and "sudah jadi" in backups.said
    backups.press()
    assert backups.shown == [documents]
    backups.file = made
    backups.restore()
    workspace = open_workspace(documents / "SMA Negeri 1 Contoh Lama 2026-03-05", read_only=True)
    assert "baru diketik" in workspace.answers.all()["A.I.1.i.a"].note
    workspace.close()


def test_a_second_of_the_day_gets_another_name(backups: Backups, documents: Path) -> None:
    for _ in range(2):
        backups.back_up()
    assert [path.name[-8:] for path in backups.proposed] == ["3-05.zip", " (2).zip"]
    assert len(list(documents.iterdir())) == 2


def test_what_is_there_is_never_written_over(backups: Backups, documents: Path) -> None:
    mine = documents / "milik saya.zip"
    mine.write_text("jangan disentuh")
    backups.target = lambda _proposed: mine
    backups.back_up()
    assert "sudah ada" in backups.said and mine.read_text() == "jangan disentuh"


def test_going_back_does_nothing(backups: Backups, documents: Path) -> None:
    backups.target = lambda _proposed: None
    backups.back_up()
    backups.restore()
    backups.file, backups.place = documents / "x.zip", None
    backups.restore()
    assert backups.said == "" and list(documents.iterdir()) == []


def test_a_backup_comes_back_as_a_new_folder_and_can_be_opened(backups: Backups, documents: Path) -> None:
    backups.back_up()
    backups.file = backups.proposed[0]
    places = []
    for _ in range(2):
        backups.restore()
        assert "dipulihkan ke folder baru" in backups.said
        backups.press()
        backups.desk.qtbot.waitUntil(lambda: len(backups.opened) == len(places) + 1)
        places.append(backups.opened[-1])
    first = documents / "SMA Negeri 1 Contoh Lama 2026-03-05"
    assert places == [first, first.with_name(f"{first.name} (2)")]
    before = open_workspace(backups.desk.root, read_only=True)
    after = open_workspace(first, read_only=True)
    assert after.assessment() == before.assessment()
    before.close()
    after.close()


def test_a_foreign_file_is_refused_and_leaves_nothing(backups: Backups, documents: Path) -> None:
    backups.file = documents / "surat.zip"
    backups.file.write_text("bukan ZIP")
    backups.restore()
    assert "bukan cadangan ZIDesk yang utuh" in backups.said
    assert list(documents.iterdir()) == [backups.file]


@pytest.mark.parametrize("way", ["back_up", "restore"])
def test_it_can_be_stopped(backups: Backups, documents: Path, way: str) -> None:
    backups.back_up()
    backups.file = backups.proposed[0]
    before = sorted(documents.iterdir())
    window = backups.desk.window
    window.jobs.started.connect(lambda job: job.cancel() if job.title else None)
    getattr(backups, way)()
    assert "tidak jadi" in backups.said and "tidak ada yang tertinggal" in backups.said
    assert sorted(documents.iterdir()) == before


def test_other_work_is_finished_first(backups: Backups) -> None:
    release = CancelToken()

    def busy(_report: object, cancel: CancelToken) -> None:
        while not (release.is_set or cancel.is_set):
            QTest.qSleep(5)

    backups.desk.window.jobs.start(busy, title="Melampirkan berkas")
    backups.controller.back_up(backups.desk.root, "SMA")
    backups.controller.restore()
    assert "Masih ada pekerjaan" in backups.said and backups.proposed == []
    release.cancel()
    backups.desk.settle()


# the automatic copies


def test_the_automatic_copy_goes_to_the_second_place(backups: Backups, documents: Path) -> None:
    backups.controller.copy_elsewhere(backups.desk.root, Settings(backup_folder=documents))
    backups.desk.settle()
    copies = list(place_elsewhere(WorkspacePaths(backups.desk.root), documents).iterdir())
    assert [copy.suffix for copy in copies] == [".db"] and backups.said == ""


def test_without_a_second_place_nothing_is_done(backups: Backups) -> None:
    backups.controller.copy_elsewhere(backups.desk.root, Settings())
    assert backups.desk.window.jobs.running() == ()


def test_a_missing_drive_is_told_once(backups: Backups, documents: Path) -> None:
    wish = Settings(backup_folder=documents / "E")
    strip = backups.desk.window.strip
    backups.controller.copy_elsewhere(backups.desk.root, wish)
    backups.desk.settle()
    assert "sedang tidak terjangkau" in backups.said and not strip.action.isVisible()
    strip.hide()
    backups.controller.copy_elsewhere(backups.desk.root, wish)
    backups.desk.settle()
    assert backups.said == ""
    (documents / "E").mkdir()
    backups.controller.copy_elsewhere(backups.desk.root, wish)
    backups.desk.settle()
    (documents / "E").rename(documents / "F")
    backups.controller.copy_elsewhere(backups.desk.root, wish)
    backups.desk.settle()
    assert "sedang tidak terjangkau" in backups.said, "it had been there between"


# names and dialogs


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("SMAN 1 Contoh", "Cadangan SMAN 1 Contoh 2026-11-21.zip"),
        ("", "Cadangan Sekolah 2026-11-21.zip"),
        ("x" * 300, f"Cadangan {'x' * 80} 2026-11-21.zip"),
    ],
)
def test_the_usual_name(school: str, name: str) -> None:
    assert work.backup_name(school, date(2026, 11, 21)) == name
    assert work.restored_name(Path(name)) == name.removeprefix("Cadangan ").removesuffix(".zip")


def test_a_backup_without_a_name_gets_a_folder_all_the_same() -> None:
    assert work.restored_name(Path("Cadangan .zip")) == "Berkas kerja"


@pytest.mark.parametrize("ask", ["target", "file", "place"])
def test_the_dialogs_speak_indonesian(dressed: QApplication, qtbot: QtBot, tmp_path: Path, ask: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    words: set[str] = set()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        words.add(dialog.windowTitle())
        words.update(button.text() for button in dialog.findChildren(QPushButton))
        words.update(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(200, look)
    start = tmp_path / "belum" / "ada"
    chosen = {
        "target": lambda: dialog_words.ask_backup_target(parent, start / "Cadangan.zip"),
        "file": lambda: dialog_words.ask_backup_file(parent, start),
        "place": lambda: dialog_words.ask_restore_place(parent, start),
    }[ask]()
    assert chosen is None
    accept = {"target": "Cadangkan", "file": "Pilih", "place": "Pulihkan di sini"}[ask]
    assert {accept, "Batal", "Nama:", "Jenis:", "Lihat di:"} <= words
