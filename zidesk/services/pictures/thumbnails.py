"""Small pictures of evidence, kept in the workspace's cache once they are made."""

from pathlib import Path

from zidesk.domain.errors import PictureUnavailable
from zidesk.domain.evidence import FileKind, FileState, StoredFile
from zidesk.services.pictures.picture import Picture, within_edge
from zidesk.storage.file_store import FileStore
from zidesk.storage.thumbnail_cache import ThumbnailCache

EDGE = 320  # pixels of the longest edge


class Thumbnails:
    """Of one workspace. May be used by several threads."""

    def __init__(self, store: FileStore, cache: ThumbnailCache) -> None:
        self._store = store
        self._cache = cache

    def picture(self, file: StoredFile) -> Picture | None:
        """At most `EDGE` pixels high and wide, upright. None: there can be none of this content.

        Raises PictureUnavailable (`missing`) when the original cannot be read now.
        """
        inspection = file.inspection
        if inspection.kind not in (FileKind.IMAGE, FileKind.PDF) or inspection.state is not FileState.OK:
            return None
        kept = self._kept(file.sha256)
        if kept is not None:
            return kept
        try:
            made = self._made(file, self._store.path_of(file.sha256))
        except PictureUnavailable as fault:
            if fault.reason == "missing":
                raise
            return None
        self._keep(file.sha256, made)
        return made

    def _kept(self, sha256: str) -> Picture | None:
        data = self._cache.get(sha256)
        if data is None:
            return None
        from zidesk.services.pictures.kept_picture import from_jpeg

        return from_jpeg(data, EDGE)

    def _keep(self, sha256: str, picture: Picture) -> None:
        from zidesk.services.pictures.kept_picture import to_jpeg

        self._cache.put(sha256, to_jpeg(picture))

    @staticmethod
    def _made(file: StoredFile, path: Path) -> Picture:
        if file.inspection.kind is FileKind.PDF:
            from zidesk.services.pictures.pdf_pages import pdf_picture

            return pdf_picture(path, within_edge(EDGE, enlarge=True))
        from zidesk.services.pictures.images import image_picture

        return image_picture(path, file.inspection, within_edge(EDGE))
