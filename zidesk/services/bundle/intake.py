"""How originals are read for a bundle: cancelled between blocks, left out only if that is allowed, told of."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO

from zidesk.domain.archive_layout import Omission
from zidesk.domain.errors import OriginalAltered, OriginalMissing, ZideskError
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.originals import ContentStore, Original

MISSING_WORDS = "berkas asli tidak ditemukan di berkas kerja"
ALTERED_WORDS = "isi berkas asli berubah sejak dilampirkan"
BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class CopyTerms:
    """How to copy: whether what is written is flushed as it goes, whether a lost or altered original is left
    out and named rather than an error, and `trusted` hashes by path of files already there."""

    flush: bool
    allow_missing: bool
    trusted: dict[str, str] = field(default_factory=dict)


class StoppedError(Exception):
    """The run ended in another thread."""


class Intake:
    """One run over all originals; its methods may be called from several threads."""

    def __init__(
        self,
        originals: tuple[Original, ...],
        store: ContentStore,
        terms: CopyTerms,
        report: Report,
        cancel: CancelToken,
    ) -> None:
        self.terms = terms
        self._store, self._report, self._cancel = store, report, cancel
        self._total, self._total_bytes = len(originals), sum(item.size for item in originals)
        self._done = self._done_bytes = 0
        self._lock = threading.Lock()
        self.reused = 0
        self.stop = threading.Event()

    @contextmanager
    def opened(self, item: Original) -> Iterator[FileIO]:
        """The original, open for reading. Raises OriginalMissing."""
        try:
            source = FileIO(self._store.path_of(item.sha256))
        except OSError as fault:
            raise OriginalMissing(item.name, item.sha256) from fault
        with source:
            yield source

    def block(self, source: FileIO, buffer: memoryview, unreadable: ZideskError | None = None) -> memoryview:
        """The next bytes of `source`, in `buffer`; empty at the end.

        Raises Cancelled, StoppedError, and `unreadable`, if given, when the source cannot be read.
        """
        self._cancel.check()
        if self.stop.is_set():
            raise StoppedError
        try:
            return buffer[: source.readinto(buffer) or 0]
        except OSError as fault:
            if unreadable is None:
                raise
            raise unreadable from fault

    def left_out(self, item: Original, fault: OriginalMissing | OriginalAltered) -> Omission:
        """How the bundle names an original it does without; `fault` is raised where that is not allowed."""
        if not self.terms.allow_missing:
            raise fault
        words = MISSING_WORDS if isinstance(fault, OriginalMissing) else ALTERED_WORDS
        return Omission(item.place, item.title, item.name, words)

    def tell(self, item: Original, *, reused: bool = False) -> None:
        """One more is done."""
        with self._lock:
            self._done += 1
            self._done_bytes += item.size
            self.reused += reused
            # told within the lock, so that nobody hears of seven files before the sixth
            self._report(
                Progress(Stage.COPY, self._done, self._total, self._done_bytes, self._total_bytes, item.title)
            )
