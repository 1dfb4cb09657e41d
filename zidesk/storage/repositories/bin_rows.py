"""Removing uses for good, and with them what nothing needs any more."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zidesk.storage.tables import EvidenceRow, FileRow


def forget_uses(session: Session, use_ids: Iterable[int]) -> tuple[tuple[str, int], ...]:
    """Delete these rows, their links, and the facts of contents no other row uses.

    Returns hash and size of those contents; the originals are still there.
    """
    contents: set[str] = set()
    for use_id in use_ids:
        contents.add(session.get_one(EvidenceRow, use_id).file_sha256)
        session.execute(delete(EvidenceRow).where(EvidenceRow.id == use_id))
    unused = []
    for sha256 in sorted(contents):
        if session.execute(select(EvidenceRow.id).where(EvidenceRow.file_sha256 == sha256)).first() is None:
            unused.append((sha256, session.get_one(FileRow, sha256).size))
            session.execute(delete(FileRow).where(FileRow.sha256 == sha256))
    return tuple(unused)
