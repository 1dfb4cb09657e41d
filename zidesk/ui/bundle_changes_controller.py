"""Between the comparison of two bundles and the services: it runs beside the window."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.messages import explain
from zidesk.storage.paths import Resources
from zidesk.ui import bundle_changes_work as work
from zidesk.ui.dialog_words import file_dialog, run_dialog
from zidesk.ui.dialogs.bundle_changes import BundleChangesDialog, Which
from zidesk.ui.jobs import Job, Jobs

_NAME = "PERUBAHAN.pdf"


class CompareDesktop(Protocol):
    """The system's dialogs; each gives a path, or None when the user went back."""

    def ask_folder(self, parent: QWidget, title: str) -> Path | None: ...
    def ask_zip(self, parent: QWidget, title: str) -> Path | None: ...
    def ask_pdf(self, parent: QWidget) -> Path | None: ...


class SystemCompareDesktop:
    """The real one."""

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        dialog = file_dialog(parent, title, "Pilih", None)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(run_dialog(dialog)), None)

    def ask_zip(self, parent: QWidget, title: str) -> Path | None:
        dialog = file_dialog(parent, title, "Pilih", None)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Berkas ZIP (*.zip);;Semua berkas (*)")
        return next(iter(run_dialog(dialog)), None)

    def ask_pdf(self, parent: QWidget) -> Path | None:
        dialog = file_dialog(parent, "Simpan daftar perubahan", "Simpan", None, saving=True)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_NAME)
        return next(iter(run_dialog(dialog)), None)


class BundleChangesController(QObject):
    """`dialog` is there once it was opened; one comparison at a time, the last one chosen counts."""

    def __init__(self, window: QWidget, jobs: Jobs, resources: Resources) -> None:
        super().__init__(window)
        self._window, self._jobs, self._resources = window, jobs, resources
        self.desktop: CompareDesktop = SystemCompareDesktop()
        self.dialog: BundleChangesDialog | None = None
        self._job: Job | None = None
        self._found: work.Comparison | None = None

    def open(self) -> None:
        dialog = self.dialog = BundleChangesDialog(self._window.window())
        dialog.folder_asked.connect(lambda which: self._choose(which, zipped=False))
        dialog.zip_asked.connect(lambda which: self._choose(which, zipped=True))
        dialog.changed.connect(self._compare)
        dialog.export_asked.connect(self._export)
        dialog.finished.connect(lambda _code: self._close())
        dialog.open()

    def _close(self) -> None:
        self._stop()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _stop(self) -> None:
        self._found = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _choose(self, which: Which, *, zipped: bool) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        ask = self.desktop.ask_zip if zipped else self.desktop.ask_folder
        path = ask(dialog, which.value)
        if path is not None:
            dialog.choose(which, path)

    def _compare(self) -> None:
        self._stop()
        if self.dialog is None or self.dialog.pair is None:
            if self.dialog is not None:
                self.dialog.show_nothing()
            return
        earlier, later = self.dialog.pair
        self.dialog.show_started()
        job = self._job = self._jobs.start(
            lambda _report, cancel: work.compare(earlier, later, cancel),
            title="Membandingkan paket",
            on_done=lambda found: self._show(job, found),
            on_error=lambda fault: self._refuse(job, fault),
        )

    def _show(self, job: Job, found: work.Comparison) -> None:
        if job is self._job and self.dialog is not None:
            self._job, self._found = None, found
            self.dialog.show_comparison(found)

    def _refuse(self, job: Job, fault: ZideskError) -> None:
        if job is self._job and self.dialog is not None and not isinstance(fault, Cancelled):
            self._job = None
            self.dialog.show_refused(explain(fault))

    def _export(self) -> None:
        dialog, found = self.dialog, self._found
        if dialog is None or found is None:
            return
        out = self.desktop.ask_pdf(dialog)
        if out is None:
            return

        def tell(text: str) -> None:
            if self.dialog is dialog:
                dialog.show_remark(text)

        self._jobs.start(
            lambda _report, _cancel: work.export(found.changes, out, self._resources),
            title="Menyimpan daftar perubahan",
            on_done=lambda path: tell(f"Daftar tersimpan di {path}."),
            on_error=lambda fault: tell(str(explain(fault))),
        )
