"""The papers a question asks for: ticked, tied to files by menu and by dropping, reached without a mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.evidence_factory import LEFT, NONE, hover, leave, let_go, local, make_use
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.gaps import DocumentState
from zidesk.domain.instrument import ExpectedDocument
from zidesk.ui.application import Application
from zidesk.ui.widgets.document_list import DocumentList
from zidesk.ui.widgets.evidence_drag import mime_of

SK = ExpectedDocument("SK Tim Kerja beserta susunan dan uraian tugas", "sk", required=True, period="tahunan")
MINUTES = ExpectedDocument("Notula rapat & daftar hadir", "notula", required=True)
PHOTO = ExpectedDocument("Foto kegiatan", "foto", required=False, period="bulanan")


def states(*uses: EvidenceUse) -> tuple[DocumentState, ...]:
    return tuple(
        DocumentState(document, tuple(use for use in uses if document.name in use.fulfils))
        for document in (SK, MINUTES, PHOTO)
    )


USES = (
    make_use(1, fulfils=[SK.name]),
    make_use(2),
    make_use(3, fulfils=[SK.name]),
    make_use(4, fulfils=[SK.name]),
)


@pytest.fixture
def papers(dressed: Application, qtbot: QtBot) -> DocumentList:
    made = DocumentList()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show_documents(states(*USES), USES, read_only=False)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def ticks(papers: DocumentList) -> list[str]:
    return [row.sign.name for row in papers.rows]


def test_it_says_what_is_there_and_what_is_missing(papers: DocumentList) -> None:
    assert papers.title.text() == "Dokumen yang diminta · 1 dari 3"
    assert papers.missing.text() == "1 dokumen wajib belum ada berkasnya" and papers.missing.isVisible()
    assert ticks(papers) == ["square-check", "square", "square"]
    assert papers.rows[0].accessibleName() == f"{SK.name}, sudah ada"
    assert [link.accessibleName() for link in papers.rows[0].links] == [
        "Tunjukkan Judul 1",
        "Tunjukkan Judul 3 (+1)",
    ]
    assert papers.rows[1].choose.text() == "pilih berkas"


def test_a_change_keeps_the_rows(papers: DocumentList) -> None:
    before = list(papers.rows)
    both = (make_use(2, fulfils=[MINUTES.name]), make_use(3, fulfils=[SK.name]))
    papers.show_documents(states(*both), both, read_only=False)
    assert papers.rows == before and ticks(papers) == ["square-check", "square-check", "square"]
    assert papers.title.text() == "Dokumen yang diminta · 2 dari 3" and not papers.missing.isVisible()
    assert [len(row.links) for row in papers.rows] == [1, 1, 0]
    papers.show_documents((), both, read_only=False)
    assert papers.rows == [] and not papers.isVisible()


def test_a_file_is_shown_by_its_name(papers: DocumentList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(papers.use_chosen) as said:
        QTest.mouseClick(papers.rows[0].links[1], LEFT)
    assert said.args == [USES[2]]


@pytest.mark.qt_log_ignore("does not support", extend=True)  # popups, offscreen
def test_files_are_chosen_in_a_menu_by_keyboard(papers: DocumentList, qtbot: QtBot) -> None:
    row = papers.rows[0]
    row.menu.aboutToShow.emit()
    actions = [action for action in row.menu.actions() if not action.isSeparator()]
    assert [action.isChecked() for action in actions] == [True, False, True, True, False]
    for place, told in ((1, [USES[1], SK.name, True]), (0, [USES[0], SK.name, False])):
        with qtbot.waitSignal(papers.fulfil_changed) as said:
            actions[place].trigger()
        assert said.args == told
    with qtbot.waitSignal(papers.add_asked) as asked:
        actions[-1].trigger()
    assert asked.args == [SK.name]
    row.menu.popup(row.mapToGlobal(row.rect().center()))
    with qtbot.waitSignal(papers.fulfil_changed) as said:
        QTest.keyClick(row.menu, Qt.Key.Key_Down)
        QTest.keyClick(row.menu, Qt.Key.Key_Down)
        QTest.keyClick(row.menu, Qt.Key.Key_Return)
    assert said.args == [USES[1], SK.name, True]


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_tick_leads_to_the_menu(papers: DocumentList) -> None:
    row = papers.rows[1]
    QTest.mouseClick(row, LEFT, NONE, row.sign.geometry().center())
    assert row.menu.isVisible()
    row.menu.close()
    QTest.mouseClick(row, LEFT, NONE, row.name.geometry().center())
    assert not row.menu.isVisible()


def test_evidence_of_the_question_is_tied_by_dropping(papers: DocumentList, qtbot: QtBot) -> None:
    row, told = papers.rows[1], []
    papers.fulfil_changed.connect(lambda *words: told.append(words))
    with qtbot.waitSignal(papers.uses_dropped_on) as others:
        assert let_go(row, row.rect().center(), mime_of([2, 77, 1]))
    assert told == [(USES[1], MINUTES.name, True), (USES[0], MINUTES.name, True)]
    assert others.args == [MINUTES.name, [77]]
    assert let_go(papers.rows[0], papers.rows[0].rect().center(), mime_of([1]))
    assert len(told) == 2, "it stands for that paper already"


def test_files_are_dropped_on_a_paper(papers: DocumentList, qtbot: QtBot, tmp_path: Path) -> None:
    row, paper = papers.rows[2], tmp_path / "foto.jpg"
    before = row.grab().toImage()
    assert hover(row, row.rect().center(), local(paper))
    assert row.grab().toImage() != before
    leave(row)
    assert row.grab().toImage() == before
    with qtbot.waitSignal(papers.files_dropped_on) as said:
        assert let_go(row, row.rect().center(), local(paper))
    assert said.args == [PHOTO.name, [paper]]


def test_read_only_still_leads_to_the_files(papers: DocumentList, qtbot: QtBot) -> None:
    papers.show_documents(states(*USES), USES, read_only=True)
    row = papers.rows[0]
    assert not row.choose.isVisible()
    assert not hover(row, row.rect().center(), mime_of([2]))
    QTest.mouseClick(row, LEFT, NONE, row.sign.geometry().center())
    assert not row.menu.isVisible()
    with qtbot.waitSignal(papers.use_chosen):
        QTest.keyClick(row.links[0], Qt.Key.Key_Space)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_name_is_squeezed(papers: DocumentList, scale: float, dressed: Application) -> None:
    dressed.theme.apply("light", scale)
    try:
        for wide in (560, 400):
            papers.resize(wide, 900)
            QTest.qWait(20)
            for row in papers.rows:
                assert row.name.width() >= 180
                assert row.name.height() >= row.name.heightForWidth(row.name.width())
                assert all(control.height() >= 32 for control in (row.choose, *row.links))
    finally:
        dressed.theme.apply("light", 1.0)
