"""What the controllers ask of the system, with the dialogs of the real one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from zidesk.domain.guide import GUIDE_PDF
from zidesk.ui.dialog_words import file_dialog, run_dialog
from zidesk.ui.evidence_desk import EvidenceSystem
from zidesk.ui.widgets import file_dialogs

if TYPE_CHECKING:
    from zidesk.ui.bundle_controller import Desktop


def evidence_system(window: QWidget) -> EvidenceSystem:
    return EvidenceSystem(
        lambda: file_dialogs.ask_files(window, None),
        lambda: file_dialogs.ask_evidence_folder(window, None),
        file_dialogs.show_folder,
    )


def bundle_desktop(window: QWidget) -> "Desktop":
    from zidesk.ui.bundle_controller import Desktop

    return Desktop(
        lambda: file_dialogs.ask_destination(window),
        lambda: file_dialogs.ask_bundle_folder(window),
        lambda: file_dialogs.ask_bundle_zip(window),
        file_dialogs.show_folder,
    )


def ask_guide_pdf(parent: QWidget) -> Path | None:
    """Where the guide is to be saved, None when the user went back."""
    dialog = file_dialog(parent, "Simpan panduan", "Simpan", None, saving=True)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(GUIDE_PDF)
    return next(iter(run_dialog(dialog)), None)
