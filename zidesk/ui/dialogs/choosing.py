"""The system's dialogs for a picture and for a place; where Qt draws them itself, with our words."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zidesk.ui.dialog_words import file_dialog, run_dialog


def ask_picture(parent: QWidget, start: Path | None) -> Path | None:
    """A picture file, None when the user went back."""
    dialog = file_dialog(parent, "Pilih logo", "Pilih", start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Gambar (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff)", "Semua berkas (*)"])
    return next(iter(run_dialog(dialog)), None)


def ask_place(parent: QWidget, start: Path | None) -> Path | None:
    """A folder in which another will be made, None when the user went back."""
    dialog = file_dialog(parent, "Simpan di folder", "Pilih", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(run_dialog(dialog)), None)
