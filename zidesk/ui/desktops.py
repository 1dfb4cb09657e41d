"""What the controllers ask of the system, with the dialogs of the real one."""

from PySide6.QtWidgets import QWidget

from zidesk.ui.bundle_controller import Desktop
from zidesk.ui.evidence_desk import EvidenceSystem
from zidesk.ui.widgets import file_dialogs


def evidence_system(window: QWidget) -> EvidenceSystem:
    return EvidenceSystem(
        lambda: file_dialogs.ask_files(window, None),
        lambda: file_dialogs.ask_evidence_folder(window, None),
        file_dialogs.show_folder,
    )


def bundle_desktop(window: QWidget) -> Desktop:
    return Desktop(
        lambda: file_dialogs.ask_destination(window),
        lambda: file_dialogs.ask_bundle_folder(window),
        lambda: file_dialogs.ask_bundle_zip(window),
        file_dialogs.show_folder,
    )
