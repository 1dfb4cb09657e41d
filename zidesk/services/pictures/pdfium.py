"""Opening PDFs with PDFium, which may be used by one thread at a time only.

Whoever works through many pages calls `give_way` between them, so that a page somebody wants to see now does
not wait for the last of them.
"""

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from zidesk.domain.errors import PictureUnavailable
from zidesk.services.pictures.pdf_weight import PdfWeight, weighed

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_…: a password is wanted; a kind of lock that PDFium does not know


class _Turn:
    """A lock that its holder can lend to those who wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[None] = deque()  # counts, and two threads may count at once

    def __enter__(self) -> None:
        self._waiting.append(None)
        try:
            self._lock.acquire()
        finally:
            self._waiting.pop()

    def __exit__(self, *_exc: object) -> None:
        self._lock.release()

    def lend(self) -> None:
        if self._waiting:
            self._lock.release()
            time.sleep(0.001)  # the freed lock goes to whoever is awake: let it be another
            self.__enter__()


_turn = _Turn()


@contextmanager
def opened_pdf(path: Path) -> Iterator[Any]:
    """As `weighed_pdf`, for who draws no page and reads none."""
    with weighed_pdf(path) as (document, _):
        yield document


@contextmanager
def weighed_pdf(path: Path) -> Iterator[tuple[Any, PdfWeight]]:
    """The file as a `pypdfium2.PdfDocument`, for this thread alone, closed when the block ends; and how heavy
    its pages are, to be asked before one is touched.

    Nothing of the document (pages, text pages) may be used after the block; a block must not stand within
    another. PDFium's own errors within it come out as PictureUnavailable.
    Raises PictureUnavailable: `locked` (a password is wanted), `damaged` (or without pages), `missing`,
    `too_big` (more pages than are looked at).
    """
    with weighed(path) as weight, _turn:
        # loading starts the library up, so it takes the lock as well
        import pypdfium2

        document = pypdfium2.PdfDocument(_loaded(path))
        try:
            yield document, weight
        except pypdfium2.PdfiumError as fault:
            raise PictureUnavailable(path, "damaged") from fault
        finally:
            document.close()


def give_way() -> None:
    """Within an `opened_pdf` block, between two pages: let the threads that wait for PDFium go first.

    The document stays open and may be used afterwards.
    """
    _turn.lend()


def _loaded(path: Path) -> Any:
    """The raw document. pypdfium2 would leave the file open for good when it finds no page in it."""
    from pypdfium2 import raw

    try:
        with path.open("rb"):
            pass
    except OSError as fault:
        raise PictureUnavailable(path, "missing") from fault
    document = raw.FPDF_LoadDocument(str(path).encode("utf-8", "surrogateescape") + b"\0", None)
    if not document:
        locked = raw.FPDF_GetLastError() in (_PASSWORD, _SECURITY)
        raise PictureUnavailable(path, "locked" if locked else "damaged")
    if raw.FPDF_GetPageCount(document) < 1:
        raw.FPDF_CloseDocument(document)
        raise PictureUnavailable(path, "damaged")
    return document
