"""The system's dialogs for choosing files and folders; where Qt draws them itself, with our words."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "Lihat di:",
    QFileDialog.DialogLabel.FileName: "Nama:",
    QFileDialog.DialogLabel.FileType: "Jenis:",
    QFileDialog.DialogLabel.Reject: "Batal",
}


def ask_folder(parent: QWidget, start: Path | None) -> Path | None:
    """The folder of a workspace, None when the user went back."""
    dialog = _dialog(parent, "Buka berkas kerja", "Buka", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _run(dialog)
    return chosen[0] if chosen else None


def ask_files(parent: QWidget, start: Path | None) -> list[Path]:
    """Files to attach; empty when the user went back."""
    dialog = _dialog(parent, "Tambah berkas bukti", "Tambah", start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter("Semua berkas (*)")
    return _run(dialog)


def ask_destination(parent: QWidget) -> Path | None:
    """The folder in which a bundle is made, None when the user went back."""
    dialog = _dialog(parent, "Tujuan paket", "Pilih", None)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_run(dialog)), None)


def ask_bundle_folder(parent: QWidget) -> Path | None:
    """The folder of a bundle to check, None when the user went back."""
    dialog = _dialog(parent, "Periksa folder paket", "Periksa", None)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_run(dialog)), None)


def ask_bundle_zip(parent: QWidget) -> Path | None:
    """The ZIP file of a bundle to check, None when the user went back."""
    dialog = _dialog(parent, "Periksa berkas ZIP", "Periksa", None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("Berkas ZIP (*.zip);;Semua berkas (*)")
    return next(iter(_run(dialog)), None)


def show_folder(path: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _dialog(parent: QWidget, title: str, accept: str, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    for name, words in _LABELS.items():
        dialog.setLabelText(name, words)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    if start is not None and start.is_dir():
        dialog.setDirectory(str(start))
    return dialog


def _run(dialog: QFileDialog) -> list[Path]:
    try:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        return [Path(name) for name in dialog.selectedFiles()] if accepted else []
    finally:
        dialog.deleteLater()
