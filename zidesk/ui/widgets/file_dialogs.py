"""The system's dialogs for choosing files and folders; where Qt draws them itself, with our words."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from zidesk.ui.dialog_words import file_dialog, run_dialog


def ask_folder(parent: QWidget, start: Path | None) -> Path | None:
    """The folder of a workspace, None when the user went back."""
    dialog = file_dialog(parent, "Buka berkas kerja", "Buka", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = run_dialog(dialog)
    return chosen[0] if chosen else None


def ask_files(parent: QWidget, start: Path | None) -> list[Path]:
    """Files to attach; empty when the user went back."""
    dialog = file_dialog(parent, "Tambah berkas bukti", "Tambah", start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter("Semua berkas (*)")
    return run_dialog(dialog)


def ask_evidence_folder(parent: QWidget, start: Path | None) -> list[Path]:
    """A folder whose files become evidence; empty when the user went back."""
    dialog = file_dialog(parent, "Tambah folder bukti", "Tambah", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return run_dialog(dialog)


def ask_destination(parent: QWidget) -> Path | None:
    """The folder in which a bundle is made, None when the user went back."""
    dialog = file_dialog(parent, "Tujuan paket", "Pilih", None)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(run_dialog(dialog)), None)


def ask_bundle_folder(parent: QWidget) -> Path | None:
    """The folder of a bundle to check, None when the user went back."""
    dialog = file_dialog(parent, "Periksa folder paket", "Periksa", None)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(run_dialog(dialog)), None)


def ask_bundle_zip(parent: QWidget) -> Path | None:
    """The ZIP file of a bundle to check, None when the user went back."""
    dialog = file_dialog(parent, "Periksa berkas ZIP", "Periksa", None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("Berkas ZIP (*.zip);;Semua berkas (*)")
    return next(iter(run_dialog(dialog)), None)


def show_folder(path: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
