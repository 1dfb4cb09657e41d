"""Bandingkan dengan paket lama: offered where one lies, picked elsewhere, and left out where it cannot be read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.bundle_walk import LEFT, Asked, bundle_in, choose_folder, stand_before, start
from tests.ui.conftest import Desk
from zidesk.ui import bundle_work
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.ways_out import WayOut
from zidesk.ui.pages.bundle_page import BundlePage


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "flashdisk"
    made.mkdir()
    return made


@pytest.fixture
def asked(desk: Desk, stick: Path, paper: Callable[[str], Path]) -> Asked:
    desk.show("A.I.1.i.a")
    desk.attach([paper("satu.pdf")])
    desk.settle()
    return stand_before(desk, stick)


@pytest.fixture
def page(desk: Desk, asked: Asked) -> BundlePage:
    return desk.window.bundle


@pytest.fixture
def made(desk: Desk, page: BundlePage, stick: Path, paper: Callable[[str], Path]) -> Path:
    """A bundle, and one more file since."""
    start(desk)
    desk.settle()
    assert page.step is Step.DONE, page.check.title.text()
    assert not (bundle_in(stick) / "PERUBAHAN.pdf").exists()
    desk.show("A.I.1.i.a")
    desk.attach([paper("dua.pdf")])
    desk.settle()
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    return bundle_in(stick)


def test_the_bundle_at_the_destination_is_offered_and_told_from(desk: Desk, page: BundlePage, made: Path) -> None:
    choose_folder(desk)
    since = page.destination.since
    desk.qtbot.waitUntil(since.there.isVisible)
    assert made.name in since.there.text() and since.none.isChecked(), "offered, not chosen"
    QTest.mouseClick(since.there, LEFT)
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    QTest.mouseClick(page.check.buttons[WayOut.UPDATE], LEFT)
    desk.settle()
    assert page.step is Step.DONE and (made / "PERUBAHAN.pdf").is_file()


def test_what_is_not_at_the_destination_is_not_offered(
    desk: Desk, page: BundlePage, asked: Asked, made: Path, tmp_path: Path
) -> None:
    choose_folder(desk)
    since = page.destination.since
    desk.qtbot.waitUntil(since.there.isVisible)
    QTest.mouseClick(since.there, LEFT)
    asked.folder = tmp_path
    QTest.mouseClick(page.destination.other, LEFT)
    desk.qtbot.waitUntil(lambda: not since.there.isVisible())
    assert since.none.isChecked() and since.since() is None


@pytest.mark.parametrize("zipped", [False, True])
def test_an_earlier_bundle_is_picked(
    desk: Desk, page: BundlePage, asked: Asked, made: Path, tmp_path: Path, zipped: bool
) -> None:
    kept = tmp_path / "arsip" / made.name
    shutil.move(made, kept)
    asked.earlier = kept
    if zipped:
        asked.earlier = Path(shutil.make_archive(str(tmp_path / "lama"), "zip", kept.parent, kept.name))
    choose_folder(desk)
    since = page.destination.since
    QTest.mouseClick(since.zip if zipped else since.folder, LEFT)
    assert since.other.isChecked() and asked.earlier.name in since.other.text()
    assert str(asked.earlier) in since.other.accessibleName()
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    assert page.step is Step.DONE and (made / "PERUBAHAN.pdf").is_file()


def test_what_cannot_be_read_is_left_out_on_request(
    desk: Desk, page: BundlePage, asked: Asked, stick: Path, tmp_path: Path
) -> None:
    asked.earlier = tmp_path / "bukan paket"
    asked.earlier.mkdir()
    choose_folder(desk)
    QTest.mouseClick(page.destination.since.folder, LEFT)
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    assert page.step is Step.CHECK and list(page.check.buttons) == [WayOut.NOT_SINCE]
    assert page.check.buttons[WayOut.NOT_SINCE].text() == "Tanpa pembandingan" and not list(stick.iterdir())
    QTest.mouseClick(page.check.buttons[WayOut.NOT_SINCE], LEFT)
    desk.settle()
    assert page.step is Step.DONE and not (bundle_in(stick) / "PERUBAHAN.pdf").exists()
    assert page.destination.since.since() is None, "nor next time"


def test_who_picks_nothing_keeps_what_was_chosen(desk: Desk, page: BundlePage, asked: Asked) -> None:
    choose_folder(desk)
    asked.earlier = None
    QTest.mouseClick(page.destination.since.folder, LEFT)
    assert page.destination.since.none.isChecked() and not page.destination.since.other.isVisible()


def test_finding_an_earlier_bundle(tmp_path: Path) -> None:
    assert bundle_work.earlier_bundle(tmp_path / "tidak ada", "ZI-2026") is None
    (tmp_path / "ZI-2026").mkdir()
    assert bundle_work.earlier_bundle(tmp_path, "ZI-2026") is None, "a folder alone is no bundle"
    zipped = tmp_path / "ZI-2026.bagian-1-dari-2.zip"
    zipped.write_bytes(b"")
    assert bundle_work.earlier_bundle(tmp_path, "ZI-2026") == zipped
    (tmp_path / "ZI-2026" / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    assert bundle_work.earlier_bundle(tmp_path, "ZI-2026") == tmp_path / "ZI-2026"
