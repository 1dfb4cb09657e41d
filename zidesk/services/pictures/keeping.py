"""Small pictures of everything at once, kept for whoever looks next: the window, and the portal on the stick."""

from collections.abc import Iterable
from contextlib import suppress

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import StoredFile
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace


def keep_pictures(
    workspace: Workspace,
    files: Iterable[StoredFile],
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> int:
    """Make the small picture of each content, unless it is kept already; how many were made.

    Raises Cancelled; a file of which there can be none is passed over.
    """
    cache = ThumbnailCache(workspace.paths.cache, read_only=workspace.read_only)
    thumbnails = Thumbnails(workspace.store, cache)
    contents = {file.sha256: file for file in files}.values()
    made = 0
    for done, file in enumerate(contents):
        (cancel or CancelToken()).check()
        report(Progress(Stage.PICTURES, done, len(contents)))
        if not cache.has(file.sha256):
            with suppress(PictureUnavailable):
                made += thumbnails.picture(file) is not None
    report(Progress(Stage.PICTURES, len(contents), len(contents)))
    return made
