"""The three answers an inspection can give, as values."""

from datetime import datetime

from zidesk.domain.evidence import FileState, Inspection
from zidesk.services.ingest.inspection.known_types import FileType


def sound(
    file_type: FileType,
    *,
    detail: str = "",
    pages: int | None = None,
    size: tuple[int, int] | None = None,
    taken_at: datetime | None = None,
    orientation: int | None = None,
) -> Inspection:
    """The content can be read. `detail`: a remark that does not make it damaged; `size`: pixels."""
    width, height = size or (None, None)
    return Inspection(
        kind=file_type.kind,
        media_type=file_type.media_type,
        suffix=file_type.suffix,
        state_detail=detail,
        pages=pages,
        width=width,
        height=height,
        taken_at=taken_at,
        orientation=orientation,
    )


def damaged(file_type: FileType, detail: str, size: tuple[int, int] | None = None) -> Inspection:
    return _refused(file_type, FileState.DAMAGED, detail, size)


def locked(file_type: FileType, detail: str) -> Inspection:
    return _refused(file_type, FileState.LOCKED, detail, None)


def _refused(file_type: FileType, state: FileState, detail: str, size: tuple[int, int] | None) -> Inspection:
    width, height = size or (None, None)
    return Inspection(
        kind=file_type.kind,
        media_type=file_type.media_type,
        suffix=file_type.suffix,
        state=state,
        state_detail=detail,
        width=width,
        height=height,
    )
