"""What a bundle takes along of files beside the files themselves: small pictures and searchable texts."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import FileKind, FileState, StoredFile
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.pdf_text import page_texts
from zidesk.storage.portal_texts import PortalTexts, portal_texts
from zidesk.storage.search.kept_texts import KeptTexts, kept_texts
from zidesk.storage.search.wording import clean
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace

MOST_PAGES, MOST_CHARACTERS = 30, 60_000  # taken of one file
_LARGEST = 96 * 1024  # bytes of a small picture; those of the cache have some 15 KB
_JPEG_BEGIN, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


class BundledExtras:
    """Of one workspace, of which nothing but the cache is written. The same files and the same small pictures
    give the same answers."""

    def __init__(self, workspace: Workspace, searched: KeptTexts, texts: PortalTexts) -> None:
        self._store = workspace.store
        self._searched, self._texts = searched, texts
        self._pictures = ThumbnailCache(workspace.paths.cache, read_only=True)

    def picture(self, file: StoredFile) -> bytes | None:
        """The small JPEG that was made when the file was looked at; None without one.

        None is made here: for 2,000 photos that would take many times as long as copying them.
        """
        if file.inspection.state is not FileState.OK:
            return None
        data = self._pictures.get(file.sha256)
        if data is None or len(data) > _LARGEST:
            return None
        return data if data.startswith(_JPEG_BEGIN) and data.endswith(_JPEG_END) else None

    def texts(self, file: StoredFile, cancel: CancelToken) -> tuple[str, ...]:
        """The texts of a PDF's pages, "" for a page without; no more than MOST_PAGES and MOST_CHARACTERS.

        Empty for what is no PDF, has no text, or cannot be read. From the search's index or an earlier bundle's
        reading, else read now: all give the same. Raises Cancelled.
        """
        if file.inspection.kind is not FileKind.PDF or file.inspection.state is FileState.LOCKED:
            return ()
        cancel.check()
        kept = self._searched.pages(file.sha256, MOST_PAGES)
        if kept is None:
            kept = self._texts.pages(file.sha256)
        return _bounded(self._read(file.sha256, cancel) if kept is None else kept)

    def _read(self, sha256: str, cancel: CancelToken) -> tuple[str, ...]:
        """Of a file that breaks off, what could be read."""
        pages: list[str] = []
        try:
            for page in _pages_of(self._store.path_of(sha256), cancel):
                pages.append(page)  # one by one: the next may fail
        except PictureUnavailable as fault:
            if fault.reason == "missing":  # today
                return _bounded(tuple(pages))
        taken = _bounded(tuple(pages))
        self._texts.keep(sha256, taken)
        return taken


@contextmanager
def bundled_extras(workspace: Workspace) -> Iterator[BundledExtras]:
    with kept_texts(workspace.paths) as searched, portal_texts(workspace.paths) as texts:
        yield BundledExtras(workspace, searched, texts)


def _pages_of(path: Path, cancel: CancelToken) -> Iterator[str]:
    """As far as it is needed."""
    size = 0
    with closing(page_texts(path, cancel)) as texts:
        for number, text in enumerate(texts, start=1):
            page = clean(text)
            yield page
            size += len(page)
            if number >= MOST_PAGES or size >= MOST_CHARACTERS:
                return


def _bounded(pages: tuple[str, ...]) -> tuple[str, ...]:
    left, taken = MOST_CHARACTERS, []
    for text in pages[:MOST_PAGES]:
        taken.append(text[:left])
        left -= len(taken[-1])
        if left <= 0:
            break
    while taken and not taken[-1]:
        taken.pop()
    return tuple(taken)
