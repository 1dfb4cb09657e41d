"""The people of the school as a table that is edited in place."""

from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zidesk.domain.indonesian import format_nip
from zidesk.domain.plan import split_items
from zidesk.domain.staff import StaffMember

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class Column(IntEnum):
    NAME = 0
    NIP = 1
    RANK = 2
    POSITION = 3
    ROLES = 4


HEADS = ("Nama", "NIP", "Pangkat", "Jabatan", "Peran dalam tim")
_FIELDS = ("name", "nip", "rank", "position", "roles")


class StaffModel(QAbstractTableModel):
    """`edited` carries a StaffMember as it was just typed; it is shown once it has been saved."""

    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = False
        self.members: tuple[StaffMember, ...] = ()

    def show_members(self, members: tuple[StaffMember, ...]) -> None:
        """Another state of the list; the same people keep their lines."""
        if [member.id for member in members] != [member.id for member in self.members]:
            self.beginResetModel()
            self.members = members
            self.endResetModel()
            return
        changed = [row for row, member in enumerate(members) if member != self.members[row]]
        self.members = members
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.members)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.writable and index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return HEADS[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        member, column = self.members[index.row()], Column(index.column())
        text = self._text(member, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return format_nip(text) if column is Column.NIP else text
            case Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{member.name}, {HEADS[column]}: {text or 'kosong'}"
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not self.writable:
            return False
        member, column = self.members[index.row()], Column(index.column())
        if str(value) != self._text(member, column):
            typed: Any = split_items(str(value)) if column is Column.ROLES else str(value)
            self.edited.emit(replace(member, **{_FIELDS[column]: typed}))
        return True

    @staticmethod
    def _text(member: StaffMember, column: Column) -> str:
        return "; ".join(member.roles) if column is Column.ROLES else str(getattr(member, _FIELDS[column]))
