"""A whole morning of a clerk with real events: the first start, the bundle on the stick, the next day."""

from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.end_to_end.clerk import CTRL, Clerk, Key, files
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog
from zidesk.ui.page_keys import ASSESSMENT, INBOX_PAGE, OVERVIEW
from zidesk.ui.widgets import file_dialogs

pytestmark = [
    pytest.mark.qt_log_level_fail("WARNING"),
    pytest.mark.qt_log_ignore("This plugin does not support", "XDG_RUNTIME_DIR not set", extend=True),
]
ANSWERS = {
    "A.I.1.i.a": "Ya",
    "A.I.1.i.b": "A",
    "A.I.1.ii.a": "Tidak",
    "A.I.1.iii.a": "B",
    "A.I.1.iii.b": "D",
    "A.I.2.i.b": "E",
    "A.II.4.i.a": "sasaran=8,tercapai=6",
    "A.II.5.ii.a": "nihil",
    "B.I.a": "3.65",
    "B.II.a": "3.4",
}
NOTE = "Rapat monev tiap bulan."


def test_the_whole_morning(
    clerk: Clerk, desktop: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_the_school(clerk)
    answer_ten_questions(clerk)
    attach(clerk, desktop)
    place_from_the_inbox(clerk, desktop)
    tick_an_expected_document(clerk)
    find_by_searching(clerk)
    fix_a_gap(clerk, desktop)
    undo_and_redo(clerk)
    bundle = make_the_bundle(clerk, tmp_path / "flashdisk", monkeypatch)
    check_the_bundle(clerk, bundle, monkeypatch)
    before = clerk.shown
    clerk.leave()
    clerk.come_back()
    see_everything_again(clerk)
    assert clerk.shown == before


def make_the_school(clerk: Clerk) -> None:
    assert clerk.window.start.isVisible()
    clerk.click(clerk.window.start.new)
    wizard = clerk.window.findChild(NewWorkspaceDialog)
    assert wizard is not None
    clerk.qtbot.waitUntil(wizard.isActiveWindow)
    for name, text in (("name", "SMA Negeri 1 Contoh"), ("npsn", "20605123"), ("regency", "Kab. Contoh")):
        clerk.fill(wizard.school.fields[name].line, text)
    clerk.click(wizard.next)
    clerk.fill(wizard.people.fields["principal"].line, "Budi Santosa, M.Pd.")
    clerk.fill(wizard.people.fields["principal_nip"].line, "19680314 199403 1 007")
    clerk.click(wizard.next)
    clerk.fill(wizard.assessment.fields["year"].line, "2027")
    clerk.click(wizard.assessment.targets.rows[1])
    clerk.click(wizard.assessment.sheets.rows[0])
    clerk.click(wizard.next)
    assert "menuju WBBM" in wizard.place.summary.text()
    clerk.click(wizard.next)
    clerk.qtbot.waitUntil(clerk.window.assessment.isVisible)
    clerk.settle()
    clerk.look_at_the_window()
    profile = clerk.shown.profile
    assert (profile.school.name, profile.principal.nip) == ("SMA Negeri 1 Contoh", "196803141994031007")
    assert (profile.year, profile.target) == (2027, "WBBM")
    assert not clerk.shown.counts.answered


def answer_ten_questions(clerk: Clerk) -> None:
    question, status = clerk.window.assessment.question, clerk.window.status
    for code, place in (("1.i.a", 0), ("1.i.b", 0), ("1.ii.a", 1), ("1.iii.a", 1)):
        clerk.jump(code)
        clerk.click(question.choices.rows[place])
    clerk.press(Key.Key_PageDown, CTRL)
    assert question.code == "A.I.1.iii.b"
    question.choices.rows[0].setFocus()
    clerk.press(Key.Key_D)
    clerk.click(question.note)
    clerk.write(NOTE)
    clerk.press(Key.Key_Tab)
    clerk.jump("2.i.b")
    clerk.click(question.choices.rows[4])
    clerk.jump("II.4.i.a")
    clerk.fill(question.numbers.fields["sasaran"], "8")
    clerk.fill(question.numbers.fields["tercapai"], "6")
    assert question.numbers.result.text() == "Hasil 75,0 % · nilai 0,75 dari 1,00"
    clerk.jump("II.5.ii.a")
    clerk.click(question.numbers.nil.rows[0])
    for code, index in (("B.I.a", "3,65"), ("B.II.a", "3,4")):
        clerk.jump(code)
        clerk.fill(question.numbers.fields["indeks"], index)
    assert {code: clerk.answer(code) for code in ANSWERS} == ANSWERS
    assert clerk.shown.answer_of("A.I.1.iii.b").note == NOTE
    assert status.saved.text().startswith("Tersimpan") and status.score.text() != "Nilai 0,00"


def attach(clerk: Clerk, desktop: Callable[[str], Path]) -> None:
    page = clerk.window.assessment
    clerk.jump("1.i.a")
    clerk.drop(page.question.head, files([desktop("SK Tim.pdf"), desktop("Foto rapat.png")]))
    assert clerk.titles("A.I.1.i.a") == ["SK Tim", "Foto rapat"]
    assert not any(use.fulfils for use in clerk.shown.uses_of("A.I.1.i.a")), "let go on no document"
    clerk.jump("1.i.b")
    folder = desktop("Seleksi/Berita acara.pdf").parent
    desktop("Seleksi/Tata cara.pdf")
    clerk.drop(page.evidence, files([folder]))
    assert sorted(clerk.titles("A.I.1.i.b")) == ["Berita acara", "Tata cara"]
    tree = page.tree.tree
    row = tree.visualRect(page.tree.index_of("A.I.1.ii.a"))
    clerk.drop(tree, files([desktop("Rencana kerja.pdf")]), row.center())
    assert clerk.titles("A.I.1.ii.a") == ["Rencana kerja"]
    clerk.jump("1.iii.b")
    picture = QImage(200, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    page.tree.tree.setFocus()
    clerk.press(Key.Key_V, CTRL)
    (shot,) = clerk.shown.uses_of("A.I.1.iii.b")
    assert shot.title.startswith("Tangkapan layar") and "2026" in shot.title
    assert shot.original_name.endswith(".png")


def place_from_the_inbox(clerk: Clerk, desktop: Callable[[str], Path]) -> None:
    inbox = clerk.window.inbox
    clerk.click(clerk.window.rail.buttons[INBOX_PAGE])
    clerk.drop(inbox.empty, files([desktop("Notula.pdf"), desktop("Undangan.pdf")]))
    assert [use.title for use in clerk.shown.inbox] == ["Notula", "Undangan"]
    assert clerk.window.rail.buttons[INBOX_PAGE].waiting == 2
    model = inbox.grid.model()
    clerk.click(inbox.grid, inbox.grid.visualRect(model.index(0, 0)).center())
    assert [use.title for use in inbox.grid.selected()] == ["Notula"]
    carried = inbox.grid.make_drag(inbox.grid.selected()).mimeData()
    inbox.tree.show_current("A.I.1.iii.b")
    row = inbox.tree.tree.visualRect(inbox.tree.index_of("A.I.1.iii.b"))
    clerk.drop(inbox.tree.tree, carried, row.center())
    assert [use.title for use in clerk.shown.inbox] == ["Undangan"]
    assert clerk.titles("A.I.1.iii.b")[1:] == ["Notula"]


def tick_an_expected_document(clerk: Clerk) -> None:
    clerk.click(clerk.window.rail.buttons[ASSESSMENT])
    clerk.jump("1.i.a")
    row = clerk.window.assessment.question.documents.rows[0]
    clerk.choose_from_menu(row.choose, "SK Tim")
    assert clerk.shown.uses_of("A.I.1.i.a")[0].fulfils == {row.name.text()}
    assert row.accessibleName().endswith("sudah ada")


def find_by_searching(clerk: Clerk) -> None:
    search = clerk.window.header.search
    clerk.press(Key.Key_K, CTRL)
    assert search.hasFocus()
    clerk.write("berita aca")
    clerk.qtbot.waitUntil(lambda: (hit := search.results.current()) is not None and hit.use_id is not None)
    clerk.press(Key.Key_Return)
    assert clerk.window.assessment.isVisible() and clerk.window.assessment.question.code == "A.I.1.i.b"
    found = clerk.window.assessment.evidence.current()
    assert found is not None and found.title == "Berita acara"


def fix_a_gap(clerk: Clerk, desktop: Callable[[str], Path]) -> None:
    clerk.click(clerk.window.rail.buttons[OVERVIEW])
    line = next(row for row in clerk.window.overview.bare.lines.rows if row.line.target in ANSWERS)
    code = line.line.target
    clerk.click(line)
    assert clerk.window.assessment.question.code == code and not clerk.titles(code)
    clerk.drop(clerk.window.assessment.evidence.drop, files([desktop("Laporan.pdf")]))
    assert clerk.titles(code) == ["Laporan"]
    clerk.click(clerk.window.rail.buttons[OVERVIEW])
    assert code not in [row.line.target for row in clerk.window.overview.bare.lines.rows]
    clerk.click(clerk.window.rail.buttons[ASSESSMENT])


def undo_and_redo(clerk: Clerk) -> None:
    clerk.jump("2.i.b")
    clerk.click(clerk.window.assessment.question.choices.rows[0])
    assert clerk.answer("A.I.2.i.b") == "A"
    for key, after in ((Key.Key_Z, "E"), (Key.Key_Y, "A"), (Key.Key_Z, "E")):
        clerk.press(key, CTRL)
        assert clerk.answer("A.I.2.i.b") == after
        checked = [row.key for row in clerk.window.assessment.question.choices.rows if row.isChecked()]
        assert checked == [after]
    clerk.press(Key.Key_Z, CTRL)  # the gap that was fixed
    assert all("Laporan" not in titles for titles in map(clerk.titles, ANSWERS))
    clerk.press(Key.Key_Y, CTRL)
    assert any("Laporan" in titles for titles in map(clerk.titles, ANSWERS))


def make_the_bundle(clerk: Clerk, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    stick.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_destination", lambda _parent: stick)
    page = clerk.window.bundle
    clerk.click(clerk.window.header.bundle)
    assert page.isVisible() and page.step is Step.CONTENTS
    clerk.click(page.contents.next)
    clerk.click(page.destination.other)
    clerk.click(page.destination.next)
    clerk.qtbot.waitUntil(lambda: page.step in (Step.DONE, Step.CHECK), timeout=120_000)
    clerk.settle()
    assert page.step is Step.DONE, page.check.title.text()
    assert "Sudah aman" in page.done.title.text()
    clerk.click(page.done.buttons[Next.VERIFY])
    assert page.verify.verdict.text() == "Paket utuh: semua berkas cocok dengan daftarnya."
    (bundle,) = stick.iterdir()
    return bundle


def check_the_bundle(clerk: Clerk, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bagit.Bag(str(bundle)).validate()
    payload = sorted(path.name for path in (bundle / "data").rglob("*") if path.suffix in (".pdf", ".png"))
    assert len(payload) == 9 - 1, "everything but what is still in the inbox"
    monkeypatch.setattr(file_dialogs, "ask_bundle_folder", lambda _parent: bundle)
    damaged = next((bundle / "data").rglob("*.png"))
    content = damaged.read_bytes()
    damaged.write_bytes(content[:-1] + b"x")
    clerk.click(clerk.window.bundle.verify.folder)
    assert "1 kesalahan" in clerk.window.bundle.verify.verdict.text()
    damaged.write_bytes(content)
    clerk.click(clerk.window.bundle.verify.folder)
    assert clerk.window.bundle.verify.verdict.text().startswith("Paket utuh")


def see_everything_again(clerk: Clerk) -> None:
    page = clerk.window.assessment
    assert page.isVisible() and clerk.window.header.school.text() == "SMA Negeri 1 Contoh"
    assert {code: clerk.answer(code) for code in ANSWERS} == ANSWERS
    clerk.jump("1.iii.b")
    assert page.question.note.toPlainText() == NOTE
    assert [use.title for use in page.evidence.list.uses][1:] == ["Notula"]
    assert page.question.choices.rows[3].isChecked()
    clerk.jump("1.i.a")
    assert page.question.documents.rows[0].links[0].isVisible()
    assert clerk.window.rail.buttons[INBOX_PAGE].waiting == 1
    name = page.tree.tree.model().data(page.tree.index_of("A.I.1.i.a"), Qt.ItemDataRole.AccessibleTextRole)
    assert name
