"""How a school comes into the window: the wizard for a new one, and the example that asks for nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import CancelToken, Progress, Report
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.later import later
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.start_page import StartPage

if TYPE_CHECKING:
    from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog

_EXAMPLE_FILES = 60
_BUSY = "Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu."


class NewSchool(QObject):
    """Answers the start page's two wishes; `open_workspace` is called with the folder that was made."""

    def __init__(
        self,
        window: QWidget,
        start: StartPage,
        jobs: Jobs,
        messenger: Messenger,
        open_workspace: Callable[[Path], None],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._start, self._jobs, self._messenger = window, start, jobs, messenger
        self._open, self._clock = open_workspace, clock
        self.dialog: NewWorkspaceDialog | None = None
        self._example: Job | None = None
        jobs.finished.connect(self._ended)
        start.new_requested.connect(self.ask_new)
        start.example_requested.connect(self.open_example)

    def ask_new(self) -> None:
        """Show the wizard; what it makes is opened."""
        if not self._free() or self.dialog is not None:
            return
        from zidesk.ui.dialogs.new_workspace.dialog import NewWorkspaceDialog

        self.dialog = NewWorkspaceDialog(self._window, self._jobs, documents_folder(), self._clock)
        self.dialog.made.connect(self._open_soon)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def open_example(self) -> None:
        """Open the example school, made first where there is none yet."""
        if not self._free():
            return
        documents = documents_folder()
        self._start.show_making(True)
        self._example = self._jobs.start(
            lambda report, cancel: example_workspace(documents, report, cancel),
            title="Membuat sekolah contoh",
            on_done=self._open_soon,
            on_error=self._example_failed,
        )

    def _free(self) -> bool:
        busy = self._jobs.busy
        if busy:
            self._messenger.warn(_BUSY)
        return not busy

    def _ended(self, job: Job) -> None:
        """However it ended, the start page can be used again."""
        if job is self._example:
            self._example = None
            self._start.show_making(False)

    def _example_failed(self, fault: ZideskError) -> None:
        if isinstance(fault, Cancelled):
            self._messenger.tell("Sekolah contoh tidak jadi dibuat, dan tidak ada yang tertinggal.")
        else:
            self._messenger.complain(fault)

    def _open_soon(self, root: Path) -> None:
        """The job that made it counts as running until its answer has been given."""
        later(self, 0, lambda: self._open(root))

    def _forget_dialog(self) -> None:
        """It stays until the answers that are still on their way to it have come."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            if self._jobs.running():
                self._jobs.idle.connect(dialog.deleteLater)
            else:
                dialog.deleteLater()


def documents_folder() -> Path:
    """Where this user keeps documents on this system."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def example_workspace(documents: Path, report: Report, cancel: CancelToken) -> Path:
    """The example school's folder, complete and closed. Raises StorageFault, Cancelled; nothing is left then."""
    from zidesk.services.demo.workspace import make_demo_workspace
    from zidesk.services.workspaces.creation import create_whole, is_workspace, workspace_or_free_place
    from zidesk.storage.faults import storage_faults_named
    from zidesk.storage.paths import shipped_resources

    def heed(progress: Progress) -> None:
        cancel.check()  # taking in a single file ends quietly when it is stopped
        report(progress)

    root = workspace_or_free_place(documents / "ZIDesk" / "Contoh")
    if not is_workspace(root):
        resources = shipped_resources()
        with storage_faults_named(root):  # what is written beside the store comes as the system's own fault
            create_whole(
                root,
                lambda place: make_demo_workspace(place, resources, _EXAMPLE_FILES, report=heed, cancel=cancel),
            )
    return root
