"""The left side of the assessment: filter, jump by code, and the tree of the sheet with its type-ahead."""

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.ui.icon_set import set_icon
from zidesk.ui.models.instrument_model import InstrumentModel, Role
from zidesk.ui.models.question_choice import QuestionFinder
from zidesk.ui.models.question_filter import QuestionFilter, Show
from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.labels import frame, label, set_look
from zidesk.ui.widgets.sheet_tree import SheetTree
from zidesk.ui.widgets.sign_field import SignField
from zidesk.ui.widgets.type_ahead import TypeAhead


class TreePanel(QFrame):
    """`chosen`: the code of a question; `jump_asked`: what was typed into the jump box."""

    chosen = Signal(str)
    jump_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._model: InstrumentModel | None = None
        self._filter = QuestionFilter(self)
        self._code = ""
        self.filter_box = QComboBox()
        self.filter_box.setAccessibleName("Butir yang ditampilkan")
        self.filter_box.setToolTip("Butir yang ditampilkan")
        for show in Show:
            self.filter_box.addItem(show.value)
        set_icon(self.filter_box, "funnel", "muted")
        set_size(self.filter_box, least_height=ROW_HEIGHT, icon=16)
        self.filter_box.currentIndexChanged.connect(self._refilter)
        self.jump_box = SignField("hash")
        self.jump_box.setPlaceholderText("1.iii.b")
        self.jump_box.setAccessibleName("Lompat ke kode butir")
        self.jump_box.setToolTip("Lompat ke kode butir, misalnya 1.iii.b atau A.II.5.ii.a (Ctrl+J)")
        self.jump_box.setMaxLength(40)
        set_size(self.jump_box, width=86)
        self.jump_box.returnPressed.connect(lambda: self.jump_asked.emit(self.jump_box.text()))
        self.jump_box.textEdited.connect(lambda: self._fault(False))
        self.tree = SheetTree()
        self.tree.chosen.connect(self.chosen)
        self._finder: QuestionFinder | None = None
        self.type_ahead = TypeAhead(self.tree, self._find)
        self.type_ahead.chosen.connect(self._go_to)
        self.type_ahead.changed.connect(self._tell_typed)
        self.typed = label(look="muted", size=SECONDARY, elide=True)
        self.empty = label("Tidak ada butir dalam keadaan ini.", look="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.empty.setMargin(24)
        self._arrange()

    def _arrange(self) -> None:
        head = frame("below-line")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.filter_box, 1)
        row.addWidget(self.jump_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addSpacing(6)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.empty, 1)
        self._typed_strip = frame("above-line")
        strip = QHBoxLayout(self._typed_strip)
        strip.setContentsMargins(12, 6, 12, 6)
        strip.addWidget(self.typed)
        layout.addWidget(self._typed_strip)
        self._typed_strip.hide()
        self.empty.hide()

    def show_instrument(self, instrument: Instrument, assessment: Assessment) -> None:
        """Show a new sheet, its first level open."""
        old = self._model
        self._model = InstrumentModel(instrument, self)
        self._model.show(assessment)
        self._code = ""
        self._finder = QuestionFinder(instrument)
        self.type_ahead.clear()
        self.filter_box.setCurrentIndex(0)
        self._filter.setSourceModel(self._model)
        self.tree.setModel(self._filter)
        self.tree.expandToDepth(0)
        if old is not None:
            old.deleteLater()

    def show_figures(self, assessment: Assessment) -> None:
        if self._model is None:
            return
        before = self.visible_codes() if self._filter.shown is not Show.ALL else ()
        self._model.show(assessment)
        if self._filter.shown is not Show.ALL:
            self._filter.refresh()
            if self.visible_codes() != before:
                self.tree.expandAll()
        self._tell_empty()

    def show_current(self, code: str) -> None:
        """Mark the row of a question; a filter keeps it in view."""
        self._code = code
        self._fault(False)
        if self._filter.shown is not Show.ALL:
            self._filter.show_only(self._filter.shown, code)
            self.tree.expandAll()
        self.tree.show_current(self.index_of(code))
        self._tell_empty()

    def index_of(self, code: str) -> QModelIndex:
        """The row of a question in the tree, invalid when it is not there."""
        if self._model is None:
            return QModelIndex()
        return self._filter.mapFromSource(self._model.index_of(code))

    def visible_codes(self) -> tuple[str, ...]:
        """The questions that pass the filter, in order; for going to the next and the previous one."""
        return tuple(_codes(self._filter, QModelIndex()))

    def show_only(self, show: Show) -> None:
        """Show only the questions in a certain state."""
        self.filter_box.setCurrentIndex(list(Show).index(show))

    def focus_jump(self) -> None:
        self.jump_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.jump_box.selectAll()

    def refuse_jump(self) -> None:
        """Mark the code in the box as one the sheet does not have."""
        self._fault(True)
        self.focus_jump()

    def accept_jump(self) -> None:
        self.jump_box.clear()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fault(self, fault: bool) -> None:
        if bool(self.jump_box.property("fault")) is not fault:
            self.jump_box.setProperty("fault", fault)
            set_look(self.jump_box, "fault" if fault else "plain")

    def _refilter(self) -> None:
        show = list(Show)[self.filter_box.currentIndex()]
        self._filter.show_only(show, "")
        if self.index_of(self._code).isValid():
            self._filter.show_only(show, self._code)  # from now on it stays while it is in hand
        if show is Show.ALL:
            self.tree.collapseAll()
            self.tree.expandToDepth(0)
        else:
            self.tree.expandAll()
        index = self.index_of(self._code)
        if index.isValid():
            self.tree.show_current(index)
        self._tell_empty()

    def _find(self, typed: str) -> list[str]:
        """The questions in view that are meant by what was typed."""
        if self._finder is None:
            return []
        visible = set(self.visible_codes())
        found = (place.question.code for place in self._finder.matching(typed))
        return [code for code in found if code in visible]

    def _go_to(self, code: str) -> None:
        self.tree.show_current(self.index_of(code))
        self.chosen.emit(code)

    def _tell_typed(self, typed: str, count: int) -> None:
        self._typed_strip.setVisible(bool(typed))
        next_one = " · F3 berikutnya" if count > 1 else ""
        self.typed.setText(
            f"“{typed}” · {count} butir{next_one} · Esc selesai" if count else f"Tidak ada butir “{typed}”"
        )
        set_look(self.typed, "muted" if count else "bad")

    def _tell_empty(self) -> None:
        nothing = self._filter.rowCount() == 0
        self.empty.setVisible(nothing)
        self.tree.setVisible(not nothing)


def _codes(model: QSortFilterProxyModel, above: QModelIndex) -> list[str]:
    found: list[str] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        code = index.data(Role.CODE)
        found.extend([code] if code else _codes(model, index))
    return found
