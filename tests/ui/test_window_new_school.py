"""A new school through the wizard, and the example that asks for nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MOMENT, Desk
from zidesk.domain.errors import Cancelled
from zidesk.domain.profile import Person, Profile, School
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.workspaces.creation import create_from_value
from zidesk.storage.paths import shipped_resources
from zidesk.storage.workspace import open_workspace
from zidesk.ui import new_school
from zidesk.ui.dialogs.new_workspace.checks import (
    check_email,
    check_nip,
    check_npsn,
    check_postal_code,
    check_year,
)
from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog
from zidesk.ui.dialogs.new_workspace.field import Field

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
MakeDesk = Callable[[], Desk]


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's documents are; it need not exist."""
    folder = tmp_path / "Dokumen"
    monkeypatch.setattr(new_school, "documents_folder", lambda: folder)
    return folder


@pytest.fixture
def start(make_desk: MakeDesk) -> Desk:
    """A window on its start page."""
    desk = make_desk()
    desk.window.open_first(None)
    desk.settle()
    return desk


@pytest.fixture
def wizard(start: Desk) -> NewWorkspaceDialog:
    QTest.mouseClick(start.window.start.new, LEFT)
    dialog = start.window.findChild(NewWorkspaceDialog)
    assert dialog is not None
    start.qtbot.waitUntil(dialog.isActiveWindow)
    start.settle()
    return dialog


def type_into(field: Field, text: str) -> None:
    """As a user does: click into the field, replace what is there, type."""
    QTest.mouseClick(field.line, LEFT)
    field.line.selectAll()
    QTest.keyClick(field.line, Key.Key_Delete)
    QTest.keyClicks(field.line, text)


def leave(field: Field) -> None:
    QTest.keyClick(field.line, Key.Key_Tab)


def go_on(dialog: NewWorkspaceDialog) -> None:
    QTest.mouseClick(dialog.next, LEFT)


def to_the_place(start: Desk, dialog: NewWorkspaceDialog, name: str = "SMAN 1 Contoh") -> None:
    type_into(dialog.school.fields["name"], name)
    for _ in range(3):
        go_on(dialog)
    assert dialog.stack.currentWidget() is dialog.place
    start.settle()


