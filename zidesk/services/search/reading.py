"""Reading the texts of stored PDFs into the index, in batches small enough not to keep a search waiting."""

from collections.abc import Generator, Sequence
from contextlib import closing

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.pictures.pdf_text import page_texts
from zidesk.storage.file_store import FileStore
from zidesk.storage.search.store import SearchStore
from zidesk.storage.search.texts import TextPart

_BATCH_CHARACTERS, _BATCH_FILES = 60_000, 64
_PART_CHARACTERS = 60_000  # of one file before it is handed on


def read_contents(
    store: SearchStore, files: FileStore, contents: Sequence[str], report: Report, cancel: CancelToken
) -> frozenset[str]:
    """Read the contents in order; returns those that the store does not have today.

    Raises Cancelled, StorageFault.
    """
    batch: list[TextPart] = []
    absent: set[str] = set()
    characters = 0
    try:
        for done, sha256 in enumerate(contents):
            report(Progress(Stage.TEXTS, done, len(contents)))
            if not files.path_of(sha256).is_file():
                absent.add(sha256)
                continue
            with closing(_parts(files, sha256, cancel)) as parts:
                for part in parts:
                    batch.append(part)
                    characters += sum(map(len, part.pages))
                    if characters >= _BATCH_CHARACTERS or len(batch) >= _BATCH_FILES:
                        store.add_texts(batch)
                        batch, characters = [], 0
    finally:
        if batch:  # what a cancel leaves behind is kept, too
            store.add_texts(batch)
    report(Progress(Stage.TEXTS, len(contents), len(contents)))
    return frozenset(absent)


def _parts(files: FileStore, sha256: str, cancel: CancelToken) -> Generator[TextPart, None, None]:
    """The text of one content, the last part marked; one that cannot be read has none, now and later."""
    cancel.check()
    first, pages, size = 1, [], 0
    try:
        with closing(page_texts(files.path_of(sha256), cancel)) as texts:
            for text in texts:
                pages.append(text)
                size += len(text)
                if size >= _PART_CHARACTERS:
                    yield TextPart(sha256, first, tuple(pages), last=False)
                    first, pages, size = first + len(pages), [], 0
    except PictureUnavailable as fault:
        if fault.reason == "missing":
            return  # taken away this moment
    yield TextPart(sha256, first, tuple(pages), last=True)
