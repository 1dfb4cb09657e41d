"""Our words for the system's dialogs for files and folders: where Qt draws them, it has no Indonesian ones."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_LABELS = {
    QFileDialog.DialogLabel.LookIn: "Lihat di:",
    QFileDialog.DialogLabel.FileName: "Nama:",
    QFileDialog.DialogLabel.FileType: "Jenis:",
    QFileDialog.DialogLabel.Reject: "Batal",
}


def file_dialog(
    parent: QWidget, title: str, accept: str, start: Path | None, *, saving: bool = False
) -> QFileDialog:
    """A dialog in our words that begins at `start`, or at the nearest folder above it that is there."""
    dialog = QFileDialog(parent, title)
    if saving:  # it puts Qt's own words back
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    for name, words in _LABELS.items():
        dialog.setLabelText(name, words)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    if start is not None:
        nearest = next((folder for folder in (start, *start.parents) if folder.is_dir()), None)
        if nearest is not None:
            dialog.setDirectory(str(nearest))
    return dialog


def run_dialog(dialog: QFileDialog) -> list[Path]:
    """What was chosen, empty when the user went back; the dialog is gone then."""
    try:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        return [Path(name) for name in dialog.selectedFiles()] if accepted else []
    finally:
        dialog.deleteLater()


def ask_backup_target(parent: QWidget, proposed: Path) -> Path | None:
    """Where a backup is to be written, None when the user went back. What is there already is refused by the
    work itself, so nothing is asked about it here."""
    dialog = file_dialog(parent, "Cadangkan berkas kerja", "Cadangkan", proposed.parent, saving=True)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter("Cadangan ZIDesk (*.zip)")
    dialog.setDefaultSuffix("zip")
    dialog.selectFile(proposed.name)
    return next(iter(run_dialog(dialog)), None)


def ask_backup_file(parent: QWidget, start: Path | None) -> Path | None:
    """The backup to restore from, None when the user went back."""
    dialog = file_dialog(parent, "Pilih berkas cadangan", "Pilih", start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Cadangan ZIDesk (*.zip)", "Semua berkas (*)"])
    return next(iter(run_dialog(dialog)), None)


def ask_restore_place(parent: QWidget, start: Path | None) -> Path | None:
    """The folder in which the restored workspace gets a folder of its own, None when the user went back."""
    dialog = file_dialog(parent, "Pulihkan ke dalam folder", "Pulihkan di sini", start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(run_dialog(dialog)), None)
