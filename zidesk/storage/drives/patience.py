"""Questions to drives that may never answer: a share whose server is gone, a stick that is dying."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def answer_within(seconds: float, ask: Callable[[], T], path: Path) -> T:
    """What `ask` returns or raises; OSError (ETIMEDOUT) about `path` when that takes longer.

    A question that hangs goes on hanging in a thread of its own, which keeps nobody from ending the program.
    """
    answers: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(ask())
        except BaseException as fault:
            faults.append(fault)

    asking = threading.Thread(target=run, name="zidesk-drive", daemon=True)
    asking.start()
    asking.join(seconds)
    if faults:
        raise faults[0]
    if not answers:
        raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(path))
    return answers[0]
