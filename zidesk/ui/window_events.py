"""What the opening, changing and closing of a workspace mean for each part of the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import ZideskError
from zidesk.domain.evidence import INBOX
from zidesk.messages import explain
from zidesk.messages.workspace import backup_words
from zidesk.storage.settings import Settings
from zidesk.ui.editing import STEP_WORDS
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, DOCUMENTS, INBOX_PAGE, OVERVIEW, START
from zidesk.ui.undo_stack import Step
from zidesk.ui.workspace_opener import Opened, good_backup, may_read

if TYPE_CHECKING:
    from zidesk.ui.bundle_wizard.done_step import Ending
    from zidesk.ui.main_window import MainWindow
    from zidesk.ui.window_parts import Part

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
            INBOX_PAGE: self._show_inbox,
            BUNDLE: lambda assessment: window.bundling.show_assessment(assessment),
            DOCUMENTS: lambda assessment: window.papers.show_assessment(assessment),
        }
        self._behind: set[str] = set()
        self._in_inbox: Opened | None = None  # whose files the inbox has shown
        session, editing = window.session, window.editing
        session.leaving.connect(self._leave)
        session.closing.connect(self._release)
        session.opened.connect(self._open)
        session.refused.connect(self._refuse)
        session.bundle_given.connect(self._check_bundle)
        session.left.connect(self.show_closed)
        session.shown_again.connect(lambda: window.show_page(ASSESSMENT))
        editing.changed.connect(self._show)
        editing.stepped.connect(self._tell_step)
        editing.saving.connect(window.status.show_saving)
        editing.unsaved.connect(window.status.show_unsaved)
        editing.stack.changed.connect(window.menu.show_undo)
        window.preferences.changed.connect(self._wear)
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
        for part in (window.search, window.keeping, window.privacy, window.pictures):
            part.release()
        for made in window.parts:
            made.release()
        window.editing.release()

    def _open(self, opened: Opened) -> None:
        window, workspace, assessment = self._window, opened.workspace, opened.assessment
        read_only = workspace.read_only
        window.banner.say(_READ_ONLY if read_only else "")
        window.setWindowTitle(f"{assessment.profile.school.name} · {assessment.profile.year} – ZIDesk")
        window.allow_workspace(True)
        window.pictures.take(workspace)
        window.controller.show_workspace(workspace, assessment)
        window.editing.take(workspace, assessment)
        for part in (*window.parts, window.search, window.keeping, window.privacy):
            part.take(workspace, assessment)
        window.controller.show_first()
        window.show_page(ASSESSMENT)
        window.assessment.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        if not read_only:
            window.backups.copy_elsewhere(opened.root, window.preferences.settings)

    def _refuse(self, path: Path, fault: ZideskError) -> None:
        """Who is at work stays there; the start page is for those who look for a workspace, or have a way out."""
        window = self._window
        at_work = window.session.current is not None and window.at != START
        backup = good_backup(fault)
        if at_work and not may_read(fault) and backup is None:
            window.messenger.complain(fault)
            return
        moment = "" if backup is None else backup_words(backup)
        window.start.show_refusal(path, explain(fault), may_read=may_read(fault), backup=moment)
        window.show_page(START)

    def _check_bundle(self, path: Path) -> None:
        """Whatever is open stays open beside it."""
        self._window.show_page(BUNDLE)
        self._window.bundling.verify(path)

    def _show(self, assessment: Assessment) -> None:
        window = self._window
        window.header.show_assessment(assessment, read_only=not window.editing.writable)
        window.status.show_assessment(assessment, window.clock())
        window.rail.buttons[INBOX_PAGE].show_waiting(len(assessment.inbox))
        window.search.show_assessment(assessment)
        window.keeping.show_assessment(assessment)
        self._behind = set(self._followers)
        self.catch_up(window.at)
        window.allow_commands()

    def catch_up(self, key: str) -> None:
        """A page that is about to be seen shows what changed while it was not."""
        assessment = self._window.editing.assessment
        if key in self._behind and assessment is not None:
            self._behind.discard(key)
            self._followers[key](assessment)

    def bring_up(self, key: str, part: "Part") -> None:
        """A part that was made only now learns what is open."""
        window = self._window
        if window.session.current is not None and window.editing.assessment is not None:
            part.take(window.session.current.workspace, window.editing.assessment)
            self._behind.discard(key)

    def _show_inbox(self, assessment: Assessment) -> None:
        window, opened = self._window, self._window.session.current
        if opened is not None and opened is not self._in_inbox:
            self._in_inbox = opened
            window.inbox.show_workspace(assessment, read_only=opened.workspace.read_only)
        else:
            window.inbox.show_inbox(assessment)

    def _tell_step(self, step: Step, codes: tuple[str, ...]) -> None:
        """Where something was undone or redone, it is seen and said."""
        window = self._window
        places = [code for code in codes if code != INBOX]
        if window.at == ASSESSMENT and len(places) == 1:
            window.controller.show_question(places[0])
        window.messenger.tell(f"{STEP_WORDS[step.way]}: {step.words}.")

    def review_personal(self) -> None:
        """To the files that might hold personal data."""
        self._window.show_page(OVERVIEW)

    def tell_bundle(self, ending: "Ending") -> None:
        """Said once more to whoever is on another page by then."""
        window = self._window
        if window.at != BUNDLE and not window.leaving.under_way:
            window.messenger.offer(f"{ending.title}.", "Lihat paket", lambda: window.show_page(BUNDLE))

    def _wear(self, settings: Settings) -> None:
        self._window.start.show_recent(settings.recent)
