"""What was found inside a file, to and from its row."""

from typing import Any

from sqlalchemy import Row

from zidesk.domain.evidence import FileKind, FileState, Inspection, StoredFile
from zidesk.storage.tables import FileRow


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


def stored_file(row: FileRow | Row[Any]) -> StoredFile:
    return StoredFile(
        row.sha256,
        row.size,
        Inspection(
            kind=FileKind(row.kind),
            media_type=row.media_type,
            suffix=row.suffix,
            state=FileState(row.state),
            state_detail=row.state_detail,
            pages=row.pages,
            width=row.width,
            height=row.height,
            taken_at=row.taken_at,
            orientation=row.orientation,
        ),
    )