def test_the_whole_wizard_with_the_keyboard(
    start: Desk, wizard: NewWorkspaceDialog, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (400, 300), "navy").save(logo)
    monkeypatch.setattr("zidesk.ui.dialogs.new_workspace.logo_box.ask_picture", lambda *_: logo)

    def typed(*texts: str) -> None:
        """Each text into the field with the focus, Tab after each."""
        for text in texts:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, text)
            QTest.keyClick(focus, Key.Key_Tab)

    def confirmed() -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Key.Key_Return)

    typed("SMA Negeri 1  Contoh ", "SMA", "20605123", "Jalan Raya 28", "Kab. Contoh", "Banten", "15610")
    typed("021-595", "tu@sman1.sch.id", "www.sman1.sch.id", "Pemerintah Provinsi Banten", "Dinas Pendidikan")
    assert QApplication.focusWidget() is wizard.school.logo.choose
    QTest.keyClick(wizard.school.logo.choose, Key.Key_Space)
    start.settle()
    assert "400 × 300 piksel" in wizard.school.logo.words.text()
    shown = wizard.school.logo.picture.pixmap()
    assert shown.width() * 3 == shown.height() * 4, "the logo itself, no longer the invitation's icon"
    wizard.school.fields["name"].line.setFocus()
    confirmed()
    assert wizard.stack.currentWidget() is wizard.people
    typed("Budi Santosa, M.Pd.", "19680314 199403 1 007", "Pembina, IV/a", "Siti Rahmawati, S.Pd.")
    QTest.keyClicks(wizard.people.fields["leader_nip"].line, "197907222005012011")
    confirmed()
    assert wizard.stack.currentWidget() is wizard.assessment
    assert wizard.assessment.fields["year"].line.text() == "2026", "the year of the clock is proposed"
    QTest.keyClick(wizard.assessment.fields["year"].line, Key.Key_Tab)
    typed("Balaraja")
    QTest.keyClick(wizard.assessment.category.box, Key.Key_Down)
    wizard.assessment.targets.rows[1].setFocus()
    QTest.keyClick(wizard.assessment.targets.rows[1], Key.Key_Space)
    assert wizard.assessment.target_hint.isVisible()
    wizard.assessment.held.setFocus()
    QTest.keyClick(wizard.assessment.held, Key.Key_Space)
    assert not wizard.assessment.target_hint.isVisible()
    wizard.assessment.fields["year"].line.setFocus()
    confirmed()
    assert wizard.stack.currentWidget() is wizard.place
    root = documents / "ZIDesk" / "SMA Negeri 1 Contoh-2026"
    assert wizard.place.line.text() == str(root)
    start.settle()
    assert "Ruang kosong" in wizard.place.fields["folder"].hint.text()
    assert "menuju WBBM" in wizard.place.summary.text() and "dengan logo" in wizard.place.summary.text()
    confirmed()
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)
    start.settle()
    assert start.window.header.school.text() == "SMA Negeri 1 Contoh"
    start.close()
    workspace = open_workspace(root, read_only=True)
    profile, kept = workspace.facts.profile(), workspace.logo()
    workspace.close()
    assert kept is not None and kept.read_bytes() == logo.read_bytes()
    school = School(
        name="SMA Negeri 1 Contoh",
        npsn="20605123",
        level="SMA",
        address="Jalan Raya 28",
        regency="Kab. Contoh",
        province="Banten",
        postal_code="15610",
        phone="021-595",
        email="tu@sman1.sch.id",
        website="www.sman1.sch.id",
        government="Pemerintah Provinsi Banten",
        office="Dinas Pendidikan",
        logo=profile.school.logo,
    )
    assert profile == Profile(
        school,
        Person("Budi Santosa, M.Pd.", "196803141994031007", "Pembina, IV/a"),
        Person("Siti Rahmawati, S.Pd.", "197907222005012011"),
        2026,
        "WBBM",
        "Balaraja",
        "afirmasi",
        True,
    )


def test_a_name_is_enough_and_the_rest_may_follow(
    start: Desk, wizard: NewWorkspaceDialog, documents: Path
) -> None:
    to_the_place(start, wizard)
    go_on(wizard)
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)
    assert (documents / "ZIDesk" / "SMAN 1 Contoh-2026" / "zidesk.db").is_file()


def test_every_field_has_an_example(wizard: NewWorkspaceDialog) -> None:
    for page in (wizard.school, wizard.people, wizard.assessment):
        for field in page.fields.values():
            assert field.line.placeholderText().startswith("misalnya ")
            assert field.line.accessibleName()


def test_without_a_name_it_stays_and_says_why(wizard: NewWorkspaceDialog) -> None:
    wizard.school.fields["phone"].line.setFocus()
    go_on(wizard)
    name = wizard.school.fields["name"]
    assert wizard.stack.currentWidget() is wizard.school
    assert name.hint.isVisible() and "perlu diisi" in name.hint.text()
    assert name.line.hasFocus() and name.line.accessibleDescription() == name.hint.text()
    QTest.keyClicks(name.line, "SMAN 1")
    assert not name.hint.isVisible()
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.people


def test_npsn_is_counted_and_complains_only_when_left(wizard: NewWorkspaceDialog) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    npsn = wizard.school.fields["npsn"]
    type_into(npsn, "2060")
    assert (npsn.hint.text(), npsn.hint.property("look")) == ("4 dari 8 angka", "muted")
    leave(npsn)
    assert (npsn.hint.text(), npsn.hint.property("look")) == ("Baru 4 dari 8 angka.", "bad")
    assert npsn.line.property("fault") == "true"
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.school and npsn.line.hasFocus()
    type_into(npsn, "20605123")
    assert not npsn.hint.isVisible() and npsn.line.property("fault") == "false"
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.people


