"""Where a bundle goes, and which earlier one it is compared with."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zidesk.ui import bundle_work as work
from zidesk.ui.bundle_changes_controller import CompareDesktop
from zidesk.ui.bundle_wizard.destination_step import DestinationStep
from zidesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from zidesk.storage.drives import RemovableDrive

_LOOK_EVERY = 3_000  # milliseconds between looks at what is plugged in


class BundlePlaces(QObject):
    """`name` tells what the bundle is called; `desktop` the dialogs in which an earlier one is picked."""

    def __init__(
        self,
        step: DestinationStep,
        jobs: Jobs,
        name: Callable[[], str | None],
        desktop: Callable[[], CompareDesktop],
    ) -> None:
        super().__init__(step)
        self._step, self._jobs, self._name, self._desktop = step, jobs, name, desktop
        self._looking = False
        self.watch = QTimer(self)
        self.watch.setInterval(_LOOK_EVERY)
        self.watch.timeout.connect(self.look_for_drives)
        step.refresh_asked.connect(self.look_for_drives)
        step.watched.connect(self._watch)
        step.targeted.connect(lambda _folder: self.look_for_bundle())
        step.since.folder_asked.connect(lambda: self._pick(zipped=False))
        step.since.zip_asked.connect(lambda: self._pick(zipped=True))

    def look_for_drives(self) -> None:
        """Ask beside the window what is plugged in; one question at a time."""
        if self._looking:
            return
        self._looking = True
        self._jobs.quick(work.drives, on_done=self._show_drives)

    def look_for_bundle(self) -> None:
        """Ask beside the window whether a bundle lies at the destination already."""
        target, name = self._step.target(), self._name()
        if target is None or name is None:
            self._step.since.show_there(None)
            return
        folder = target.folder

        def show(found: Path | None) -> None:
            now = self._step.target()
            if now is not None and now.folder == folder:
                self._step.since.show_there(found)

        self._jobs.quick(lambda: work.earlier_bundle(folder, name), on_done=show)

    def _show_drives(self, drives: "Sequence[RemovableDrive]") -> None:
        self._looking = False
        self._step.show_drives(drives)

    def _watch(self, on: bool) -> None:
        if on:
            self.look_for_drives()
            self.look_for_bundle()
            self.watch.start()
        else:
            self.watch.stop()

    def _pick(self, *, zipped: bool) -> None:
        desktop = self._desktop()
        ask = desktop.ask_zip if zipped else desktop.ask_folder
        path = ask(self._step, "Paket lama")
        if path is not None:
            self._step.since.show_picked(path)
