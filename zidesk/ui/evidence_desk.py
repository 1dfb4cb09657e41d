"""What evidence needs beside the pages: the system's dialogs and programs, the chooser of questions, the large
preview."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import INBOX, EvidenceUse, FileKind
from zidesk.ui.dialogs.choose_question import QuestionChooser
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.widgets.preview.tools import PreviewTools

if TYPE_CHECKING:
    from zidesk.ui.dialogs.preview import PreviewDialog

_NOT_OPENED = (
    "Berkas “{title}” tidak dibuka dari sini, karena jenisnya dapat menjalankan sesuatu di komputer ini. "
    "Pilih Tampilkan di folder untuk melihatnya."
)


@dataclass(frozen=True)
class EvidenceSystem:
    """What is asked of the system: files, folders, showing a file with its own program or in its folder."""

    ask_files: Callable[[], list[Path]]
    ask_folder: Callable[[], list[Path]]
    open_path: Callable[[Path], None]


class EvidenceDesk(QObject):
    """`cover_asked` carries a use of which parts are to be covered, and the window that asks."""

    cover_asked = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        editing: Editing,
        jobs: Jobs,
        messenger: Messenger,
        tools: PreviewTools,
        system: EvidenceSystem,
    ) -> None:
        super().__init__(window)
        self._window, self._editing, self._jobs, self._messenger = window, editing, jobs, messenger
        self._tools, self.system = tools, system
        self.large: PreviewDialog | None = None
        editing.changed.connect(self._follow)

    def ask_questions(
        self, title: str, accept: str, then: Callable[[list[str]], None], taken: Collection[str] = ()
    ) -> None:
        """Let questions be chosen; `then` hears of at least one, or is not called."""
        assessment = self._editing.assessment
        if assessment is None or not self._editing.writable:
            return
        chooser = QuestionChooser(
            assessment.instrument, title=title, accept=accept, taken=taken, parent=self._window
        )
        chooser.chosen.connect(then)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    # looking at it

    def preview(self, use: EvidenceUse) -> None:
        """Large, with the others of the same question a key away."""
        from zidesk.ui.dialogs.preview import PreviewDialog

        if self._editing.assessment is None:
            return
        if self.large is None:
            self.large = PreviewDialog(self._tools, self._window)
            self.large.open_asked.connect(self.open)
            self.large.show_folder_asked.connect(self.show_in_folder)
            self.large.cover_asked.connect(lambda use: self.cover_asked.emit(use, self.large))
        self.large.allow_covering(self._editing.writable)
        self.large.show_uses(_siblings(self._editing.assessment, use), use)

    def close_preview(self) -> None:
        """Another workspace: nothing of this one stays in view."""
        if self.large is not None:
            self.large.close()

    def _follow(self, assessment: Assessment) -> None:
        if self.large is not None and self.large.isVisible() and self.large.preview.use is not None:
            self.large.update_uses(_siblings(assessment, self.large.preview.use))

    def open(self, use: EvidenceUse) -> None:
        """In its own program: a copy, so that nothing it does reaches the original."""
        if use.file.inspection.kind is FileKind.OTHER:
            self._messenger.tell(_NOT_OPENED.format(title=use.title))
        else:
            self._with_copy(use, self.system.open_path)

    def show_in_folder(self, use: EvidenceUse) -> None:
        self._with_copy(use, lambda copy: self.system.open_path(copy.parent))

    def _with_copy(self, use: EvidenceUse, then: Callable[[Path], None]) -> None:
        workspace = self._editing.workspace
        if workspace is None:
            return

        def copied() -> Path:
            from zidesk.services.evidence.opening import copy_to_open

            return copy_to_open(workspace, use)

        self._jobs.start(
            lambda _report, _cancel: copied(),
            title=f"Membuka {use.title}",
            on_done=then,
            on_error=self._messenger.complain,
        )


def _siblings(assessment: Assessment, use: EvidenceUse) -> Sequence[EvidenceUse]:
    return assessment.inbox if use.question_code == INBOX else assessment.uses_of(use.question_code)
