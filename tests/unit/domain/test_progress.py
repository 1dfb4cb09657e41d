"""Stopping long work."""

import threading

import pytest

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.domain.progress import CancelToken, Progress, Stage, silent


def test_nothing_happens_until_somebody_cancels() -> None:
    token = CancelToken()
    token.check()
    assert not token.is_set
    token.cancel()
    assert token.is_set
    for _ in range(2):
        with pytest.raises(Cancelled):
            token.check()


def test_cancelling_twice_is_cancelling_once() -> None:
    token = CancelToken()
    token.cancel()
    token.cancel()
    assert token.is_set


def test_another_thread_may_cancel() -> None:
    token, started = CancelToken(), threading.Event()
    stopped: list[bool] = []

    def work() -> None:
        started.set()
        try:
            while not stopped:
                token.check()
        except Cancelled:
            stopped.append(True)

    worker = threading.Thread(target=work)
    worker.start()
    assert started.wait(5)
    token.cancel()
    worker.join(5)
    assert stopped == [True]


def test_tokens_are_apart() -> None:
    first, second = CancelToken(), CancelToken()
    first.cancel()
    second.check()


def test_cancelling_is_an_error_with_a_sentence() -> None:
    assert issubclass(Cancelled, ZideskError)


def test_who_does_not_listen() -> None:
    assert silent(Progress(Stage.COPY, 1, 2)) is None


def test_progress_counts_items_and_bytes() -> None:
    moment = Progress(Stage.COPY, 1, 2, 10, 20, "SK.pdf")
    assert (moment.stage, moment.done, moment.total) == ("copy", 1, 2)
    assert (moment.bytes_done, moment.bytes_total, moment.item) == (10, 20, "SK.pdf")
