"""Between the page Dokumen and the services: papers are looked at, made, kept and printed beside the window."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zidesk.domain.assessment import Assessment
from zidesk.domain.filenames import clean_component
from zidesk.storage.paths import Resources
from zidesk.ui import documents_work as work
from zidesk.ui.dialogs.paper_places import PaperDesktop
from zidesk.ui.editing import Editing
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import Messenger
from zidesk.ui.pages.documents_page import DocumentsPage
from zidesk.ui.paper_keeper import PaperKeeper
from zidesk.ui.paper_viewer import PaperViewer
from zidesk.ui.preferences import Preferences
from zidesk.ui.widgets.preview.lane import PreviewLane

if TYPE_CHECKING:
    from zidesk.services.papers.standing import KindStatus, PaperStatus
    from zidesk.storage.workspace import Workspace

_SETTLE = 150  # milliseconds without a further change before everything is read anew


class DocumentsController(QObject):
    """`school_data_asked`: to where the school's data are filled in."""

    school_data_asked = Signal()

    def __init__(
        self,
        page: DocumentsPage,
        lane: PreviewLane,
        jobs: Jobs,
        messenger: Messenger,
        editing: Editing,
        preferences: Preferences,
        resources: Resources,
        desktop: PaperDesktop,
    ) -> None:
        super().__init__(page)
        self._page, self._lane, self._jobs, self._messenger = page, lane, jobs, messenger
        self._editing, self._preferences, self._resources = editing, preferences, resources
        self._desktop = desktop
        self._workspace: Workspace | None = None
        self._assessment: Assessment | None = None
        self.survey: work.Survey | None = None
        self._part = ""
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._stale = True
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settled.timeout.connect(self.reload)
        self.keeper = PaperKeeper(jobs, messenger, editing, resources, desktop, self)
        self.keeper.kept.connect(self.reload_soon)
        self.viewer = PaperViewer(page.look, lane, jobs, messenger, desktop, self)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.list.chosen.connect(self._choose)
        page.list.signed_dropped.connect(lambda _kind, path: self._attach(path))
        page.part_chosen.connect(self._choose_part)
        page.included.connect(lambda on: self.keeper.include(self._kind, self._part, on))
        page.form.typed.connect(self._typed)
        page.form.edited.connect(self._edited)
        page.lacks.school_asked.connect(self.school_data_asked)
        page.head.print_asked.connect(self._print)
        page.head.save_asked.connect(self._save)
        page.head.each_asked.connect(lambda suffix: self.keeper.make_each(self._kind, suffix, self._paper))
        page.head.words_asked.connect(self._edit_words)
        page.snapshot.asked.connect(self.keeper.take_snapshot)
        page.signed.add_asked.connect(lambda: self._attach(self._desktop.ask_scan()))
        page.signed.dropped.connect(self._attach)
        page.signed.remove_asked.connect(lambda: self.keeper.detach(self._kind, self._part, self._title))
        page.look.signed_asked.connect(self._switch)
        self._editing.stepped.connect(lambda _step, _codes: self.reload_soon())
        self._preferences.changed.connect(lambda _settings: self.reload_soon())

    # the workspace

    def take(self, workspace: "Workspace", assessment: Assessment) -> None:
        """A workspace that was just opened."""
        self.release()
        self._workspace, self._assessment = workspace, assessment
        self._folder = tempfile.TemporaryDirectory(prefix="zidesk-", ignore_cleanup_errors=True)
        self.keeper.take(workspace, Path(self._folder.name))
        self.viewer.take(workspace, Path(self._folder.name))
        self.reload_soon()

    def release(self) -> None:
        """Let go of the workspace and of what was drawn for a look."""
        self._settled.stop()
        self._workspace, self.survey, self._part = None, None, ""
        self.keeper.take(None, None)
        self.viewer.take(None, None)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def show_assessment(self, assessment: Assessment) -> None:
        """The present value; nothing is done before the page is in view."""
        self._assessment = assessment
        self.reload_soon()

    def commit(self) -> None:
        """Have kept what is typed."""
        self._page.form.commit()

    def shown(self) -> None:
        """The page has come into view."""
        if self._stale:
            self.reload()

    def reload_soon(self) -> None:
        self._stale = True
        if self._page.isVisible():
            self._settled.start()

    def reload(self) -> None:
        """Read anew what the papers are made from and where they stand."""
        workspace, assessment = self._workspace, self._assessment
        if workspace is None or assessment is None:
            return
        self._stale = False

        def show(survey: work.Survey) -> None:
            if self.keeper.busy:  # what was read is older than what was typed
                self.reload_soon()
            elif workspace is self._workspace:
                self.survey = survey
                self._page.list.blockSignals(True)
                self._page.show_statuses(survey.statuses, self._paper, read_only=workspace.read_only)
                self._page.list.blockSignals(False)
                self._show_paper()

        self._jobs.quick(
            lambda: work.survey(workspace, self._resources, assessment),
            on_done=show,
            on_error=self._messenger.complain,
        )

    # the paper in hand

    @property
    def _kind(self) -> str:
        return self._page.list.kind()

    @property
    def _paper(self) -> str:
        return self._preferences.settings.paper

    @property
    def _status(self) -> "KindStatus | None":
        return self.survey.status(self._kind) if self.survey is not None else None

    @property
    def _shown(self) -> "PaperStatus | None":
        return self._status.of(self._part) if self._status is not None else None

    @property
    def _title(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        return f"{shown.kind.title} – {shown.name}" if shown.name else shown.kind.title

    def choose(self, kind: str) -> None:
        """Bring a kind into hand."""
        self._page.list.choose(kind)

    def _choose(self, _kind: str) -> None:
        self.commit()
        self._part, self.viewer.signed = "", False
        self._show_paper()
        self._page.form_area.verticalScrollBar().setValue(0)

    def _choose_part(self, part: str) -> None:
        self._part, self.viewer.signed = part, False
        self._show_paper()

    def _show_paper(self) -> None:
        status, workspace = self._status, self._workspace
        if status is None or workspace is None or self.survey is None:
            return
        self._part = status.of(self._part).part
        entered = self.survey.entered(self._kind)
        worded = self._kind in self.survey.worded
        self._page.show_paper(status, self._part, entered, worded=worded, read_only=workspace.read_only)
        self._page.snapshot.show_latest(self.survey.sources.common.snapshots, read_only=workspace.read_only)
        self._look()

    def _typed(self, kind: str, _values: Mapping[str, str]) -> None:
        if kind == self._kind:
            self._look()

    def _edited(self, kind: str, values: Mapping[str, str]) -> None:
        self._typed(kind, values)
        self.keeper.keep_fields(kind, values)

    def _switch(self, signed: bool) -> None:
        self.viewer.signed = signed
        self._look()

    def _look(self) -> None:
        if self._shown is not None and self.survey is not None:
            values = self._page.form.values()
            self.viewer.show_paper(self.survey.sources, self._shown, values, self._paper, self._title)

    # what is done with it

    def _attach(self, path: Path | None) -> None:
        if path is not None and self._kind:
            self.viewer.signed = True
            self.keeper.attach(self._kind, self._part, path, self._title)

    def _save(self, suffix: str) -> None:
        self.commit()
        out = self._desktop.ask_save(clean_component(self._title), suffix)
        if out is not None:
            self.keeper.make(self._kind, self._part, out, self._paper, self._is_large)

    @property
    def _is_large(self) -> bool:
        return self._status is not None and bool(self._status.parts) and not self._part

    def _print(self) -> None:
        self.commit()
        from zidesk.ui.printing import Printing

        printing = Printing(self._page, self._lane, self._messenger)
        self.keeper.make_to_print(self._kind, self._part, self._paper, self._is_large, self._title, printing.begin)

    def _edit_words(self) -> None:
        workspace, survey = self._workspace, self.survey
        if workspace is None or survey is None or workspace.read_only:
            return
        from zidesk.ui.dialogs.text_editor import TextEditor

        self.commit()
        editor = TextEditor(self._page, self._lane, survey.sources, self._kind, self._title, self._paper)
        editor.kept.connect(self.keeper.keep_text)
        editor.finished.connect(editor.deleteLater)
        editor.open()
