"""Hashes listed files with a few threads: each file read once, whatever the number of algorithms.

hashlib and file reading release the interpreter's lock, so threads use every core.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event
from typing import Final

from zidesk.domain.progress import CancelToken
from zidesk.services.verify.source import EntryUnreadableError, Source

BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HashJob:
    """One file and the hashlib algorithms wanted for it."""

    path: str
    algorithms: frozenset[str]


@dataclass(frozen=True, slots=True)
class HashResult:
    """`digests`: algorithm → lower-case hex; empty when `fault` says why the file could not be read."""

    path: str
    digests: Mapping[str, str]
    fault: EntryUnreadableError | None = None


def hash_files(
    source: Source,
    jobs: Iterable[HashJob],
    cancel: CancelToken,
    threads: int,
    done: Callable[[HashResult], None],
) -> None:
    """Call `done`, in the calling thread, for each finished job; raises `Cancelled` between blocks."""
    waiting = deque(jobs)
    expected = len(waiting)
    finished: SimpleQueue[HashResult | BaseException] = SimpleQueue()
    stop = Event()

    def work() -> None:
        buffer = bytearray(BLOCK)
        try:
            while not stop.is_set():
                try:
                    job = waiting.popleft()
                except IndexError:
                    return
                finished.put(_hash_file(source, job, buffer, cancel, stop))
        except BaseException as error:
            finished.put(error)

    with ThreadPoolExecutor(max(1, threads), "verify") as pool:
        try:
            for _ in range(max(1, threads)):
                pool.submit(work)
            for _ in range(expected):
                cancel.check()
                result = finished.get()
                if isinstance(result, BaseException):
                    raise result
                done(result)
        finally:
            stop.set()


def _hash_file(source: Source, job: HashJob, buffer: bytearray, cancel: CancelToken, stop: Event) -> HashResult:
    hashers = {name: hashlib.new(name, usedforsecurity=False) for name in job.algorithms}
    updates = [hasher.update for hasher in hashers.values()]
    try:
        for block in source.blocks(job.path, buffer):
            cancel.check()
            if stop.is_set():
                break
            for update in updates:
                update(block)
    except EntryUnreadableError as fault:
        return HashResult(job.path, {}, fault)
    return HashResult(job.path, {name: hasher.hexdigest() for name, hasher in hashers.items()})