@pytest.mark.parametrize("key", ["principal_nip", "leader_nip"])
def test_nip_must_be_plausible(start: Desk, wizard: NewWorkspaceDialog, key: str) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    go_on(wizard)
    nip = wizard.people.fields[key]
    type_into(nip, "199913321999022002")
    assert "tanggal lahir" in nip.hint.text() and nip.hint.property("look") == "bad"
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.people and nip.line.hasFocus()
    type_into(nip, "19680314 199403 1 007")
    assert nip.hint.text() == "Lahir 14 Mar 1968, diangkat 1994"
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.assessment


def test_year_must_be_one(wizard: NewWorkspaceDialog) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    go_on(wizard)
    go_on(wizard)
    year = wizard.assessment.fields["year"]
    type_into(year, "26")
    go_on(wizard)
    assert wizard.stack.currentWidget() is wizard.assessment
    assert "4 angka" in year.hint.text()
    type_into(year, "2027")
    go_on(wizard)
    assert wizard.place.line.text().endswith("SMAN 1-2027")


@pytest.mark.parametrize(
    ("check", "text", "words", "stops"),
    [
        (check_npsn, "2060512A", "NPSN hanya berisi angka.", True),
        (check_npsn, "206051234", "Terlalu panjang: NPSN 8 angka.", True),
        (check_npsn, "2060 5123", "", False),
        (check_npsn, "", "", False),
        (check_nip, "1968", "Baru 4 dari 18 angka.", True),
        (check_year, "1999", "Isi tahun dengan 4 angka, antara 2000 dan 2100.", True),
        (check_year, "", "Isi tahun dengan 4 angka, antara 2000 dan 2100.", True),
        (check_postal_code, "1561", "Kode pos biasanya 5 angka.", False),
        (check_postal_code, "15610", "", False),
        (check_email, "tu", "Alamat surel biasanya seperti tu@sekolah.sch.id.", False),
        (check_email, "tu@sman1.sch.id", "", False),
    ],
)
def test_what_is_said_of_a_field_that_was_left(
    check: Callable[..., object], text: str, words: str, stops: bool
) -> None:
    verdict = check(text, True)
    assert (verdict.words, verdict.stops) == (words, stops)  # type: ignore[attr-defined]


def test_the_older_sheet_says_that_it_is_not_confirmed(start: Desk, wizard: NewWorkspaceDialog) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    go_on(wizard)
    go_on(wizard)
    page = wizard.assessment
    names = [row.accessibleName() for row in page.sheets.rows]
    assert len(names) == 2 and page.sheets.rows[0].isChecked()
    assert "belum terkonfirmasi" not in names[0] and "belum terkonfirmasi" in names[1]
    assert not page.sheet_hint.isVisible()
    QTest.mouseClick(page.sheets.rows[1], LEFT)
    assert page.sheet_hint.isVisible() and "belum terkonfirmasi" in page.sheet_hint.text()
    go_on(wizard)
    start.settle()
    root = wizard.place.path()
    go_on(wizard)
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)
    start.close()
    workspace = open_workspace(root, read_only=True)
    assert not workspace.instrument.confirmed
    workspace.close()


