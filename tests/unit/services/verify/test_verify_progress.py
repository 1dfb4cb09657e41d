"""Progress, cancelling, threads, memory and the page cache."""

import threading
import time
import tracemalloc

import pytest

from zidesk.domain.errors import Cancelled
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.services.verify import verify_bundle
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.words import SENTENCES


def test_progress_counts_files_and_bytes(bag):
    seen, threads = [], set()

    def report(progress):
        seen.append(progress)
        threads.add(threading.current_thread())

    verify_bundle(bag.root, report)
    assert seen[0] == Progress(Stage.VERIFY, 0, 3, 0, 11)
    assert [progress.done for progress in seen] == [0, 1, 2, 3]
    assert {progress.item for progress in seen[1:]} == {"data/a.txt", "data/sub/b c.txt", "data/kosong"}
    assert (seen[-1].bytes_done, seen[-1].bytes_total) == (11, 11)
    assert threads == {threading.current_thread()}


@pytest.mark.parametrize("moment", [0, 1, 2])
def test_cancel_between_files(bag, moment):
    token = CancelToken()
    seen = []

    def report(progress):
        seen.append(progress)
        if len(seen) > moment:
            token.cancel()

    before = threading.active_count()
    with pytest.raises(Cancelled):
        verify_bundle(bag.root, report, token, threads=1)
    assert threading.active_count() == before
    assert len(seen) <= 3


@pytest.fixture
def endless(make_bag):
    """A bag with one file of 64 GiB, a hole: minutes of hashing."""
    bag = make_bag({"data/besar": b"", "data/kecil": b"x"}, info=False)
    with (bag.root / "data/besar").open("wb") as file:
        file.truncate(1 << 36)
    return bag


def test_cancel_inside_a_large_file(endless):
    token = CancelToken()
    timer = threading.Timer(0.2, token.cancel)
    started = time.monotonic()
    timer.start()
    with pytest.raises(Cancelled):
        verify_bundle(endless.root, cancel=token)
    timer.join()
    assert 0.2 <= time.monotonic() - started < 5


def test_a_listener_that_fails_stops_the_work(endless):
    def report(progress):
        if progress.done:
            raise RuntimeError("jendela ditutup")

    started = time.monotonic()
    with pytest.raises(RuntimeError, match="jendela"):
        verify_bundle(endless.root, report)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("drop_cache", [False, True])
def test_the_verdict_does_not_depend_on_threads_or_cache(make_bag, threads, drop_cache):
    bag = make_bag({f"data/{n}": bytes([n]) * n * 1000 for n in range(50)}, algorithms=("sha256", "md5"))
    assert verify_bundle(bag.root, threads=threads, drop_cache=drop_cache).valid
    bag.write("data/7", b"\x07" * 6999 + b"\x06")
    result = verify_bundle(bag.root, threads=threads, drop_cache=drop_cache)
    assert [(fault.kind, fault.path) for fault in result.errors] == [(FaultKind.CHECKSUM_MISMATCH, "data/7")]


def test_large_files_are_never_whole_in_memory(make_bag, tmp_path):
    bag = make_bag({"data/a": b"", "data/b": b""}, info=False, algorithms=())
    for name in "ab":
        with (bag.root / f"data/{name}").open("wb") as file:
            file.truncate(64 << 20)
    bag.list_payload("md5")
    target = bag.zip(tmp_path / "p.zip")
    for path in (bag.root, target):
        tracemalloc.start()
        assert verify_bundle(path).valid
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 16 << 20


def test_every_kind_has_a_sentence():
    assert set(SENTENCES) == set(FaultKind)
    assert all(text.startswith(text[0].upper()) for text in SENTENCES.values())
