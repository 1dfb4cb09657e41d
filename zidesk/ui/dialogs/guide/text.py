"""The text of a chapter: pictures fitted to its width, words that were searched for marked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from zidesk.ui.dialogs.guide.sheet import guide_sheet
from zidesk.ui.theme import BODY, colours, set_font
from zidesk.ui.widgets.focus_ring import FocusRing

_MARGIN, _LEAST = 28, 120  # pixels


class GuideText(QTextBrowser):
    """Opens no link itself: `anchorClicked` carries it. Pictures are read from `folder` and nowhere else."""

    _html = ""  # Qt tells of changes before there is anything to show

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._marked: tuple[str, ...] = ()
        self._pictures: dict[str, QImage] = {}
        self._drawn_for = 0
        self._found: list[int] = []  # where the marked words end
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser { border: 0; border-radius: 0; padding: 0; background: palette(base); }")
        self.setAccessibleName("Isi panduan")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_font(self, BODY)
        FocusRing(self)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._redraw)

    def show_chapter(self, html: str, marked: Sequence[str] = (), anchor: str = "") -> None:
        """From its beginning or from `anchor`; further down if the first `marked` word is out of view."""
        self._html, self._marked = html, tuple(marked)
        self._draw()
        self._go(anchor)

    def marks(self) -> list[str]:
        """The texts that are marked now, as they stand."""
        return [selection.cursor.selectedText() for selection in self.extraSelections()]

    def redraw(self) -> None:
        """In the colours and sizes of now, where one was reading."""
        self._again.start()

    def _redraw(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._draw()
        bar.setValue(round(share * bar.maximum()))

    def _draw(self) -> None:
        document = self.document()
        document.clear()
        document.setDocumentMargin(_MARGIN)
        document.setDefaultStyleSheet(guide_sheet())
        self._drawn_for = self._room()
        self.setHtml(self._html)
        self._mark()

    def _room(self) -> int:
        return max(_LEAST, self.viewport().width() - 2 * _MARGIN)

    def _go(self, anchor: str) -> None:
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if anchor:
            self.scrollToAnchor(anchor)
        top = self.cursorForPosition(QPoint(_MARGIN, 0)).position()
        below = [position for position in self._found if position >= top]
        if not below:
            return
        first, bar = QTextCursor(self.document()), self.verticalScrollBar()
        first.setPosition(min(below))
        if (place := self.cursorRect(first)).bottom() > self.viewport().height():
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def _mark(self) -> None:
        c, found = colours(), []
        self._found.clear()
        for word in self._marked:
            cursor = QTextCursor(self.document())
            while not (cursor := self.document().find(word, cursor)).isNull():
                self._found.append(cursor.position())
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(QColor(c.warn_soft))
                selection.format.setForeground(QColor(c.text))
                selection.format.setFontUnderline(True)
                found.append(selection)
        self.setExtraSelections(found)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Only pictures beside the chapters, no wider than the text."""
        wanted = name.path() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if wanted not in self._pictures:
            self._pictures[wanted] = QImage(str(self._folder / "gambar" / Path(wanted).name))
        picture = self._pictures[wanted]
        if picture.width() > self._drawn_for:
            return picture.scaledToWidth(self._drawn_for, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._html and self._room() != self._drawn_for:
            self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._html:
            self.redraw()
