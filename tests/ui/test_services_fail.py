"""Whatever service fails beside the window: it is told in words, nothing is lost, and the window goes on."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Desk
from zidesk.domain.errors import StorageFault, ZideskError
from zidesk.messages import explain
from zidesk.services import verify
from zidesk.services.bundle import recipe
from zidesk.services.changes import performing
from zidesk.services.demo import workspace as demo
from zidesk.services.ingest import adding, pasting, replacing
from zidesk.services.pictures import pages as picture_pages
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.search.index import SearchIndex
from zidesk.services.workspaces import archive
from zidesk.ui import new_school
from zidesk.ui.main_window import ASSESSMENT, BUNDLE
from zidesk.ui.widgets import file_dialogs

LEFT = Qt.MouseButton.LeftButton
Paper = Callable[[str], Path]
CODE = "A.I.1.iii.b"


class Clumsy:
    """A desk whose clerk does something, and what she can read afterwards."""

    def __init__(self, desk: Desk, paper: Paper, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.desk, self.window, self.paper, self.folder, self.patch = desk, desk.window, paper, folder, patch

    def attach(self) -> None:
        self.desk.drop(self.window.assessment.evidence, [self.paper("baru.pdf")])

    def paste(self) -> None:
        picture = QImage(20, 20, QImage.Format.Format_RGB32)
        picture.fill(QColor("teal"))
        QGuiApplication.clipboard().setImage(picture)
        self.window.menu.action("edit.paste").trigger()

    def replace(self) -> None:
        around = self.window.evidence_desk
        around.system = replace(around.system, ask_files=lambda: [self.paper("ganti.pdf")])
        self.window.menu.action("evidence.replace").trigger()

    def save(self) -> None:
        QTest.mouseClick(self.window.assessment.question.choices.rows[3], LEFT)

    def bundle(self) -> None:
        (self.folder / "flashdisk").mkdir(exist_ok=True)
        self.patch.setattr(file_dialogs, "ask_destination", lambda _parent: self.folder / "flashdisk")
        page = self.window.bundle
        self.window.show_page(BUNDLE)
        QTest.mouseClick(page.contents.next, LEFT)
        QTest.mouseClick(page.destination.other, LEFT)
        QTest.mouseClick(page.destination.next, LEFT)

    def verify(self) -> None:
        self.patch.setattr(file_dialogs, "ask_bundle_folder", lambda _parent: self.folder)
        self.window.show_page(BUNDLE)
        QTest.mouseClick(self.window.bundle.verify.folder, LEFT)

    def back_up(self) -> None:
        self._answer_backup_dialogs()
        self.window.menu.action("workspace.back_up").trigger()

    def restore(self) -> None:
        self._answer_backup_dialogs()
        self.window.menu.action("workspace.restore").trigger()

    def _answer_backup_dialogs(self) -> None:
        self.window.backups._desktop = replace(
            self.window.backups._desktop,
            ask_target=lambda _parent, _proposed: self.folder / "cadangan.zip",
            ask_file=lambda _parent, _start: self.folder / "cadangan.zip",
            ask_place=lambda _parent, _start: self.folder,
        )

    def demo(self) -> None:
        self.patch.setattr(new_school, "documents_folder", lambda: self.folder / "Dokumen")
        self.window.new_school.open_example()

    def search(self) -> None:
        self.window.header.search.focus_search()
        QTest.keyClicks(self.window.header.search, "notula")

    def look(self) -> None:
        workspace = self.window.editing.workspace
        assert workspace is not None
        self.window.pictures.take(workspace)  # nothing is remembered
        self.desk.show(CODE)
        self.window.assessment.evidence.list.viewport().repaint()

    def large(self) -> None:
        use = self.window.assessment.evidence.current()
        assert use is not None
        self.window.evidence_desk.preview(use)

    def at_the_question(self) -> None:
        self.window.show_page(ASSESSMENT)
        self.desk.show(CODE)
        self.window.strip.hide()

    def reads(self) -> str:
        """All words on the screen."""
        labels = [one for one in self.window.findChildren(QLabel) if one.isVisible()]
        return "\n".join(one.text() for one in labels)

    def goes_on(self) -> None:
        """An answer is given and stored as ever."""
        self.window.evidence_desk.close_preview()
        self.window.show_page(ASSESSMENT)
        self.desk.show("A.I.1.i.a")
        for row, stored in ((1, "Tidak"), (0, "Ya")):
            QTest.mouseClick(self.window.assessment.question.choices.rows[row], LEFT)
            assert self.desk.stored().answers["A.I.1.i.a"] == stored
        assert not self.window.jobs.running() and not self.window.status.bar.isVisible()


SERVICES: dict[str, tuple[object, str]] = {
    "attach": (adding, "add_files"),
    "paste": (pasting, "add_picture"),
    "replace": (replacing, "replace_file"),
    "save": (performing, "perform"),
    "bundle": (recipe, "build_bundle"),
    "verify": (verify, "verify_bundle"),
    "back_up": (archive, "back_up"),
    "restore": (archive, "restore"),
    "demo": (demo, "make_demo_workspace"),
    "search": (SearchIndex, "find"),
}
PICTURES: dict[str, tuple[object, str]] = {
    "look": (Thumbnails, "picture"),
    "large": (picture_pages, "render_page"),
}


@pytest.fixture
def clumsy(desk: Desk, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clumsy:
    desk.show(CODE)
    desk.attach([paper("satu.pdf")])
    desk.settle()
    return Clumsy(desk, paper, tmp_path, monkeypatch)


def broken(fault: Exception, met: list[str]) -> Callable[..., Any]:
    def fail(*_given: object, **_named: object) -> None:
        met.append("asked")
        raise fault

    return fail


def test_a_drive_that_refuses_is_told_in_words(clumsy: Clumsy) -> None:
    before = clumsy.desk.stored()
    for job, service in SERVICES.items():
        clumsy.at_the_question()
        fault: ZideskError = StorageFault(clumsy.folder / job, "full", "No space left on device")
        met: list[str] = []
        words = explain(fault).happened
        assert words not in clumsy.reads()
        with clumsy.patch.context() as patch:
            patch.setattr(*service, broken(fault, met))
            getattr(clumsy, job)()
            clumsy.desk.qtbot.waitUntil(lambda words=words: words in clumsy.reads(), timeout=10_000)
            clumsy.desk.settle()
        assert met and clumsy.desk.stored() == before, job
        clumsy.goes_on()


def test_a_bug_of_ours_is_noted_and_the_window_goes_on(clumsy: Clumsy) -> None:
    for job, service in (SERVICES | PICTURES).items():
        clumsy.at_the_question()
        told: list[BaseException] = []
        met: list[str] = []
        with clumsy.patch.context() as patch:
            patch.setattr(sys, "excepthook", lambda _kind, fault, _trace, told=told: told.append(fault))
            patch.setattr(*service, broken(RuntimeError(job), met))
            getattr(clumsy, job)()
            clumsy.desk.qtbot.waitUntil(lambda told=told: bool(told), timeout=10_000)
            clumsy.desk.settle()
        assert met and {str(fault) for fault in told} == {job}
        clumsy.goes_on()


def test_an_undo_that_fails_can_be_tried_again(clumsy: Clumsy) -> None:
    clumsy.save()
    clumsy.desk.settle()
    fault = StorageFault(clumsy.folder, "full", "No space left on device")
    with clumsy.patch.context() as patch:
        patch.setattr(performing, "perform", broken(fault, []))
        clumsy.window.menu.action("edit.undo").trigger()
        clumsy.desk.qtbot.waitUntil(lambda: explain(fault).happened in clumsy.reads())
        clumsy.desk.settle()
    assert clumsy.desk.stored().answers[CODE] == "D"
    clumsy.window.menu.action("edit.undo").trigger()
    assert clumsy.desk.stored().answers[CODE] == "A"
    clumsy.goes_on()