@pytest.mark.parametrize(
    ("content", "words"), [(b"Dengan hormat", "bukan gambar"), (b"\x89PNG\r\n\x1a\n" + b"x" * 300, "rusak")]
)
def test_a_bad_logo_is_refused_kindly(
    start: Desk,
    wizard: NewWorkspaceDialog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    words: str,
) -> None:
    good, bad = tmp_path / "logo.png", tmp_path / "surat.png"
    Image.new("RGB", (40, 30), "navy").save(good)
    bad.write_bytes(content)
    chosen = iter([bad, good, bad])
    monkeypatch.setattr("zidesk.ui.dialogs.new_workspace.logo_box.ask_picture", lambda *_: next(chosen))
    logo = wizard.school.logo
    QTest.mouseClick(logo.choose, LEFT)
    start.settle()
    assert words in logo.words.text() and "surat.png" in logo.words.text()
    assert logo.path is None and not logo.remove.isVisible()
    QTest.mouseClick(logo.choose, LEFT)
    start.settle()
    assert logo.path == good and logo.remove.isVisible()
    QTest.mouseClick(logo.choose, LEFT)
    start.settle()
    assert logo.path == good and "tetap dipakai" in logo.words.text()
    QTest.mouseClick(logo.remove, LEFT)
    assert logo.path is None


def test_return_presses_the_button_it_stands_on(wizard: NewWorkspaceDialog) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    QTest.keyClick(wizard.school.fields["name"].line, Key.Key_Return)
    assert wizard.stack.currentWidget() is wizard.people
    wizard.back.setFocus()
    QTest.keyClick(wizard.back, Key.Key_Return)
    assert wizard.stack.currentWidget() is wizard.school


def test_back_keeps_what_was_typed(start: Desk, wizard: NewWorkspaceDialog) -> None:
    assert not wizard.back.isVisible(), "there is nothing before the first step"
    to_the_place(start, wizard)
    for page in (wizard.assessment, wizard.people, wizard.school):
        QTest.mouseClick(wizard.back, LEFT)
        assert wizard.stack.currentWidget() is page
    assert wizard.school.text("name") == "SMAN 1 Contoh"
    type_into(wizard.school.fields["name"], "SMAN 2 Contoh")
    for _ in range(3):
        go_on(wizard)
    assert wizard.place.path().name == "SMAN 2 Contoh-2026", "the folder follows the name"
    type_into(wizard.place.fields["folder"], str(wizard.place.path().with_name("ZI")))
    for _ in range(3):
        QTest.mouseClick(wizard.back, LEFT)
    type_into(wizard.school.fields["name"], "SMAN 3 Contoh")
    for _ in range(3):
        go_on(wizard)
    assert wizard.place.path().name == "ZI", "a place of the user's own stays"


def test_nothing_typed_leaves_without_a_question(start: Desk, wizard: NewWorkspaceDialog, documents: Path) -> None:
    wizard.ask_to_leave = lambda: pytest.fail("asked")  # type: ignore[method-assign]
    QTest.keyClick(wizard, Key.Key_Escape)
    assert not wizard.isVisible()
    assert not documents.exists()
    QTest.mouseClick(start.window.start.new, LEFT)
    again = [dialog for dialog in start.window.findChildren(NewWorkspaceDialog) if dialog.isVisible()]
    assert len(again) == 1
    QTest.mouseClick(again[0].cancel, LEFT)
    assert not again[0].isVisible()


def answer_question(qtbot: QtBot, text: str, press: Callable[[], None]) -> None:
    """Press something that asks, and answer with the button of that text."""
    from PySide6.QtCore import QTimer

    pressed: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            button = next(item for item in box.findChildren(QPushButton) if item.text() == text)
            pressed.append(text)
            QTest.mouseClick(button, LEFT)

    QTimer.singleShot(100, answer)
    press()
    assert pressed == [text]


def test_typed_fields_are_not_lost_without_a_question(
    start: Desk, wizard: NewWorkspaceDialog, documents: Path
) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1")
    answer_question(start.qtbot, "Lanjutkan mengisi", lambda: QTest.mouseClick(wizard.cancel, LEFT))
    assert wizard.isVisible() and wizard.school.text("name") == "SMAN 1"
    answer_question(start.qtbot, "Buang isian", lambda: QTest.mouseClick(wizard.cancel, LEFT))
    assert not wizard.isVisible()
    assert not documents.exists() and start.window.start.isVisible()


