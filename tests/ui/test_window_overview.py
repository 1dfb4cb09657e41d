"""Beranda: figures from the data as saved, and every line leads to its question."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.conftest import Desk
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import INBOX, EvidenceUse, Inspection, StoredFile
from zidesk.domain.gains import gains
from zidesk.domain.gaps import missing_documents, without_documents
from zidesk.domain.instrument import Instrument
from zidesk.ui.application import Application
from zidesk.ui.gap_lines import INBOX_TARGET
from zidesk.ui.models.question_filter import Show
from zidesk.ui.overview_lines import spoken_code
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, OVERVIEW, START
from zidesk.ui.pages.overview_page import OverviewPage
from zidesk.ui.theme import LIGHT, font
from zidesk.ui.widgets.line import Bar
from zidesk.ui.widgets.line_row import LineRow

LEFT = Qt.MouseButton.LeftButton
Paper = Callable[[str], Path]


@pytest.fixture
def home(desk: Desk) -> OverviewPage:
    QTest.mouseClick(desk.window.rail.buttons[OVERVIEW], LEFT)
    assert desk.window.pages.currentWidget() is desk.window.overview
    return desk.window.overview


def assessment_of(desk: Desk) -> Assessment:
    found = desk.window.editing.assessment
    assert found is not None
    return found


def bring_into_view(page: OverviewPage, row: QWidget) -> None:
    page.ensureWidgetVisible(row)
    QTest.qWait(10)


def texts(row: LineRow) -> list[str]:
    return [row.text_of(column) for column in range(len(row.line.cells))]


def test_without_a_workspace_there_is_nothing_to_show(make_desk: Callable[[], Desk]) -> None:
    window = make_desk().window
    assert not window.rail.buttons[OVERVIEW].isEnabled()
    assert window.rail.buttons[BUNDLE].isEnabled() and window.rail.buttons[START].isEnabled()


def test_the_score_and_what_it_stands_on(desk: Desk, home: OverviewPage) -> None:
    assert home.top.score.text() == desk.window.status.score.text().removeprefix("Nilai ")
    assert home.top.answered.figure.text() == "112 / 113"
    assert home.top.evidenced.figure.text() == "0 / 113"
    assert home.top.predicates["WBBM"].words.text().startswith("WBBM: ")
    head, *rows = home.areas.lines.rows
    assert head.line.head and len(rows) == 8
    assert texts(rows[0])[0] == "1 Manajemen Perubahan" and texts(rows[0])[3] == "dari 8"
    assert texts(rows[0])[4:] == ["15/16", "0/16"], "answered and with evidence"
    bar = rows[0].line.cells[1]
    assert isinstance(bar, Bar) and bar.limits == (60.0, 75.0)
    results = rows[6].line.cells[1]
    assert isinstance(results, Bar) and results.limits[0] == pytest.approx(18.25 / 22.5 * 100)


def test_the_bar_is_painted_as_long_as_the_share(desk: Desk, home: OverviewPage) -> None:
    row = home.areas.lines.rows[1]
    desk.qtbot.waitUntil(lambda: row.height() >= 32)
    image: QImage = row.grab().toImage()
    bar = row.line.cells[1]
    assert isinstance(bar, Bar)
    middle = image.height() // 2 - 4
    filled = sum(
        1 for x in range(image.width()) if image.pixelColor(x, middle) == QColor(getattr(LIGHT, bar.colour))
    )
    assert filled == pytest.approx(row.places()[1].width() * bar.percent / 100, abs=12)


def test_each_requirement_met_or_missing_by_how_much(desk: Desk, home: OverviewPage) -> None:
    total = next(row for row in home.criteria.lines.rows if row.text_of(0) == "Nilai total")
    wbbm = next(item for item in assessment_of(desk).criteria["WBBM"] if item.id == "total")
    assert total.text_of(2) == "terpenuhi"
    assert total.text_of(3) == f"kurang {float(wbbm.printed_missing):.2f}".replace(".", ",")
    ids = {item.id for criteria in assessment_of(desk).criteria.values() for item in criteria}
    assert len(home.criteria.lines.rows) == len(ids) + 1  # a head


def test_the_ten_largest_gains_lead_to_their_questions(desk: Desk, home: OverviewPage) -> None:
    assessment = assessment_of(desk)
    expected = gains(assessment.instrument, assessment.answers)[:10]
    rows = home.gains.lines.rows
    assert [row.line.target for row in rows] == [gain.code for gain in expected]
    first = rows[0]
    assert first.accessibleName().startswith(
        f"Jawaban {texts(first)[2].replace(' → ', '→')} di {texts(first)[0]}: +"
    )
    bring_into_view(home, rows[4])
    QTest.mouseClick(rows[4], LEFT)
    desk.settle()
    assert desk.window.pages.currentWidget() is desk.window.assessment
    assert desk.window.assessment.question.code == expected[4].code


def test_lines_are_reached_and_clicked_with_the_keyboard(desk: Desk, home: OverviewPage) -> None:
    row = home.areas.lines.rows[2]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Tab)
    following = home.areas.lines.rows[3]
    assert following.hasFocus()
    QTest.keyClick(following, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.assessment.question.code == following.line.target


def test_every_line_but_the_heads_leads_somewhere(desk: Desk, home: OverviewPage) -> None:
    codes = {question.code for question in assessment_of(desk).instrument.questions}
    for card in (home.areas, home.gains, home.criteria, home.bare, home.papers):
        assert card.lines.rows
        for row in card.lines.rows:
            told_only = row.line.head or row.line.name.startswith("Telah mendapatkan")
            assert row.line.target in codes or told_only
            assert bool(row.line.target) is (row.focusPolicy() is Qt.FocusPolicy.StrongFocus)


def test_an_answer_given_in_between_is_there_at_once(desk: Desk, home: OverviewPage) -> None:
    before = home.top.score.text()
    desk.show("A.I.1.ii.a")
    desk.window.show_page(ASSESSMENT)
    QTest.mouseClick(desk.window.assessment.question.choices.rows[0], LEFT)
    desk.settle()
    desk.window.show_page(OVERVIEW)
    assert home.top.answered.figure.text() == "113 / 113"
    assert home.top.score.text() != before
    assert "A.I.1.ii.a" not in [row.line.target for row in home.gains.lines.rows]


def test_what_arrives_while_the_page_is_in_view_is_shown(desk: Desk, home: OverviewPage, paper: Paper) -> None:
    desk.show("A.I.1.i.a")
    desk.attach([paper("sk.pdf")])
    desk.settle()
    assert home.top.evidenced.figure.text() == "1 / 113"
    assert home.bare.aside.text() == "112 butir"
    assert home.bare.lines.rows[0].line.target == "A.I.1.i.b"


def test_all_questions_without_evidence_in_penilaian(desk: Desk, home: OverviewPage) -> None:
    bring_into_view(home, home.bare.all)
    QTest.mouseClick(home.bare.all, LEFT)
    desk.settle()
    tree = desk.window.assessment.tree
    assert desk.window.pages.currentWidget() is desk.window.assessment
    assert tree.filter_box.currentText() == Show.NO_EVIDENCE.value
    assert desk.window.assessment.question.code == tree.visible_codes()[0]


def test_what_is_missing_is_counted_and_leads_to_the_questions(desk: Desk, home: OverviewPage) -> None:
    said = {row.line.target: row.text_of(0) for row in home.lacking.lines.rows}
    assert said["UNANSWERED"] == "1 butir belum dijawab" and said["NO_EVIDENCE"] == "113 butir belum berbukti"
    assert INBOX_TARGET not in said, "nothing lies there"
    (line,) = [row for row in home.lacking.lines.rows if row.line.target == "UNANSWERED"]
    bring_into_view(home, line)
    QTest.mouseClick(line, LEFT)
    desk.settle()
    assert desk.window.assessment.isVisible()
    assert desk.window.assessment.tree.visible_codes() == ("A.I.1.ii.a",)


def test_required_documents_that_are_missing_are_named(desk: Desk, home: OverviewPage) -> None:
    assessment = assessment_of(desk)
    lacking = without_documents(assessment)
    assert home.papers.aside.text() == f"{len(lacking)} butir"
    first = home.papers.lines.rows[0]
    assert first.line.target == lacking[0].question.code
    assert first.text_of(1) == missing_documents(assessment, lacking[0].question.code)[0].name
    bring_into_view(home, home.papers.all)
    with desk.qtbot.waitSignal(home.filter_asked) as asked:
        QTest.mouseClick(home.papers.all, LEFT)
    assert asked.args == [Show.NO_DOCUMENTS]
    assert desk.window.assessment.tree.visible_codes() == tuple(place.question.code for place in lacking)


def test_files_that_wait_lead_to_the_inbox(desk: Desk, home: OverviewPage) -> None:
    assessment = assessment_of(desk)
    file = StoredFile("0" * 64, 10, Inspection())
    waiting = EvidenceUse(1, INBOX, file, 1, "Surat", "surat.pdf", assessment.changed_at)
    home.show_assessment(replace(assessment, inbox=(waiting,)))
    (line,) = [row for row in home.lacking.lines.rows if row.line.target == INBOX_TARGET]
    assert line.text_of(0) == "1 berkas di Kotak masuk"
    bring_into_view(home, line)
    with desk.qtbot.waitSignal(home.inbox_asked):
        QTest.mouseClick(line, LEFT)


def test_locked_and_damaged_files_are_named(desk: Desk, home: OverviewPage, test_data: Path) -> None:
    assert not home.trouble.lines.isVisible() and home.trouble.empty.isVisibleTo(home)
    desk.show("A.I.2.i.a")
    desk.attach([test_data / "corpus" / "libreoffice-writer-password.pdf"])
    desk.settle()
    (row,) = home.trouble.lines.rows
    assert row.line.target == "A.I.2.i.a" and texts(row)[2] == "terkunci"
    assert home.top.trouble.figure.text() == "1"


def test_limits_that_are_not_confirmed_are_said_to_be_so(
    desk: Desk, home: OverviewPage, older_instrument: Instrument
) -> None:
    older = replace(assessment_of(desk), instrument=older_instrument, answers={})
    home.show_assessment(older)
    assert home.unconfirmed.isVisible() and "belum terkonfirmasi" in home.unconfirmed.text()
    assert home.areas.aside.text() == "batas per area belum terkonfirmasi"
    unsure = [row for row in home.criteria.lines.rows if "belum pasti" in texts(row)]
    assert unsure and "batasnya belum terkonfirmasi" in unsure[0].accessibleName()
    assert home.criteria.note.isVisibleTo(home)


def test_making_a_bundle_is_one_click_away_and_offered_once(desk: Desk, home: OverviewPage) -> None:
    words = [one.text().strip() for one in desk.window.findChildren(QPushButton) if one.isVisible()]
    assert words.count("Buat paket") == 1
    QTest.mouseClick(desk.window.header.bundle, LEFT)
    assert desk.window.pages.currentWidget() is desk.window.bundle


def test_short_codes_are_those_the_jump_box_takes(instrument: Instrument) -> None:
    shown = {spoken_code(instrument, question.code): question.code for question in instrument.questions}
    assert len(shown) == len(instrument.questions)
    assert all(instrument.resolve(short) == code for short, code in shown.items())
    assert shown["3.iv.d"] == "A.I.3.iv.d" and "II.3.ii.a" in shown


def test_nothing_is_wider_than_the_page_at_the_reference_size(desk: Desk, home: OverviewPage) -> None:
    desk.window.resize(1366, 768)
    content = home.widget()
    assert content is not None
    bar = home.verticalScrollBar().sizeHint().width()
    assert content.minimumSizeHint().width() <= desk.window.pages.width() - bar


def test_with_large_letters_on_a_small_screen_no_name_is_cut_off(
    dressed: Application, desk: Desk, home: OverviewPage
) -> None:
    assert home.gains.geometry().left() > home.areas.geometry().right(), "side by side"
    try:
        dressed.theme.apply("light", 1.25)
        desk.qtbot.waitUntil(lambda: home.gains.geometry().top() > home.areas.geometry().bottom())
        for card, column in ((home.areas, 0), (home.criteria, 0), (home.gains, 1)):
            for row in card.lines.rows:
                assert (
                    QFontMetrics(font()).horizontalAdvance(row.text_of(column)) <= row.places()[column].width() + 2
                )
        desk.qtbot.waitUntil(
            lambda: all(one.width() >= one.sizeHint().width() for one in home.top.predicates.values())
        )
    finally:
        dressed.theme.apply("light", 1.0)


def test_nothing_is_recomputed_while_another_page_is_in_view(
    desk: Desk, home: OverviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.window.show_page(ASSESSMENT)
    asked: list[Assessment] = []
    monkeypatch.setattr("zidesk.ui.pages.overview_page.without_documents", lambda a: asked.append(a) or ())
    desk.show("A.I.1.ii.a")
    QTest.mouseClick(desk.window.assessment.question.choices.rows[0], LEFT)
    desk.settle()
    assert not asked
    desk.window.show_page(OVERVIEW)
    assert asked == [assessment_of(desk)]
