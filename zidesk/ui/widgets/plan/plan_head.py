"""Above the plan: how far it is, what is shown of it, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.models.plan_lines import Asked, Show
from zidesk.ui.theme import GAP, QUESTION, ROW_HEIGHT, SECONDARY, WIDE_GAP, set_size
from zidesk.ui.widgets.labels import icon_button, label, push_button

_AREA_WIDE, _SHOW_WIDE = 190, 150
_ALL_AREAS = "Semua area"


class PlanHead(QFrame):
    """`asked` carries the Asked that was chosen; `schedule_asked` whether the month grid is wanted. The filters
    and buttons stand beside the title, or below it where there is no room beside it."""

    asked = Signal(object)
    schedule_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self.summary = label(look="muted", size=SECONDARY, elide=True)
        self.table = push_button("Tabel", icon_name="sheet")
        self.schedule = push_button("Jadwal", icon_name="calendar-days")
        self._views = QButtonGroup(self)
        for button in (self.table, self.schedule):
            button.setCheckable(True)
            self._views.addButton(button)
        self.table.setChecked(True)
        self.schedule.toggled.connect(self.schedule_asked)
        self.show_rows, self.area = QComboBox(), QComboBox()
        self.show_rows.setAccessibleName("Baris yang ditampilkan")
        self.area.setAccessibleName("Area yang ditampilkan")
        for combo, wide in ((self.show_rows, _SHOW_WIDE), (self.area, _AREA_WIDE)):
            set_size(combo, width=wide, least_height=ROW_HEIGHT)
        for show in Show:
            self.show_rows.addItem(show.value, show)
        self.area.addItem(_ALL_AREAS, "")
        self.show_rows.currentIndexChanged.connect(lambda _place: self._ask())
        self.area.currentIndexChanged.connect(lambda _place: self._ask())
        self.add = push_button("Tambah baris", icon_name="plus", look="primary")
        self.columns = push_button("Kolom", icon_name="list-checks")
        self.more = icon_button("ellipsis", "Tindakan lain: pindahkan, hapus, impor, ekspor, daftar pegawai")
        self._arrange()

    def _arrange(self) -> None:
        titles, views = QVBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label("Rencana aksi", size=QUESTION, bold=True))
        titles.addWidget(self.summary)
        views.setSpacing(4)
        views.addWidget(self.table)
        views.addWidget(self.schedule)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        self._left.setSpacing(WIDE_GAP)
        self._left.addLayout(titles)
        self._left.addStretch(1)
        self._left.addLayout(views)
        self._right.setSpacing(8)
        self._right.addWidget(self.show_rows)
        self._right.addWidget(self.area)
        self._right.addStretch(1)
        for widget in (self.columns, self.add, self.more):
            self._right.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(WIDE_GAP, GAP - 2, WIDE_GAP, GAP - 2)
        self._box.setSpacing(8)
        self._box.addLayout(self._left)
        self._box.addSpacing(8)
        self._box.addLayout(self._right, 1)

    def show_summary(self, words: str) -> None:
        self.summary.setText(words)
        self._turn()

    def show_areas(self, areas: Sequence[tuple[str, str]]) -> None:
        """The areas that can be chosen; the chosen one stays if it is still there."""
        shown = [(self.area.itemData(place), self.area.itemText(place)) for place in range(1, self.area.count())]
        if shown == list(areas):
            return
        chosen = self.area.currentData()
        self.area.blockSignals(True)
        self.area.clear()
        self.area.addItem(_ALL_AREAS, "")
        for code, title in areas:
            self.area.addItem(title, code)
            self.area.setItemData(self.area.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        self.area.setCurrentIndex(max(0, self.area.findData(chosen)))
        self.area.blockSignals(False)
        view = self.area.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 24)
        if self.area.currentData() != chosen:
            self._ask()

    def choice(self) -> Asked:
        return Asked(self.show_rows.currentData(), self.area.currentData())

    def show_all(self) -> None:
        """Ask for every row again."""
        self.show_rows.setCurrentIndex(0)
        self.area.setCurrentIndex(0)

    def allow(self, *, rows: bool, writable: bool) -> None:
        """What there is to do: on a plan with rows, in a workspace that can be written."""
        for widget in (self.table, self.schedule, self.show_rows, self.area):
            widget.setEnabled(rows)
        self.columns.setEnabled(rows and not self.schedule.isChecked())
        self.add.setEnabled(writable)

    def _ask(self) -> None:
        self.asked.emit(self.choice())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one part above the other."""
        wide = max(self._left.minimumSize().width(), self._right.minimumSize().width()) + 2 * WIDE_GAP
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + 2 * WIDE_GAP + 24
        beside = needed <= self.width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
