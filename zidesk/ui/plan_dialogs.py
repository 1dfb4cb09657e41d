"""What the page of the plan asks of the system: the files its tables come from and go to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zidesk.ui.dialog_words import file_dialog, run_dialog

_TABLES = "Tabel (*.xlsx *.csv)"
_ALL = "Semua berkas (*)"


@dataclass(frozen=True)
class PlanDesktop:
    """Dialogs that give a path, or None when the user went back. `ask_export` is given the name proposed."""

    ask_import: Callable[[], Path | None]
    ask_export: Callable[[str], Path | None]
    ask_last_year: Callable[[], Path | None]
    ask_staff: Callable[[], Path | None]


def plan_desktop(parent: QWidget, start: Callable[[], Path | None]) -> PlanDesktop:
    """The system's own dialogs over `parent`; they begin in the folder `start` names."""
    return PlanDesktop(
        ask_import=partial(_ask_table, parent, "Impor rencana aksi", start),
        ask_export=partial(_ask_target, parent, start),
        ask_last_year=partial(_ask_workspace, parent, start),
        ask_staff=partial(_ask_table, parent, "Impor daftar pegawai", start),
    )


def _ask_table(parent: QWidget, title: str, start: Callable[[], Path | None]) -> Path | None:
    dialog = file_dialog(parent, title, "Impor", start())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_TABLES, _ALL])
    return next(iter(run_dialog(dialog)), None)


def _ask_target(parent: QWidget, start: Callable[[], Path | None], proposed: str) -> Path | None:
    dialog = file_dialog(parent, "Ekspor rencana aksi", "Simpan", start(), saving=True)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(["Lembar sebar (*.xlsx)", "Tabel teks (*.csv)"])
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "xlsx"))
    dialog.selectFile(proposed)
    return next(iter(run_dialog(dialog)), None)


def _ask_workspace(parent: QWidget, start: Callable[[], Path | None]) -> Path | None:
    dialog = file_dialog(parent, "Pilih berkas kerja tahun lalu", "Pilih", start())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(run_dialog(dialog)), None)
