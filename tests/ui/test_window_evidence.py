"""Evidence: dropped, edited, ordered, removed and brought back; work in the background can be stopped."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Desk
from zidesk.domain.progress import Progress
from zidesk.services.ingest import adding

LEFT = Qt.MouseButton.LeftButton
Paper = Callable[[str], Path]
CODE = "A.I.1.iii.b"


@pytest.fixture
def with_three(desk: Desk, paper: Paper) -> Desk:
    desk.show(CODE)
    assert desk.drop(desk.window.assessment.evidence, [paper(f"{name}.pdf") for name in ("satu", "dua", "tiga")])
    desk.settle()
    return desk


def test_dropped_files_are_attached(with_three: Desk) -> None:
    panel = with_three.window.assessment.evidence
    assert with_three.stored().evidence[CODE] == ["satu", "dua", "tiga"]
    assert panel.list.isVisible() and not panel.empty.isVisible()
    assert panel.list.visualRect(panel.list.rows.index(2, 0)).height() > 40
    assert panel.head.total.text().startswith("3 berkas · ")
    assert with_three.window.strip.text.text() == f"3 berkas dilampirkan ke {CODE}."


def test_add_button_attaches_what_was_chosen(desk: Desk, paper: Paper) -> None:
    desk.show(CODE)
    around = desk.window.evidence_desk
    around.system = replace(around.system, ask_files=lambda: [paper("pilihan.pdf")])
    QTest.mouseClick(desk.window.assessment.evidence.head.add, LEFT)
    assert desk.stored().evidence[CODE] == ["pilihan"]


def test_refused_and_flawed_files_are_named(desk: Desk, paper: Paper, tmp_path: Path, test_data: Path) -> None:
    desk.show(CODE)
    empty = tmp_path / "kosong.pdf"
    empty.touch()
    locked = test_data / "corpus" / "libreoffice-writer-password.pdf"
    desk.drop(desk.window.assessment.evidence, [paper("baik.pdf"), empty, locked])
    desk.settle()
    said = desk.window.strip.text.text()
    assert "2 berkas dilampirkan" in said
    assert "kosong.pdf kosong (0 bita)" in said
    assert "libreoffice-writer-password.pdf (terkunci)" in said
    assert len(desk.stored().evidence[CODE]) == 2


def test_edited_facts_are_saved_when_a_field_is_left(with_three: Desk) -> None:
    form = with_three.window.assessment.evidence.form
    for field, text in (
        (form.title, "SK Tim"),
        (form.number, "421/07"),
        (form.dated, "5 Maret 2026"),
    ):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert with_three.stored().evidence[CODE] == ["SK Tim", "dua", "tiga"]
    use = with_three.window.assessment.evidence.list.uses[0]
    assert (use.number, str(use.dated)) == ("421/07", "2026-03-05")


def test_a_day_that_is_none_is_asked_for_again(with_three: Desk) -> None:
    form = with_three.window.assessment.evidence.form
    QTest.keyClicks(form.dated, "31-2-2026")
    QTest.keyClick(form.dated, Qt.Key.Key_Return)
    assert form.fault.isVisible() and "belum dikenali" in form.fault.text()
    assert with_three.window.assessment.unsaved() == (CODE,)
    form.dated.clear()
    QTest.keyClick(form.dated, Qt.Key.Key_Return)
    form.title.setText("")
    QTest.keyClick(form.title, Qt.Key.Key_Return)
    assert form.title.text() == "satu"


def test_moving_up_and_down(with_three: Desk) -> None:
    panel = with_three.window.assessment.evidence
    panel.prepare_menu()
    assert not panel.menu.by_key["evidence.up"].isEnabled()
    panel.menu.by_key["evidence.down"].trigger()
    assert with_three.stored().evidence[CODE] == ["dua", "satu", "tiga"]
    current = panel.current()
    assert current is not None and current.title == "satu"
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert with_three.stored().evidence[CODE] == ["dua", "tiga", "satu"]


def test_removed_evidence_can_be_brought_back(with_three: Desk) -> None:
    panel, strip = with_three.window.assessment.evidence, with_three.window.strip
    QTest.mouseClick(panel.tabs.remove, LEFT)
    assert with_three.stored().evidence[CODE] == ["dua", "tiga"]
    assert strip.isVisible() and strip.text.text() == "“satu” dipindahkan ke tempat sampah."
    assert strip.action.text() == "Urungkan"
    QTest.mouseClick(strip.action, LEFT)
    assert with_three.stored().evidence[CODE] == ["satu", "dua", "tiga"]
    assert strip.text.text() == "Diurungkan: pembuangan bukti 1.iii.b."


class Gate:
    """Holds attaching after its first file until let go, so that a test can look at it running."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        real = adding.add_files

        def held(workspace, codes, sources, *, report, cancel, fulfils):  # type: ignore[no-untyped-def]
            def slow(progress: Progress) -> None:
                report(progress)
                self.reached.set()
                self.open.wait(20)

            return real(workspace, codes, sources, report=slow, cancel=cancel, fulfils=fulfils)

        monkeypatch.setattr(adding, "add_files", held)


def test_window_stays_live_while_attaching(desk: Desk, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(monkeypatch)
    desk.show(CODE)
    desk.drop(desk.window.assessment.evidence, [paper("satu.pdf"), paper("dua.pdf")])
    desk.qtbot.waitUntil(gate.reached.is_set)
    desk.qtbot.waitUntil(lambda: "1 dari 2 berkas" in desk.window.status.work.text())
    assert desk.window.status.bar.isVisible() and desk.window.status.cancel.isVisible()
    rows = desk.window.assessment.question.choices.rows
    QTest.mouseClick(rows[3], LEFT)
    editing = desk.window.editing
    desk.qtbot.waitUntil(
        lambda: editing.assessment is not None and str(editing.assessment.answers[CODE].value) == "D"
    )
    gate.open.set()
    assert desk.stored().evidence[CODE] == ["satu", "dua"]
    assert not desk.window.status.bar.isVisible()


def test_cancel_keeps_what_was_attached(desk: Desk, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(monkeypatch)
    desk.show(CODE)
    desk.drop(desk.window.assessment.evidence, [paper(f"{number}.pdf") for number in range(5)])
    desk.qtbot.waitUntil(gate.reached.is_set)
    QTest.mouseClick(desk.window.status.cancel, LEFT)
    gate.open.set()
    assert desk.stored().evidence[CODE] == ["0"]
    assert desk.window.strip.text.text().startswith("Dibatalkan. 1 berkas sudah dilampirkan")


def test_closing_while_attaching_waits_and_loses_nothing(
    desk: Desk, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch)
    desk.show(CODE)
    desk.window.assessment.question.note.setPlainText("Ditulis sesaat sebelum ditutup.")
    desk.drop(desk.window.assessment.evidence, [paper(f"{number}.pdf") for number in range(5)])
    desk.qtbot.waitUntil(gate.reached.is_set)
    desk.window.close()
    assert desk.window.isVisible(), "it must wait for the work"
    gate.open.set()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
    stored = desk.stored()
    assert stored.evidence[CODE] == ["0"]
    assert stored.notes[CODE] == "Ditulis sesaat sebelum ditutup."
    assert not (desk.root / "zidesk.lock.json").exists(), "the lock is given back"
    assert not list((desk.root / "bukti").glob(".masuk-*"))
