"""The system's dialogs for papers: where to save one, a folder for many, and the scan that came back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "Lihat di:",
    QFileDialog.DialogLabel.FileName: "Nama:",
    QFileDialog.DialogLabel.FileType: "Jenis:",
    QFileDialog.DialogLabel.Reject: "Batal",
}
_KINDS = {
    ".pdf": "Dokumen PDF (*.pdf)",
    ".docx": "Dokumen Word (*.docx)",
    ".xlsx": "Lembar kerja Excel (*.xlsx)",
}


class PaperDesktop(Protocol):
    """What the page asks of the system; None: the user went back."""

    def ask_save(self, name: str, suffix: str) -> Path | None: ...

    def ask_folder(self) -> Path | None: ...

    def ask_scan(self) -> Path | None: ...

    def open_file(self, path: Path) -> None: ...

    def show_folder(self, path: Path) -> None: ...


@dataclass
class SystemPaperDesktop:
    """Over `window`."""

    window: QWidget

    def ask_save(self, name: str, suffix: str) -> Path | None:
        """The path ends with `suffix`; the system has asked before an older file is replaced."""
        dialog = self._dialog("Simpan dokumen", "Simpan")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Simpan")
        dialog.setNameFilter(_KINDS[suffix])
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(f"{name}{suffix}")
        return _run(dialog)

    def ask_folder(self) -> Path | None:
        dialog = self._dialog("Folder untuk dokumen", "Pilih")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _run(dialog)

    def ask_scan(self) -> Path | None:
        dialog = self._dialog("Tambah salinan bertanda tangan", "Tambah")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["PDF, gambar (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic)", "Semua berkas (*)"])
        return _run(dialog)

    def open_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _dialog(self, title: str, accept: str) -> QFileDialog:
        dialog = QFileDialog(self.window, title)
        for name, words in _LABELS.items():
            dialog.setLabelText(name, words)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
        return dialog


def _run(dialog: QFileDialog) -> Path | None:
    try:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        return Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
