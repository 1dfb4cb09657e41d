"""Answers and notes, given with mouse and keyboard, are in the workspace at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Desk

LEFT = Qt.MouseButton.LeftButton


def test_click_on_an_option_is_saved_and_shown(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    rows = desk.window.assessment.question.choices.rows
    assert [row.key for row in rows] == ["A", "B", "C", "D"]
    QTest.mouseClick(rows[2], LEFT)
    assert desk.stored().answers["A.I.1.iii.b"] == "C"
    assert rows[2].isChecked() and sum(row.isChecked() for row in rows) == 1
    assert desk.window.assessment.question.facts.gain.text().endswith("menambah 0,22")
    history = desk.window.assessment.question.history.list.findChildren(QLabel)
    assert any(line.text().endswith("→ C") for line in history)


def test_every_option_shows_its_whole_text(desk: Desk) -> None:
    desk.show("A.I.6.ii.a")
    rows = desk.window.assessment.question.choices.rows
    desk.qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))


@pytest.mark.parametrize(
    ("code", "key", "stored"),
    [
        ("A.I.1.iii.b", Qt.Key.Key_4, "D"),
        ("A.I.1.iii.b", Qt.Key.Key_C, "C"),
        ("A.I.1.i.a", Qt.Key.Key_T, "Tidak"),
        ("A.I.1.ii.a", Qt.Key.Key_Y, "Ya"),
        ("A.I.1.ii.a", Qt.Key.Key_1, "Ya"),
    ],
)
def test_keys_choose_while_options_have_the_focus(desk: Desk, code: str, key: Qt.Key, stored: str) -> None:
    desk.show(code)
    row = desk.window.assessment.question.choices.rows[0]
    row.setFocus()
    QTest.keyClick(row, key)
    assert desk.stored().answers[code] == stored


def test_arrows_wander_without_answering(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    rows = desk.window.assessment.question.choices.rows
    before = desk.stored().answers["A.I.1.iii.b"]
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert desk.stored().answers["A.I.1.iii.b"] == before
    QTest.keyClick(rows[1], Qt.Key.Key_Return)
    assert desk.stored().answers["A.I.1.iii.b"] == "B"


def test_clearing_an_answer(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    panel = desk.window.assessment.question
    QTest.mouseClick(panel.facts.clear, LEFT)
    assert desk.stored().answers["A.I.1.iii.b"] == ""
    assert not any(row.isChecked() for row in panel.choices.rows)
    assert not panel.facts.clear.isVisible()
    assert "belum ada" in panel.facts.points.text()


def test_ratio_is_computed_live_and_saved_on_leaving(desk: Desk) -> None:
    desk.show("A.II.5.ii.a")
    form = desk.window.assessment.question.numbers
    for key, text in (("harus", "8"), ("proses", "2"), ("selesai", "6")):
        field = form.fields[key]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
    assert form.result.text() == "Hasil 75,0 % · nilai 0,75 dari 1,00"
    QTest.keyClick(form.fields["selesai"], Qt.Key.Key_Return)
    assert desk.stored().answers["A.II.5.ii.a"] == "harus=8,proses=2,selesai=6"


def test_refused_numbers_are_explained_and_not_saved(desk: Desk) -> None:
    desk.show("A.II.5.ii.a")
    form = desk.window.assessment.question.numbers
    before = desk.stored().answers["A.II.5.ii.a"]
    field = form.fields["harus"]
    field.selectAll()
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "lebih besar dari keseluruhannya" in form.result.text()
    assert form.result.property("look") == "bad"
    field.selectAll()
    QTest.keyClicks(field, "0")
    form.fields["proses"].setText("0")
    form.fields["selesai"].setText("")
    QTest.keyClicks(form.fields["selesai"], "0")
    assert form.result.text().startswith("Pembaginya nol.")
    assert desk.stored().answers["A.II.5.ii.a"] == before


@pytest.mark.parametrize(("row", "stored"), [(0, "nihil"), (1, "nihil=0")])
def test_nil_says_what_it_counts_as(desk: Desk, row: int, stored: str) -> None:
    desk.show("A.II.5.ii.a")
    form = desk.window.assessment.question.numbers
    QTest.mouseClick(form.nil.rows[row], LEFT)
    assert desk.stored().answers["A.II.5.ii.a"] == stored
    assert form.nil.rows[row].isChecked()
    assert all(not field.text() for field in form.fields.values())


def test_survey_takes_a_decimal_comma(desk: Desk) -> None:
    desk.show("B.I.a")
    form = desk.window.assessment.question.numbers
    assert not form.nil.isVisible()
    field = form.fields["indeks"]
    field.selectAll()
    QTest.keyClicks(field, "3,65")
    desk.qtbot.waitUntil(lambda: desk.stored().answers["B.I.a"] == "3.65", timeout=5_000)


def test_half_typed_numbers_come_back(desk: Desk) -> None:
    desk.show("A.II.5.ii.a")
    form = desk.window.assessment.question.numbers
    form.fields["proses"].clear()
    QTest.keyClicks(form.fields["harus"], "5")
    desk.show("A.I.1.i.a")
    desk.show("A.II.5.ii.a")
    assert form.fields["proses"].text() == ""
    assert form.fields["harus"].text().endswith("5")
    assert desk.window.assessment.unsaved() == ("A.II.5.ii.a",)


def test_note_is_saved_when_left(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    note = desk.window.assessment.question.note
    note.setFocus()
    note.selectAll()
    QTest.keyClicks(note, "Rapat monev tiap bulan.")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert not note.hasFocus()
    stored = desk.stored()
    assert stored.notes["A.I.1.iii.b"] == "Rapat monev tiap bulan."
    assert stored.answers["A.I.1.iii.b"]


def test_note_is_saved_when_another_question_is_shown(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    desk.window.assessment.question.note.setPlainText("Catatan baru.")
    desk.show("A.I.1.iii.c")
    assert desk.stored().notes["A.I.1.iii.b"] == "Catatan baru."
    assert desk.stored().notes["A.I.1.iii.c"] != "Catatan baru."


def test_note_is_saved_after_a_pause_and_typing_goes_on(desk: Desk) -> None:
    desk.show("A.I.1.iii.b")
    note = desk.window.assessment.question.note
    note.selectAll()
    QTest.keyClicks(note, "satu")
    desk.qtbot.waitUntil(lambda: desk.stored().notes["A.I.1.iii.b"] == "satu", timeout=6_000)
    QTest.keyClicks(note, " dua")
    assert note.toPlainText() == "satu dua"


def test_status_follows(desk: Desk) -> None:
    desk.show("A.I.1.ii.a")
    before = desk.window.status.score.text()
    QTest.mouseClick(desk.window.assessment.question.choices.rows[0], LEFT)
    desk.settle()
    assert desk.window.status.score.text() != before
    assert desk.window.status.score.text() == "Nilai 79,56"
    assert desk.window.status.saved.text().startswith("Tersimpan")
    assert desk.window.status.predicates["WBK"].text() == "WBK terpenuhi"
    assert desk.window.status.predicates["WBBM"].text() == "WBBM kurang 5,44"
    assert "IPAK" not in desk.window.status.predicates["WBK"].toolTip()
