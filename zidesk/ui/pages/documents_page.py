"""Dokumen: the papers as cards, the form of the one in hand, and the paper itself beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, TITLE, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import label, rule
from zidesk.ui.widgets.papers.card_list import CardList
from zidesk.ui.widgets.papers.field_form import FieldForm
from zidesk.ui.widgets.papers.lack_box import LackBox
from zidesk.ui.widgets.papers.paper_head import PaperHead
from zidesk.ui.widgets.papers.paper_look import PaperLook
from zidesk.ui.widgets.papers.signed_box import SignedBox
from zidesk.ui.widgets.papers.snapshot_box import SnapshotBox
from zidesk.ui.widgets.papers.words import fault_words, history_words, lacks
from zidesk.ui.widgets.preview.tools import PreviewTools
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea

if TYPE_CHECKING:
    from zidesk.services.papers.standing import KindStatus, PaperStatus

_WIDTHS = (338, 322, 602)
_LEAST = (236, 236, 330)
_COMPARED = "monitoring"  # tells of progress
_ALWAYS_INSIDE = frozenset({"index", "lke"})


class DocumentsPage(QWidget):
    """Shows what it is given and emits intents. `part_chosen` carries the member in hand ("" for all);
    `included` whether the paper goes into the bundle."""

    part_chosen = Signal(str)
    included = Signal(bool)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("Dokumen", size=TITLE, bold=True)
        self.facts = label(look="muted", elide=True)
        self.list = CardList()
        self.head = PaperHead()
        self.lacks = LackBox()
        self.part = QComboBox()
        self.part_name = label("Untuk", size=SECONDARY)
        self.form = FieldForm()
        self.inside = QCheckBox("Masukkan ke paket")
        self.inside_note = label(look="muted", size=SECONDARY, wrap=True)
        self.snapshot = SnapshotBox()
        self.signed = SignedBox()
        self.look = PaperLook(tools)
        self.form_area = SteadyScrollArea()
        self._arrange()
        self.inside.toggled.connect(self._tell_included)
        self.part.activated.connect(lambda _row: self.part_chosen.emit(self.part.currentData()))

    def _arrange(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QSplitter(Qt.Orientation.Horizontal)
        inner.setHandleWidth(1)
        inner.setChildrenCollapsible(False)
        for widget, least, stretch in ((self._form_column(), _LEAST[1], 0), (self.look, _LEAST[2], 1)):
            set_size(widget, least_width=least)
            inner.addWidget(widget)
            inner.setStretchFactor(inner.count() - 1, stretch)
        inner.setSizes(list(_WIDTHS[1:]))
        column.addWidget(self.head)
        column.addWidget(inner, 1)
        left = self._list_column()
        set_size(left, least_width=_LEAST[0])
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([_WIDTHS[0], sum(_WIDTHS[1:])])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _list_column(self) -> QWidget:
        made = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(3, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.facts, 1)
        column = QVBoxLayout(made)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, 6, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return made

    def _form_column(self) -> QWidget:
        inside = QFrame()
        inside.setProperty("look", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.part.setMinimumContentsLength(10)
        self.part.setAccessibleName("Untuk siapa")
        set_size(self.part, least_height=ROW_HEIGHT)
        set_size(self.inside, least_height=ROW_HEIGHT)
        self.part_name.setBuddy(self.part)
        above = (self.lacks, self.part_name, self.part, self.form, self.snapshot, self.inside, self.inside_note)
        for widget in (*above, rule()):
            column.addWidget(widget)
        column.addWidget(self.signed)
        column.addStretch(1)
        self.form_area.setWidget(inside)
        self.form_area.setWidgetResizable(True)
        self.form_area.setFrameShape(QFrame.Shape.NoFrame)
        self.form_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form_area.setAccessibleName("Isian dokumen")
        return self.form_area

    def take_focus(self) -> None:
        self.list.setFocus()

    def show_statuses(self, statuses: "Sequence[KindStatus]", paper: str, *, read_only: bool) -> None:
        """Every card anew; `paper`: "A4" or "F4"."""
        self.facts.setText(f"kertas {paper}")
        self.list.show_statuses(statuses, read_only=read_only)

    def show_paper(
        self, status: "KindStatus", part: str, values: dict[str, str], *, worded: bool, read_only: bool
    ) -> None:
        """The paper in hand, with what is entered for its kind."""
        kind, shown = status.whole.kind, status.of(part)
        self._show_parts(status, part)
        self.form.show_kind(kind, values, read_only=read_only)
        self.form.setVisible(bool(kind.fields))
        self.snapshot.setVisible(kind.key == _COMPARED)
        labels = {item.key: item.label for item in kind.fields}
        fault = status.whole.fault
        self.lacks.show_lacks(lacks(status.whole.missing, labels), fault_words(fault) if fault is not None else "")
        title = f"{kind.title} – {shown.name}" if shown.name else kind.title
        staff = bool(status.parts) and not shown.part
        self.head.show_paper(
            title, history_words(shown.record), kind.formats, staff=staff, worded=worded, sound=fault is None
        )
        self._show_inside(shown, read_only=read_only)
        self.signed.setVisible(kind.key not in _ALWAYS_INSIDE)
        copy = shown.record.signed
        stale = copy is not None and str(shown.standing) == "changed"
        self.signed.show_copy(copy, stale=stale, read_only=read_only)

    def _show_parts(self, status: "KindStatus", part: str) -> None:
        for widget in (self.part, self.part_name):
            widget.setVisible(bool(status.parts))
        self.part.clear()
        self.part.addItem(f"Semua pegawai ({len(status.parts)})", "")
        for item in status.parts:
            mark = " ✓" if item.record.signed is not None else ""
            self.part.addItem(f"{item.name}{mark}", item.part)
        self.part.setCurrentIndex(max(0, self.part.findData(part)))

    def _show_inside(self, shown: "PaperStatus", *, read_only: bool) -> None:
        always = shown.kind.key in _ALWAYS_INSIDE
        self.inside.blockSignals(True)
        self.inside.setChecked(always or shown.record.in_bundle)
        self.inside.blockSignals(False)
        self.inside.setEnabled(not always and not read_only)
        if always:
            words = "Selalu ada di paket."
        elif shown.record.in_bundle and shown.record.signed is not None:
            words = "Salinan bertanda tangan masuk ke folder 00 Dokumen."
        elif shown.record.in_bundle:
            words = "Dibuat dari data terbaru ke folder 00 Dokumen saat paket dibuat."
        else:
            words = ""
        self.inside_note.setText(words)
        self.inside_note.setVisible(bool(words))

    def _tell_included(self, on: bool) -> None:
        self.included.emit(on)
