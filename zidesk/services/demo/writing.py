"""Writing the demo's evidence files to a folder."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path

from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.production import Production
from zidesk.services.demo.sizes import share_bytes

_THREADS = 2
_MANY = 400  # from this number of photos on, each is a smaller picture
_MEGABYTE = 1_000_000

_Job = tuple[DemoEvidence, Callable[[], bytes]]


def write_evidence(
    directory: Path,
    evidence: Sequence[DemoEvidence],
    resources: Path,
    *,
    size_mb: float | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> tuple[Path, ...]:
    """Make every file of `evidence` in `directory` (created if missing); their paths in the same order.

    The same arguments give the same bytes. `size_mb`: the total wanted, in millions of bytes; photos are
    made larger or smaller to reach it exactly. Raises DemoSizeTooSmall or DemoSizeTooLarge when they cannot,
    Cancelled when stopped; either way the files made so far are removed again. OSError comes through.
    """
    directory.mkdir(parents=True, exist_ok=True)
    work = _Writing(directory, len(evidence), report, cancel or CancelToken())
    production = Production(resources)
    try:
        photos = [item for item in evidence if item.is_photo]
        others = [item for item in evidence if not item.is_photo]
        work.run([(item, partial(production.make, item)) for item in others])
        sizes: Sequence[int | None] = [None] * len(photos)
        if size_mb is not None:
            sizes = share_bytes(photos, round(size_mb * _MEGABYTE), work.bytes_done, len(evidence))
        many = len(photos) >= _MANY
        shots = zip(photos, sizes, strict=True)
        work.run([(photo, partial(production.photograph, photo, size, many)) for photo, size in shots])
    except BaseException:
        work.undo()
        raise
    return tuple(directory / item.file_name for item in evidence)


class _Writing:
    """Counts and writes; `run` may be called several times."""

    def __init__(self, directory: Path, total: int, report: Report, cancel: CancelToken) -> None:
        self._directory = directory
        self._total = total
        self._report = report
        self._cancel = cancel
        self._lock = threading.Lock()
        self._written: list[Path] = []
        self.bytes_done = 0

    def run(self, jobs: Sequence[_Job]) -> None:
        """Make and write all jobs on a few threads; the first failure stops the others."""
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="demo") as pool:
            pending: set[Future[None]] = {pool.submit(self._one, item, make) for item, make in jobs}
            try:
                while pending:
                    done, pending = wait(pending, return_when=FIRST_COMPLETED)
                    for future in done:
                        future.result()
            except BaseException:
                for future in pending:
                    future.cancel()
                raise

    def undo(self) -> None:
        """Remove every file written so far."""
        for path in self._written:
            path.unlink(missing_ok=True)

    def _one(self, item: DemoEvidence, make: Callable[[], bytes]) -> None:
        self._cancel.check()
        content = make()
        target = self._directory / item.file_name
        part = target.with_name(f"{target.name}.sementara")
        try:
            part.write_bytes(content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        with self._lock:
            self._written.append(target)
            self.bytes_done += len(content)
            now = Progress(Stage.DEMO, len(self._written), self._total, self.bytes_done, item=item.file_name)
        self._report(now)
