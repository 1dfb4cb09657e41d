"""Evidence without a workspace, what widgets of evidence are handed, and drags with real events."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.ui.thumbnails import ThumbnailLoader
from zidesk.ui.widgets.preview.lane import PreviewLane
from zidesk.ui.widgets.preview.tools import PreviewTools

CODE, OTHER = "A.I.1.iii.b", "A.I.1.iii.c"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOMENT = datetime(2026, 3, 5, 3, 32, tzinfo=UTC)
_BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def make_use(
    number: int,
    code: str = CODE,
    *,
    content: str = "",
    state: FileState = FileState.OK,
    fulfils: Sequence[str] = (),
    position: int = 0,
) -> EvidenceUse:
    found = Inspection(
        FileKind.SPREADSHEET, state=state, state_detail="sebab" if state is not FileState.OK else ""
    )
    file = StoredFile(content or f"{number:064x}", 1000 * number, found)
    title, name = f"Judul {number}", f"berkas {number}.xlsx"
    day = date(2026, 3, 5)
    return EvidenceUse(
        number, code, file, position or number, title, name, MOMENT, dated=day, fulfils=frozenset(fulfils)
    )


def make_uses(*numbers: int) -> tuple[EvidenceUse, ...]:
    return tuple(make_use(number) for number in numbers)


def with_uses(assessment: Assessment, *uses: EvidenceUse) -> Assessment:
    """The assessment with just this evidence, in the order given."""
    evidence: dict[str, tuple[EvidenceUse, ...]] = {}
    for use in uses:
        evidence[use.question_code] = (*evidence.get(use.question_code, ()), use)
    return replace(assessment, evidence=evidence)


@contextmanager
def preview_tools(folder: Path) -> Iterator[PreviewTools]:
    lane, loader = PreviewLane(), ThumbnailLoader()
    yield PreviewTools(lane, loader, lambda file: folder / file.sha256)
    lane.close()
    loader.close()


def local(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def hover(target: QWidget, at: QPoint, data: QMimeData, keys: Qt.KeyboardModifier = NONE) -> bool:
    """Drag something over a widget; whether it would be taken there."""
    enter = QDragEnterEvent(at, _BOTH, data, LEFT, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, _BOTH, data, LEFT, keys)
    move.ignore()
    QApplication.sendEvent(target, move)
    return move.isAccepted()


def leave(target: QWidget) -> None:
    QApplication.sendEvent(target, QDragLeaveEvent())


def let_go(target: QWidget, at: QPoint, data: QMimeData, keys: Qt.KeyboardModifier = NONE) -> bool:
    """Drag something over a widget and let it go there; whether it was taken."""
    if not hover(target, at, data, keys):
        return False
    drop = QDropEvent(QPointF(at), _BOTH, data, LEFT, keys)
    drop.ignore()
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()
