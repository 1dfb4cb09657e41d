"""The search field over a real workspace: typed, chosen with keys and mouse, while other work goes on."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zidesk.domain.progress import CancelToken, Report
from zidesk.services.answers.answering import answer_question
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.storage.search.hits import Hit, HitKind, Passage
from zidesk.storage.workspace import Workspace, open_workspace
from zidesk.ui import idle_work
from zidesk.ui.jobs import Jobs, Lane
from zidesk.ui.messenger import Messenger
from zidesk.ui.models.search_model import HIT_ROLE
from zidesk.ui.search_controller import TITLE, SearchController
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.search_box import SearchBox
from zidesk.ui.widgets.search_row import pieces

CODE = "A.I.1.i.a"
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Bench:
    """A small window with the field, and what came of choosing."""

    window: QWidget
    box: SearchBox
    other: QPushButton
    jobs: Jobs
    strip: MessageStrip
    controller: SearchController
    workspace: Workspace
    qtbot: QtBot
    questions: list[str] = field(default_factory=list)
    evidence: list[tuple[str, int, int]] = field(default_factory=list)

    def take(self) -> None:
        self.controller.take(self.workspace, self.workspace.assessment())
        self.box.setFocus()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.box, text)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.box, key)

    def replace(self, text: str) -> None:
        self.box.selectAll()
        self.type(text)

    def rows(self) -> list[str]:
        """The rows as a screen reader says them, headings as they are."""
        model = self.box.results.model
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [i.data(Qt.ItemDataRole.AccessibleTextRole) or f"# {i.data()}" for i in indexes]

    def shown(self, *words: str) -> None:
        """Wait until the list is there and says these words."""
        self.qtbot.waitUntil(
            lambda: self.box.results.isVisible() and all(any(w in row for row in self.rows()) for w in words),
            timeout=10_000,
        )

    def nothing_found(self) -> None:
        empty = self.box.results.empty
        self.qtbot.waitUntil(lambda: self.box.results.isVisible() and empty.isVisible(), timeout=10_000)

    def read(self) -> None:
        """Wait until the texts of PDFs are read."""
        self.qtbot.waitUntil(lambda: self.controller._unread == 0 and not self.jobs.running(), timeout=10_000)


@pytest.fixture
def bench(
    dressed: QApplication, qtbot: QtBot, workspace_root: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    monkeypatch.setattr(idle_work, "BEGINS_AFTER", 50)
    workspace = open_workspace(workspace_root)
    window = QWidget()
    window.resize(1100, 700)
    head, layout = QHBoxLayout(), QVBoxLayout(window)
    box, other = SearchBox(), QPushButton("Lain")
    head.addStretch(1)
    head.addWidget(box)
    layout.addLayout(head)
    layout.addWidget(other, 1)
    strip = MessageStrip(window)
    jobs = Jobs(window)
    controller = SearchController(box, jobs, Messenger(window, strip), window)
    made = Bench(window, box, other, jobs, strip, controller, workspace, qtbot)
    controller.question_chosen.connect(made.questions.append)
    controller.evidence_chosen.connect(lambda *facts: made.evidence.append(facts))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    controller.release()
    jobs.close()
    workspace.close()


@pytest.fixture
def scan(tmp_path: Path) -> Callable[[str, str], Path]:
    """Makes a PDF whose second page has a text."""
    from reportlab.pdfgen.canvas import Canvas

    def make(name: str, text: str) -> Path:
        canvas = Canvas(str(tmp_path / name))
        for words in ("sampul", text):
            canvas.drawString(72, 720, words)
            canvas.showPage()
        canvas.save()
        return tmp_path / name

    return make


@pytest.fixture
def filled(bench: Bench, scan: Callable[[str, str], Path]) -> Bench:
    paper = scan("pindai.pdf", "Survei kepuasan masyarakat")
    add_files(bench.workspace, ["1.i.a"], [paper], Caption("Laporan triwulan", "421/07/2026"))
    answer_question(bench.workspace, "1.i.b", "A", "menunggu pengesahan komite", "siti")
    bench.take()
    return bench


def test_typing_shows_questions_and_enter_chooses_the_one_named(bench: Bench) -> None:
    bench.take()
    bench.type("1.iii.b")
    bench.shown("# Butir", "A.I.1.iii.b")
    assert bench.box.hasFocus() and QApplication.focusWidget() is bench.box
    current = bench.box.results.current()
    assert current is not None and current.code == "A.I.1.iii.b"
    bench.key(Qt.Key.Key_Return)
    assert bench.questions == ["A.I.1.iii.b"]
    assert not bench.box.results.isVisible()


def test_enter_before_the_results_are_there_chooses_the_first_of_them(bench: Bench) -> None:
    bench.take()
    bench.type("1.iii.b")
    bench.key(Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.questions == ["A.I.1.iii.b"], timeout=10_000)
    assert not bench.box.results.isVisible()


def test_evidence_notes_and_pages_are_found(filled: Bench) -> None:
    filled.type("421/07")
    filled.shown("# Bukti", "Laporan triwulan, 421/07/2026")
    filled.key(Qt.Key.Key_Return)
    ((code, use_id, page),) = filled.evidence
    assert (code, page) == (CODE, 0)
    filled.replace("pengesahan komite")
    filled.shown("# Catatan jawaban", "menunggu pengesahan komite")
    filled.key(Qt.Key.Key_Return)
    assert filled.questions == ["A.I.1.i.b"]
    filled.read()
    filled.replace("kepuasan masya")
    filled.shown("# Isi PDF", "hlm. 2")
    while (hit := filled.box.results.current()) is not None and hit.kind is not HitKind.PAGE:
        filled.key(Qt.Key.Key_Down)
    filled.key(Qt.Key.Key_Enter)
    assert filled.evidence[-1] == (CODE, use_id, 2)


def test_keys_walk_over_headings_and_around(filled: Bench) -> None:
    filled.type("laporan")
    filled.shown("# Butir", "# Bukti")
    results = filled.box.results
    count = sum(not row.startswith("#") for row in filled.rows())
    seen = []
    for _ in range(count):
        seen.append(results.list.currentIndex().row())
        filled.key(Qt.Key.Key_Down)
    assert results.list.currentIndex().row() == seen[0] == 1, "around the end"
    assert len(set(seen)) == count
    filled.key(Qt.Key.Key_Up)
    assert results.list.currentIndex().row() == seen[-1]
    assert filled.box.hasFocus()


def test_the_mouse_chooses_without_taking_the_focus(filled: Bench) -> None:
    filled.type("421/07")
    filled.shown("# Bukti")
    view = filled.box.results.list
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, 0)).center())
    assert filled.box.results.isVisible() and not filled.evidence, "a heading is nothing to choose"
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(1, 0)).center())
    assert [code for code, _, _ in filled.evidence] == [CODE]
    assert filled.box.hasFocus() and not filled.box.results.isVisible()


def test_escape_closes_then_empties_then_leaves(filled: Bench) -> None:
    filled.type("421")
    filled.shown("# Bukti")
    filled.key(Qt.Key.Key_Escape)
    assert not filled.box.results.isVisible() and filled.box.text() == "421"
    filled.key(Qt.Key.Key_Escape)
    assert filled.box.text() == ""
    with filled.qtbot.waitSignal(filled.box.left):
        filled.key(Qt.Key.Key_Escape)


def test_nothing_found_says_what_to_try(filled: Bench) -> None:
    filled.type("xyzzy")
    filled.nothing_found()
    assert "xyzzy" in filled.box.results.empty.text() and "1.iii.b" in filled.box.results.empty.text()
    filled.key(Qt.Key.Key_Return)
    assert not filled.questions and not filled.evidence
    filled.replace("  ")
    filled.qtbot.waitUntil(lambda: not filled.box.results.isVisible())


def test_odd_characters_are_harmless(filled: Bench) -> None:
    filled.type('"(*)\' ^:{} - xyzzy" NEAR(')
    filled.nothing_found()
    assert not filled.strip.isVisible()


def test_leaving_the_field_closes_the_list_and_coming_back_shows_it(filled: Bench) -> None:
    filled.type("421")
    filled.shown("# Bukti")
    filled.other.setFocus()
    assert not filled.box.results.isVisible()
    filled.box.focus_search()
    filled.shown("# Bukti")
    assert filled.box.selectedText() == "421"


def test_the_list_stays_in_the_window(filled: Bench) -> None:
    filled.type("laporan")
    filled.shown("# Butir")
    for width, height in ((1100, 700), (500, 300), (900, 500)):
        filled.window.resize(width, height)
        QApplication.processEvents()
        assert filled.window.rect().contains(filled.box.results.geometry()), (width, height)
        assert filled.box.results.y() >= filled.box.geometry().bottom()


def test_changes_are_found_at_once(filled: Bench) -> None:
    answer_question(filled.workspace, "1.i.b", "A", "sudah lengkap seluruhnya", "siti")
    filled.controller.show_assessment(filled.workspace.assessment())
    filled.type("seluruhnya")
    filled.shown("sudah lengkap seluruhnya")


def test_only_the_newest_text_is_answered(filled: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, asked = threading.Event(), []
    index = filled.controller._index
    assert index is not None
    real = index.find

    def slow(text: str, limit: int = 50) -> tuple[Hit, ...]:
        asked.append(text)
        gate.wait(10)
        return real(text, limit)

    monkeypatch.setattr(index, "find", slow)
    filled.type("4")
    filled.qtbot.waitUntil(lambda: asked == ["4"])
    filled.type("21/07")
    assert filled.box.text() == "421/07", "the window lives while it is searched"
    gate.set()
    filled.shown("Laporan triwulan")
    assert asked == ["4", "421/07"], "what was typed over is not even looked for"


def test_other_long_work_goes_first(filled: Bench, scan: Callable[[str, str], Path]) -> None:
    filled.read()
    add_files(filled.workspace, ["1.i.a"], [scan(f"{n}.pdf", f"kata{n}") for n in range(40)])
    filled.controller.show_assessment(filled.workspace.assessment())
    filled.qtbot.waitUntil(lambda: filled.controller.reading is not None, timeout=10_000)
    reading = filled.controller.reading
    assert reading is not None and reading.title == TITLE
    order: list[str] = []

    def other(_report: Report, _cancel: CancelToken) -> None:
        order.append("other")

    filled.jobs.start(other, title="Lain")
    assert reading.cancel_token.is_set
    filled.qtbot.waitUntil(lambda: order == ["other"] and not filled.jobs.running(Lane.LONG), timeout=10_000)
    filled.read()
    filled.type("kata39")
    filled.shown("# Isi PDF")
    assert not filled.strip.isVisible()


def test_stopped_by_the_user_it_stays_stopped(filled: Bench, scan: Callable[[str, str], Path]) -> None:
    filled.read()
    add_files(filled.workspace, ["1.i.a"], [scan(f"{n}.pdf", f"kata{n}") for n in range(40)])
    filled.controller.show_assessment(filled.workspace.assessment())
    filled.qtbot.waitUntil(lambda: filled.controller.reading is not None, timeout=10_000)
    filled.jobs.cancel_all()
    filled.qtbot.waitUntil(lambda: not filled.jobs.running(), timeout=10_000)
    filled.qtbot.wait(200)
    assert filled.controller.reading is None and not filled.jobs.running()
    filled.type("kata")
    filled.qtbot.waitUntil(lambda: "belum selesai dibaca" in filled.box.results.note.text(), timeout=10_000)


def test_released_while_reading_it_ends_quietly(filled: Bench, scan: Callable[[str, str], Path]) -> None:
    filled.read()
    add_files(filled.workspace, ["1.i.a"], [scan(f"{n}.pdf", f"kata{n}") for n in range(40)])
    filled.controller.show_assessment(filled.workspace.assessment())
    filled.qtbot.waitUntil(lambda: filled.controller.reading is not None, timeout=10_000)
    reading = filled.controller.reading
    filled.controller.release()
    assert reading is not None and reading.cancel_token.is_set
    filled.qtbot.waitUntil(lambda: not filled.jobs.running(), timeout=10_000)
    assert not filled.strip.isVisible() and filled.controller.reading is None


def test_released_it_lets_go_of_the_file(filled: Bench) -> None:
    filled.read()
    filled.type("421")
    filled.shown("# Bukti")
    filled.controller.release()
    assert not filled.box.results.isVisible() and filled.box.text() == "" and not filled.box.isEnabled()
    index = filled.workspace.paths.cache / "pencarian.db"
    assert index.is_file()
    filled.take()
    filled.type("421")
    filled.shown("# Bukti")


def test_the_rows_are_painted_with_their_hits(filled: Bench) -> None:
    assert pieces(Passage("Notula rapat kerja", ((7, 12),))) == [
        ("Notula ", False),
        ("rapat", True),
        (" kerja", False),
    ]
    filled.type("laporan")
    filled.shown("# Butir")
    view = filled.box.results.list
    rows = range(view.model().rowCount())
    assert all(view.sizeHintForRow(row) >= 24 for row in rows)
    assert all(view.sizeHintForRow(row) >= 32 for row in rows if view.model().index(row, 0).data(HIT_ROLE))
    first = view.grab().toImage()
    filled.key(Qt.Key.Key_Down)
    assert view.grab().toImage() != first, "the one in hand is seen"


def test_results_in_view_follow_a_change(filled: Bench) -> None:
    """What was undone meanwhile is not there to be chosen any more."""
    filled.type("survei")
    filled.shown("Laporan triwulan")
    answer_question(filled.workspace, "1.i.b", "A", "survei menyusul", "siti")
    assessment = filled.workspace.assessment()
    filled.controller.show_assessment(replace(assessment, evidence={}))
    filled.qtbot.waitUntil(
        lambda: (
            any("menyusul" in row for row in filled.rows())
            and not any("Laporan triwulan" in row for row in filled.rows())
        ),
        timeout=10_000,
    )
    assert filled.box.results.isVisible() and filled.box.text() == "survei"


def test_where_nothing_of_it_changed_the_row_in_hand_stays(filled: Bench) -> None:
    filled.type("survei")
    filled.shown("Survei")
    filled.key(Qt.Key.Key_Down)
    before = filled.box.results.current()
    followed: list[object] = []
    filled.controller._thread.do(lambda: 1, followed.append)  # type: ignore[union-attr]
    filled.controller.show_assessment(replace(filled.workspace.assessment(), changed_at=filled.workspace.clock()))
    filled.qtbot.waitUntil(lambda: bool(followed))
    done: list[object] = []
    filled.controller._thread.do(lambda: 1, done.append)  # type: ignore[union-attr]
    filled.qtbot.waitUntil(lambda: bool(done))
    assert filled.box.results.current() == before
