"""Stages that few bundles need are shown to those whose bundle needs them, and to nobody else."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from zidesk.domain.progress import Progress, Stage
from zidesk.services.bundle.request import Merged
from zidesk.ui.bundle_wizard.wish import Contents, Options, Target, Wish
from zidesk.ui.bundle_wizard.writing_step import WritingStep


def test_copies_have_a_row_once_they_are_made(qtbot: QtBot) -> None:
    step = WritingStep()
    qtbot.addWidget(step)
    contents = Contents((), "lke", "A4", 9, 1_000)
    step.show_start(Wish(contents, Target(Path("stik"), "KINGSTON", removable=True)), "ZI-2026")
    assert step.stages[Stage.PREPARE].isHidden() and not step.stages[Stage.COPY].isHidden()

    step.show_progress(Progress(Stage.PREPARE, 1, 4, 10, 40, "Foto rapat"), "")
    assert not step.stages[Stage.PREPARE].isHidden()
    assert step.stages[Stage.PREPARE].figures.text() == "1 dari 4 berkas"
    assert step.item.toolTip() == "Foto rapat"

    step.show_progress(Progress(Stage.COPY, 0, 9), "")
    assert step.stages[Stage.PREPARE].state == "ok" and step.stages[Stage.COPY].state == "accent"


def test_merged_files_have_a_row_after_the_other_papers(qtbot: QtBot) -> None:
    step = WritingStep()
    qtbot.addWidget(step)
    target = Target(Path("stik"), "KINGSTON", removable=True)
    step.show_start(Wish(Contents((), "lke", "A4", 9, 1_000), target), "ZI-2026")
    assert step.merged.isHidden()

    contents = Contents((), "lke", "A4", 9, 1_000, options=Options(merged=Merged.AREAS))
    step.show_start(Wish(contents, target), "ZI-2026")
    papers, prints = step.stages[Stage.DOCUMENTS], step.stages[Stage.MANIFESTS]
    step.show_progress(Progress(Stage.DOCUMENTS, 3, 8, item="INDEKS.pdf"), "")
    assert papers.figures.text() == "3 dari 8 dokumen" and step.merged.state == "muted"

    step.show_progress(Progress(Stage.DOCUMENTS, 8, 8), "")
    assert papers.figures.text() == "8 dokumen" and step.merged.state == "accent" and prints.state == "muted"

    step.show_progress(Progress(Stage.DOCUMENTS, 2, 9, item="Notula"), "")
    assert step.merged.figures.text() == "2 dari 9 berkas" and papers.figures.text() == "8 dokumen"

    step.show_progress(Progress(Stage.DOCUMENTS, 9, 9), "")
    assert step.merged.state == "ok" and prints.state == "accent"

    step.show_progress(Progress(Stage.READ_BACK, 0, 20), "")
    assert step.merged.state == prints.state == "ok" and step.stages[Stage.READ_BACK].state == "accent"
