"""Every step of the wizard with large letters on small screens: nothing is cut off, and the way on is in view."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.bundle_walk import LEFT, stand_before
from tests.ui.conftest import Desk
from tests.ui.test_fits import cut, outside
from tests.ui.tour import called
from zidesk.domain.privacy import PersonalKind
from zidesk.services.bundle.request import Handling, Merged
from zidesk.services.privacy.suggesting import Suggestion
from zidesk.ui.application import Application
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.pages.bundle_page import BundlePage

_LEAST = 32  # pixels of anything that is clicked


@pytest.fixture
def letters(dressed: Application) -> Iterator[Callable[[float], None]]:
    yield lambda scale: dressed.theme.apply("light", scale)
    dressed.theme.apply("light", 1.0)


@pytest.mark.parametrize(("size", "scale"), [(QSize(1366, 768), 1.25), (QSize(1920, 1080), 1.5)])
def test_every_step_fits(
    desk: Desk,
    paper: Callable[[str], Path],
    letters: Callable[[float], None],
    tmp_path: Path,
    size: QSize,
    scale: float,
) -> None:
    (tmp_path / "flashdisk").mkdir()
    desk.show("A.I.1.i.a")
    desk.attach([paper("satu.pdf"), paper("Daftar siswa kelas XII beserta nomor induk dan alamatnya.pdf")])
    desk.settle()
    assert desk.window.editing.assessment is not None
    uses = desk.window.editing.assessment.uses_of("A.I.1.i.a")
    desk.window.privacy.decide(uses[:1], True)
    desk.settle()
    desk.window.strip.hide()
    letters(scale)
    desk.window.resize(size)
    stand_before(desk, tmp_path / "flashdisk")
    desk.window.bundling.show_suggestions((Suggestion(uses[1], {PersonalKind.NIK: 1}),))
    page, faults = desk.window.bundle, []
    for name, forth in walk(desk, page):
        desk.settle()
        QTest.qWait(60)  # what was just shown is laid out in several turns
        QApplication.processEvents()
        faults += [f"{name}: {fault}" for fault in faults_of(page, forth)]
    assert not faults, "\n".join(dict.fromkeys(faults))


def walk(desk: Desk, page: BundlePage) -> Iterator[tuple[str, QAbstractButton]]:
    """Each step with the button that leads on."""
    contents = page.contents
    yield "isi", contents.next
    QTest.mouseClick(contents.areas.some, LEFT)
    QTest.mouseClick(contents.areas.boxes["1"], LEFT)
    yield "area", contents.next
    QTest.mouseClick(contents.more, LEFT)
    options = contents.options
    QTest.mouseClick(options.limit.usual[2], LEFT)
    QTest.mouseClick(options.merged.buttons[Merged.AREAS], LEFT)
    QTest.mouseClick(options.personal.buttons[Handling.LOCK], LEFT)
    yield "pilihan lain", contents.next
    QTest.mouseClick(contents.back, LEFT)
    yield "area dan pilihan lain", contents.next
    QTest.mouseClick(contents.next, LEFT)
    QTest.mouseClick(page.destination.other, LEFT)
    page.destination.since.show_picked(Path("ZI-2025-20600001-SMA-NEGERI-1-KABUPATEN-TANGERANG"))
    yield "tujuan", page.destination.next
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    yield "periksa", next(iter(page.check.buttons.values()))
    QTest.mouseClick(next(iter(page.check.buttons.values())), LEFT)
    desk.settle()
    assert page.step is Step.DONE
    QTest.mouseClick(page.done.more, LEFT)
    yield "selesai", page.passphrase.copy
    page.passphrase.done.click()


def faults_of(page: BundlePage, forth: QAbstractButton) -> Iterator[str]:
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.objectName()[:3] != "qt_":
            for fault in filter(None, (cut(widget), outside(widget))):
                yield f"{fault}: {called(widget)}"
            if isinstance(widget, QAbstractButton) and min(widget.height(), widget.width()) < _LEAST:
                yield f"{widget.width()}×{widget.height()} is hard to hit: {called(widget)}"
            if isinstance(widget, QAbstractButton) and not widget.accessibleName():
                yield f"has no name: {called(widget)}"
    below = forth.mapTo(page, QPoint(0, forth.height())).y()
    if below > page.height():
        yield f"{below - page.height()} px too low: {called(forth)}"
