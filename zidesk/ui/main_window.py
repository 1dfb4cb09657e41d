"""The window: header, rail, pages, status bar, and who talks to whom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication

from zidesk.domain.evidence import EvidenceUse
from zidesk.storage.paths import shipped_resources
from zidesk.storage.settings import SettingsFile
from zidesk.ui.assessment_controller import AssessmentController
from zidesk.ui.attaching import Attaching
from zidesk.ui.backup_controller import BackupController, BackupDesktop
from zidesk.ui.bin_controller import BinController
from zidesk.ui.commands import COMMANDS
from zidesk.ui.desktops import ask_guide_pdf, evidence_system
from zidesk.ui.editing import Editing
from zidesk.ui.evidence_controller import EvidenceController
from zidesk.ui.evidence_desk import EvidenceDesk
from zidesk.ui.guide_desk import GuideDesk
from zidesk.ui.jobs import Jobs
from zidesk.ui.keeping_pictures import KeepingPictures
from zidesk.ui.leaving import Leaving
from zidesk.ui.menu import WindowMenu
from zidesk.ui.messenger import Messenger
from zidesk.ui.navigation import Navigation
from zidesk.ui.new_school import NewSchool, documents_folder
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, INBOX_PAGE, OVERVIEW, START
from zidesk.ui.pages.assessment_page import AssessmentPage
from zidesk.ui.pages.inbox_page import InboxPage
from zidesk.ui.pages.overview_page import OverviewPage
from zidesk.ui.pages.start_page import StartPage
from zidesk.ui.pictures import Pictures
from zidesk.ui.preferences import Preferences
from zidesk.ui.privacy_controller import PrivacyController
from zidesk.ui.recent_watch import RecentWatch
from zidesk.ui.redaction_controller import RedactionController
from zidesk.ui.search_controller import SearchController
from zidesk.ui.text_drops import TextDrops
from zidesk.ui.unsaved import Unsaved
from zidesk.ui.widgets import file_dialogs
from zidesk.ui.window_commands import needs_met, window_commands
from zidesk.ui.window_desk import WindowDesk
from zidesk.ui.window_events import WindowEvents
from zidesk.ui.window_parts import WindowParts
from zidesk.ui.work_in_hand import WorkInHand
from zidesk.ui.workspace_session import WorkspaceSession

_DIALOG_FIRST = "Selesaikan dahulu jendela kecil yang terbuka di ZIDesk, lalu buka berkas kerja itu sekali lagi."


@dataclass(frozen=True)
class WindowContext:
    """What the window is handed: who works, what time it is, where settings are."""

    operator: str
    clock: Callable[[], datetime]
    settings: SettingsFile


class MainWindow(WindowParts):
    """The composition of the window; each part has its own module."""

    def __init__(self, context: WindowContext) -> None:
        self.clock = context.clock
        self.preferences = Preferences(context.settings, context.operator)  # widgets are made as large as they say
        super().__init__()
        self.pictures = Pictures()
        self.start, self.overview = StartPage(), OverviewPage()
        self.assessment, self.inbox = AssessmentPage(self.pictures.tools), InboxPage(self.pictures.tools)
        self.add_page(OVERVIEW, self.overview)
        self.add_page(ASSESSMENT, self.assessment)
        self.add_page(INBOX_PAGE, self.inbox)
        self.add_page(START, self.start)
        self.jobs, self.messenger = Jobs(self), Messenger(self, self.strip)
        self.preferences.setParent(self)
        self._make_controllers()
        self._connect()
        self.events.show_closed()

    def _make_controllers(self) -> None:
        jobs, messenger = self.jobs, self.messenger
        self.editing = Editing(jobs, messenger, self.preferences.operator, self)
        unsaved = Unsaved(messenger, self.assessment.unsaved)
        self.session = WorkspaceSession(jobs, self.editing, self.preferences, messenger, self.clock, unsaved, self)
        self.controller = AssessmentController(self.assessment, self.editing, jobs, messenger)
        system, tools = evidence_system(self), self.pictures.tools
        self.evidence_desk = EvidenceDesk(self, self.editing, jobs, messenger, tools, system)
        self.evidence = EvidenceController(
            self.editing,
            Attaching(self.editing, jobs, messenger),
            messenger,
            self.evidence_desk,
            self.assessment,
            self.inbox,
        )
        self.privacy = PrivacyController(self.editing, jobs, messenger, self)
        self.redacting = RedactionController(self, self.editing, jobs, messenger, tools)
        self.bin = BinController(self, self.editing, jobs, messenger)
        self.search = SearchController(self.header.search, jobs, messenger, self)
        self.keeping = KeepingPictures(jobs, self)
        WorkInHand(jobs, self.status)
        RecentWatch(self.start, jobs, self.preferences, messenger)
        self.backups = BackupController(
            self,
            jobs,
            messenger,
            self.clock,
            documents_folder(),
            self.open,
            BackupDesktop(file_dialogs.show_folder),
        )
        self.new_school = NewSchool(self, self.start, jobs, messenger, self.open, self.clock)
        self.desk = WindowDesk(
            self,
            jobs,
            messenger,
            self.editing,
            self.session,
            self.preferences,
            self.backups,
            file_dialogs.show_folder,
        )
        self.leaving = Leaving(self, jobs, self.session, self.commit, unsaved, self.pictures.close)
        self.navigation = Navigation(self)
        here = self.navigation.here
        self.guide = GuideDesk(self, shipped_resources(), jobs, messenger, here, ask_guide_pdf)
        doing = window_commands(self)
        self.menu = WindowMenu(self, [command for command in COMMANDS if command.key in doing])
        self.menu.asked.connect(lambda key: doing[key]())
        self.events = WindowEvents(self)
        TextDrops(self)

    def _connect(self) -> None:
        to = self.navigation
        self.dropped.connect(self.open)
        self.menu.stand_at(self.header.menu)
        self.header.undo.setDefaultAction(self.menu.action("edit.undo"))
        self.header.redo.setDefaultAction(self.menu.action("edit.redo"))
        self.header.guide.setDefaultAction(self.menu.action("help.guide"))
        self.header.bundle_asked.connect(lambda: to.show_page(BUNDLE))
        self.header.search.left.connect(self.pages.setFocus)
        self.rail.chosen.connect(to.show_page)
        self.rail.settings_asked.connect(self.desk.ask_settings)
        self.start.open_asked.connect(self.ask_and_open)
        self.start.chosen.connect(self.open)
        self.start.guide_asked.connect(self.guide.open)
        self.start.read_only_asked.connect(lambda path: self.open(path, read_only=True))
        self.start.restore_asked.connect(lambda path: self.backups.restore_newest(path))
        self.search.question_chosen.connect(to.show_question)
        self.search.evidence_chosen.connect(to.show_evidence)
        self.overview.question_chosen.connect(to.show_question)
        self.overview.filter_asked.connect(to.show_filtered)
        self.overview.inbox_asked.connect(lambda: to.show_page(INBOX_PAGE))
        self.overview.evidence_chosen.connect(lambda code, use_id: to.show_evidence(code, use_id, 0))
        self.privacy.suggested.connect(lambda items, _found: self.overview.show_suggestions(items))
        for page in (self.assessment.evidence, self.inbox):
            self.privacy.suggested.connect(lambda _items, found, page=page: page.show_suggestions(found))
            page.personal_decided.connect(self.privacy.decide)
        self.inbox.grid.chosen.connect(self.allow_commands)
        self.assessment.evidence.current_changed.connect(self.allow_commands)
        self.assessment.evidence.cover_asked.connect(self.redacting.ask)
        self.evidence_desk.cover_asked.connect(self.redacting.ask)
        self.backups.saving_asked.connect(self.commit)

    def show_page(self, key: str) -> None:
        self.navigation.show_page(key)

    def allow_commands(self) -> None:
        """What the menu offers is what can be done now."""
        self.menu.allow(needs_met(self))

    def commit(self) -> None:
        """Save what is typed and not yet saved, wherever it stands."""
        self.controller.commit()
        super().commit()

    def undo(self) -> None:
        """The last change, what is being typed included."""
        self.commit()
        self.editing.undo()

    def with_evidence(self, do: Callable[[EvidenceUse], object]) -> None:
        """Do something with the evidence in hand, if there is one."""
        use = self.assessment.evidence.current()
        if use is not None:
            do(use)

    # opening and closing

    def open_first(self, path: Path | None) -> None:
        """At start: the workspace asked for, else the one used last, else the start page."""
        self.session.open_first(path)

    def ask_and_open(self, *, read_only: bool = False) -> None:
        recent = self.preferences.settings.recent
        path = file_dialogs.ask_folder(self, recent[0].path.parent if recent else None)
        if path is not None:
            self.open(path, read_only=read_only)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace in place of the one that is open, which stays if that fails."""
        if not self.leaving.under_way:
            self.session.open(path, read_only=read_only)

    def close_workspace(self) -> None:
        """Nothing is open then, and nothing is lost; not while work is under way."""
        self.session.leave()

    def come_forward(self, path: str) -> None:
        """A second start has asked for this window, and for the workspace at `path` if it was given one."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if path and QApplication.activeModalWidget() is not None:
            self.messenger.warn(_DIALOG_FIRST)
        elif path:
            self.open(Path(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leaving.answer(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.at == START:
            self.start.take_focus()
