"""The paper itself, as it would be printed now, or its signed copy."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse, StoredFile
from zidesk.ui.theme import WIDE_GAP
from zidesk.ui.widgets.labels import push_button
from zidesk.ui.widgets.preview.commands import Command
from zidesk.ui.widgets.preview.notice import Notice
from zidesk.ui.widgets.preview.preview import Preview
from zidesk.ui.widgets.preview.tools import PreviewTools


class StandIns(QObject):
    """First pages that are there before the preview asks."""

    ready = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pictures: dict[str, QPixmap] = {}

    def request(self, file: StoredFile) -> QPixmap | None:
        return self.pictures.get(file.sha256)


class PaperLook(QFrame):
    """`signed_asked`: whether the signed copy is to be shown; `open_asked` carries the Path in view."""

    signed_asked = Signal(bool)
    open_asked = Signal(object)

    def __init__(self, tools: PreviewTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._paths: Mapping[str, Path] = {}
        self._stand_ins = StandIns(self)
        own = PreviewTools(tools.lane, self._stand_ins, lambda file: self._paths[file.sha256])
        self.preview = Preview(own, compact=True)
        for command in (Command.FOLDER, Command.ENLARGE):
            self.preview.bar.actions_by[command].setVisible(False)
        self.preview.open_asked.connect(self._open)
        self.notice = Notice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.notice)
        self.present = push_button("Dari data sekarang")
        self.signed = push_button("Salinan bertanda tangan")
        self._which = QButtonGroup(self)
        self.switch = QFrame()
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self.switch)
        row.setContentsMargins(WIDE_GAP, 8, WIDE_GAP, 0)
        row.setSpacing(8)
        for button in (self.present, self.signed):
            button.setCheckable(True)
            self._which.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.present.setChecked(True)
        self.signed.clicked.connect(lambda: self.signed_asked.emit(True))
        self.present.clicked.connect(lambda: self.signed_asked.emit(False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch)
        layout.addWidget(self.stack, 1)
        self.switch.hide()

    def offer_signed(self, there: bool, *, chosen: bool) -> None:
        """Whether there is a signed copy to switch to, and whether it is what is shown."""
        self.switch.setVisible(there)
        (self.signed if chosen and there else self.present).setChecked(True)

    def show_file(self, file: StoredFile, path: Path, title: str, stand_in: QPixmap | None = None) -> None:
        """Show a file; a page further on stays in view where the new file has it."""
        before, page = self.preview.use, self.preview.page
        self._paths = {file.sha256: path}
        self._stand_ins.pictures = {} if stand_in is None else {file.sha256: stand_in}
        same = before is not None and before.title == title
        self.preview.show_use(_use(file, title, path))
        if same and page:
            self.preview.show_page(min(page, self.preview.pages - 1))
        self.stack.setCurrentWidget(self.preview)

    def say(self, words: str, icon: str = "file-text") -> None:
        """Words in the place of the paper."""
        self.preview.show_use(None)
        self.notice.say(words, icon, may_open=False)
        self.stack.setCurrentWidget(self.notice)

    @property
    def pages(self) -> int:
        return self.preview.pages

    def _open(self, use: EvidenceUse) -> None:
        self.open_asked.emit(self._paths[use.file.sha256])

    def focus_pages(self) -> None:
        self.preview.canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _use(file: StoredFile, title: str, path: Path) -> EvidenceUse:
    """The preview knows evidence only; this one is of no question."""
    from datetime import UTC, datetime

    return EvidenceUse(0, "", file, 1, title, path.name, datetime.fromtimestamp(0, UTC))
