"""Pictures made beside the window: for each one who asks only the newest question counts.

Unlike `zidesk.ui.jobs` nothing here keeps its order or is worth waiting for: whoever has moved on to another page
is not told of the one before.
"""

import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import CancelToken

_THREADS = 2  # a long search in one file does not hold up the page in view
T = TypeVar("T")


class PreviewLane(QObject):
    """`ask` replaces what the same `who` asked before; results arrive in the window's thread."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_THREADS, "zidesk-preview")
        self._events: deque[tuple[str, CancelToken, Callable[[], Any]]] = deque()
        self._newest: dict[str, CancelToken] = {}
        self._closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        who: str,
        work: Callable[[CancelToken], T],
        *,
        on_done: Callable[[T], None],
        on_error: Callable[[ZideskError], None],
    ) -> None:
        """Run `work` in the background. Neither callback is called once `who` has asked again or is forgotten."""
        self.forget(who)
        if not self._closed:
            token = self._newest[who] = CancelToken()
            self._pool.submit(self._run, who, token, work, on_done, on_error)

    def forget(self, who: str) -> None:
        """Drop what `who` asked for: queued work is not begun, its result not delivered."""
        token = self._newest.pop(who, None)
        if token is not None:
            token.cancel()

    def busy(self) -> bool:
        """Whether somebody still waits for an answer."""
        return bool(self._newest)

    def close(self) -> None:
        """Drop everything and wait for the threads; nothing can be asked afterwards."""
        self._closed = True
        for who in list(self._newest):
            self.forget(who)
        self._pool.shutdown(wait=True)

    def _run(
        self,
        who: str,
        token: CancelToken,
        work: Callable[[CancelToken], T],
        on_done: Callable[[T], None],
        on_error: Callable[[ZideskError], None],
    ) -> None:
        """In a thread of the pool."""
        try:
            token.check()
            result = work(token)
        except Cancelled:
            return
        except ZideskError as fault:
            known = fault
            self._post(who, token, lambda: on_error(known))
        except BaseException as fault:  # our own bug: told in the window's thread like any other
            bug = fault
            self._post(who, token, lambda: sys.excepthook(type(bug), bug, bug.__traceback__))
        else:
            self._post(who, token, lambda: on_done(result))

    def _post(self, who: str, token: CancelToken, event: Callable[[], Any]) -> None:
        self._events.append((who, token, event))
        self._woken.emit()

    def _deliver(self) -> None:
        while self._events:
            who, token, event = self._events.popleft()
            if self._newest.get(who) is token:
                del self._newest[who]
                event()
