"""What would be printed, page by page, before the system's dialog is asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_number
from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.labels import frame, icon_button, label, push_button

if TYPE_CHECKING:
    from zidesk.ui.printing import Pages

_SHARE = 0.86  # of the screen


class PrintPreview(QDialog):
    """`print_asked`: go on to the system's dialog."""

    print_asked = Signal()

    def __init__(self, parent: QWidget, title: str, pages: "Pages", printer: QPrinter) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Cetak {title}")
        self._pages = pages
        self.view = QPrintPreviewWidget(printer, self)
        self.view.setAccessibleName("Pratinjau cetak")
        self.view.paintRequested.connect(self._paint)
        self.count = label(look="muted")
        self.smaller = icon_button("zoom-out", "Perkecil")
        self.larger = icon_button("zoom-in", "Perbesar")
        self.fit = icon_button("maximize", "Paskan ke ruang")
        self.cancel = push_button("Batal")
        self.print = push_button("Cetak…", icon_name="printer", look="primary")
        self.smaller.clicked.connect(lambda: self.view.zoomOut())
        self.larger.clicked.connect(lambda: self.view.zoomIn())
        self.fit.clicked.connect(self.view.fitInView)
        self.cancel.clicked.connect(self.reject)
        self.print.clicked.connect(self.print_asked)
        self.print.setDefault(True)
        self._arrange()

    def _arrange(self) -> None:
        foot = frame("above-line")
        row = QHBoxLayout(foot)
        row.setContentsMargins(WIDE_GAP, 10, WIDE_GAP, 10)
        row.setSpacing(GAP)
        self.count.setText(f"{format_number(len(self._pages.sizes), 0)} halaman")
        row.addWidget(self.count)
        for button in (self.smaller, self.larger, self.fit):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(foot)
        room = self.screen().availableGeometry()
        self.resize(round(room.width() * _SHARE), round(room.height() * _SHARE))
        self.print.setFocus()

    def _paint(self, printer: QPrinter) -> None:
        from zidesk.ui.printing import paint_page, set_page, turn_page

        painter = QPainter()
        for number, (picture, size) in enumerate(zip(self._pages.pictures, self._pages.sizes, strict=True)):
            if number == 0:
                set_page(printer, size)
                if not painter.begin(printer):
                    return
            else:
                turn_page(printer, size)
                if not printer.newPage():
                    break
            paint_page(painter, QRect(0, 0, printer.width(), printer.height()), picture)
        painter.end()
