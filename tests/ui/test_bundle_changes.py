"""Bandingkan dengan paket lama: two bundles chosen, the list shown, saved as PDF; and what stands in the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import Desk
from tests.unit.services.bundle_changes.small_bags import a_record, make_bag, recorded
from zidesk.ui.dialogs.bundle_changes import BundleChangesDialog, Which
from zidesk.ui.page_keys import BUNDLE

LEFT = Qt.MouseButton.LeftButton


class Answers:
    """What the system's dialogs would give."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.pdf: Path | None = None

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folder

    def ask_zip(self, parent: QWidget, title: str) -> Path | None:
        return self.folder

    def ask_pdf(self, parent: QWidget) -> Path | None:
        return self.pdf


@pytest.fixture
def answers(desk: Desk) -> Answers:
    found = Answers()
    desk.window.bundling.comparing.desktop = found
    return found


@pytest.fixture
def dialog(desk: Desk, answers: Answers) -> BundleChangesDialog:
    QTest.mouseClick(desk.window.rail.buttons[BUNDLE], LEFT)
    QTest.mouseClick(desk.window.bundle.verify.compare, LEFT)
    opened = desk.window.bundling.comparing.dialog
    assert opened is not None and opened.isVisible()
    return opened


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    old = make_bag(tmp_path / "lama", {"1.txt": "isi"}, a_record(recorded("1.txt", "isi", "SK Tim")))
    files = {"1.txt": "isi baru", "2.txt": "foto"}
    new = make_bag(
        tmp_path / "baru",
        files,
        a_record(recorded("1.txt", "isi baru", "SK Tim"), recorded("2.txt", "foto", "<b>Foto</b>")),
    )
    return old, new


def choose(desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path]) -> None:
    for which, path in zip(Which, pair, strict=True):
        answers.folder = path
        QTest.mouseClick(dialog.folders[which], LEFT)
    desk.settle()


def rows(dialog: BundleChangesDialog) -> dict[str, list[str]]:
    heads = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    return {head.text(0): [head.child(at).text(1) for at in range(head.childCount())] for head in heads}


def test_it_says_what_to_do_first(desk: Desk, dialog: BundleChangesDialog, answers: Answers) -> None:
    assert dialog.summary.text() == "Pilih paket lama dan paket baru untuk melihat yang berubah."
    assert not dialog.export.isEnabled() and not dialog.list.isVisible()
    answers.folder = None
    QTest.mouseClick(dialog.folders[Which.EARLIER], LEFT)  # the user goes back
    assert dialog.pair is None


def test_what_has_changed_is_listed_and_saved(
    desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    choose(desk, dialog, answers, pair)
    assert dialog.summary.text() == "Berkas: 1 ditambahkan, 1 diganti."
    assert rows(dialog) == {"Ditambahkan (1)": ["<b>Foto</b>"], "Diganti (1)": ["SK Tim"]}
    assert dialog.list.visualItemRect(dialog.list.topLevelItem(0)).height() > 0
    answers.pdf = tmp_path / "PERUBAHAN.pdf"
    QTest.mouseClick(dialog.export, LEFT)
    desk.settle()
    assert answers.pdf.read_bytes().startswith(b"%PDF-")
    assert str(answers.pdf) in dialog.remarks.text()


def test_the_pdf_may_not_go_anywhere(
    desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    choose(desk, dialog, answers, pair)
    answers.pdf = tmp_path / "tidak-ada" / "x.pdf"
    QTest.mouseClick(dialog.export, LEFT)
    desk.settle()
    assert "tidak" in dialog.remarks.text() and dialog.list.isVisible()


def test_two_that_are_the_same(
    desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path]
) -> None:
    choose(desk, dialog, answers, (pair[0], pair[0]))
    assert dialog.summary.text() == "Tidak ada perubahan."
    assert not dialog.list.isVisible() and dialog.export.isEnabled()


def test_what_cannot_be_compared_is_said_and_another_can_be_chosen(
    desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    choose(desk, dialog, answers, (tmp_path / "tidak-ada", pair[1]))
    assert "tidak ditemukan" in dialog.summary.text()
    assert not dialog.export.isEnabled()
    answers.folder = pair[0]
    QTest.mouseClick(dialog.zips[Which.EARLIER], LEFT)
    desk.settle()
    assert dialog.list.isVisible()


def test_closing_ends_the_work(
    desk: Desk, dialog: BundleChangesDialog, answers: Answers, pair: tuple[Path, Path]
) -> None:
    for which, path in zip(Which, pair, strict=True):
        dialog.choose(which, path)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.settle()
    assert desk.window.bundling.comparing.dialog is None
    QTest.mouseClick(desk.window.bundle.verify.compare, LEFT)
    assert desk.window.bundling.comparing.dialog is not None
