"""The system's dialogs for choosing files and folders; where Qt draws them itself, with our words."""

from pathlib import Path

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
