"""What can be done with the evidence that is chosen: words, keys and pictures as in the window's menu."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.instrument import ExpectedDocument
from zidesk.domain.redaction import can_be_covered
from zidesk.ui.commands import COMMANDS, Command, Group
from zidesk.ui.icon_set import set_icon

_LOCAL = (  # of the list only
    Command("evidence.edit", "Ubah keterangan", Group.EVIDENCE, "F2", "pencil"),
    Command("evidence.up", "Naikkan urutan", Group.EVIDENCE, "Alt+Panah atas", "arrow-up"),
    Command("evidence.down", "Turunkan urutan", Group.EVIDENCE, "Alt+Panah bawah", "arrow-down"),
)
_KEYS = {"evidence.remove": "Del", "evidence.preview": "Spasi"}  # the list's own, where the window has none nearer
_BY_KEY = {command.key: command for command in (*COMMANDS, *_LOCAL)}
_PARTS = (
    ("evidence.preview", "evidence.open_outside", "evidence.show_in_folder"),
    ("evidence.edit", "evidence.share", "evidence.move", "evidence.replace"),
    ("evidence.personal", "evidence.cover"),
    ("evidence.up", "evidence.down"),
    ("edit.paste", "evidence.add_files", "evidence.add_folder"),
    ("evidence.remove",),
)
# several at once
_ANY = (
    "evidence.share",
    "evidence.move",
    "evidence.personal",
    "evidence.remove",
    "evidence.up",
    "evidence.down",
)
_LOOKING = ("evidence.preview", "evidence.open_outside", "evidence.show_in_folder")
_NONE = ("edit.paste", "evidence.add_files", "evidence.add_folder")


class EvidenceMenu(QMenu):
    """`asked`: the key of a command; `fulfil_asked`: the name of a paper and whether the chosen stand for it."""

    asked = Signal(str)
    fulfil_asked = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Perintah bukti")
        self.by_key: dict[str, QAction] = {}
        for part in _PARTS:
            for key in part:
                self.by_key[key] = self._add(_BY_KEY[key])
            self.addSeparator()
        self.by_key["evidence.personal"].setCheckable(True)
        self.documents = QMenu("Memenuhi dokumen", self)
        self.documents.setToolTipsVisible(True)
        self.insertMenu(self.by_key["evidence.share"], self.documents)

    def prepare(
        self,
        chosen: Sequence[EvidenceUse],
        *,
        position: tuple[bool, bool],
        documents: Sequence[ExpectedDocument],
        read_only: bool,
    ) -> None:
        """For what is chosen now. `position`: whether it can go up, and down."""
        for key, action in self.by_key.items():
            enough = key in _NONE or len(chosen) == 1 or (key in _ANY and bool(chosen))
            action.setEnabled(enough and (key in _LOOKING or not read_only))
        cover = self.by_key["evidence.cover"]
        cover.setEnabled(cover.isEnabled() and can_be_covered(chosen[0].file.inspection))
        for key, can in zip(("evidence.up", "evidence.down"), position, strict=True):
            self.by_key[key].setEnabled(self.by_key[key].isEnabled() and can)
        self.by_key["evidence.personal"].setChecked(bool(chosen) and all(use.personal for use in chosen))
        self._offer(documents, chosen)
        self.documents.menuAction().setVisible(bool(documents))
        self.documents.setEnabled(bool(chosen) and not read_only)

    def _offer(self, documents: Sequence[ExpectedDocument], chosen: Sequence[EvidenceUse]) -> None:
        self.documents.clear()
        for document in documents:
            action = self.documents.addAction(document.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(bool(chosen) and all(document.name in use.fulfils for use in chosen))
            action.toggled.connect(lambda on, name=document.name: self.fulfil_asked.emit(name, on))

    def _add(self, command: Command) -> QAction:
        keys = _KEYS.get(command.key) or command.shortcut.split("; ")[0]
        action = self.addAction(f"{command.words}\t{keys}" if keys else command.words)
        if command.icon:
            set_icon(action, command.icon)
        action.triggered.connect(lambda _on=False: self.asked.emit(command.key))
        return action
