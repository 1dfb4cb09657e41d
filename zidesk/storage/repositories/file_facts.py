"""What was found inside a file, to and from its row."""

from collections.abc import Sequence
from typing import Any

from zidesk.domain.evidence import FileKind, FileState, Inspection, StoredFile
from zidesk.storage.tables import FileRow

FACTS: tuple[Any, ...] = (
    FileRow.kind,
    FileRow.media_type,
    FileRow.suffix,
    FileRow.state,
    FileRow.state_detail,
    FileRow.pages,
    FileRow.width,
    FileRow.height,
    FileRow.taken_at,
    FileRow.orientation,
)


def file_row(file: StoredFile) -> FileRow:
    found = file.inspection
    return FileRow(
        sha256=file.sha256,
        size=file.size,
        kind=found.kind.value,
        media_type=found.media_type,
        suffix=found.suffix,
        state=found.state.value,
        state_detail=found.state_detail,
        pages=found.pages,
        width=found.width,
        height=found.height,
        taken_at=found.taken_at,
        orientation=found.orientation,
    )


def inspection(facts: Sequence[Any]) -> Inspection:
    """From the values of FACTS, in their order."""
    kind, media_type, suffix, state, *others = facts
    return Inspection(FileKind(kind), media_type, suffix, FileState(state), *others)
