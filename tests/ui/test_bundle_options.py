"""Pilihan lain: what differs from the usual is told in one line, and personal data where there is any."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.bundle_walk import LEFT, Asked, stand_before, start
from tests.ui.conftest import Desk
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.privacy import PersonalKind
from zidesk.services.bundle.request import Handling, Merged
from zidesk.services.privacy.suggesting import Suggestion
from zidesk.ui.bundle_wizard.contents_step import ContentsStep
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.option_words import limit_words, summary_of
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.wish import Options
from zidesk.ui.page_keys import BUNDLE, OVERVIEW

USUAL = "Seperti biasa: berkas apa adanya, tanpa berkas gabungan."


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "flashdisk"
    made.mkdir()
    return made


@pytest.fixture
def asked(desk: Desk, stick: Path, paper: Callable[[str], Path]) -> Asked:
    desk.show("A.I.1.i.a")
    desk.attach([paper("satu.pdf"), paper("dua.pdf")])
    desk.settle()
    desk.show("A.I.2.i.a")
    desk.attach([paper("tiga.pdf")])
    desk.settle()
    return stand_before(desk, stick)


@pytest.fixture
def contents(desk: Desk, asked: Asked) -> ContentsStep:
    return desk.window.bundle.contents


def press(button: QAbstractButton) -> None:
    """By the keyboard, as far as it can be reached so."""
    assert button.isVisible() and button.isEnabled(), button.text()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def uses(desk: Desk, code: str) -> tuple[EvidenceUse, ...]:
    assert desk.window.editing.assessment is not None
    return tuple(desk.window.editing.assessment.uses_of(code))


def mark(desk: Desk, code: str) -> None:
    desk.window.privacy.decide(uses(desk, code), True)
    desk.settle()


def test_the_common_choices_come_first_and_the_others_say_what_they_are(
    desk: Desk, contents: ContentsStep
) -> None:
    assert contents.differences.text() == USUAL
    assert contents.options.isHidden() and not contents.back.isVisible()
    press(contents.more)
    options = contents.options
    assert (
        options.isVisible() and not contents.areas.isVisible() and desk.window.focusWidget() is options.limit.off
    )
    press(options.limit.usual[5])
    press(options.merged.buttons[Merged.AREAS])
    press(options.paper.buttons["F4"])
    press(contents.back)
    assert desk.window.focusWidget() is contents.more and contents.areas.isVisible()
    assert contents.differences.text() == "Berkas diperkecil sampai 5 MB, berkas gabungan per area, kertas F4."
    wanted = contents.contents()
    assert wanted.options == Options(5_000_000, Merged.AREAS) and wanted.paper == "F4"


def test_a_limit_of_ones_own(contents: ContentsStep) -> None:
    press(contents.more)
    limit = contents.options.limit
    assert not limit.mb.isEnabled() and limit.limit() is None
    press(limit.own)
    limit.mb.setFocus()
    limit.mb.selectAll()
    QTest.keyClicks(limit.mb, "3")
    assert limit.limit() == 3_000_000
    press(limit.off)
    assert limit.limit() is None and not limit.mb.isEnabled()


def test_without_personal_data_there_is_nothing_to_choose(contents: ContentsStep) -> None:
    press(contents.more)
    personal = contents.options.personal
    assert personal.about.text().startswith("Tidak ada berkas bertanda")
    assert not any(button.isVisible() for button in personal.buttons.values())
    assert not contents.review.isVisible()


def test_what_is_marked_is_counted_within_what_is_chosen(desk: Desk, contents: ContentsStep) -> None:
    mark(desk, "A.I.1.i.a")
    assert contents.differences.text() == f"{USUAL} 2 berkas bertanda memuat data pribadi ikut apa adanya."
    press(contents.more)
    personal = contents.options.personal
    assert personal.about.text() == "2 berkas bertanda memuat data pribadi."
    press(personal.buttons[Handling.LOCK])
    assert contents.contents().options.personal is Handling.LOCK
    press(contents.back)
    assert "dikunci dengan kata sandi" in contents.differences.text()
    press(contents.areas.some)
    press(contents.areas.boxes["2"])
    assert "data pribadi" not in contents.differences.text(), "none of it is in this area"
    press(contents.areas.boxes["1"])
    assert "2 berkas bertanda memuat data pribadi" in contents.differences.text()


def test_what_was_not_looked_at_is_said_with_the_way_there(desk: Desk, contents: ContentsStep) -> None:
    suggestion = Suggestion(uses(desk, "A.I.2.i.a")[0], {PersonalKind.NIK: 2})
    desk.window.bundling.show_suggestions((suggestion,))
    assert contents.review.isVisible()
    assert contents.review.words.text() == "1 berkas mungkin memuat data pribadi dan belum ditinjau."
    asked_for = QSignalSpy(desk.window.bundling.review_asked)
    press(contents.review.review)
    assert asked_for.count() == 1
    desk.window.show_page(BUNDLE)
    press(contents.areas.some)
    press(contents.areas.boxes["1"])
    assert not contents.review.isVisible(), "it is not in this area"


def test_choices_stay_for_the_next_bundle_and_go_with_the_workspace(
    desk: Desk, contents: ContentsStep, tmp_path: Path
) -> None:
    press(contents.more)
    press(contents.options.limit.usual[2])
    press(contents.options.merged.buttons[Merged.WHOLE])
    start(desk)
    desk.settle()
    page = desk.window.bundle
    assert page.step is Step.DONE, page.check.title.text()
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    chosen = Options(2_000_000, Merged.WHOLE)
    assert page.step is Step.CONTENTS and contents.contents().options == chosen
    desk.window.show_page(OVERVIEW)
    desk.window.show_page(BUNDLE)
    assert contents.contents().options == chosen
    other = tmp_path / "lain"
    shutil.copytree(desk.root, other, ignore=shutil.ignore_patterns("zidesk.lock*"))
    desk.open(other)
    assert desk.window.bundle.contents.contents().options == Options()


def test_keys_go_through_the_choices_as_they_stand(desk: Desk, contents: ContentsStep) -> None:
    mark(desk, "A.I.1.i.a")
    desk.window.bundling.show_suggestions((Suggestion(uses(desk, "A.I.2.i.a")[0], {PersonalKind.NIK: 1}),))
    form, options = contents.form, contents.options
    beginning = (contents.areas.some, *form.layouts.values(), *form.forms.values())
    common = [*beginning, contents.more, contents.review.review, contents.next]
    assert names(tabbed(desk, contents.areas.whole, contents.next)) == names(common)
    press(contents.more)
    rows = (options.merged.buttons, options.personal.buttons, options.paper.buttons)
    others: list[QWidget] = [*options.limit.usual.values(), options.limit.own]
    others += [button for row in rows for button in row.values()]
    others += [contents.review.review, contents.back, contents.next]
    assert names(tabbed(desk, options.limit.off, contents.next)) == names(others)


def tabbed(desk: Desk, first: QWidget, last: QWidget) -> list[QWidget]:
    """Where the key leads, one after the other."""
    first.setFocus()
    reached: list[QWidget] = []
    while last not in reached and len(reached) < 20:
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(desk.window.focusWidget())
    return reached


def names(widgets: list[QWidget]) -> list[str]:
    return [widget.accessibleName() for widget in widgets]


def test_words_of_what_differs() -> None:
    told = summary_of(Options(personal=Handling.LEAVE_OUT), 7, "A4", "A4")
    assert told == f"{USUAL} 7 berkas bertanda memuat data pribadi tidak disertakan."
    assert summary_of(Options(), 0, "F4", "F4") == USUAL
    assert summary_of(Options(), 0, "A4", "F4") == "Kertas A4."
    assert "2 MB" in limit_words(2_000_000, 3) and limit_words(2_000_000, 3).startswith("3 berkas")
    assert limit_words(2_000_000, 0) == "Tidak ada berkas yang lebih besar dari 2 MB."
