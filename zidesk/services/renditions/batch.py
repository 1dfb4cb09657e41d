"""Many copies on two threads: told of, cancelled between two steps, every obstacle gathered."""

import threading
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from pathlib import Path

from zidesk.domain.errors import (
    Cancelled,
    LockTooLarge,
    OriginalAltered,
    OriginalMissing,
    RedactionFailed,
    ZideskError,
)
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.renditions.copies import Copy
from zidesk.services.renditions.making import CopyMaker
from zidesk.services.renditions.room import Desks
from zidesk.services.renditions.shelf import CopyShelf
from zidesk.services.renditions.wishes import Wish
from zidesk.storage.file_store import FileStore

_THREADS = 2
_OBSTACLES = (OriginalMissing, OriginalAltered, RedactionFailed, LockTooLarge)


class _Stop(CancelToken):
    """Set by hand, or with the token it was made for."""

    def __init__(self, outer: CancelToken) -> None:
        super().__init__()
        self._outer = outer

    @property
    def is_set(self) -> bool:
        return super().is_set or self._outer.is_set

    def check(self) -> None:
        self._outer.check()
        super().check()


class Batch:
    """One run over all wishes, on two threads."""

    def __init__(
        self,
        store: FileStore,
        shelf: CopyShelf,
        desks: Desks,
        passphrase: str,
        report: Report,
        cancel: CancelToken,
    ) -> None:
        self._makers = {keeps: CopyMaker(store, shelf, keeps, passphrase) for keeps in (True, False)}
        self._desks, self._report, self._stop = desks, report, _Stop(cancel)
        self._lock = threading.Lock()
        self._done = self._done_bytes = self._total = self._total_bytes = 0

    def make_all(self, wishes: tuple[Wish, ...]) -> tuple[dict[str, Copy], dict[str, ZideskError]]:
        """Copies, and what kept one from being made, by the hash of the original."""
        self._total, self._total_bytes = len(wishes), sum(wish.use.file.size for wish in wishes)
        self._report(Progress(Stage.PREPARE, 0, self._total, 0, self._total_bytes))
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="copies") as pool:
            futures = [pool.submit(self._make, wish) for wish in wishes]
            try:
                wait(futures, return_when=FIRST_EXCEPTION)
            finally:
                self._stop.cancel()  # after a failure the other thread ends soon
                pool.shutdown(wait=True, cancel_futures=True)
        _raise_first(futures)
        made = {wish.use.file.sha256: future.result() for wish, future in zip(wishes, futures, strict=True)}
        copies = {sha256: copy for sha256, copy in made.items() if isinstance(copy, Copy)}
        return copies, {sha256: fault for sha256, fault in made.items() if not isinstance(fault, Copy)}

    def _make(self, wish: Wish) -> Copy | ZideskError:
        made: Copy | ZideskError
        try:
            made = self._desks.make(lambda desk, at_shelf: self._made(wish, desk, at_shelf))
        except _OBSTACLES as fault:
            made = fault
        size = wish.use.file.size
        with self._lock:
            self._done, self._done_bytes = self._done + 1, self._done_bytes + size
            # told within the lock, so that nobody hears of seven files before the sixth
            self._report(
                Progress(
                    Stage.PREPARE,
                    self._done,
                    self._total,
                    self._done_bytes,
                    self._total_bytes,
                    wish.use.title,
                )
            )
        return made

    def _made(self, wish: Wish, desk: Path, at_shelf: bool) -> Copy:
        return self._makers[at_shelf].make(wish, desk, self._stop)


def _raise_first(futures: list[Future[Copy | ZideskError]]) -> None:
    """The error that ended the run, not the stop it caused in the other thread."""
    errors = [future.exception() for future in futures if future.done() and not future.cancelled()]
    real = [error for error in errors if error is not None]
    real.sort(key=lambda error: isinstance(error, Cancelled))
    if real:
        raise real[0]
