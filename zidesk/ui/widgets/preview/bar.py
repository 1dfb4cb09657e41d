"""The bar above a preview: pages, zoom, turning, and the ways out of it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIntValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from zidesk.ui.theme import ROW_HEIGHT, SECONDARY, set_font, set_size
from zidesk.ui.widgets.labels import icon_button, label, push_button
from zidesk.ui.widgets.preview.commands import LEAVING, PAGING, VIEWING, Command, Way, shown_key, tip

_MOST_PAGES = 99_999
_MARGIN = 8
_YIELDING = (Command.OPEN, Command.TURN_RIGHT)  # the last one first


class PreviewBar(QFrame):
    """`asked` carries a Command, `page_asked` the number of a page as typed (from 1)."""

    asked = Signal(object)
    page_asked = Signal(int)

    def __init__(self, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "below-line")
        self._compact = compact
        self.buttons: dict[Command, QToolButton | QPushButton] = {}
        self.actions_by: dict[Command, QAction] = {}
        self.field = QLineEdit("1")
        self.field.setValidator(QIntValidator(1, _MOST_PAGES, self.field))
        self.field.setAccessibleName("Halaman ke")
        self.field.setToolTip("Ketik nomor halaman, lalu tekan Enter")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        set_size(self.field, least_height=ROW_HEIGHT)
        self.field.editingFinished.connect(self._jump)
        self.total = label(look="muted", size=SECONDARY)
        self.zoom = label(look="muted", size=SECONDARY)
        self.more = icon_button("ellipsis", "Perintah lain")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        row.setSpacing(0)
        self._add(row, PAGING[0])
        row.addWidget(self.field)
        row.addWidget(self.total)
        self._add(row, PAGING[1])
        row.addStretch(1)
        for way in VIEWING:
            self._add(row, way)
            if way.command is Command.SMALLER:
                row.addWidget(self.zoom)
        if not self._compact:
            row.addStretch(1)
        for way in LEAVING:
            self._add(row, way)
        row.addWidget(self.more)
        self.more.setVisible(self._compact)
        self.zoom.setVisible(not self._compact)
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance(" 100 % "))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _add(self, row: QHBoxLayout, way: Way) -> None:
        """A button; in the compact form also, or only, an entry of the menu."""
        if self._compact and (not way.narrow or way.command in _YIELDING):
            words = f"{way.words}\t{shown_key(way.keys[0])}" if way.keys else way.words
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _on=False, way=way: self.asked.emit(way.command))
            self.actions_by[way.command] = action
            if not way.narrow:
                return
        if way.command is Command.ENLARGE:
            return  # it is large already
        button: QToolButton | QPushButton
        if way.icon:
            button = icon_button(way.icon, tip(way))
            button.setAccessibleName(way.words)
        else:
            button = push_button("Ukuran asli", look="link")
            set_font(button, SECONDARY)
            button.setToolTip(tip(way))
            button.setAccessibleName(way.words)
        button.clicked.connect(lambda _on=False, way=way: self.asked.emit(way.command))
        row.addWidget(button)
        self.buttons[way.command] = button

    def show_pages(self, page: int, pages: int) -> None:
        """`page` from 0; a file of one page needs no paging."""
        paged = pages > 1
        for widget in (self.field, self.total, *(self.buttons[way.command] for way in PAGING)):
            widget.setVisible(paged)
        self.field.setText(str(page + 1))
        self.total.setText(f" / {pages}")
        digits = max(2, len(str(pages)))
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("0" * digits) + 24)
        self.buttons[Command.BEFORE].setEnabled(page > 0)
        self.buttons[Command.AFTER].setEnabled(page < pages - 1)
        self._fit()

    def show_zoom(self, scale: float | None) -> None:
        """None while there is no page."""
        self.zoom.setText("" if scale is None else f"{round(scale * 100)} %")

    def allow(self, commands: Collection[Command]) -> None:
        """Which commands make sense for what is shown; paging is left to `show_pages`."""
        paging = [way.command for way in PAGING]
        for command, control in (*self.buttons.items(), *self.actions_by.items()):
            if command not in paging:
                control.setEnabled(command in commands)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In the compact form buttons that are in the menu as well go where there is no room for them."""
        if not self._compact:
            return
        room = self.width() - 2 * _MARGIN
        yielding = [self.buttons[command] for command in _YIELDING]
        for widget in (*self.buttons.values(), self.field, self.total, self.more):
            if widget not in yielding and not widget.isHidden():
                room -= max(widget.minimumWidth(), widget.minimumSizeHint().width())
        for button in yielding:
            room -= button.minimumWidth()
            button.setVisible(room >= 0)

    def _jump(self) -> None:
        if self.field.hasAcceptableInput() and self.field.isModified():
            self.page_asked.emit(int(self.field.text()))
