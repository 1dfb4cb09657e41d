"""What is copied into a bundle from the store: evidence and signed copies alike."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from zidesk.domain.archive_layout import BundlePlan, PlannedDocument, PlannedFile

DOCUMENT_PLACE = "Dokumen"  # stands for a question's code where a lost signed copy is named


class ContentStore(Protocol):
    """Where the contents of a bundle lie while it is written: the store, or the store and copies made from it."""

    def path_of(self, sha256: str) -> Path: ...


@dataclass(frozen=True, slots=True)
class Original:
    """A content of the store, or a copy made for this bundle, and where it goes.

    `place`: the question it supports; `name`: as it was attached, or where that is not told, as it
    is handed over.
    """

    path: str
    sha256: str
    size: int
    place: str
    title: str
    name: str


def originals_of(plan: BundlePlan) -> tuple[Original, ...]:
    """Everything of the plan that lies in the store, in its order."""
    evidence = (_evidence(item) for item in plan.files)
    signed = (_signed(item) for item in plan.documents if item.paper.signed is not None)
    return (*evidence, *signed)


def _evidence(item: PlannedFile) -> Original:
    use = item.use
    name = use.original_name or PurePosixPath(item.path).name
    return Original(item.path, use.file.sha256, use.file.size, use.question_code, use.title, name)


def _signed(item: PlannedDocument) -> Original:
    copy = item.paper.signed
    assert copy is not None
    return Original(item.path, copy.sha256, copy.size, DOCUMENT_PLACE, item.paper.title, copy.name)
