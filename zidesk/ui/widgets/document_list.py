"""The papers a question asks for, and which file stands for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.gaps import DocumentState
from zidesk.domain.instrument import ExpectedDocument
from zidesk.ui.theme import SECONDARY
from zidesk.ui.widgets.document_row import DocumentRow
from zidesk.ui.widgets.labels import label


class DocumentList(QWidget):
    """Every signal but `use_chosen` names the paper. `uses_dropped_on`: ids of evidence of other questions."""

    fulfil_changed = Signal(object, str, bool)  # EvidenceUse, the paper, whether it stands for it
    add_asked = Signal(str)
    files_dropped_on = Signal(str, object)  # list[Path]
    uses_dropped_on = Signal(str, object)  # list[int]
    use_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(bold=True)
        self.missing = label(look="warn", size=SECONDARY, wrap=True)
        self.rows: list[DocumentRow] = []
        self._shown: tuple[ExpectedDocument, ...] = ()
        self._uses: Sequence[EvidenceUse] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.missing)

    def show_documents(
        self, states: Sequence[DocumentState], uses: Sequence[EvidenceUse], *, read_only: bool
    ) -> None:
        """`uses`: all evidence of the question. Rows are made anew for another question only."""
        documents = tuple(state.document for state in states)
        self._uses = uses
        if documents != self._shown:
            self._rebuild(states)
            self._shown = documents
        for row, state in zip(self.rows, states, strict=True):
            row.show_state(state, uses, read_only=read_only)
        here = sum(1 for state in states if state.uses)
        missing = sum(1 for state in states if state.document.required and not state.uses)
        self.title.setText(f"Dokumen yang diminta · {here} dari {len(states)}")
        self.missing.setText(f"{missing} dokumen wajib belum ada berkasnya")
        self.missing.setVisible(missing > 0)
        self.setVisible(bool(states))

    def _rebuild(self, states: Sequence[DocumentState]) -> None:
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [DocumentRow(state, self) for state in states]
        for row, state in zip(self.rows, states, strict=True):
            name = state.document.name
            row.fulfil_changed.connect(lambda use, on, name=name: self.fulfil_changed.emit(use, name, on))
            row.use_chosen.connect(self.use_chosen)
            row.add_asked.connect(lambda name=name: self.add_asked.emit(name))
            row.files_dropped.connect(lambda files, name=name: self.files_dropped_on.emit(name, files))
            row.uses_dropped.connect(lambda ids, name=name: self._dropped(name, ids))
            self._layout.addWidget(row)

    def _dropped(self, name: str, ids: Sequence[int]) -> None:
        """Evidence of this question is here already: it only has to stand for the paper."""
        own = {use.id: use for use in self._uses}
        for one in ids:
            if one in own and name not in own[one].fulfils:
                self.fulfil_changed.emit(own[one], name, True)
        others = [one for one in ids if one not in own]
        if others:
            self.uses_dropped_on.emit(name, others)
