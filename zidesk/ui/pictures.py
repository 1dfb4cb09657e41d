"""Thumbnails and previews of the workspace that is open: the threads that make them, and what pages are handed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zidesk.domain.evidence import StoredFile
from zidesk.ui.thumbnails import ThumbnailLoader
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.tools import PreviewTools

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace


class Pictures(QObject):
    """`tools` serve the workspace from `take` to `release`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._lane, self._loader = PreviewLane(self), ThumbnailLoader(self)
        self.tools = PreviewTools(self._lane, self._loader, self._path_of)

    def take(self, workspace: "Workspace") -> None:
        from zidesk.services.pictures.thumbnails import Thumbnails
        from zidesk.storage.thumbnail_cache import ThumbnailCache

        self._workspace = workspace
        cache = ThumbnailCache(workspace.paths.cache, read_only=workspace.read_only)
        self._loader.take(Thumbnails(workspace.store, cache))

    def release(self) -> None:
        self._workspace = None
        self._loader.take(None)

    def close(self) -> None:
        """Stop both; nothing can be shown afterwards."""
        self._loader.close()
        self._lane.close()

    def _path_of(self, file: StoredFile) -> Path:
        """Where the original lies; a path where nothing is once the workspace is closed."""
        if self._workspace is None:
            return Path(file.sha256)
        return self._workspace.store.path_of(file.sha256)
