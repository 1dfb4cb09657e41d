"""The small pictures of all evidence, made while nothing else goes on: whoever scrolls later, and the portal in
the bundle, finds them there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken, Report
from zidesk.ui.idle_work import IdleWork
from zidesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace

TITLE = "Menyiapkan gambar kecil"


class KeepingPictures(QObject):
    """Serves one workspace from `take` to `release`; each content is looked at once in that time."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._shown: Assessment | None = None
        self._seen: set[str] = set()
        self._waiting: dict[str, StoredFile] = {}
        self._in_hand: dict[str, StoredFile] = {}
        self._idle = IdleWork(jobs, TITLE, self)
        self._idle.ended.connect(self._ended)

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        self.release()
        self._workspace = None if workspace.read_only else workspace
        self.show_assessment(assessment)

    def release(self) -> None:
        self._idle.forget()
        self._workspace = self._shown = None
        self._seen.clear()
        self._waiting.clear()

    def show_assessment(self, assessment: Assessment) -> None:
        """What was attached since the last time is to be done, too."""
        before, self._shown = self._shown, assessment
        if before is not None and before.evidence is assessment.evidence and before.inbox is assessment.inbox:
            return  # an answer was given
        for file in assessment.files():
            if file.sha256 not in self._seen:
                self._seen.add(file.sha256)
                self._waiting[file.sha256] = file
        self._go_on()

    def _go_on(self) -> None:
        workspace = self._workspace
        if workspace is None or not self._waiting or self._idle.job is not None:
            return
        self._in_hand = dict(self._waiting)
        self._idle.ask(partial(_keep, workspace, self._in_hand))

    def _ended(self) -> None:
        for sha256 in self._in_hand:
            self._waiting.pop(sha256, None)
        self._go_on()


def _keep(workspace: "Workspace", files: dict[str, StoredFile], report: Report, cancel: CancelToken) -> None:
    """Beside the window. What was made before it gave way is found kept when it is begun anew."""
    from zidesk.services.pictures.keeping import keep_pictures

    keep_pictures(workspace, files.values(), report, cancel)
