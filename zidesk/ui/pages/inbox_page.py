"""Kotak masuk: files that have no question yet, the sheet they are dragged to, and a look at what is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownQuestion
from zidesk.domain.privacy import PersonalKind
from zidesk.ui.widgets.columns import Columns
from zidesk.ui.widgets.evidence_drag import files_in
from zidesk.ui.widgets.inbox_details import InboxDetails
from zidesk.ui.widgets.inbox_empty import InboxEmpty
from zidesk.ui.widgets.inbox_grid import MARGIN, InboxGrid
from zidesk.ui.widgets.inbox_head import InboxHead
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.widgets.tree_drop import TreeDrop
from zidesk.ui.widgets.tree_panel import TreePanel


class InboxPage(QWidget):
    """Shows the inbox and emits what is wished for its files.

    `place_asked` and `removed` carry a list[EvidenceUse]; `placed` a list of ids of uses and the code of the
    question they were dropped on; `personal_decided` a list[EvidenceUse] and whether they hold personal data;
    `files_placed` files from elsewhere dropped on a question; `opened` a use to
    be shown large, `open_asked` in its own program, `show_folder_asked` in its folder.
    """

    add_asked = Signal()
    add_folder_asked = Signal()
    files_dropped = Signal(object)  # list[Path], folders among them
    files_placed = Signal(object, str)
    place_asked = Signal(object)
    placed = Signal(object, str)
    removed = Signal(object)
    personal_decided = Signal(object, bool)
    opened = Signal(object)
    open_asked = Signal(object)
    show_folder_asked = Signal(object)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._read_only = False
        self._assessment: Assessment | None = None
        self._found: Mapping[str, Mapping[PersonalKind, int]] = {}
        self.head = InboxHead()
        self.grid = InboxGrid(tools.thumbnails)
        self.empty = InboxEmpty()
        self.tree = TreePanel()
        self.tree_drop = TreeDrop(self.tree.tree)
        self.details = InboxDetails(tools)
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        around = QHBoxLayout()
        around.setContentsMargins(MARGIN, 0, 0, 0)
        around.addWidget(self.stack)
        column.addLayout(around, 1)
        self.tree.setMinimumWidth(220)
        self.details.setMinimumWidth(300)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self.tree, middle, self.details))

    def _connect(self) -> None:
        self.head.add_asked.connect(self.add_asked)
        self.empty.add.clicked.connect(self.add_asked)
        self.head.add_folder_asked.connect(self.add_folder_asked)
        self.grid.chosen.connect(self._show_chosen)
        self.grid.opened.connect(self.opened)
        self.details.preview.large_asked.connect(self.opened)
        self.details.preview.open_asked.connect(self.open_asked)
        self.details.preview.show_folder_asked.connect(self.show_folder_asked)
        self.tree.jump_asked.connect(self._jump)
        for part in (self.grid, self.details):
            part.place_asked.connect(self._ask_place)
            part.remove_asked.connect(self._ask_remove)
        self.details.personal_decided.connect(lambda on: self.personal_decided.emit(self.grid.selected(), on))
        self.details.hint_answered.connect(self._answer_hint)
        self.tree_drop.uses_dropped.connect(self.placed)
        self.tree_drop.files_dropped.connect(self.files_placed)

    def show_workspace(self, assessment: Assessment, *, read_only: bool) -> None:
        """Show another workspace."""
        self._read_only = self.grid.read_only = read_only
        self.tree_drop.enabled = not read_only
        self.head.allow(not read_only)
        self.empty.show_state(read_only=read_only)
        self.tree.show_instrument(assessment.instrument, assessment)
        self._assessment = None
        self.show_inbox(assessment)

    def show_inbox(self, assessment: Assessment) -> None:
        """New data of the same workspace, from whatever change."""
        if self._assessment is not None:
            self.tree.show_figures(assessment)
        self._assessment = assessment
        uses = assessment.inbox
        self.head.show_count(len(uses))
        self.stack.setCurrentWidget(self.grid if uses else self.empty)
        self.details.setVisible(bool(uses))
        self.grid.show_uses(uses)

    def take_focus(self) -> None:
        """The files, or while there are none the way to the first."""
        (self.grid if self.stack.currentWidget() is self.grid else self.empty.add).setFocus()

    def show_use(self, use_id: int) -> None:
        """Make one file the chosen one, for instance the one shown large; nothing when it is not there."""
        row = self.grid.row_of(use_id)
        if row >= 0:
            self.grid.select_row(row)

    def _show_chosen(self) -> None:
        self.details.show_selection(self.grid.selected(), self.grid.current(), read_only=self._read_only)
        self._show_hint()

    def show_suggestions(self, found: Mapping[str, Mapping[PersonalKind, int]]) -> None:
        """What was found in contents (by sha256) that nobody has decided about yet."""
        self._found = found
        self._show_hint()

    def _show_hint(self) -> None:
        """About one file; of several nothing is asked."""
        use = self.grid.current() if len(self.grid.selected()) == 1 else None
        found = None if use is None or use.personal else self._found.get(use.file.sha256)
        self.details.hint.show_found(found, read_only=self._read_only)

    def _answer_hint(self, personal: bool) -> None:
        use = self.grid.current()
        if use is not None:
            self.personal_decided.emit([use], personal)

    def _jump(self, typed: str) -> None:
        """Bring a question into view, as a place to drag to."""
        if self._assessment is None or not typed.strip():
            return
        try:
            code = self._assessment.instrument.resolve(typed)
        except UnknownQuestion:
            self.tree.refuse_jump()
            return
        self.tree.show_current(code)
        self.tree.accept_jump()

    def _ask_place(self) -> None:
        chosen = self.grid.selected()
        if chosen and not self._read_only:
            self.place_asked.emit(chosen)

    def _ask_remove(self) -> None:
        chosen = self.grid.selected()
        if chosen and not self._read_only:
            self.removed.emit(chosen)

    # files from the file manager

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._read_only and files_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # an original is never moved away
            event.accept()
            self.empty.light(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.empty.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.empty.light(False)
        files = files_in(event.mimeData())
        if self._read_only or not files:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(files)
