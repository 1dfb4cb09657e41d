"""A look at the paper in hand: drawn from the present data beside the window, or its signed copy."""

import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from zidesk.domain.errors import ZideskError
from zidesk.ui import documents_work as work
from zidesk.ui.dialogs.paper_places import PaperDesktop
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.widgets.papers.paper_look import PaperLook
from zidesk.ui.widgets.papers.words import fault_words
from zidesk.ui.widgets.preview.lane import PreviewLane

if TYPE_CHECKING:
    from zidesk.domain.evidence import StoredFile
    from zidesk.domain.paper_record import SignedCopy
    from zidesk.services.papers.sources import PaperSources
    from zidesk.services.papers.standing import PaperStatus
    from zidesk.storage.workspace import Workspace

_WHO = "paper-look"


class PaperViewer(QObject):
    """Only the newest wish is shown. `signed`: whether the signed copy is wanted, where there is one."""

    def __init__(
        self,
        look: PaperLook,
        lane: PreviewLane,
        jobs: Jobs,
        messenger: Messenger,
        desktop: PaperDesktop,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._lane, self._jobs = look, lane, jobs
        self._messenger, self._desktop = messenger, desktop
        self._workspace: Workspace | None = None
        self._folder: Path | None = None
        self._copy: SignedCopy | None = None  # in view now
        self._title = ""
        self._turn = 0
        self.signed = False
        look.open_asked.connect(self._open)

    def take(self, workspace: "Workspace | None", folder: Path | None) -> None:
        """`folder`: for what is drawn. None: nothing is kept in view."""
        self._lane.forget(_WHO)
        self._workspace, self._folder, self._copy = workspace, folder, None
        self._turn += 1
        if workspace is None:
            self._look.say("")

    def show_paper(
        self, sources: "PaperSources", status: "PaperStatus", values: Mapping[str, str], paper: str, title: str
    ) -> None:
        """`values`: what is entered, kept or not; `paper`: "A4" or "F4"."""
        if self._folder is None:
            return
        copy = status.record.signed
        self._turn += 1
        self._title = title
        self._look.offer_signed(copy is not None, chosen=self.signed)
        if self.signed and copy is not None:
            self._show_copy(copy)
            return
        self._copy = None
        kind, part = status.kind.key, status.part
        place = self._folder / f"lihat-{self._turn}"
        self._lane.ask(
            _WHO,
            lambda cancel: work.draw(sources, kind, part, values, paper, place, cancel),
            on_done=lambda drawn: self._show_drawn(drawn, title),
            on_error=self._fail,
        )

    def _show_drawn(self, drawn: work.Drawn, title: str) -> None:
        picture = QPixmap.fromImage(drawn.stand_in) if drawn.stand_in is not None else None
        self._look.show_file(drawn.file, drawn.path, title, picture)
        for old in drawn.path.parent.parent.glob("lihat-*"):
            if old != drawn.path.parent and int(old.name.partition("-")[2]) < self._turn:
                shutil.rmtree(old, ignore_errors=True)

    def _show_copy(self, copy: "SignedCopy") -> None:
        workspace, turn = self._workspace, self._turn
        if workspace is None:
            return
        self._lane.forget(_WHO)
        self._copy = copy
        title = f"{self._title} (bertanda tangan)"

        def show(found: "tuple[StoredFile, Path]") -> None:
            if turn == self._turn:
                self._look.show_file(*found, title)

        self._jobs.quick(lambda: work.signed_file(workspace, copy), on_done=show, on_error=self._fail)

    def _fail(self, fault: ZideskError) -> None:
        self._look.say(fault_words(fault), "triangle-alert")

    def _open(self, path: Path) -> None:
        """In another program; a kept original only as a copy."""
        if self._copy is None or self._workspace is None:
            self._desktop.open_file(path)
            return
        self._jobs.quick(
            partial(work.signed_to_open, self._workspace, self._copy, self._title),
            on_done=self._desktop.open_file,
            on_error=self._messenger.complain,
        )