def test_an_existing_folder_is_refused_with_a_way_out(
    start: Desk, wizard: NewWorkspaceDialog, documents: Path
) -> None:
    taken = documents / "ZIDesk" / "SMAN 1 Contoh-2026"
    taken.mkdir(parents=True)
    (taken / "surat.txt").write_text("milik sekolah")
    to_the_place(start, wizard)
    hint = wizard.place.fields["folder"].hint
    assert "sudah ada" in hint.text() and hint.property("look") == "bad"
    go_on(wizard)
    start.settle()
    assert wizard.isVisible() and wizard.place.line.hasFocus()
    assert [path.name for path in taken.iterdir()] == ["surat.txt"]
    assert wizard.place.use_other.isVisible()
    QTest.mouseClick(wizard.place.use_other, LEFT)
    start.settle()
    assert hint.property("look") != "bad"
    go_on(wizard)
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)
    assert (documents / "ZIDesk" / "SMAN 1 Contoh-2026 (2)" / "zidesk.db").is_file()


def test_a_folder_that_comes_meanwhile_is_noticed(start: Desk, wizard: NewWorkspaceDialog) -> None:
    to_the_place(start, wizard)
    root = wizard.place.path()
    root.mkdir(parents=True)
    (root / "surat.txt").write_text("baru saja")
    go_on(wizard)
    start.settle()
    assert wizard.isVisible() and "sudah ada" in wizard.place.fields["folder"].hint.text()
    assert wizard.next.isEnabled() and wizard.next.text() == "Buat berkas kerja"


def test_a_place_can_be_chosen(
    start: Desk, wizard: NewWorkspaceDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zidesk.ui.dialogs.new_workspace.place_page.ask_place", lambda *_: tmp_path)
    to_the_place(start, wizard)
    QTest.mouseClick(wizard.place.choose, LEFT)
    start.settle()
    assert wizard.place.path() == tmp_path / "SMAN 1 Contoh-2026"
    type_into(wizard.place.fields["folder"], "ZI")
    go_on(wizard)
    assert wizard.isVisible() and "selengkapnya" in wizard.place.fields["folder"].hint.text()


def test_a_logo_that_vanishes_is_told_in_our_words(
    start: Desk, wizard: NewWorkspaceDialog, tmp_path: Path, documents: Path
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 30), "navy").save(logo)
    wizard.school.logo.look_at(logo)
    to_the_place(start, wizard)
    logo.unlink()
    go_on(wizard)
    start.settle()
    assert wizard.isVisible() and wizard.fault.isVisible()
    assert "logo.png tidak ditemukan" in wizard.fault.text()
    assert wizard.next.isEnabled() and wizard.cancel.isEnabled()
    assert not documents.exists(), "nothing is left behind"


def test_a_fault_of_ours_does_not_lock_the_wizard(
    start: Desk, wizard: NewWorkspaceDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda *fault: caught.append(fault[1]))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("zidesk.ui.dialogs.new_workspace.work.make_workspace", broken)
    to_the_place(start, wizard)
    go_on(wizard)
    start.settle()
    assert isinstance(caught[0], ZeroDivisionError)
    assert wizard.next.isEnabled() and wizard.back.isEnabled() and wizard.stack.isEnabled()


def test_the_wizard_cannot_be_left_while_it_makes_the_workspace(start: Desk, wizard: NewWorkspaceDialog) -> None:
    to_the_place(start, wizard)
    go_on(wizard)
    QTest.keyClick(wizard, Key.Key_Escape)
    assert wizard.isVisible() and not wizard.next.isEnabled()
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)


def test_no_field_is_cut_off_at_a_small_size(wizard: NewWorkspaceDialog) -> None:
    type_into(wizard.school.fields["name"], "SMAN 1 Contoh")
    wizard.resize(900, 600)
    for page in wizard.pages:
        if page is not wizard.school:
            go_on(wizard)
        QApplication.processEvents()
        assert page.widget().minimumSizeHint().width() <= page.viewport().width()
        for child in page.widget().findChildren(QWidget):
            if child.isVisible() and child.parentWidget() is page.widget():
                assert child.geometry().right() <= page.widget().width()


