"""What was copied elsewhere, as evidence: files, or a picture."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from zidesk.ui.widgets.evidence_drag import files_in


@dataclass(frozen=True)
class Clip:
    """`files` win over `image`: who copies a photo in a file manager means the file."""

    files: tuple[Path, ...] = ()
    image: QImage | None = None

    def __bool__(self) -> bool:
        return bool(self.files) or self.image is not None

    def png(self) -> bytes:
        """The picture as a PNG; may run in any thread."""
        assert self.image is not None
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(content.data())


def holds_no_text() -> bool:
    """Whether files lie in the clipboard, or a picture that has no words beside it."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:
        return False
    return bool(files_in(data)) or (data.hasImage() and not data.hasText())


def clipboard() -> Clip:
    """What lies in the clipboard; false when it is nothing of use."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where nothing was ever copied
    if data is None:
        return Clip()
    if files := tuple(files_in(data)):
        return Clip(files)
    image = QGuiApplication.clipboard().image() if data.hasImage() else QImage()
    return Clip() if image.isNull() else Clip(image=image)
