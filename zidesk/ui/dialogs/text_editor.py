"""Changing the wording of a paper: the text the program's own beside it, checked and shown while typing."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPixmap, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from zidesk.domain.errors import TemplateFaulty, ZideskError
from zidesk.ui import documents_work as work
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, WIDE_GAP, colours, set_size
from zidesk.ui.widgets.labels import frame, label, push_button, set_look
from zidesk.ui.widgets.papers.paper_look import PaperLook
from zidesk.ui.widgets.papers.words import fault_words
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.tools import PreviewTools, Thumbnails

if TYPE_CHECKING:
    from zidesk.services.papers.sources import PaperSources
    from zidesk.services.papers.wording import Wording

_WHO = "text-editor"
_SETTLE = 400  # milliseconds without a further key
_HELP = (
    "Baris kosong memisahkan paragraf. **tebal**, *miring*, “- ” butir, “1. ” nomor. "
    "Isian seperti {{ sekolah.nama }} diganti dengan data sekolah."
)


class TextEditor(QDialog):
    """`kept` carries the key of a text and its content, None for the program's own."""

    kept = Signal(str, object)

    def __init__(
        self, parent: QWidget, lane: PreviewLane, sources: "PaperSources", kind: str, title: str, paper: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Ubah kalimat – {title}")
        self._lane, self._sources, self._kind, self._paper = lane, sources, kind, paper
        self._title = title
        self._folder = tempfile.TemporaryDirectory(prefix="zidesk-kalimat-")
        self._turn = 0
        self.texts: tuple[Wording, ...] = work.wordings(sources, kind)
        self._drafts = {item.key: item.text for item in self.texts}
        self.choice = QComboBox()
        self.editor, self.default = QPlainTextEdit(), QPlainTextEdit()
        self.tabs = QTabWidget()
        self.verdict = label(size=SECONDARY, wrap=True)
        self.look = PaperLook(PreviewTools(lane, _no_thumbnails(self), lambda _file: Path()))
        self.look.preview.bar.hide()
        self.restore = push_button("Kembalikan ke bawaan", icon_name="rotate-ccw")
        self.cancel = push_button("Batal")
        self.keep = push_button("Simpan kalimat", look="primary")
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settled.timeout.connect(self._check)
        self._arrange()
        self._connect()
        self._show_text()

    def _arrange(self) -> None:
        for item in self.texts:
            self.choice.addItem(_name(item.key), item.key)
        self.choice.setAccessibleName("Bagian dokumen")
        set_size(self.choice, least_height=ROW_HEIGHT)
        self.editor.setAccessibleName("Kalimat")
        self.editor.setTabChangesFocus(True)
        self.default.setAccessibleName("Kalimat bawaan")
        self.default.setReadOnly(True)
        self.tabs.addTab(self.editor, "Kalimat sekolah")
        self.tabs.addTab(self.default, "Bawaan program")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        column.setSpacing(8)
        column.addWidget(self.choice)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.verdict)
        column.addWidget(label(_HELP, look="muted", size=SECONDARY, wrap=True))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.look)
        split.setSizes([560, 500])
        foot = frame("above-line")
        row = QHBoxLayout(foot)
        row.setContentsMargins(WIDE_GAP, 10, WIDE_GAP, 10)
        row.setSpacing(8)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addWidget(foot)
        room = self.screen().availableGeometry().size()
        self.resize(QSize(1100, 660).boundedTo(room * 0.94))

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(lambda _row: self._show_text())
        self.editor.textChanged.connect(self._typed)
        self.restore.clicked.connect(lambda: self.editor.setPlainText(self._wording.default))
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)

    @property
    def _wording(self) -> "Wording":
        return self.texts[max(0, self.choice.currentIndex())]

    def choose(self, key: str) -> None:
        self.choice.setCurrentIndex(self.choice.findData(key))

    def _show_text(self) -> None:
        wording = self._wording
        self.editor.blockSignals(True)
        self.editor.setPlainText(self._drafts[wording.key])
        self.editor.blockSignals(False)
        self.default.setPlainText(wording.default)
        self._check()

    def _typed(self) -> None:
        self._drafts[self._wording.key] = self.editor.toPlainText()
        self.restore.setEnabled(self.editor.toPlainText() != self._wording.default)
        self._settled.start()

    # checking and looking

    def _tried(self) -> "PaperSources":
        sources = self._sources
        for key, text in self._drafts.items():
            sources = sources.with_text(key, text)
        return sources

    def _check(self) -> None:
        """Draw the paper with these texts; what cannot be used is told with its line."""
        self.restore.setEnabled(self.editor.toPlainText() != self._wording.default)
        self._turn += 1
        place = Path(self._folder.name) / f"lihat-{self._turn}"
        sources, kind, paper = self._tried(), self._kind, self._paper
        values = dict(sources.entries.get(kind, {}))
        part = next(iter(sources.members), "")  # one page is enough to look at
        self._lane.ask(
            _WHO,
            lambda cancel: work.draw(sources, kind, part, values, paper, place, cancel),
            on_done=self._show,
            on_error=self._refuse,
        )

    def _show(self, drawn: work.Drawn) -> None:
        self._say("Kalimat dapat dipakai.", "ok")
        self._mark_line(0)
        self.keep.setEnabled(any(self._drafts[item.key] != item.text for item in self.texts))
        picture = QPixmap.fromImage(drawn.stand_in) if drawn.stand_in is not None else None
        self.look.show_file(drawn.file, drawn.path, self._title, picture)

    def _refuse(self, fault: ZideskError) -> None:
        self.keep.setEnabled(False)
        self._say(fault_words(fault), "bad")
        if isinstance(fault, TemplateFaulty):
            if fault.key in self._drafts and fault.key != self._wording.key:
                self._say(f"Pada bagian {_name(fault.key)}: {fault_words(fault)}", "bad")
            else:
                self._mark_line(fault.line)

    def _say(self, words: str, look: str) -> None:
        self.verdict.setText(words)
        set_look(self.verdict, look)

    def _mark_line(self, line: int) -> None:
        """Behind the line (from 1) at fault; 0 for none."""
        block = self.editor.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            self.editor.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.format.setBackground(QColor(colours().bad_soft))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.editor.setExtraSelections([mark])

    def _keep(self) -> None:
        for item in self.texts:
            draft = self._drafts[item.key]
            if draft != item.text:
                self.kept.emit(item.key, None if draft == item.default else draft)
        self.accept()

    def done(self, result: int) -> None:
        self._settled.stop()
        self._lane.forget(_WHO)
        self.look.say("")
        super().done(result)
        shutil.rmtree(self._folder.name, ignore_errors=True)
        self._folder.cleanup()


def _name(key: str) -> str:
    """ "surat-pengantar/pembuka" → "Surat pengantar, pembuka"."""
    return key.replace("/", ", ").replace("-", " ").capitalize()


def _no_thumbnails(parent: QWidget) -> Thumbnails:
    from zidesk.ui.widgets.papers.paper_look import StandIns

    return StandIns(parent)
