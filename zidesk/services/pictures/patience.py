"""How long one picture may take: until somebody cancels, or until it is clearly not worth the wait."""

import io
import time
from pathlib import Path

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.progress import CancelToken

_SECONDS = 20.0  # sound files take a tenth of a second, and a hundred times that on a very slow machine


class Patience:
    """Starts to run when it is made."""

    def __init__(self, path: Path, cancel: CancelToken | None = None, seconds: float = _SECONDS) -> None:
        self._path = path
        self._cancel = cancel
        self._deadline = time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        return time.monotonic() > self._deadline or (self._cancel is not None and self._cancel.is_set)

    def check(self) -> None:
        """Raises Cancelled, or PictureUnavailable (`too_big`) when the time is up."""
        if self._cancel is not None:
            self._cancel.check()
        if self.is_over:
            raise PictureUnavailable(self._path, "too_big")


class PatientStream:
    """A file as decoders read it, block by block; between two blocks the patience may end."""

    def __init__(self, stream: io.BufferedReader, patience: Patience) -> None:
        self._stream = stream
        self._patience = patience
        self.seek, self.tell = stream.seek, stream.tell

    def read(self, size: int = -1) -> bytes:
        self._patience.check()
        return self._stream.read(size)
