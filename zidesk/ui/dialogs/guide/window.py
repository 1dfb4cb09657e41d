"""The window of the guide: chapters and search at the left, the text at the right. It stays beside the work."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from zidesk.domain.guide import Guide
from zidesk.services.guide.html import chapter_html
from zidesk.services.guide.search import search_guide, words_of
from zidesk.ui.dialogs.guide.contents import GuideContents
from zidesk.ui.dialogs.guide.text import GuideText
from zidesk.ui.dialogs.guide.trail import Spot, Trail
from zidesk.ui.models.guide_model import GuideEntry
from zidesk.ui.theme import GAP, SECONDARY, scaled
from zidesk.ui.widgets.labels import frame, icon_button, label, push_button

_WIDE, _HIGH, _LIST = 1080, 720, 300  # pixels at 100 %
_FILE = ".md"  # of links between chapters


class GuideWindow(QWidget):
    """`pdf_asked`: the whole guide is to be saved. Nothing outside of the guide can be reached from here."""

    pdf_asked = Signal()

    _scale = 0  # Qt tells of changes before there is anything to show

    def __init__(self, guide: Guide, folder: Path) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with its own window
        self.setWindowTitle("Panduan – ZIDesk")
        self._guide, self._trail, self._scale = guide, Trail(), scaled(100)
        self._passing = False  # the spot in view was found by the search that is going on
        self.contents = GuideContents(guide)
        self.text = GuideText(folder)
        self.back = icon_button("chevron-left", "Kembali (Alt+Panah kiri)")
        self.forward = icon_button("chevron-right", "Maju (Alt+Panah kanan)")
        self.part = label(look="muted", elide=True)
        self.pdf = push_button("Simpan sebagai PDF…", icon_name="file-down")
        self.note = label(look="muted", size=SECONDARY, elide=True)
        self.note.hide()
        self.contents.typed.connect(self._search)
        self.contents.chosen.connect(self._choose)
        self.contents.entered.connect(self.text.setFocus)
        self.text.anchorClicked.connect(self._follow)
        self.back.clicked.connect(lambda: self._show(self._trail.back()))
        self.forward.clicked.connect(lambda: self._show(self._trail.forward()))
        self.pdf.clicked.connect(self.pdf_asked)
        self._arrange()
        self._take_keys()

    def _arrange(self) -> None:
        bar = frame("below-line")
        head = QHBoxLayout(bar)
        head.setContentsMargins(GAP, 8, GAP, 8)
        head.setSpacing(8)
        for button in (self.back, self.forward):
            head.addWidget(button)
        head.addWidget(self.part, 1)
        head.addWidget(self.note, 1)
        head.addWidget(self.pdf)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(bar)
        column.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.contents)
        split.addWidget(right)
        split.setSizes([scaled(_LIST), scaled(_WIDE - _LIST)])
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        for box in (column, layout):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        room = self.screen().availableGeometry()
        self.resize(min(scaled(_WIDE), room.width() - 48), min(scaled(_HIGH), room.height() - 72))

    def _take_keys(self) -> None:
        keys = (
            ("Ctrl+F", self.focus_search),
            ("Alt+Left", self.back.click),
            ("Alt+Right", self.forward.click),
            ("Esc", self._leave),
            ("Ctrl+W", self.close),
        )
        for key, do in keys:
            QShortcut(QKeySequence(key), self).activated.connect(do)

    @property
    def chapter(self) -> str:
        """The key of the chapter in view, "" before the first."""
        here = self._trail.here
        return here.chapter if here else ""

    def open_at(self, place: str) -> None:
        """Show the chapter that belongs to a page or dialog, and come forward."""
        self.contents.search.clear()
        self._go(Spot(self._guide.for_place(place).key))
        self.contents.point_at(self.chapter)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.contents.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.contents.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.contents.search.selectAll()

    def tell(self, words: str) -> None:
        """Beside the title: how the saving went."""
        self.note.setText(words)
        self.note.setToolTip(words)
        self.note.setVisible(bool(words))

    def _search(self, typed: str) -> None:
        if typed.strip():
            self.contents.show_hits(typed, search_guide(self._guide, typed))
        else:
            self._passing = False
            self.contents.show_chapters(self.chapter)
            self._show(self._trail.here)

    def _choose(self, entry: GuideEntry) -> None:
        gone = self._go(Spot(entry.chapter, entry.anchor), instead=self._passing)
        self._passing = gone and entry.hit is not None  # back leads to where the search began

    def _follow(self, link: QUrl) -> None:
        """A link to a chapter, or to a heading of this one."""
        key = link.path().removesuffix(_FILE) or self.chapter
        if self._guide.chapter(key) is not None:
            self._go(Spot(key, link.fragment()))
            self.contents.point_at(key)

    def _go(self, spot: Spot, *, instead: bool = False) -> bool:
        gone = self._trail.go(spot, instead=instead)
        self._passing = False
        self._show(spot)
        return gone

    def _show(self, spot: Spot | None) -> None:
        chapter = self._guide.chapter(spot.chapter) if spot else None
        if spot is None or chapter is None:
            return
        self.part.setText(chapter.part)
        self.setWindowTitle(f"{chapter.title} – Panduan ZIDesk")
        self.text.show_chapter(chapter_html(chapter), words_of(self.contents.search.text()), spot.anchor)
        self.contents.point_at(chapter.key)
        back, forward = self._trail.ways
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def _leave(self) -> None:
        """Esc: first out of the search, then out of the guide."""
        if self.contents.search.text():
            self.contents.search.clear()
        else:
            self.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale not in (0, scaled(100)):
            grown = scaled(100) / self._scale
            self._scale = scaled(100)
            room = self.screen().availableGeometry()
            self.resize(
                min(round(self.width() * grown), room.width() - 48),
                min(round(self.height() * grown), room.height() - 72),
            )
