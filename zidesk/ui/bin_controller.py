"""Tempat sampah: shows what lies in it, takes things back, and removes them for good."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import ZideskError
from zidesk.domain.indonesian import format_size
from zidesk.services.changes.kinds import RestoreUses
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.models.bin_model import Removed

if TYPE_CHECKING:
    from zidesk.services.evidence.bin import Purged
    from zidesk.storage.workspace import Workspace
    from zidesk.ui.dialogs.bin_dialog import BinDialog


class BinController(QObject):
    def __init__(self, window: QWidget, editing: Editing, jobs: Jobs, messenger: Messenger) -> None:
        super().__init__(window)
        self._window, self._editing, self._jobs, self._messenger = window, editing, jobs, messenger
        self.dialog: BinDialog | None = None

    def show(self) -> None:
        """Open the dialog over the window; what is in the bin follows."""
        if self._editing.workspace is None:
            return
        from zidesk.ui.dialogs.bin_dialog import BinDialog

        dialog = self.dialog = BinDialog(self._window)
        dialog.restore_asked.connect(self._restore)
        dialog.delete_asked.connect(lambda ids: self._purge(lambda workspace: purged(workspace, ids)))
        dialog.empty_asked.connect(lambda: self._purge(emptied))
        dialog.finished.connect(self._forget)
        self._fill()
        dialog.open()

    def _forget(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _fill(self) -> None:
        workspace = self._editing.workspace
        if workspace is None:
            return

        def show(items: tuple[Removed, ...]) -> None:
            if self.dialog is not None and workspace is self._editing.workspace:
                self.dialog.show_items(items, read_only=workspace.read_only)

        self._jobs.quick(lambda: in_bin(workspace), on_done=show, on_error=self._messenger.complain)

    def _restore(self, ids: list[int]) -> None:
        self._editing.do(RestoreUses(tuple(ids)), lambda _done: self._fill())

    def _purge(self, do: "Callable[[Workspace], Purged]") -> None:
        workspace = self._editing.workspace
        if workspace is None:
            return

        def told(result: "Purged") -> None:
            self._fill()
            words = f"{result.uses} berkas dihapus selamanya, {format_size(result.bytes)} dikosongkan."
            self._messenger.tell(words)

        def failed(fault: ZideskError) -> None:
            self._fill()
            self._messenger.complain(fault)

        self._jobs.start(
            lambda _report, _cancel: do(workspace),
            title="Mengosongkan tempat sampah",
            on_done=told,
            on_error=failed,
        )


def in_bin(workspace: "Workspace") -> tuple[Removed, ...]:
    """What lies in the bin, last removed first. Raises StorageFault."""
    titles = {question.code: question.short_title for question in workspace.instrument.questions}
    times = workspace.evidence.removal_times()
    return tuple(
        Removed(use, times[use.id], titles.get(use.question_code, ""))
        for use in workspace.evidence.bin()
        if use.id in times
    )


def emptied(workspace: "Workspace") -> "Purged":
    from zidesk.services.evidence.bin import empty_bin

    return empty_bin(workspace)


def purged(workspace: "Workspace", ids: list[int]) -> "Purged":
    """Raises like `services.evidence.bin.purge`; what was removed before a fault stays removed."""
    from zidesk.services.evidence.bin import Purged, purge

    results = [purge(workspace, use_id) for use_id in ids]
    return Purged(sum(result.uses for result in results), sum(result.bytes for result in results))
