"""The menus of the page: what is done with rows, with the plan as a whole, and which columns are shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from zidesk.ui.icon_set import set_icon
from zidesk.ui.models.plan_fields import FIELDS, TABLE_FIELDS
from zidesk.ui.widgets.plan.plan_keys import Intent

_ROWS = (
    (Intent.ADD, "Tambah baris di bawah\tCtrl+Enter", "plus"),
    (Intent.UP, "Pindahkan ke atas\tAlt+Panah atas", "arrow-up"),
    (Intent.DOWN, "Pindahkan ke bawah\tAlt+Panah bawah", "arrow-down"),
    (Intent.REMOVE, "Hapus baris\tCtrl+Delete", "trash-2"),
)
_CELLS = ((Intent.COPY, "Salin\tCtrl+C", ""), (Intent.PASTE, "Tempel\tCtrl+V", ""))


class PlanMenus(QObject):
    """`asked` carries an Intent; `columns_chosen` the names of the fields to be shown."""

    asked = Signal(object)
    columns_chosen = Signal(object)  # frozenset[str]
    import_asked = Signal()
    export_asked = Signal()
    staff_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: dict[Intent, QAction] = {}
        for intent, words, icon_name in (*_ROWS, *_CELLS):
            wish = lambda _on=False, intent=intent: self.asked.emit(intent)  # noqa: E731
            self.rows[intent] = self._action(parent, words, icon_name, wish)
        self.import_table = self._action(parent, "Impor tabel…", "file-down", self.import_asked.emit)
        self.export_table = self._action(parent, "Ekspor tabel…", "sheet", self.export_asked.emit)
        self.staff = self._action(parent, "Daftar pegawai…", "school", self.staff_asked.emit)
        self.row_menu, self.more_menu, self.column_menu = QMenu(parent), QMenu(parent), QMenu(parent)
        for intent, _, _ in _CELLS:
            self.row_menu.addAction(self.rows[intent])
        self.row_menu.addSeparator()
        for menu in (self.row_menu, self.more_menu):
            for intent, _, _ in _ROWS:
                menu.addAction(self.rows[intent])
        self.more_menu.addSeparator()
        for action in (self.import_table, self.export_table):
            self.more_menu.addAction(action)
        self.more_menu.addSeparator()
        self.more_menu.addAction(self.staff)
        self.columns: dict[str, QAction] = {}
        for field in FIELDS[1:]:  # the code always stands first
            action = QAction(field.title, parent)
            action.setCheckable(True)
            action.setChecked(field.name in TABLE_FIELDS)
            action.toggled.connect(lambda _on: self._choose())
            self.columns[field.name] = action
            self.column_menu.addAction(action)

    def _action(self, parent: QWidget, words: str, icon_name: str, do: Callable[..., None]) -> QAction:
        action = QAction(words, parent)
        if icon_name:
            set_icon(action, icon_name)
        action.triggered.connect(do)
        return action

    def _choose(self) -> None:
        chosen = (name for name, action in self.columns.items() if action.isChecked())
        self.columns_chosen.emit(frozenset({FIELDS[0].name, *chosen}))

    def show_columns(self, names: frozenset[str]) -> None:
        """Tick these columns, as they were kept from another day."""
        for name, action in self.columns.items():
            action.blockSignals(True)
            action.setChecked(name in names)
            action.blockSignals(False)
        self._choose()

    def allow(self, *, rows: bool, writable: bool) -> None:
        """`rows`: some are in hand."""
        for intent in (Intent.UP, Intent.DOWN, Intent.REMOVE):
            self.rows[intent].setEnabled(rows and writable)
        for action in (self.rows[Intent.ADD], self.rows[Intent.PASTE], self.import_table):
            action.setEnabled(writable)
        self.rows[Intent.COPY].setEnabled(rows)
