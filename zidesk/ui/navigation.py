"""Where in the window the user is, and every way to another place of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zidesk.domain.evidence import INBOX
from zidesk.ui.models.question_filter import Show
from zidesk.ui.page_keys import ASSESSMENT, BUNDLE, DOCUMENTS, INBOX_PAGE, PLAN, START

if TYPE_CHECKING:
    from zidesk.ui.main_window import MainWindow

_WITHOUT_WORKSPACE = (START, BUNDLE)


class Navigation(QObject):
    """Leaving a page saves what is typed on it: the others show what is saved."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._arrivals: dict[str, tuple[Callable[[], object], ...]] = {
            INBOX_PAGE: (window.inbox.take_focus,),
            PLAN: (lambda: window.planning.shown(), lambda: window.plan.take_focus()),
            DOCUMENTS: (lambda: window.papers.shown(), lambda: window.documents.take_focus()),
        }

    def here(self) -> str:
        """The key of the page in view."""
        return self._window.at

    def place(self) -> str | None:
        """Where files that are added now belong: the question in hand, INBOX, or on this page to none."""
        window = self._window
        if window.at == INBOX_PAGE:
            return INBOX
        return window.assessment.question.code or None if window.at == ASSESSMENT else None

    def show_page(self, key: str) -> None:
        """Nothing happens for a page that shows a workspace while none is open."""
        window = self._window
        if key not in _WITHOUT_WORKSPACE and window.session.current is None:
            return
        if window.at != key:
            window.commit()
        window.make(key)
        window.events.catch_up(key)
        window.turn_to(key)
        for arrive in self._arrivals.get(key, ()):
            arrive()
        window.allow_commands()

    def show_question(self, code: str) -> None:
        """One question in Penilaian, from wherever it was pointed at."""
        window = self._window
        self.show_page(ASSESSMENT)
        window.controller.show_question(code)
        window.assessment.tree.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_evidence(self, code: str, use_id: int, page: int) -> None:
        """One piece of evidence where it lies, opened at the page that was searched for."""
        if code == INBOX:
            self.show_page(INBOX_PAGE)
            self._window.inbox.show_use(use_id)
        else:
            self.show_question(code)
            self._window.assessment.evidence.show_use(use_id, page)

    def show_filtered(self, show: Show) -> None:
        """Penilaian with only the questions in a certain state, the first of them in hand."""
        tree = self._window.assessment.tree
        self.show_page(ASSESSMENT)
        tree.show_only(show)
        codes = tree.visible_codes()
        if codes:
            self._window.controller.show_question(codes[0])

    def ask_jump(self) -> None:
        self.show_page(ASSESSMENT)
        self._window.assessment.tree.focus_jump()

    def check_bundle(self) -> None:
        """Where a bundle can be checked, the choice of it in hand."""
        bundle = self._window.bundle
        self.show_page(BUNDLE)
        bundle.show_verification()
        bundle.verify.folder.setFocus()
