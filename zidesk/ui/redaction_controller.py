"""Covering parts of an evidence: the boxes are read, drawn by the user, kept as a change that can be undone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.redaction import Box, can_be_covered
from zidesk.services.changes.kinds import SetRedactions
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.redaction_words import covering_words
from zidesk.ui.widgets.preview.tools import PreviewTools

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace
    from zidesk.ui.dialogs.redaction.dialog import RedactionDialog

_NOT_COVERABLE = (
    "Bagian “{title}” tidak dapat ditutup. Hanya PDF dan gambar yang dapat dibuka yang dapat ditutup sebagian; "
    "jadikan berkas ini PDF dahulu."
)


class RedactionController(QObject):
    """`dialog` is the one that is open."""

    def __init__(
        self, window: QWidget, editing: Editing, jobs: Jobs, messenger: Messenger, tools: PreviewTools
    ) -> None:
        super().__init__(window)
        self._window, self._editing, self._jobs = window, editing, jobs
        self._messenger, self._tools = messenger, tools
        self.dialog: RedactionDialog | None = None

    def ask(self, use: EvidenceUse, over: QWidget | None = None) -> None:
        """Let boxes be drawn on an evidence, in a dialog over the window or over another one."""
        workspace = self._editing.workspace
        if workspace is None or not self._editing.writable:
            return
        if not can_be_covered(use.file.inspection):
            self._messenger.warn(_NOT_COVERABLE.format(title=use.title))
            return
        self._jobs.quick(
            lambda: workspace.redactions.of(use.file.sha256),
            on_done=lambda boxes: self._open(workspace, use, boxes, over or self._window),
            on_error=self._messenger.complain,
        )

    def _open(self, workspace: "Workspace", use: EvidenceUse, boxes: tuple[Box, ...], over: QWidget) -> None:
        from zidesk.ui.dialogs.redaction.dialog import RedactionDialog

        if workspace is not self._editing.workspace or self.dialog is not None:
            return
        self.dialog = RedactionDialog(over, self._tools, use, boxes)
        self.dialog.saved.connect(lambda wanted: self._save(workspace, use, wanted))
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _save(self, workspace: "Workspace", use: EvidenceUse, boxes: tuple[Box, ...]) -> None:
        if workspace is not self._editing.workspace:
            return
        words = covering_words(use.title, boxes)
        self._editing.do(
            SetRedactions(use.file.sha256, boxes),
            lambda done: self._editing.offer_undo(words) if done.changed else None,
        )
