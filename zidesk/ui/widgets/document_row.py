"""One paper a question asks for: ticked when a file stands for it, which file that is, and a menu to choose it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.gaps import DocumentState
from zidesk.ui.theme import GAP, RADIUS, ROW_HEIGHT, SECONDARY, colours, scaled, set_font, set_size
from zidesk.ui.widgets.drop_place import DropPlace
from zidesk.ui.widgets.file_link import FileLink
from zidesk.ui.widgets.flow import Flow
from zidesk.ui.widgets.labels import label, set_look
from zidesk.ui.widgets.sign import Sign
from zidesk.ui.wording import document_words

_FILES, _LEAST_NAME = 184, 230  # pixels for the names of files, and for that of the paper beside them
_NAMED = 2  # files named before the rest is counted
_BETWEEN = 10
_ANY = 16_777_215  # pixels, what Qt takes for no limit


class DocumentRow(QFrame):
    """`fulfil_changed`: a use and whether it stands for this paper; `use_chosen`: a file was clicked."""

    fulfil_changed = Signal(object, bool)
    use_chosen = Signal(object)
    add_asked = Signal()
    files_dropped = Signal(object)
    uses_dropped = Signal(object)

    def __init__(self, state: DocumentState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._uses: Sequence[EvidenceUse] = ()
        self._lit = self._read_only = False
        self.sign = Sign("square", "muted")
        self.name = label(state.document.name, wrap=True)
        self.links: list[FileLink] = []
        self.choose = QToolButton()
        self.choose.setProperty("look", "choice")
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choose.setAccessibleName(f"Pilih berkas untuk {state.document.name}")
        self.choose.setToolTip("Pilih berkas yang memenuhi dokumen ini, atau seret berkas ke baris ini")
        set_font(self.choose, SECONDARY)
        set_size(self.choose, height=ROW_HEIGHT)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.choose.setMenu(self.menu)
        self.place = DropPlace(self, lambda _ids: True)
        self.place.hovered.connect(self._light)
        self.place.files_dropped.connect(self.files_dropped)
        self.place.uses_dropped.connect(self.uses_dropped)
        self._arrange()

    def _arrange(self) -> None:
        facts = Flow(across=8, down=2)
        document = self._state.document
        if document.required:
            facts.addWidget(label("wajib", look="chip", size=SECONDARY))
        period = document_words(document)
        if period:
            facts.addWidget(label(period, look="muted", size=SECONDARY))
        words = QVBoxLayout()
        words.setContentsMargins(0, 8, 0, 8)
        words.setSpacing(3)
        words.addWidget(self.name)
        words.addLayout(facts)
        self._files = QVBoxLayout()
        self._files.setSpacing(0)
        self._files.addStretch(1)
        self._side = QWidget()
        side = QHBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 4)
        side.setSpacing(0)
        side.addLayout(self._files, 1)
        side.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(_BETWEEN)
        signs = QVBoxLayout()
        signs.setContentsMargins(0, 9, 0, 0)
        signs.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(signs)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addLayout(words, 1)
        self._body.addWidget(self._side)
        row.addLayout(self._body, 1)

    def show_state(self, state: DocumentState, uses: Sequence[EvidenceUse], *, read_only: bool) -> None:
        """`uses`: all evidence of the question, to choose from."""
        self._state, self._uses, self._read_only = state, uses, read_only
        here = bool(state.uses)
        self.sign.show_icon("square-check" if here else "square", "ok" if here else "muted")
        self.sign.setAccessibleName("sudah ada" if here else "belum ada")
        self.setAccessibleName(f"{state.document.name}, {'sudah' if here else 'belum'} ada")
        self.choose.setText("" if here else "pilih berkas")
        set_look(self.choose, "square" if here else "choice")
        set_size(self.choose, least_width=ROW_HEIGHT if here else 0)
        self.choose.setVisible(not read_only)
        self.place.enabled = not read_only
        self._name_files(state.uses)

    def _name_files(self, uses: Sequence[EvidenceUse]) -> None:
        while len(self.links) > min(len(uses), _NAMED):
            link = self.links.pop()
            self._files.removeWidget(link)
            link.hide()
            link.deleteLater()
        for place, use in enumerate(uses[:_NAMED]):
            if place == len(self.links):
                link = FileLink()
                link.use_chosen.connect(self.use_chosen)
                self._files.insertWidget(place, link)
                self.links.append(link)
            rest = len(uses) - _NAMED if place == _NAMED - 1 else 0
            self.links[place].show_use(use, f" (+{rest})" if rest else "")

    def _fill_menu(self) -> None:
        self.menu.clear()
        for use in self._uses:
            action = self.menu.addAction(use.title.replace("&", "&&"))
            action.setToolTip(use.original_name)
            action.setCheckable(True)
            action.setChecked(self._state.document.name in use.fulfils)
            action.toggled.connect(lambda on, use=use: self.fulfil_changed.emit(use, on))
        if self._uses:
            self.menu.addSeparator()
        add = self.menu.addAction("Tambah berkas untuk dokumen ini…")
        add.triggered.connect(lambda _on=False: self.add_asked.emit())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The sign looks like a box to tick, and is one: it leads to the choice of the file."""
        super().mouseReleaseEvent(event)
        reach = self.sign.geometry().adjusted(-GAP, -GAP, GAP, GAP)
        if not self._read_only and reach.contains(event.position().toPoint()):
            self.menu.popup(self.mapToGlobal(self.sign.geometry().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The files stand at the right of the name, below it where that would be squeezed."""
        room, files = self.width() - self.sign.sizeHint().width() - _BETWEEN, scaled(_FILES)
        beside = room - files >= scaled(_LEAST_NAME)
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._side.setMinimumWidth(files if beside else 0)
        self._side.setMaximumWidth(files if beside else _ANY)

    def _light(self, lit: bool) -> None:
        self._lit = lit
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours().line))
        if self._lit:
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.setBrush(QColor(colours().accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), RADIUS, RADIUS)
        painter.end()
