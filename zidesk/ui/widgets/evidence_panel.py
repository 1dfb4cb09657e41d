"""The right side of the assessment: the evidence of the question in hand."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.instrument import ExpectedDocument
from zidesk.domain.privacy import PersonalKind
from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.drop_area import DropArea
from zidesk.ui.widgets.drop_place import DropPlace
from zidesk.ui.widgets.evidence_head import EvidenceHead
from zidesk.ui.widgets.evidence_list import EvidenceList
from zidesk.ui.widgets.evidence_menu import EvidenceMenu
from zidesk.ui.widgets.evidence_tabs import EvidenceTabs
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.personal_hint import PersonalHint
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.wording import evidence_total

_DROP = "Seret berkas ke sini, atau tempel tangkapan layar (Ctrl+V)"
_DROP_FIRST = "Seret berkas atau folder ke sini, tempel tangkapan layar (Ctrl+V), atau pilih Tambah."
_NOTHING = "Belum ada bukti untuk butir ini."
_LIST, _TABS = 345, 286  # pixels of height to begin with


class EvidencePanel(QFrame):
    """Shows the evidence of a question and emits what is wished for it.

    `removed`, `share_asked` and `move_asked` carry a list[EvidenceUse]; `files_dropped` a list[Path], folders
    among them; `uses_dropped` ids of uses from elsewhere; `reordered` the code and all ids of the list;
    `fulfil_changed` a use, the name of a paper and whether it stands for it; `personal_decided` a
    list[EvidenceUse] and whether they hold personal data; the others the use in hand.
    """

    add_asked = Signal()
    folder_asked = Signal()
    paste_asked = Signal()
    files_dropped = Signal(object)
    uses_dropped = Signal(object)
    edited = Signal(object)
    reordered = Signal(str, object)
    removed = Signal(object)
    share_asked = Signal(object)
    move_asked = Signal(object)
    replace_asked = Signal(object)
    cover_asked = Signal(object)
    open_asked = Signal(object)
    show_folder_asked = Signal(object)
    preview_asked = Signal(object)
    fulfil_changed = Signal(object, str, bool)
    personal_decided = Signal(object, bool)
    current_changed = Signal()  # another one, or other ones, are chosen

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._code, self._read_only = "", False
        self._documents: tuple[ExpectedDocument, ...] = ()
        self._counted: object = None
        self._counts: Mapping[str, int] = {}
        self.head = EvidenceHead()
        self.list = EvidenceList(tools.thumbnails)
        self.empty = label(_NOTHING, look="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop = DropArea(_DROP)
        self.hint = PersonalHint()
        self._found: Mapping[str, Mapping[PersonalKind, int]] = {}
        self.tabs = EvidenceTabs(tools)
        self.form, self.preview = self.tabs.form, self.tabs.preview
        self.menu = EvidenceMenu(self)
        self.place = DropPlace(self, lambda ids: any(self.list.rows.row_of(one) < 0 for one in ids))
        self._do: dict[str, Callable[[], None]] = {
            "evidence.preview": lambda: self._with_current(self.preview_asked.emit),
            "evidence.open_outside": lambda: self._with_current(self.open_asked.emit),
            "evidence.show_in_folder": lambda: self._with_current(self.show_folder_asked.emit),
            "evidence.edit": lambda: self._change(self.tabs.edit),
            "evidence.share": lambda: self._change(lambda: self.share_asked.emit(self.selected())),
            "evidence.move": lambda: self._change(lambda: self.move_asked.emit(self.selected())),
            "evidence.replace": lambda: self._change(lambda: self._with_current(self.replace_asked.emit)),
            "evidence.personal": lambda: self._change(self._toggle_personal),
            "evidence.cover": lambda: self._change(lambda: self._with_current(self.cover_asked.emit)),
            "evidence.remove": lambda: self._change(lambda: self.removed.emit(self.selected())),
            "evidence.up": lambda: self.list.shift(-1),
            "evidence.down": lambda: self.list.shift(1),
            "evidence.add_files": self.add_asked.emit,
            "evidence.add_folder": self.folder_asked.emit,
            "edit.paste": lambda: None if self._read_only else self.paste_asked.emit(),
        }
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.head.add.clicked.connect(self.add_asked)
        self.head.add_folder.clicked.connect(self.folder_asked)
        self.list.chosen.connect(self._show_chosen)
        self.list.reordered.connect(lambda ids: self.reordered.emit(self._code, ids))
        self.list.asked.connect(self._perform)
        self.list.menu_asked.connect(self._open_menu)
        self.menu.asked.connect(self._perform)
        self.menu.fulfil_asked.connect(self._fulfil)
        self.tabs.remove_asked.connect(lambda: self._perform("evidence.remove"))
        self.tabs.menu_asked.connect(lambda: self._open_menu(self._below(self.tabs.more)))
        self.form.edited.connect(self.edited)
        self.form.personal_decided.connect(self._decide)
        self.hint.decided.connect(self._decide)
        self.preview.open_asked.connect(self.open_asked)
        self.preview.show_folder_asked.connect(self.show_folder_asked)
        self.preview.large_asked.connect(self.preview_asked)
        self.place.hovered.connect(self.drop.light)
        self.place.files_dropped.connect(self.files_dropped)
        self.place.uses_dropped.connect(self.uses_dropped)

    def _arrange(self) -> None:
        self._upper = QWidget()
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        around.setSpacing(GAP)
        around.addWidget(self.empty)
        around.addWidget(self.drop, 1)
        upper.addWidget(self.list, 1)
        upper.addLayout(around)
        upper.addWidget(self.hint)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._upper)
        self.split.addWidget(self.tabs)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([_LIST, _TABS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.split, 1)

    def show_evidence(self, assessment: Assessment, code: str, *, read_only: bool) -> None:
        """Show the evidence of a question; the same one again keeps what is chosen and the place in the list."""
        uses, another = assessment.uses_of(code), code != self._code
        if another:
            self.form.commit()
        self._code, self._read_only = code, read_only
        self._documents = assessment.instrument.question(code).documents
        if assessment.evidence is not self._counted:
            self._counted, self._counts = assessment.evidence, questions_by_content(assessment)
        self.list.rows.share(self._counts)
        self.list.show_uses(uses, another=another, read_only=read_only)
        self.head.show_total(evidence_total(assessment, code), read_only=read_only)
        self.place.enabled = not read_only
        self.list.setVisible(bool(uses))
        self.tabs.setVisible(bool(uses))
        self.empty.setVisible(not uses)
        self.drop.setVisible(not read_only)
        self.drop.spread(not uses)
        self.drop.text.setText(_DROP if uses else _DROP_FIRST)
        self._show_chosen()

    def show_suggestions(self, found: Mapping[str, Mapping[PersonalKind, int]]) -> None:
        """What was found in contents (by sha256) that nobody has decided about yet."""
        self._found = found
        self._show_hint()

    def forget(self) -> None:
        """Before another workspace is shown: its uses may have the same numbers."""
        self._code, self._counted = "", None
        self.tabs.forget()

    def selected(self) -> list[EvidenceUse]:
        """What is chosen, in the order of the list."""
        return self.list.selected()

    def current(self) -> EvidenceUse | None:
        """The evidence in hand."""
        return self.list.current()

    def show_use(self, use_id: int, page: int = 0) -> None:
        """Make one the chosen one, open at a page (from 1; 0: none in particular); nothing if it is not here."""
        row = self.list.rows.row_of(use_id)
        if row < 0:
            return
        self.list.select_row(row)
        if page:
            self.tabs.setCurrentWidget(self.preview)
            self.preview.show_page(page - 1)

    def _show_chosen(self) -> None:
        use = self.current()
        if use is not None:
            if self.form.use is not None and self.form.use.id != use.id:
                self.form.commit()
            self.tabs.show_use(use, read_only=self._read_only)
        self._show_hint()
        self.current_changed.emit()

    def _show_hint(self) -> None:
        use = self.current()
        found = None if use is None or use.personal else self._found.get(use.file.sha256)
        self.hint.show_found(found, read_only=self._read_only)

    def _toggle_personal(self) -> None:
        chosen = self.selected()
        self.personal_decided.emit(chosen, not all(use.personal for use in chosen))

    def _decide(self, personal: bool) -> None:
        self._with_current(lambda use: self.personal_decided.emit([use], personal))

    def _perform(self, key: str) -> None:
        self._do[key]()

    def _with_current(self, do: Callable[[EvidenceUse], None]) -> None:
        use = self.current()
        if use is not None:
            do(use)

    def _change(self, do: Callable[[], None]) -> None:
        if self.selected() and not self._read_only:
            do()

    def _fulfil(self, document: str, on: bool) -> None:
        for use in self.selected():
            if (document in use.fulfils) is not on:
                self.fulfil_changed.emit(use, document, on)

    def prepare_menu(self) -> None:
        """Let the menu say what can be done with what is chosen now."""
        chosen, uses = self.selected(), self.list.uses
        position = (chosen != list(uses[: len(chosen)]), chosen != list(uses[len(uses) - len(chosen) :]))
        self.menu.prepare(chosen, position=position, documents=self._documents, read_only=self._read_only)

    def _open_menu(self, at: QPoint) -> None:
        self.prepare_menu()
        self.menu.popup(at)

    def _below(self, widget: QWidget) -> QPoint:
        return widget.mapToGlobal(QPoint(0, widget.height() + 2))


def questions_by_content(assessment: Assessment) -> Mapping[str, int]:
    """In how many questions each content is used, by its sha256."""
    return Counter(
        content for uses in assessment.evidence.values() for content in {use.file.sha256 for use in uses}
    )
