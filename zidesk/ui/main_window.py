"""The window: header, rail, pages, status bar; what is opened, and an end that loses nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import StorageFault, ZideskError
from zidesk.domain.progress import Progress
from zidesk.messages import explain
from zidesk.storage.paths import shipped_resources
from zidesk.storage.settings import RecentWorkspace, SettingsFile
from zidesk.ui.assessment_controller import AssessmentController
from zidesk.ui.bundle_controller import BundleController, Desktop
from zidesk.ui.bundle_wizard.done_step import Ending
from zidesk.ui.jobs import Job, Jobs, Lane
from zidesk.ui.messenger import Messenger
from zidesk.ui.models.question_filter import Show
from zidesk.ui.new_school import NewSchool
from zidesk.ui.pages.assessment_page import AssessmentPage
from zidesk.ui.pages.bundle_page import BundlePage
from zidesk.ui.pages.overview_page import OverviewPage
from zidesk.ui.pages.start_page import StartPage
from zidesk.ui.widgets import file_dialogs
from zidesk.ui.widgets.banner import Banner
from zidesk.ui.widgets.file_dialogs import ask_files, ask_folder
from zidesk.ui.widgets.header import Header
from zidesk.ui.widgets.message_strip import MessageStrip
from zidesk.ui.widgets.rail import Rail
from zidesk.ui.widgets.status_strip import StatusStrip
from zidesk.ui.workspace_opener import Opened, WorkspaceOpener, may_read

START, OVERVIEW, ASSESSMENT, BUNDLE = "start", "overview", "assessment", "bundle"
_PAGES = (
    (OVERVIEW, "Beranda", "house"),
    (ASSESSMENT, "Penilaian", "list-checks"),
    (BUNDLE, "Paket", "archive"),
    (START, "Berkas kerja", "folder"),
)


@dataclass(frozen=True)
class WindowContext:
    """What the window is handed: who works, what time it is, where settings are."""

    operator: str
    clock: Callable[[], datetime]
    settings: SettingsFile


class MainWindow(QWidget):
    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._settings = context.settings.load()
        self._opened: Opened | None = None
        self._leaving = False
        self.jobs = Jobs(self)
        self.opener = WorkspaceOpener(self.jobs, context.clock, self)
        self.header, self.banner, self.status = Header(), Banner(), StatusStrip()
        self.rail = Rail(_PAGES)
        self.start, self.overview, self.assessment = StartPage(), OverviewPage(), AssessmentPage()
        self.bundle = BundlePage()
        self._by_key: dict[str, QWidget] = {
            START: self.start,
            OVERVIEW: self.overview,
            ASSESSMENT: self.assessment,
            BUNDLE: self.bundle,
        }
        self.pages = QStackedWidget()
        self._arrange()
        self.strip = MessageStrip(self.body)
        self.messenger = Messenger(self, self.strip)
        self.controller = AssessmentController(
            self.assessment, self.jobs, self.messenger, context.operator, lambda: ask_files(self, None)
        )
        self.bundling = BundleController(self.bundle, self.jobs, shipped_resources(), self._desktop())
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowTitle("ZIDesk")
        self.start.show_recent(self._settings.recent)
        self.show_page(START)
        for key in (OVERVIEW, ASSESSMENT):
            self.rail.buttons[key].setEnabled(False)

    def _desktop(self) -> Desktop:
        return Desktop(
            lambda: file_dialogs.ask_destination(self),
            lambda: file_dialogs.ask_bundle_folder(self),
            lambda: file_dialogs.ask_bundle_zip(self),
            file_dialogs.show_folder,
        )

    def _arrange(self) -> None:
        for page in self._by_key.values():
            self.pages.addWidget(page)
        self.body = QWidget()
        middle = QHBoxLayout(self.body)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.banner)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.status)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.header.open_asked.connect(self.ask_and_open)
        self.new_school = NewSchool(self, self.start, self.jobs, self.messenger, self.open, self._context.clock)
        self.start.open_asked.connect(self.ask_and_open)
        self.start.chosen.connect(self.open)
        self.start.read_only_asked.connect(lambda path: self.open(path, read_only=True))
        self.opener.opened.connect(self._show_opened)
        self.opener.refused.connect(self._show_refused)
        self.controller.changed.connect(self._show_assessment)
        self.overview.question_chosen.connect(self.show_question)
        self.overview.filter_asked.connect(self._show_filtered)
        self.overview.bundle_asked.connect(lambda: self.show_page(BUNDLE))
        self.bundling.saving_asked.connect(self.controller.commit)
        self.bundling.ended.connect(self._tell_bundle)
        self.controller.saving.connect(self.status.show_saving)
        self.controller.unsaved.connect(self.status.show_unsaved)
        self.jobs.started.connect(self._show_jobs)
        self.jobs.finished.connect(self._show_jobs)
        self.jobs.progressed.connect(self._show_progress)
        self.jobs.idle.connect(self._leave_when_idle)
        shortcut = QShortcut(QKeySequence("Ctrl+O"), self)
        shortcut.activated.connect(self.ask_and_open)

    def show_page(self, key: str) -> None:
        if self.pages.currentWidget() is self.assessment and key != ASSESSMENT:
            self.controller.commit()  # the other pages show what is saved
        self.pages.setCurrentWidget(self._by_key[key])
        self.rail.show_page(key)
        self.header.open.setVisible(key != START)  # the page has its own, larger

    def show_question(self, code: str) -> None:
        """One question in Penilaian, from wherever it was pointed at."""
        self.show_page(ASSESSMENT)
        self.controller.show_question(code)
        self.assessment.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_filtered(self, show: Show) -> None:
        """Penilaian with only the questions in a certain state, the first of them in hand."""
        self.show_page(ASSESSMENT)
        box = self.assessment.tree.filter_box
        box.setCurrentIndex(box.findData(show))
        codes = self.assessment.tree.visible_codes()
        if codes:
            self.controller.show_question(codes[0])

    # opening

    def open_first(self, path: Path | None) -> None:
        """At start: the workspace asked for, else the one used last, else the start page."""
        if path is None and self._settings.recent:
            path = self._settings.recent[0].path
        if path is not None:
            self.open(path)

    def ask_and_open(self) -> None:
        last = self._settings.recent[0].path.parent if self._settings.recent else None
        path = ask_folder(self, last)
        if path is not None:
            self.open(path)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a workspace in place of the one that is open, which stays if that fails."""
        if self._opened is not None and path.absolute() == self._opened.root and not read_only:
            self.show_page(ASSESSMENT)
            return
        if self.jobs.running(Lane.LONG):
            self.messenger.warn("Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, atau batalkan dahulu.")
            return
        if self.opener.busy or self._leaving:
            return
        self.controller.commit()
        self.start.clear_refusal()
        self.opener.open(path, read_only=read_only)

    def _show_opened(self, opened: Opened) -> None:
        before, self._opened = self._opened, opened
        if before is not None:
            self.controller.release()
            self.opener.close(before.workspace)
        read_only = opened.workspace.read_only
        profile = opened.assessment.profile
        self.header.show_assessment(opened.assessment, read_only=read_only)
        self.banner.say(_READ_ONLY if read_only else "")
        self.setWindowTitle(f"{profile.school.name} · {profile.year} – ZIDesk")
        for key in (OVERVIEW, ASSESSMENT):
            self.rail.buttons[key].setEnabled(True)
        self.bundling.take(opened.root, opened.assessment)
        self.controller.take(opened.workspace, opened.assessment)
        self.show_page(ASSESSMENT)
        self.assessment.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remember(opened)

    def _show_refused(self, path: Path, fault: ZideskError) -> None:
        self.start.show_refusal(path, explain(fault), may_read=may_read(fault))
        self.show_page(START)

    def _remember(self, opened: Opened) -> None:
        profile = opened.assessment.profile
        entry = RecentWorkspace(opened.root, profile.school.name, profile.year, self._context.clock())
        self._settings = self._settings.with_opened(entry)
        self.start.show_recent(self._settings.recent)
        try:
            self._context.settings.save(self._settings)
        except StorageFault:
            self.messenger.warn("Daftar berkas kerja yang terakhir dibuka tidak dapat disimpan di komputer ini.")

    # what is going on

    def _show_assessment(self, assessment: Assessment) -> None:
        self.status.show_assessment(assessment, self._context.clock())
        self.overview.show_assessment(assessment)
        self.bundling.show_assessment(assessment)

    def _tell_bundle(self, ending: Ending) -> None:
        """Said once more to whoever is on another page by then."""
        if self.pages.currentWidget() is not self.bundle and not self._leaving:
            self.messenger.offer(f"{ending.title}.", "Lihat paket", lambda: self.show_page(BUNDLE))

    def _show_jobs(self, _job: Job) -> None:
        running = self.jobs.running(Lane.LONG)
        if not running:
            self.status.show_idle()
        else:
            self.status.show_work(running[0].title, running[0].cancel)

    def _show_progress(self, job: Job, progress: Progress) -> None:
        if job in self.jobs.running() and not job.cancel_token.is_set:
            self.status.show_progress(job.title, progress)

    # leaving

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed, stop what runs, wait for it beside the window, and only then go."""
        if self._leaving and not self.jobs.running():
            event.accept()
            return
        event.ignore()
        if self._leaving:
            return
        self._leaving = True
        self.controller.commit()
        self.jobs.cancel_all()
        self.setEnabled(False)
        if not self.jobs.running():
            QTimer.singleShot(0, self._leave_when_idle)  # a window cannot close within its own close event

    def _leave_when_idle(self) -> None:
        if not self._leaving:
            return
        unsaved = () if self._opened is None else self.assessment.unsaved()
        if unsaved and not self._leave_behind(unsaved):
            self._leaving = False
            self.setEnabled(True)
            return
        if self._opened is not None:
            workspace, self._opened = self._opened.workspace, None
            self.controller.release()
            self.opener.close(workspace)
            return  # idle comes again
        self.jobs.close()
        self.close()

    def _leave_behind(self, unsaved: tuple[str, ...]) -> bool:
        self.setEnabled(True)
        return self.messenger.ask(
            f"Isian pada {', '.join(unsaved)} belum tersimpan.",
            "Isian itu belum lengkap atau belum berhasil disimpan, dan hilang bila ZIDesk ditutup sekarang.",
            "Tutup tanpa menyimpan",
            "Kembali",
        )

    # a workspace dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workspace_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _workspace_in(event.mimeData())
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.open(path)


_READ_ONLY = (
    "Berkas kerja ini dibuka hanya untuk dibaca: jawaban, catatan, dan bukti tidak dapat diubah. "
    "Untuk mengubahnya, tutup dahulu di tempat lain, atau salin foldernya ke tempat yang dapat ditulisi, "
    "lalu buka lagi."
)


def _workspace_in(data: QMimeData) -> Path | None:
    """The one folder of a drag; whether it is a workspace is found out by opening it."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if len(paths) == 1 and (QFileInfo(paths[0]).isDir() or Path(paths[0]).name == "zidesk.db"):
        return Path(paths[0])
    return None
