"""What the cache still knows of contents that were removed for good: small pictures and texts."""

from collections.abc import Collection
from contextlib import closing, suppress

from zidesk.domain.errors import StorageFault
from zidesk.storage.portal_texts import portal_texts
from zidesk.storage.search.store import SearchStore
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace


def forget_traces(workspace: Workspace, contents: Collection[str]) -> None:
    """Of these hashes. What cannot be removed now is worth no error: the removal itself is done."""
    if not contents:
        return
    pictures = ThumbnailCache(workspace.paths.cache)
    for sha256 in contents:
        pictures.remove(sha256)
    with portal_texts(workspace.paths) as kept:
        kept.forget(contents)
    with suppress(StorageFault), closing(SearchStore(workspace.paths, read_only=False)) as index:
        index.forget(contents)