# the example


@pytest.mark.slow
def test_the_example_is_made_and_opened_and_then_only_opened(start: Desk, documents: Path) -> None:
    window = start.window
    QTest.mouseClick(window.start.example, LEFT)
    assert not window.start.example.isEnabled() and "sedang dibuat" in window.start.example_words.text()
    start.qtbot.waitUntil(lambda: not window.jobs.running(), timeout=120_000)
    start.qtbot.waitUntil(window.assessment.isVisible, timeout=20_000)
    start.settle()
    root = documents / "ZIDesk" / "Contoh"
    assert [path.name for path in root.parent.iterdir()] == ["Contoh"], "nothing else is left"
    assert window.header.school.text() == "SMA Negeri 1 Lembah Cendana"
    start.close()
    workspace = open_workspace(root, read_only=True)
    assert workspace.assessment().counts.evidence >= 60
    workspace.close()
    before = (root / "zidesk.db").stat().st_ino
    assert new_school.example_workspace(documents, lambda _: None, CancelToken()) == root
    assert (root / "zidesk.db").stat().st_ino == before


def test_an_example_that_is_there_is_opened(start: Desk, documents: Path) -> None:
    profile = Profile(School("Sekolah rekaan"), year=2026)
    create_from_value(documents / "ZIDesk" / "Contoh", profile, shipped_resources(), clock=lambda: MOMENT).close()
    QTest.mouseClick(start.window.start.example, LEFT)
    start.settle()
    start.qtbot.waitUntil(start.window.assessment.isVisible)
    assert start.window.header.school.text() == "Sekolah rekaan"
    assert start.window.start.example.isEnabled()


def test_the_example_can_be_stopped(start: Desk, documents: Path) -> None:
    window = start.window
    QTest.mouseClick(window.start.example, LEFT)
    seen: list[Progress] = []
    window.jobs.progressed.connect(lambda _job, progress: seen.append(progress))
    start.qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    assert seen[0].total == 60
    QTest.mouseClick(window.status.cancel, LEFT)
    start.qtbot.waitUntil(lambda: not window.jobs.running(), timeout=60_000)
    assert "tidak jadi dibuat" in window.strip.text.text()
    assert window.start.isVisible() and window.start.example.isEnabled()
    assert not documents.exists(), "nothing is left behind"


@pytest.mark.parametrize("after", [1, 61, 100])
def test_a_stop_at_any_moment_leaves_nothing(documents: Path, after: int) -> None:
    """While files are made, and while they are taken in."""
    cancel, calls = CancelToken(), 0

    def report(_progress: Progress) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            cancel.cancel()

    with pytest.raises(Cancelled):
        new_school.example_workspace(documents, report, cancel)
    assert not documents.exists()


def test_a_folder_of_the_users_own_is_no_example(documents: Path) -> None:
    mine = documents / "ZIDesk" / "Contoh"
    mine.mkdir(parents=True)
    (mine / "surat.txt").write_text("milik sekolah")
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        new_school.example_workspace(documents, lambda _: cancel.cancel(), cancel)
    assert [path.name for path in documents.rglob("*")] == ["ZIDesk", "Contoh", "surat.txt"]


def test_other_work_is_finished_first(start: Desk) -> None:
    window = start.window
    release = CancelToken()

    def work(_report: object, cancel: CancelToken) -> None:
        while not (release.is_set or cancel.is_set):
            QTest.qSleep(5)

    window.jobs.start(work, title="Melampirkan berkas")
    QTest.mouseClick(window.start.new, LEFT)
    assert "Masih ada pekerjaan" in window.strip.text.text()
    assert window.findChild(NewWorkspaceDialog) is None
    QTest.mouseClick(window.start.example, LEFT)
    assert window.start.example.isEnabled()
    release.cancel()
    start.settle()
