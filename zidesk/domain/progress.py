"""How long work tells of itself and is stopped: `work(…, report, cancel) -> Result`.

Any long function takes a `Report` (called with a `Progress`, from any thread) and a `CancelToken`
(asked between files and between blocks). Neither knows of a window or a terminal.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from zidesk.domain.errors import Cancelled


class Stage(StrEnum):
    """The named stages a user sees; their words are in `messages.STAGE_WORDS`."""

    INGEST = "ingest"
    PLAN = "plan"
    PREPARE = "prepare"
    COPY = "copy"
    DOCUMENTS = "documents"
    MANIFESTS = "manifests"
    READ_BACK = "read_back"
    VERIFY = "verify"
    DEMO = "demo"
    CHECK = "check"
    TEXTS = "texts"
    PICTURES = "pictures"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Progress:
    """One moment of a stage: `done` of `total` items, `bytes_done` of `bytes_total`, the item in hand."""

    stage: Stage
    done: int
    total: int
    bytes_done: int = 0
    bytes_total: int = 0
    item: str = ""


Report = Callable[[Progress], None]


def silent(_progress: Progress) -> None:
    """A `Report` for callers who do not listen."""


class CancelToken:
    """Asks running work to stop; may be set from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def is_set(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when somebody asked to stop."""
        if self._event.is_set():
            raise Cancelled
