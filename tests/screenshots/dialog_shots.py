"""The dialogs over the window; the demo school is open."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from tests.screenshots.shot import Shot
from tests.screenshots.stage import Stage
from zidesk.domain.redaction import Box
from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog
from zidesk.ui.dialogs.redaction.dialog import RedactionDialog
from zidesk.ui.dialogs.sectioned import SectionedDialog
from zidesk.ui.main_window import MainWindow
from zidesk.ui.messenger import question_box

_SECTIONS = 4  # of the settings


def _dialog(opening: Callable[[MainWindow], object]) -> Callable[[Stage], QPixmap]:
    def take(stage: Stage) -> QPixmap:
        try:
            opening(stage.window)
            return stage.picture(stage.dialog())
        finally:
            stage.close_dialogs()

    return take


def _section(opening: Callable[[MainWindow], object], number: int) -> Callable[[Stage], QPixmap]:
    """A section of a dialog, from 0."""

    def take(stage: Stage) -> QPixmap:
        try:
            opening(stage.window)
            dialog = stage.dialog()
            assert isinstance(dialog, SectionedDialog)
            dialog.sections.setCurrentRow(number)
            return stage.picture(dialog)
        finally:
            stage.close_dialogs()

    return take


def _wizard(steps: int, npsn: str = "20605123") -> Callable[[Stage], QPixmap]:
    """The wizard for a new school after so many clicks on its button."""

    def take(stage: Stage) -> QPixmap:
        try:
            stage.window.new_school.ask_new()
            dialog = stage.dialog()
            assert isinstance(dialog, NewWorkspaceDialog)
            if steps:
                QTest.keyClicks(dialog.school.fields["name"].line, "SMA Negeri 1 Tirta Kencana")
                QTest.keyClicks(dialog.school.fields["npsn"].line, npsn)
            for _ in range(steps):
                dialog.next.click()
                stage.settle()
            return stage.picture(dialog)
        finally:
            stage.close_dialogs()

    return take


def _covering(burnt: bool) -> Callable[[Stage], QPixmap]:
    """Two boxes on a page of a PDF, as they are drawn or as they are handed over; nothing is saved."""

    def take(stage: Stage) -> QPixmap:
        assessment = stage.window.editing.assessment
        assert assessment is not None
        pdfs = (
            use for uses in assessment.evidence.values() for use in uses if (use.file.inspection.pages or 0) > 1
        )
        try:
            stage.window.redacting.ask(next(pdfs))
            dialog = stage.dialog()
            assert isinstance(dialog, RedactionDialog)
            dialog.ask_to_leave = lambda: True  # type: ignore[method-assign]
            for box in (Box(1, 0.1, 0.4, 0.6, 0.46), Box(1, 0.28, 0.1, 0.9, 0.17)):
                dialog.view.canvas.drawn.emit(box)
            if burnt:
                dialog.look.click()
            stage.wait_for(lambda: not stage.window.pictures.tools.lane.busy())
            return stage.picture(dialog)
        finally:
            stage.close_dialogs()

    return take


def _preview(window: MainWindow) -> None:
    assessment = window.editing.assessment
    assert assessment is not None
    uses = next(uses for uses in assessment.evidence.values() if len(uses) > 1)
    window.evidence_desk.preview(uses[0])


def _choose(window: MainWindow) -> None:
    window.evidence_desk.ask_questions(
        "Pakai “Notula rapat tim kerja ZI” juga untuk butir:", "Pakai", lambda _codes: None, ("A.I.1.i.a",)
    )


def _full_bin(window: MainWindow) -> None:
    assessment = window.editing.assessment
    assert assessment is not None
    window.navigation.show_question("A.I.1.iii.a")
    window.evidence.remove(list(assessment.uses_of("A.I.1.iii.a"))[:2])
    window.bin.show()


def _ask(window: MainWindow) -> None:
    question_box(
        window,
        "Isian pada jawaban butir 1.i.a belum tersimpan.",
        "Isian itu hilang bila ZIDesk ditutup sekarang.",
        "Tutup tanpa menyimpan",
        "Kembali",
    ).open()


def _settings(window: MainWindow) -> None:
    window.desk.ask_settings()


def _school(window: MainWindow) -> None:
    window.desk.ask_school_data()


DIALOGS = (
    *(Shot(f"sekolah-baru-{step + 1}", _wizard(step)) for step in range(4)),
    Shot("sekolah-baru-salah", _wizard(1, "123")),
    *(Shot(f"pengaturan-{number + 1}", _section(_settings, number)) for number in range(_SECTIONS)),
    *(Shot(f"data-sekolah-{number + 1}", _section(_school, number)) for number in range(3)),
    Shot("tentang", _dialog(lambda window: window.desk.show_about())),
    Shot("pintasan", _dialog(lambda window: window.desk.show_shortcuts())),
    Shot("pilih-butir", _dialog(_choose)),
    Shot("pratinjau", _dialog(_preview)),
    *(Shot(f"tutup-bagian-{name}", _covering(burnt)) for name, burnt in (("kotak", False), ("hasil", True))),
    Shot("tempat-sampah-kosong", _dialog(lambda window: window.bin.show())),
    Shot("tempat-sampah", _dialog(_full_bin)),
    Shot("pertanyaan", _dialog(_ask)),
)
