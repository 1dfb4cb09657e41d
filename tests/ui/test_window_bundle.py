"""Paket: from the choice to a bundle on the drive, everything that can stand in the way, and checking."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.bundle_walk import LEFT, Asked, Gate, at_stage, bundle_in, stand_before, start
from tests.ui.conftest import Desk
from zidesk.domain.errors import DriveGone, PreflightFailed
from zidesk.domain.progress import Stage
from zidesk.services.bundle import recipe
from zidesk.services.verify import verify_bundle
from zidesk.storage.drives import RemovableDrive
from zidesk.ui import bundle_work
from zidesk.ui.bundle_wizard.done_step import Next
from zidesk.ui.bundle_wizard.pace import Pace, time_left_words
from zidesk.ui.bundle_wizard.step_bar import Step
from zidesk.ui.bundle_wizard.ways_out import WayOut, obstacles_of
from zidesk.ui.bundle_wizard.wish import Form
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, OVERVIEW
from zidesk.ui.pages.bundle_page import BundlePage

Paper = Callable[[str], Path]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "flashdisk"
    made.mkdir()
    return made


@pytest.fixture
def asked(desk: Desk, stick: Path, paper: Paper) -> Asked:
    """The window with three files attached, on the page of bundles."""
    desk.show("A.I.1.i.a")
    desk.attach([paper(f"{name}.pdf") for name in ("satu", "dua", "tiga")])
    desk.settle()
    return stand_before(desk, stick)


@pytest.fixture
def page(desk: Desk, asked: Asked) -> BundlePage:
    return desk.window.bundle


@pytest.fixture
def made(desk: Desk, page: BundlePage, stick: Path) -> Path:
    start(desk)
    desk.settle()
    assert page.step is Step.DONE, page.done.title.text()
    return bundle_in(stick)


def test_a_bundle_from_the_first_click_to_the_last(desk: Desk, page: BundlePage, asked: Asked, made: Path) -> None:
    assert page.done.title.text() == "Sudah aman, paket selesai"
    assert "3 berkas bukti" in page.done.text.text() and "dibaca ulang" in page.done.text.text()
    assert verify_bundle(made).valid and (made / "INDEKS.pdf").is_file()
    QTest.mouseClick(page.done.buttons[Next.OPEN], LEFT)
    assert asked.shown == [made]
    QTest.mouseClick(page.done.buttons[Next.VERIFY], LEFT)
    desk.settle()
    assert page.verify.verdict.text() == "Paket utuh: semua berkas cocok dengan daftarnya."
    assert page.verify.faults.count() == 0


def test_some_areas_in_another_layout_on_other_paper(
    desk: Desk, page: BundlePage, stick: Path, paper: Paper
) -> None:
    desk.show("A.I.2.i.a")
    desk.attach([paper("empat.pdf")])
    desk.settle()
    contents = page.contents
    contents.areas.some.setFocus()
    QTest.keyClick(contents.areas.some, Qt.Key.Key_Space)
    assert not contents.next.isEnabled() and "sedikitnya satu" in contents.summary.text()
    contents.areas.boxes["2"].setFocus()
    QTest.keyClick(contents.areas.boxes["2"], Qt.Key.Key_Space)
    for radio in (contents.form.layouts["area"], contents.options.paper.buttons["F4"]):
        radio.setFocus()
        QTest.keyClick(radio, Qt.Key.Key_Space)
    assert contents.summary.text().startswith("15 butir · 1 berkas bukti")
    start(desk)
    desk.settle()
    files = [path.relative_to(bundle_in(stick)).as_posix() for path in (bundle_in(stick) / "data").rglob("*.pdf")]
    assert len(files) == 1 and files[0].startswith("data/AREA II/")


def test_what_is_typed_is_saved_before_it_is_bundled(desk: Desk, page: BundlePage, stick: Path) -> None:
    desk.window.show_page(ASSESSMENT)
    desk.window.assessment.question.note.setPlainText("Ditulis sesaat sebelum paket dibuat.")
    desk.window.show_page(BUNDLE)
    start(desk)
    desk.settle()
    assert desk.stored().notes["A.I.1.i.a"] == "Ditulis sesaat sebelum paket dibuat."


def test_a_bundle_that_is_there_is_renewed(desk: Desk, page: BundlePage, made: Path, paper: Paper) -> None:
    desk.show("A.I.1.i.a")
    desk.attach([paper("baru.pdf")])
    desk.settle()
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    start(desk)
    desk.settle()
    assert page.step is Step.CHECK and set(page.check.buttons) == {WayOut.UPDATE, WayOut.ELSEWHERE}
    QTest.mouseClick(page.check.buttons[WayOut.UPDATE], LEFT)
    desk.settle()
    assert page.step is Step.DONE and "4 berkas bukti" in page.done.text.text()
    assert "3 di antaranya sudah ada" in page.done.text.text()
    assert verify_bundle(made).valid


def test_one_zip_and_its_check(desk: Desk, page: BundlePage, stick: Path) -> None:
    QTest.mouseClick(page.contents.form.forms[Form.ZIP], LEFT)
    assert not page.contents.form.part_mb.isEnabled()
    start(desk)
    desk.settle()
    (path,) = stick.iterdir()
    assert page.step is Step.DONE and path.suffix == ".zip" and str(path) in page.done.text.text()
    QTest.mouseClick(page.done.buttons[Next.VERIFY], LEFT)
    desk.settle()
    assert page.verify.verdict.text() == "Paket utuh: semua berkas cocok dengan daftarnya."
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    start(desk)
    desk.settle()
    assert page.step is Step.CHECK and set(page.check.buttons) == {WayOut.ELSEWHERE}


def test_a_zip_in_parts(desk: Desk, page: BundlePage, stick: Path) -> None:
    QTest.mouseClick(page.contents.form.forms[Form.PARTS], LEFT)
    page.contents.form.part_mb.setValue(7)
    assert page.contents.form.part_mb.isEnabled()
    contents = page.contents.contents()
    assert (contents.form, contents.part_mb) == (Form.PARTS, 7)
    start(desk)
    desk.settle()
    assert page.step is Step.DONE
    assert [path.suffix for path in stick.iterdir()] == [".zip"]  # so little fits into one


def test_all_obstacles_stand_together_and_each_has_its_way_out(desk: Desk, page: BundlePage, made: Path) -> None:
    originals = [path for path in (desk.root / "bukti").rglob("*") if path.is_file()]
    originals[0].unlink()
    originals[1].unlink()
    QTest.mouseClick(page.done.buttons[Next.ANOTHER], LEFT)
    start(desk)
    desk.settle()
    assert len(page.check.boxes) == 2 and "Ada 2 hal" in page.check.title.text()
    QTest.mouseClick(page.check.buttons[WayOut.WITHOUT], LEFT)
    desk.settle()
    assert set(page.check.buttons) == {WayOut.UPDATE, WayOut.ELSEWHERE}, "what is settled does not come again"
    QTest.mouseClick(page.check.buttons[WayOut.UPDATE], LEFT)
    desk.settle()
    assert page.step is Step.DONE and verify_bundle(made).valid
    assert not page.done.details.isVisible(), "the earlier bundle still had them"


def test_originals_that_are_gone_are_left_out_and_named(desk: Desk, page: BundlePage, stick: Path) -> None:
    originals = [path for path in (desk.root / "bukti").rglob("*") if path.is_file()]
    originals[0].unlink()
    originals[1].unlink()
    start(desk)
    desk.settle()
    assert list(page.check.buttons) == [WayOut.WITHOUT] and not list(stick.iterdir())
    page.check.buttons[WayOut.WITHOUT].setFocus()
    QTest.keyClick(page.check.buttons[WayOut.WITHOUT], Qt.Key.Key_Space)
    desk.settle()
    assert page.step is Step.DONE and page.done.title.text() == "Paket selesai, 2 berkas tidak ikut"
    assert "disebut di dalam paket sebagai tidak lengkap" in page.done.text.text()
    assert page.done.details.toPlainText().count("A.I.1.i.a ") == 2
    assert verify_bundle(bundle_in(stick)).valid


def test_a_destination_that_cannot_be_and_another(desk: Desk, page: BundlePage, asked: Asked, stick: Path) -> None:
    asked.folder = desk.root / "bukti"
    start(desk)
    desk.settle()
    assert page.step is Step.CHECK and list(page.check.buttons) == [WayOut.ELSEWHERE]
    QTest.mouseClick(page.check.again, LEFT)
    desk.settle()
    assert page.step is Step.CHECK
    asked.folder = stick
    QTest.mouseClick(page.check.buttons[WayOut.ELSEWHERE], LEFT)
    QTest.mouseClick(page.destination.other, LEFT)
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    assert page.step is Step.DONE and verify_bundle(bundle_in(stick)).valid


def test_no_words_of_the_command_line_reach_the_window(made: Path, desk: Desk) -> None:
    from zidesk.domain.errors import BundleExists, NothingToUpdate

    errors = PreflightFailed((BundleExists(made), NothingToUpdate(made))).obstacles
    for obstacle in obstacles_of(errors):
        assert "--" not in obstacle.happened + obstacle.remedy and obstacle.ways


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch, at_stage(Stage.COPY))
    yield made
    made.open.set()


def test_stages_are_named_while_the_window_stays_usable(desk: Desk, page: BundlePage, gate: Gate) -> None:
    start(desk)
    desk.qtbot.waitUntil(gate.reached.is_set)
    desk.qtbot.waitUntil(lambda: page.step is Step.WRITING)
    copy = page.writing.stages[Stage.COPY]
    assert copy.state == "accent" and "dari 3 berkas" in copy.figures.text()
    assert page.writing.facts["Isi"].text().startswith("3 berkas · ")
    assert page.writing.stages[Stage.READ_BACK].state == "muted"
    assert not page.verify.isVisible()
    QTest.mouseClick(desk.window.rail.buttons[ASSESSMENT], LEFT)
    desk.window.controller.show_question("A.I.1.iii.b")
    rows = desk.window.assessment.question.choices.rows
    QTest.mouseClick(rows[3], LEFT)
    editing = desk.window.editing
    desk.qtbot.waitUntil(
        lambda: editing.assessment is not None and str(editing.assessment.answers["A.I.1.iii.b"].value) == "D"
    )
    gate.open.set()
    desk.settle()
    assert all(row.state == "ok" for stage, row in page.writing.stages.items() if stage is not Stage.READ_BACK)
    assert desk.window.strip.text.text() == "Sudah aman, paket selesai."
    QTest.mouseClick(desk.window.strip.action, LEFT)
    assert page.isVisible() and page.step is Step.DONE


def test_cancel_leaves_what_is_written_and_the_next_run_goes_on(
    desk: Desk, page: BundlePage, gate: Gate, stick: Path
) -> None:
    start(desk)
    desk.qtbot.waitUntil(gate.reached.is_set)
    desk.qtbot.waitUntil(lambda: page.step is Step.WRITING)
    QTest.mouseClick(page.writing.cancel, LEFT)
    assert not page.writing.cancel.isEnabled() and page.writing.cancel.text() == "Membatalkan…"
    gate.open.set()
    desk.settle()
    assert page.done.title.text() == "Pembuatan paket dibatalkan"
    assert page.bar.accessibleName() == "Langkah 4 dari 5: Menulis", "it is not finished"
    unfinished = bundle_in(stick)
    assert unfinished.name.endswith(".belum-selesai")
    assert str(unfinished) in page.done.text.text() and "melanjutkan dari sana" in page.done.text.text()
    QTest.mouseClick(page.done.buttons[Next.CONTINUE], LEFT)
    desk.settle()
    assert page.done.title.text() == "Sudah aman, paket selesai"
    assert verify_bundle(bundle_in(stick)).valid


def test_cancel_before_anything_is_written(desk: Desk, page: BundlePage, stick: Path) -> None:
    blocked = threading.Event()
    desk.window.jobs.start(lambda _report, _cancel: blocked.wait(20), title="Lain")
    start(desk)
    desk.qtbot.waitUntil(lambda: desk.window.bundling._job is not None)
    assert "Menunggu" in page.check.title.text() and page.check.cancel.isVisible()
    QTest.mouseClick(page.check.cancel, LEFT)
    blocked.set()
    desk.settle()
    assert "Tidak ada yang tertinggal" in page.done.text.text()
    assert not list(stick.iterdir())


def test_closing_while_bundling_waits_and_leaves_nothing_half_named(
    desk: Desk, page: BundlePage, gate: Gate, stick: Path
) -> None:
    start(desk)
    desk.qtbot.waitUntil(gate.reached.is_set)
    desk.window.close()
    assert desk.window.isVisible(), "it must wait for the work"
    gate.open.set()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
    assert bundle_in(stick).name.endswith(".belum-selesai")
    assert not (desk.root / "zidesk.lock.json").exists()


def test_a_drive_that_goes_away_is_told_with_what_to_do(
    desk: Desk, page: BundlePage, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    def gone(*_args: object) -> None:
        raise DriveGone(stick)

    real = recipe.copy_payload
    monkeypatch.setattr(recipe, "copy_payload", gone)
    start(desk)
    desk.settle()
    assert "terlepas" in page.done.title.text() and "Pasang kembali" in page.done.text.text()
    monkeypatch.setattr(recipe, "copy_payload", real)
    QTest.mouseClick(page.done.buttons[Next.RETRY], LEFT)
    desk.settle()
    assert verify_bundle(bundle_in(stick)).valid


def test_a_fault_of_our_own_does_not_leave_the_page_waiting(
    desk: Desk, page: BundlePage, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("kita sendiri")

    real = recipe.copy_payload
    monkeypatch.setattr(recipe, "copy_payload", broken)
    with desk.qtbot.captureExceptions() as caught:
        start(desk)
        desk.settle()
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert page.step is Step.DESTINATION
    monkeypatch.setattr(recipe, "copy_payload", real)
    QTest.mouseClick(page.destination.next, LEFT)
    desk.settle()
    assert page.step is Step.DONE and verify_bundle(bundle_in(stick)).valid


def test_drives_come_and_go_while_the_list_is_in_view(
    desk: Desk, page: BundlePage, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    plugged: list[RemovableDrive] = []
    monkeypatch.setattr(bundle_work, "drives", lambda: tuple(plugged))
    QTest.mouseClick(page.contents.next, LEFT)
    desk.settle()
    assert page.destination.empty.isVisible() and not page.destination.next.isEnabled()
    assert desk.window.bundling.places.watch.isActive()
    plugged.append(RemovableDrive("KINGSTON", stick, "FAT32", 13_200_000_000))
    QTest.mouseClick(page.destination.refresh, LEFT)
    desk.settle()
    (row,) = page.destination.list.rows
    assert row.accessibleName() == f"KINGSTON. FAT32 · sisa 13,2 GB · {stick}"
    QTest.mouseClick(row, LEFT)
    assert page.destination.next.isEnabled()
    plugged.clear()
    desk.window.bundling.places.watch.setInterval(10)
    desk.qtbot.waitUntil(lambda: not page.destination.next.isEnabled())
    plugged.append(RemovableDrive("KINGSTON", stick, "FAT32", 13_200_000_000))
    desk.qtbot.waitUntil(page.destination.next.isEnabled)
    QTest.mouseClick(page.destination.next, LEFT)
    assert not desk.window.bundling.places.watch.isActive()
    desk.settle()
    assert page.done.title.text() == "Sudah aman, flashdisk boleh dicabut"


def test_each_fault_of_a_damaged_bundle_is_listed(desk: Desk, page: BundlePage, asked: Asked, made: Path) -> None:
    first, second, _ = sorted((made / "data").rglob("*.pdf"))
    first.chmod(0o644)
    first.write_bytes(b"rusak")
    second.unlink()
    asked.bundle = made
    QTest.mouseClick(page.verify.folder, LEFT)
    desk.settle()
    assert page.verify.verdict.text().startswith("Paket tidak utuh: ")
    listed = [page.verify.faults.item(row).text() for row in range(page.verify.faults.count())]
    found = verify_bundle(made)
    assert listed == [f"{fault.path}\n{fault.detail}".strip() for fault in (*found.errors, *found.warnings)]
    assert any(first.name in words for words in listed) and any(second.name in words for words in listed)


def test_a_zip_is_checked_too_and_what_is_none_is_refused(
    desk: Desk, page: BundlePage, asked: Asked, made: Path, tmp_path: Path
) -> None:
    asked.bundle = Path(shutil.make_archive(str(tmp_path / made.name), "zip", made.parent, made.name))
    QTest.mouseClick(page.verify.zip, LEFT)
    desk.settle()
    assert page.verify.verdict.text().startswith("Paket utuh")
    asked.bundle = tmp_path / "bukan.zip"
    asked.bundle.write_text("bukan paket")
    QTest.mouseClick(page.verify.zip, LEFT)
    desk.settle()
    assert "bukan folder paket" in page.verify.verdict.text() and "Pilih" in page.verify.facts.text()
    assert page.verify.folder.isEnabled()


def test_a_check_can_be_cancelled(desk: Desk, page: BundlePage, asked: Asked, made: Path) -> None:
    blocked = threading.Event()
    desk.window.jobs.start(lambda _report, _cancel: blocked.wait(20), title="Lain")
    asked.bundle = made
    QTest.mouseClick(page.verify.folder, LEFT)
    assert not page.verify.folder.isEnabled()
    QTest.mouseClick(page.verify.cancel, LEFT)
    blocked.set()
    desk.settle()
    assert page.verify.verdict.text() == "Pemeriksaan dibatalkan."


def test_a_bundle_is_checked_without_a_workspace(make_desk: Callable[[], Desk], tmp_path: Path) -> None:
    desk = make_desk()
    QTest.mouseClick(desk.window.rail.buttons[BUNDLE], LEFT)
    page = desk.window.bundle
    assert not page.make.isVisible() and page.verify.isVisible()
    desk.window.bundling._desktop = replace(desk.window.bundling._desktop, ask_bundle_folder=lambda: tmp_path)
    QTest.mouseClick(page.verify.folder, LEFT)
    desk.settle()
    assert page.verify.verdict.text().startswith("Paket tidak utuh")
    assert not desk.window.rail.buttons[OVERVIEW].isEnabled()


def test_pace_is_that_of_the_last_seconds() -> None:
    pace = Pace()
    pace.note(0, 0)
    assert pace.words(100) == ""
    for second in range(1, 11):
        pace.note(second, second * 18_000_000)
    assert pace.speed == 18_000_000
    assert pace.words(180_000_000 + 8 * 18_000_000 + 1) == "18,0 MB/dtk · 9 dtk lagi"
    pace.note(11, 0)  # another stage begins
    assert pace.speed is None
    assert [time_left_words(seconds) for seconds in (0, 59.5, 150, 3900)] == [
        "1 dtk lagi",
        "1 mnt lagi",
        "3 mnt lagi",
        "1 jam 6 mnt lagi",
    ]
