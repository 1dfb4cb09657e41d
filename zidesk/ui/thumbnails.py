"""Thumbnails for the window: what is in memory at once, the rest made beside it, what is in view first.

One thread of its own makes them; it touches nothing of the window. What it has made is delivered in the
window's thread, several at a time, so that a list is painted once for many of them.
"""

import sys
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import StoredFile
from zidesk.services.pictures.picture import Picture
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.ui.pixmap_memory import PixmapMemory

_WAITING = 200  # requests; older ones have scrolled out of view
_BATCH = 30  # milliseconds
_LAST = 30.0  # seconds; longer than any sound file takes


@dataclass(frozen=True)
class _Order:
    """Something to make. `pixels`: the longest edge on this screen."""

    file: StoredFile
    thumbnails: Thumbnails
    pixels: int


@dataclass(frozen=True)
class _Made:
    """`image` is None where there can be none; `for_now`: it may be asked for again; `fault`: a bug of ours."""

    order: _Order
    image: QImage | None = None
    for_now: bool = False
    fault: Exception | None = None


class ThumbnailLoader(QObject):
    """`edge`: the longest edge of its pixmaps in the window's own units; sharp on screens of any density."""

    ready = Signal(str)  # the sha256 of a file whose pixmap `request` has now

    _woken = Signal()

    def __init__(self, parent: QObject | None = None, *, edge: int = 160) -> None:
        super().__init__(parent)
        self._edge = edge
        self._thumbnails: Thumbnails | None = None
        self._memory = PixmapMemory()
        self._without: set[str] = set()
        self._wanted: OrderedDict[str, _Order] = OrderedDict()
        self._change = threading.Condition()
        self._in_hand: set[str] = set()  # taken up, and not delivered yet
        self._stopping = False
        self._fault_told = False
        self._thread: threading.Thread | None = None
        self._made: deque[_Made] = deque()
        self._batch = QTimer(self, singleShot=True, interval=_BATCH)
        self._batch.timeout.connect(self._deliver)
        self._woken.connect(self._soon, Qt.ConnectionType.QueuedConnection)

    def take(self, thumbnails: Thumbnails | None) -> None:
        """Show another workspace, or none; what was asked for of the one before is forgotten."""
        with self._change:
            self._wanted.clear()
            self._in_hand.clear()
        self._thumbnails = thumbnails
        self._memory.clear()
        self._without.clear()

    def request(self, file: StoredFile) -> QPixmap | None:
        """The pixmap if it is here; else None, and `ready` tells when it is, unless there can be none."""
        known = self._memory.get(file.sha256)
        if known is None and self._thumbnails is not None and file.sha256 not in self._without:
            self._queue(_Order(file, self._thumbnails, round(self._edge * _density())))
        return known

    def close(self) -> None:
        """Stop, and wait for the one in hand (at most `_LAST` seconds). Nothing is signalled afterwards."""
        self.take(None)
        with self._change:
            self._stopping = True
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join(_LAST)
        self._batch.stop()
        self._made.clear()

    def _queue(self, order: _Order) -> None:
        sha256 = order.file.sha256
        with self._change:
            if self._stopping or sha256 in self._in_hand:
                return
            self._wanted[sha256] = order
            self._wanted.move_to_end(sha256)
            while len(self._wanted) > _WAITING:
                self._wanted.popitem(last=False)
            self._change.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="zidesk-thumbnails", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        """In the thread of its own."""
        while True:
            with self._change:
                self._change.wait_for(lambda: self._stopping or self._wanted)
                if self._stopping:
                    return
                sha256, order = self._wanted.popitem()
                self._in_hand.add(sha256)
            self._made.append(_make(order))
            self._woken.emit()

    def _soon(self) -> None:
        if not self._batch.isActive() and not self._stopping:
            self._batch.start()

    def _deliver(self) -> None:
        arrived = []
        while self._made:
            made = self._made.popleft()
            if self._take_in(made):
                arrived.append(made.order.file.sha256)
        for sha256 in arrived:
            self.ready.emit(sha256)

    def _take_in(self, made: _Made) -> bool:
        """Whether there is something new to show."""
        sha256 = made.order.file.sha256
        if made.order.thumbnails is not self._thumbnails:
            return False
        with self._change:
            self._in_hand.discard(sha256)
        if made.fault is not None:
            self._tell(made.fault)
        if made.image is None:
            if not made.for_now:
                self._without.add(sha256)
            return False
        self._memory.keep(sha256, _pixmap(made.image))
        return True

    def _tell(self, fault: Exception) -> None:
        """Once: the same bug may meet every file of a list."""
        if not self._fault_told:
            self._fault_told = True
            sys.excepthook(type(fault), fault, fault.__traceback__)


def _make(order: _Order) -> _Made:
    """In the loader's thread; whatever happens, it goes on with the next."""
    try:
        picture = order.thumbnails.picture(order.file)
        return _Made(order, None if picture is None else _image(picture, order.pixels))
    except PictureUnavailable:  # a drive that is gone may come back
        return _Made(order, for_now=True)
    except Exception as fault:
        return _Made(order, fault=fault)


def _image(picture: Picture, pixels: int) -> QImage:
    """At the size of this screen, in the format that is painted fastest. Images may be made in any thread."""
    image = QImage(
        picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
    ).convertToFormat(QImage.Format.Format_RGB32)
    if max(picture.width, picture.height) > pixels:
        image = image.scaled(
            QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image


def _pixmap(image: QImage) -> QPixmap:
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(_density())
    return pixmap


def _density() -> float:
    """Pixels for each unit of the window, of the densest screen there is."""
    screens = QGuiApplication.screens()
    return max((screen.devicePixelRatio() for screen in screens), default=1.0)
