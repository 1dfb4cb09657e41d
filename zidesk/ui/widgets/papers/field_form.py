"""The form of a paper: an entry for each of its fields, looked at while typing and kept when one is left."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zidesk.ui.theme import GAP
from zidesk.ui.widgets.papers.field_entry import FieldEntry

if TYPE_CHECKING:
    from zidesk.services.documents.letters.kind import Kind

_LOOK_AFTER, _KEEP_AFTER = 350, 1_500  # milliseconds without a further key


class FieldForm(QWidget):
    """`typed` and `edited` carry the kind's key and all its usable entries: to be shown, to be kept."""

    typed = Signal(str, object)
    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self._kept: dict[str, str] = {}
        self.entries: dict[str, FieldEntry] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._look, self._keep = (QTimer(self, singleShot=True, interval=ms) for ms in (_LOOK_AFTER, _KEEP_AFTER))
        self._look.timeout.connect(self._tell_typed)
        self._keep.timeout.connect(self.commit)

    def show_kind(self, kind: "Kind", values: Mapping[str, str], *, read_only: bool) -> None:
        """Another kind, or the one in hand with what is kept now; an entry that is being typed stays."""
        if self._kind is None or kind.key != self._kind.key:
            self.commit()
            self._rebuild(kind)
        self._kind = kind
        before, self._kept = self._kept, dict(values)
        for key, entry in self.entries.items():
            old, new = before.get(key, ""), values.get(key, "")
            if old != new or entry.value() == new or not entry.control.hasFocus():
                entry.show_value(new, read_only=read_only)

    def _rebuild(self, kind: "Kind") -> None:
        self._kept = {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.entries = {item.key: FieldEntry(kind, item) for item in kind.fields}
        for entry in self.entries.values():
            entry.typed.connect(self._typed)
            entry.left.connect(self.commit)
            self._column.addWidget(entry)

    def values(self) -> dict[str, str]:
        """What can be used of what is entered; where an entry cannot be, what was kept of it."""
        found = {}
        for key, entry in self.entries.items():
            value = entry.value()
            found[key] = self._kept.get(key, "") if value is None else value
        return {key: value for key, value in found.items() if value}

    def unsaved(self) -> bool:
        """Whether something typed cannot be kept as it stands."""
        return any(entry.value() is None for entry in self.entries.values())

    def focus_entry(self, key: str) -> None:
        if key in self.entries:
            self.entries[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Have kept what is not kept yet."""
        self._look.stop()
        self._keep.stop()
        values = self.values()
        if self._kind is not None and values != {key: text for key, text in self._kept.items() if text}:
            self._kept = values
            self.edited.emit(self._kind.key, values)

    def _typed(self) -> None:
        self._look.start()
        self._keep.start()

    def _tell_typed(self) -> None:
        if self._kind is not None:
            self.typed.emit(self._kind.key, self.values())
