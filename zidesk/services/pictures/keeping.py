"""Small pictures of everything at once, kept for whoever looks next: the window, and the portal on the stick."""

from contextlib import suppress

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.progress import CancelToken
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace


def keep_pictures(workspace: Workspace, cancel: CancelToken | None = None) -> int:
    """Make the small picture of each content under a question, unless it is kept already; how many there are.

    Raises Cancelled; a file of which there can be none is passed over.
    """
    cache = ThumbnailCache(workspace.paths.cache, read_only=workspace.read_only)
    thumbnails = Thumbnails(workspace.store, cache)
    uses = (use for of_question in workspace.evidence.by_question().values() for use in of_question)
    kept = 0
    for file in {use.file.sha256: use.file for use in uses}.values():
        (cancel or CancelToken()).check()
        with suppress(PictureUnavailable):
            kept += thumbnails.picture(file) is not None
    return kept
