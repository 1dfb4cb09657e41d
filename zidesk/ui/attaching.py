"""Bringing files in: attached to a question, put into the inbox, pasted, put in another's place. The long work
runs beside the window; what came of it can be undone like everything else."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.evidence import INBOX, EvidenceUse
from zidesk.services.changes.kinds import AddUses, Done
from zidesk.ui import attaching_work as work
from zidesk.ui.clipboard import Clip
from zidesk.ui.editing import Editing
from zidesk.ui.ingest_words import tell_result
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.redaction_words import bare_words

if TYPE_CHECKING:
    from zidesk.services.ingest.adding import IngestResult
    from zidesk.storage.workspace import Workspace


class Attaching(QObject):
    """Nothing happens without a workspace that may be changed."""

    def __init__(self, editing: Editing, jobs: Jobs, messenger: Messenger) -> None:
        super().__init__(editing)
        self._editing, self._jobs, self._messenger = editing, jobs, messenger

    def attach(self, files: Sequence[Path], code: str, document: str = "") -> None:
        """Files and folders to a question, or with INBOX to none yet; `document`: the one they all stand for."""
        workspace = self._editing.workspace
        if workspace is None or not self._editing.writable or not files:
            return
        self._jobs.start(
            lambda report, cancel: work.attach(workspace, code, files, document, report, cancel),
            title="Memasukkan ke Kotak masuk" if code == INBOX else f"Melampirkan ke {code}",
            on_done=lambda result: self._attached(workspace, code, result),
            on_error=lambda fault: self._failed(workspace, fault),
        )

    def paste(self, clip: Clip, code: str) -> None:
        """What was copied: files as they are, a picture as a screenshot of this moment."""
        workspace = self._editing.workspace
        if clip.files:
            self.attach(clip.files, code)
        elif workspace is not None and self._editing.writable:
            self._jobs.start(
                lambda _report, _cancel: work.attach_picture(workspace, code, clip.png()),
                title="Menempel tangkapan layar",
                on_done=lambda result: self._attached(workspace, code, result),
                on_error=lambda fault: self._failed(workspace, fault),
            )

    def replace(self, use: EvidenceUse, source: Path) -> None:
        """Another file in the place of one that is attached; the former goes to the bin."""
        workspace = self._editing.workspace
        if workspace is None or not self._editing.writable:
            return
        self._jobs.start(
            lambda _report, cancel: work.replace(workspace, use, source, cancel),
            title=f"Mengganti {use.title}",
            on_done=lambda done: self._replaced(workspace, use, done),
            on_error=lambda fault: self._failed(workspace, fault),
        )

    def _replaced(self, workspace: "Workspace", use: EvidenceUse, done: Done) -> None:
        """Boxes belong to the content they were drawn on: the new one is bare, which is said in time."""
        self._editing.keep(done, f"penggantian berkas {use.title}", workspace)
        if use.covered and done.changed:
            self._messenger.warn(bare_words(use.title))

    def _attached(self, workspace: "Workspace", code: str, result: "IngestResult") -> None:
        if result.added_uses and workspace is self._editing.workspace:  # the ids mean other evidence elsewhere
            self._editing.do(AddUses(tuple(use.id for use in result.added_uses)))
        tell_result(self._messenger, code, result)

    def _failed(self, workspace: "Workspace", fault: ZideskError) -> None:
        if isinstance(fault, Cancelled):
            self._messenger.tell("Dibatalkan. Tidak ada yang berubah.")
            return
        self._messenger.complain(fault)
        if workspace is self._editing.workspace:
            self._editing.reload()  # what was added before it stays
