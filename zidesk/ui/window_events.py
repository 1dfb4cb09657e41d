"""What the opening, changing and closing of a workspace mean for each part of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import ZideskError
from zidesk.domain.evidence import INBOX
from zidesk.messages import explain
from zidesk.storage.settings import Settings
from zidesk.ui.bundle_wizard.done_step import Ending
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, DOCUMENTS, INBOX_PAGE, OVERVIEW, START
from zidesk.ui.undo_stack import Step, Way
from zidesk.ui.workspace_opener import Opened, may_read

if TYPE_CHECKING:
    from zidesk.ui.main_window import MainWindow

_READ_ONLY = (
    "Berkas kerja ini dibuka hanya untuk dibaca: jawaban, catatan, dan bukti tidak dapat diubah. "
    "Untuk mengubahnya, tutup dahulu di tempat lain, atau salin foldernya ke tempat yang dapat ditulisi, "
    "lalu buka lagi."
)


class WindowEvents(QObject):
    """Listens to the session, the editing and the settings of `window`."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        # pages that follow the data only while they are seen: a tick is not to wait for what nobody looks at
        self._followers: dict[str, Callable[[Assessment], None]] = {
            OVERVIEW: window.overview.show_assessment,
            INBOX_PAGE: window.inbox.show_inbox,
            BUNDLE: window.bundling.show_assessment,
            DOCUMENTS: window.papers.show_assessment,
        }
        self._behind: set[str] = set()
        session, editing = window.session, window.editing
        session.leaving.connect(self._leave)
        session.closing.connect(self._release)
        session.opened.connect(self._open)
        session.refused.connect(self._refuse)
        session.left.connect(self.show_closed)
        session.shown_again.connect(lambda: window.show_page(ASSESSMENT))
        editing.changed.connect(self._show)
        editing.stepped.connect(self._tell_step)
        editing.saving.connect(window.status.show_saving)
        editing.unsaved.connect(window.status.show_unsaved)
        editing.stack.changed.connect(window.menu.show_undo)
        window.preferences.changed.connect(self._wear)
        window.bundling.ended.connect(self._tell_bundle)
        self._wear(window.preferences.settings)

    def show_closed(self) -> None:
        """No workspace is open."""
        window = self._window
        window.clear()
        window.setWindowTitle("ZIDesk")
        window.show_page(START)

    def _leave(self) -> None:
        self._window.commit()
        self._window.start.clear_refusal()

    def _release(self) -> None:
        window = self._window
        window.evidence_desk.close_preview()
        for part in (
            window.search,
            window.pictures,
            window.bundling,
            window.planning,
            window.papers,
            window.editing,
        ):
            part.release()

    def _open(self, opened: Opened) -> None:
        window, workspace, assessment = self._window, opened.workspace, opened.assessment
        read_only = workspace.read_only
        window.banner.say(_READ_ONLY if read_only else "")
        window.setWindowTitle(f"{assessment.profile.school.name} · {assessment.profile.year} – ZIDesk")
        window.allow_workspace(True)
        window.pictures.take(workspace)
        window.bundling.take(opened.root, assessment)
        window.inbox.show_workspace(assessment, read_only=read_only)
        window.controller.show_workspace(workspace, assessment)
        window.editing.take(workspace, assessment)
        for part in (window.planning, window.papers, window.search):
            part.take(workspace, assessment)
        window.controller.show_first()
        window.show_page(ASSESSMENT)
        window.assessment.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        if not read_only:
            window.backups.copy_elsewhere(opened.root, window.preferences.settings)

    def _refuse(self, path: Path, fault: ZideskError) -> None:
        """Who is at work stays there; the start page is for those who look for a workspace, or may read one."""
        window = self._window
        at_work = window.session.current is not None and not window.navigation.is_at(window.start)
        if at_work and not may_read(fault):
            window.messenger.complain(fault)
            return
        window.start.show_refusal(path, explain(fault), may_read=may_read(fault))
        window.show_page(START)

    def _show(self, assessment: Assessment) -> None:
        window = self._window
        window.header.show_assessment(assessment, read_only=not window.editing.writable)
        window.status.show_assessment(assessment, window.clock())
        window.rail.buttons[INBOX_PAGE].show_waiting(len(assessment.inbox))
        window.search.show_assessment(assessment)
        self._behind = set(self._followers)
        for key in self._followers:
            if window.navigation.is_at(window.by_key[key]):
                self.catch_up(key)
        window.allow_commands()

    def catch_up(self, key: str) -> None:
        """A page that is about to be seen shows what changed while it was not."""
        assessment = self._window.editing.assessment
        if key in self._behind and assessment is not None:
            self._behind.discard(key)
            self._followers[key](assessment)

    def _tell_step(self, step: Step, codes: tuple[str, ...]) -> None:
        """Where something was undone or redone, it is seen and said."""
        window = self._window
        places = [code for code in codes if code != INBOX]
        if window.navigation.is_at(window.assessment) and len(places) == 1:
            window.controller.show_question(places[0])
        word = "Diurungkan" if step.way is Way.UNDO else "Diulangi"
        window.messenger.tell(f"{word}: {step.words}.")

    def _tell_bundle(self, ending: Ending) -> None:
        """Said once more to whoever is on another page by then."""
        window = self._window
        if not window.navigation.is_at(window.bundle) and not window.leaving.under_way:
            window.messenger.offer(f"{ending.title}.", "Lihat paket", lambda: window.show_page(BUNDLE))

    def _wear(self, settings: Settings) -> None:
        self._window.start.show_recent(settings.recent)
        self._window.bundle.contents.prefer_paper(settings.paper)
