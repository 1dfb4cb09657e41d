"""Copying the evidence into the bundle: two threads, one pass, each source compared with its stored hash."""

import hashlib
import os
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from zidesk.domain.archive_layout import PAYLOAD, BundlePlan, Omission, PlannedDocument, PlannedFile
from zidesk.domain.errors import CountMismatch, OriginalAltered, OriginalMissing, ZideskError
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.originals import Original, originals_of
from zidesk.services.bundle.staging import Staging, drive_faults_named
from zidesk.storage.file_store import FileStore

MISSING_WORDS = "berkas asli tidak ditemukan di berkas kerja"
ALTERED_WORDS = "isi berkas asli berubah sejak dilampirkan"
_THREADS = 2
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Payload:
    """What is in the bundle now: evidence, signed copies of papers, how many of all these were already there,
    and the omissions."""

    files: tuple[PlannedFile, ...]
    signed: tuple[PlannedDocument, ...]
    reused: int
    omitted: tuple[Omission, ...]

    def documents_of(self, plan: BundlePlan) -> tuple[PlannedDocument, ...]:
        """The papers of the plan without those whose signed copy could not be had."""
        return tuple(item for item in plan.documents if item.paper.signed is None or item in self.signed)


@dataclass(frozen=True, slots=True)
class CopyTerms:
    """How to copy: `trusted` hashes by path of files already there, whether to flush each file, and whether
    a lost or altered original is left out and named rather than an error."""

    trusted: dict[str, str]
    flush: bool
    allow_missing: bool


def copy_payload(
    plan: BundlePlan,
    store: FileStore,
    staging: Staging,
    terms: CopyTerms,
    report: Report,
    cancel: CancelToken,
) -> Payload:
    """Bring every planned file and signed copy into the staging folder; papers to be made come later.

    Raises OriginalMissing, OriginalAltered, DriveFault, DriveGone, CountMismatch, Cancelled. No partial file
    stays.
    """
    originals = originals_of(plan)
    run = _Run(originals, store, staging, terms, report, cancel)
    staging.remove_strays({item.path for item in originals})
    planned = (*(item.path for item in plan.files), *(item.path for item in plan.documents))
    staging.make_folders({PAYLOAD, *(Path(path).parent.as_posix() for path in planned)})
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="payload") as pool:
        futures = [pool.submit(run.bring, item) for item in originals]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            run.stop.set()  # after a failure the other thread ends within a block
            pool.shutdown(wait=True, cancel_futures=True)
    _raise_first(futures)
    omitted = {item.path: future.result() for item, future in zip(originals, futures, strict=True)}
    there = {path for path, left_out in omitted.items() if left_out is None}
    written = staging.count_files(PAYLOAD)
    if written != len(there):
        raise CountMismatch(len(there), written)
    return Payload(
        tuple(item for item in plan.files if item.path in there),
        tuple(item for item in plan.documents if item.path in there),
        run.reused,
        tuple(left_out for left_out in omitted.values() if left_out is not None),
    )


def _raise_first(futures: list[Future[Omission | None]]) -> None:
    """The error that ended the run, not the stop it caused in the other thread."""
    errors = [future.exception() for future in futures if not future.cancelled() and future.done()]
    real = [error for error in errors if error is not None and not isinstance(error, _Stopped)]
    if real:
        raise real[0]


class _Stopped(Exception):  # noqa: N818
    """The run ended in another thread."""


class _Run:
    """One copying run: buffers for each thread, the tally, and the stop flag."""

    def __init__(
        self,
        originals: tuple[Original, ...],
        store: FileStore,
        staging: Staging,
        terms: CopyTerms,
        report: Report,
        cancel: CancelToken,
    ) -> None:
        self._store, self._staging, self._terms = store, staging, terms
        self._report, self._cancel = report, cancel
        self._total, self._total_bytes = len(originals), sum(item.size for item in originals)
        self._lock = threading.Lock()
        self._buffers = threading.local()
        self._done = self._done_bytes = 0
        self.reused = 0
        self.stop = threading.Event()

    def bring(self, item: Original) -> Omission | None:
        """Put one file in place; the omission if it cannot be and that is allowed."""
        left_out: Omission | None = None
        reused = self._is_there(item)
        if not reused:
            try:
                self._copy(item)
            except (OriginalMissing, OriginalAltered) as fault:
                if not self._terms.allow_missing:
                    raise
                words = MISSING_WORDS if isinstance(fault, OriginalMissing) else ALTERED_WORDS
                left_out = Omission(item.place, item.title, item.name, words)
        with self._lock:
            self._done += 1
            self._done_bytes += item.size
            self.reused += reused
            # told within the lock, so that nobody hears of seven files before the sixth
            self._report(
                Progress(Stage.COPY, self._done, self._total, self._done_bytes, self._total_bytes, item.title)
            )
        return left_out

    def _is_there(self, item: Original) -> bool:
        """Whether an earlier run or bundle has left this very content at this very place."""
        if self._staging.known_size(item.path) != item.size:
            return False
        trusted = self._terms.trusted.get(item.path)
        if trusted is not None:
            return trusted == item.sha256
        with drive_faults_named(self._staging.path), FileIO(self._staging.path / item.path) as source:
            return self._pass(source, None) == item.sha256

    def _copy(self, item: Original) -> None:
        target = self._staging.path / item.path
        try:
            with self._original(item) as source, drive_faults_named(self._staging.path):
                self._write(item, source, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    def _write(self, item: Original, source: FileIO, target: Path) -> None:
        with FileIO(target, "wb") as output:
            self._staging.check_device(output.fileno())
            lost = OriginalMissing(item.name, item.sha256)
            sha256 = self._pass(source, output, lost)
            if sha256 != item.sha256:
                raise OriginalAltered(item.name, item.sha256)
            if self._terms.flush:
                os.fsync(output.fileno())

    @contextmanager
    def _original(self, item: Original) -> Iterator[FileIO]:
        try:
            source = FileIO(self._store.path_of(item.sha256))
        except OSError as fault:
            raise OriginalMissing(item.name, item.sha256) from fault
        with source:
            yield source

    def _pass(self, source: FileIO, output: FileIO | None, unreadable: ZideskError | None = None) -> str:
        """Read `source` once, hash it, and write it to `output` if there is one.

        Raises `unreadable`, if given, when it is the source that cannot be read.
        """
        digest = hashlib.sha256()
        buffer = self._buffer()
        while count := _read(source, buffer, unreadable):
            self._cancel.check()
            if self.stop.is_set():
                raise _Stopped
            block = buffer[:count]
            if output is not None:
                _write_all(output, block)
            digest.update(block)
        return digest.hexdigest()

    def _buffer(self) -> memoryview:
        buffer: memoryview | None = getattr(self._buffers, "block", None)
        if buffer is None:
            buffer = self._buffers.block = memoryview(bytearray(_BLOCK))
        return buffer


def _read(source: FileIO, buffer: memoryview, unreadable: ZideskError | None) -> int:
    try:
        return source.readinto(buffer) or 0
    except OSError as fault:
        if unreadable is None:
            raise
        raise unreadable from fault


def _write_all(output: FileIO, block: memoryview) -> None:
    """An unbuffered write may take only a part, just before a drive is full."""
    while block:
        block = block[output.write(block) :]
