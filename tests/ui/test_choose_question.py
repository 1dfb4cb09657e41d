"""Choosing questions by typing: what is found, and keyboard and mouse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from zidesk.domain.instrument import Instrument
from zidesk.ui.application import Application
from zidesk.ui.dialogs.choose_question import QuestionChooser
from zidesk.ui.models.question_choice import QuestionChoiceModel, QuestionFinder, place_words, spoken_codes

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def codes(finder: QuestionFinder, typed: str) -> list[str]:
    return [place.question.code for place in finder.matching(typed)]


@pytest.fixture(scope="module")
def finder(instrument: Instrument) -> QuestionFinder:
    return QuestionFinder(instrument)


@pytest.fixture
def chooser(dressed: Application, qtbot: QtBot, instrument: Instrument) -> QuestionChooser:
    made = QuestionChooser(instrument, title="Pakai juga untuk", accept="Pakai", taken={"A.I.1.i.a"})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_code_is_found_as_people_say_it(instrument: Instrument, finder: QuestionFinder) -> None:
    assert codes(finder, "1.iii.b")[0] == "A.I.1.iii.b"
    assert codes(finder, "a.ii.1.i.a")[0] == "A.II.1.i.a"
    assert codes(finder, " 1.i.a. ")[:2] == ["A.I.1.i.a", "A.II.1.i.a"]
    assert codes(finder, "B.I.a")[0] == "B.I.a"
    assert spoken_codes(instrument.place("A.I.1.i.a")) == ("A.I.1.i.a", "I.1.i.a", "1.i.a")


def test_the_beginning_of_a_code_finds_all_below(finder: QuestionFinder) -> None:
    found = codes(finder, "A.I.1.iii")
    assert found[:3] == ["A.I.1.iii.a", "A.I.1.iii.b", "A.I.1.iii.c"]


def test_words_are_found_where_they_begin_those_of_the_title_first(
    instrument: Instrument, finder: QuestionFinder
) -> None:
    found = codes(finder, "GRATIF diterap")
    assert found[0] == "A.I.5.i.b"
    assert "A.I.5.i.a" in codes(finder, "gratifikasi")
    in_title = [
        place.question.code for place in instrument.places if "monev" in place.question.short_title.casefold()
    ]
    first = codes(finder, "monev")[: len(in_title)]
    assert sorted(first) == sorted(in_title)
    assert codes(finder, "zzz") == []
    assert len(codes(finder, "  ")) == len(instrument.places)


def test_where_a_question_stands(instrument: Instrument) -> None:
    assert place_words(instrument.place("A.I.5.i.a")) == (
        "Pemenuhan › 5 Penguatan Pengawasan › i Pengendalian Gratifikasi"
    )


def test_every_question_is_found_by_each_of_its_codes(instrument: Instrument, finder: QuestionFinder) -> None:
    for place in instrument.places:
        full = spoken_codes(place)[0]
        assert codes(finder, full)[0] == place.question.code
        for spoken in spoken_codes(place):
            exact = [p for p in instrument.places if spoken in spoken_codes(p)]
            assert place in finder.matching(spoken)[: len(exact)]


@given(st.text(max_size=30))
def test_anything_may_be_typed(instrument: Instrument, finder: QuestionFinder, typed: str) -> None:
    found = codes(finder, typed)
    assert len(set(found)) == len(found) and set(found) <= {question.code for question in instrument.questions}


def test_enter_takes_the_row_in_hand(chooser: QuestionChooser, qtbot: QtBot) -> None:
    QTest.keyClicks(chooser.field, "1.iii.b")
    with qtbot.waitSignal(chooser.chosen) as told:
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert told.args == [["A.I.1.iii.b"]]
    assert not chooser.isVisible() and chooser.result() == QuestionChooser.DialogCode.Accepted


def test_several_are_ticked_across_searches(chooser: QuestionChooser, qtbot: QtBot) -> None:
    QTest.keyClicks(chooser.field, "5.i.b")
    QTest.keyClick(chooser.field, Qt.Key.Key_Space, CTRL)
    chooser.field.clear()
    QTest.keyClicks(chooser.field, "1.iii")
    first = chooser.list.currentIndex().row()
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.list.currentIndex().row() == first + 1
    chooser.list.setFocus()
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    wanted = chooser.model.places[first + 1].question.code
    assert chooser.told.text() == f"2 butir dicentang: {wanted}, A.I.5.i.b"
    with qtbot.waitSignal(chooser.chosen) as told:
        QTest.mouseClick(chooser.accept_button, LEFT)
    assert told.args == [[wanted, "A.I.5.i.b"]]


def test_a_click_ticks_and_unticks(chooser: QuestionChooser) -> None:
    view = chooser.list.viewport()
    place = chooser.list.visualRect(chooser.model.index(1, 0))
    assert place.height() >= 32
    QTest.mouseClick(view, LEFT, pos=place.center())
    assert chooser.model.ticked == [chooser.model.places[1].question.code]
    QTest.mouseClick(view, LEFT, pos=place.center())
    assert chooser.model.ticked == []


def test_a_question_that_has_it_cannot_be_chosen(chooser: QuestionChooser, qtbot: QtBot) -> None:
    QTest.mouseClick(
        chooser.list.viewport(), LEFT, pos=chooser.list.visualRect(chooser.model.index(0, 0)).center()
    )
    assert chooser.model.ticked == []
    assert chooser.list.currentIndex().row() == 1
    QTest.keyClick(chooser.field, Qt.Key.Key_Up)
    assert chooser.list.currentIndex().row() == 1  # nothing free above
    QTest.keyClicks(chooser.field, "A.I.1.i.a")
    assert chooser.model.places[0].question.code == "A.I.1.i.a" and chooser.codes() != ["A.I.1.i.a"]
    spoken = chooser.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "sudah memakai bukti ini" in spoken


def test_nothing_found_says_so_and_chooses_nothing(chooser: QuestionChooser, qtbot: QtBot) -> None:
    QTest.keyClicks(chooser.field, "qqq")
    assert chooser.none.isVisible() and not chooser.list.isVisible()
    assert not chooser.accept_button.isEnabled()
    with qtbot.assertNotEmitted(chooser.chosen):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(chooser.field, key)
    assert chooser.isVisible()
    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    assert not chooser.isVisible()


def test_ticks_are_told_in_the_order_of_the_sheet(dressed: Application, instrument: Instrument) -> None:
    model = QuestionChoiceModel(instrument, ())
    for row in (9, 2, 5, 2, 7):
        model.toggle(row)
    assert model.ticked == [instrument.places[row].question.code for row in (5, 7, 9)]
    model.toggle(-1)
    model.toggle(10_000)
    assert len(model.ticked) == 3
