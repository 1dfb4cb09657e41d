"""Printing a PDF: its pages are looked at first, then rendered one by one and sent to the system's printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from zidesk.domain.errors import ZideskError
from zidesk.domain.evidence import FileKind, Inspection
from zidesk.domain.progress import CancelToken
from zidesk.ui.messenger import Messenger
from zidesk.ui.widgets.preview import source
from zidesk.ui.widgets.preview.lane import PreviewLane

_PDF = Inspection(FileKind.PDF, "application/pdf", ".pdf")
_WHO = "printing"
_POINTS = 72.0
_LOOK_PIXELS = 60_000_000  # of all pages of the look together
_LOOK_WIDTH = (240, 1_100)

Sizes = Sequence[tuple[float, float]]  # of the pages, in points


@dataclass(frozen=True)
class Pages:
    """Small pictures of every page, and the true sizes in points."""

    pictures: tuple[QImage, ...]
    sizes: tuple[tuple[float, float], ...]


def look_at(path: Path, cancel: CancelToken) -> Pages:
    """Every page, smaller the more there are. Raises PictureUnavailable, Cancelled."""
    from zidesk.services.pictures.pdfium import opened_pdf

    with opened_pdf(path) as document:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
    least, most = _LOOK_WIDTH
    width = max(least, min(most, int((_LOOK_PIXELS / (1.5 * len(sizes))) ** 0.5)))
    pictures = tuple(
        source.rendered(path, _PDF, page, width, cancel).convertToFormat(QImage.Format.Format_Grayscale8)
        for page in range(len(sizes))
    )
    return Pages(pictures, sizes)


def set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """Paper of this size in points, upright or on its side, printed to its edge: the PDF has its own margins."""
    width, height = size
    upright = QSizeF(min(width, height), max(width, height))
    orientation = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF(0, 0, 0, 0)))


def turn_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """Before a further page of the same paper, while the printer is at work: upright or on its side."""
    width, height = size
    wanted = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() != wanted:
        printer.setPageOrientation(wanted)


def paint_page(painter: QPainter, room: QRect, image: QImage) -> None:
    """The page in the middle of the sheet, as large as fits without being distorted."""
    shown = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(
        room.x() + (room.width() - shown.width()) // 2,
        room.y() + (room.height() - shown.height()) // 2,
        shown.width(),
        shown.height(),
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


class PrintRun(QObject):
    """Sends pages to a printer; each is rendered beside the window and gone once it is sent. `finished`: whether
    every page was."""

    finished = Signal(bool)

    def __init__(
        self,
        path: Path,
        sizes: Sizes,
        printer: QPrinter,
        lane: PreviewLane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._path, self._sizes, self._printer, self._lane = path, sizes, printer, lane
        self._painter = QPainter()
        first, last = printer.fromPage(), printer.toPage()
        self._wanted = [n for n in range(len(sizes)) if not first or first <= n + 1 <= (last or len(sizes))]
        self._place = 0

    def begin(self) -> None:
        if not self._wanted:
            self.finished.emit(False)
            return
        set_page(self._printer, self._sizes[self._wanted[0]])
        if self._painter.begin(self._printer):
            self._ask()
        else:
            self.finished.emit(False)

    def _ask(self) -> None:
        page = self._wanted[self._place]
        width = round(self._sizes[page][0] / _POINTS * self._printer.resolution())
        path = self._path
        self._lane.ask(
            _WHO,
            lambda cancel: source.rendered(path, _PDF, page, width, cancel),
            on_done=self._paint,
            on_error=self._fail,
        )

    def _paint(self, image: QImage) -> None:
        room = QRect(0, 0, self._printer.width(), self._printer.height())
        paint_page(self._painter, room, image)
        self._place += 1
        if self._place == len(self._wanted):
            self._painter.end()
            self.finished.emit(True)
            return
        turn_page(self._printer, self._sizes[self._wanted[self._place]])
        if self._printer.newPage():
            self._ask()
        else:
            self._fail()

    def _fail(self, _fault: ZideskError | None = None) -> None:
        self._painter.end()
        self.finished.emit(False)


class Printing(QObject):
    """From a made PDF to paper: the look, the system's dialog, the pages. Ends by itself."""

    def __init__(self, window: QWidget, lane: PreviewLane, messenger: Messenger) -> None:
        super().__init__(window)
        self._window, self._lane, self._messenger = window, lane, messenger
        self.dialog: QDialog | None = None
        self.run: PrintRun | None = None

    def begin(self, path: Path, title: str) -> None:
        """Show what would be printed."""
        self._lane.ask(
            _WHO,
            lambda cancel: look_at(path, cancel),
            on_done=lambda pages: self._show(path, title, pages),
            on_error=self._messenger.complain,
        )

    def _show(self, path: Path, title: str, pages: Pages) -> None:
        from zidesk.ui.dialogs.print_preview import PrintPreview

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        set_page(printer, pages.sizes[0])
        preview = PrintPreview(self._window, title, pages, printer)
        preview.print_asked.connect(lambda: self._ask(path, pages, printer, preview))
        preview.finished.connect(self._end_look)
        self.dialog = preview
        preview.open()

    def _end_look(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        if self.run is None:
            self.deleteLater()

    def _ask(self, path: Path, pages: Pages, printer: QPrinter, preview: QDialog) -> None:
        """The system's own dialog, over the look."""
        dialog = QPrintDialog(printer, preview)
        dialog.setWindowTitle("Cetak")
        dialog.setMinMax(1, len(pages.sizes))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send(path, pages.sizes, printer)
            preview.accept()

    def send(self, path: Path, sizes: Sizes, printer: QPrinter) -> None:
        self.run = PrintRun(path, sizes, printer, self._lane, self)
        self.run.finished.connect(self._tell)
        self._messenger.tell("Mengirim halaman ke pencetak…")
        self.run.begin()

    def _tell(self, whole: bool) -> None:
        if whole:
            self._messenger.tell("Dokumen sudah dikirim ke pencetak.")
        else:
            self._messenger.warn("Dokumen tidak dapat dicetak. Periksa pencetaknya, lalu coba lagi.")
        self.deleteLater()
