"""The thread of the search: apart from the lanes of `Jobs`, so that neither waits for the other."""

import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from zidesk.domain.errors import ZideskError

T = TypeVar("T")


class SearchThread(QObject):
    """Does one thing after the other; results are delivered in the window's thread."""

    failed = Signal(object)  # ZideskError

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, "zidesk-search")
        self._events: deque[Callable[[], Any]] = deque()
        self._closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], T | None], then: Callable[[T], None]) -> None:
        """Queue `work`; `then` gets what comes of it, unless that is None or the thread was closed."""
        self._executor.submit(self._run, work, then)

    def close(self, last: Callable[[], None]) -> None:
        """Do `last` after what runs now, and end; nothing that waits is done or delivered any more."""
        self._closed = True
        self._executor.submit(last)
        self._executor.shutdown(wait=False)

    def _run(self, work: Callable[[], T | None], then: Callable[[T], None]) -> None:
        if self._closed:
            return
        try:
            result = work()
        except ZideskError as fault:
            refused = fault
            self._post(lambda: self.failed.emit(refused))
        except BaseException as fault:
            bug = fault
            self._post(lambda: sys.excepthook(type(bug), bug, bug.__traceback__))
        else:
            if result is not None:
                found = result
                self._post(lambda: then(found))

    def _post(self, event: Callable[[], Any]) -> None:
        self._events.append(event)
        self._woken.emit()

    def _deliver(self) -> None:
        while self._events:
            event = self._events.popleft()
            if not self._closed:
                event()
