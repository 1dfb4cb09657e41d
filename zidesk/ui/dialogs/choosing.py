"""The system's dialogs for a picture and for a place; where Qt draws them itself, with our words."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "Lihat di:",
    QFileDialog.DialogLabel.FileName: "Nama:",
    QFileDialog.DialogLabel.FileType: "Jenis:",
    QFileDialog.DialogLabel.Reject: "Batal",
}


def ask_picture(parent: QWidget, start: Path | None) -> Path | None:
    """A picture file, None when the user went back."""
    dialog = _dialog(parent, "Pilih logo", start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Gambar (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff)", "Semua berkas (*)"])
    return _run(dialog)


def ask_place(parent: QWidget, start: Path | None) -> Path | None:
    """A folder in which another will be made, None when the user went back."""
    dialog = _dialog(parent, "Simpan di folder", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _run(dialog)


def _dialog(parent: QWidget, title: str, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    for name, words in _LABELS.items():
        dialog.setLabelText(name, words)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Pilih")
    if start is not None:
        nearest = next((folder for folder in (start, *start.parents) if folder.is_dir()), None)
        if nearest is not None:
            dialog.setDirectory(str(nearest))
    return dialog


def _run(dialog: QFileDialog) -> Path | None:
    try:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        return Path(dialog.selectedFiles()[0]) if accepted and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
