"""What previews and thumbnails on the screen are handed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QPixmap

from zidesk.domain.evidence import StoredFile
from zidesk.ui.widgets.preview.lane import PreviewLane


class Thumbnails(Protocol):
    """Small pictures of files: at once from memory, else None now and `ready` with the hash later."""

    @property
    def ready(self) -> SignalInstance: ...

    def request(self, file: StoredFile) -> QPixmap | None: ...


@dataclass(frozen=True)
class PreviewTools:
    """`path_of`: where the workspace that is open keeps a file."""

    lane: PreviewLane
    thumbnails: Thumbnails
    path_of: Callable[[StoredFile], Path]
