"""What the page Dokumen has done in the background: plain functions over the services. No Qt but pictures.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind, Inspection, StoredFile
from zidesk.domain.filenames import clean_component
from zidesk.domain.indonesian import format_number
from zidesk.domain.progress import CancelToken, Report
from zidesk.storage.paths import Resources
from zidesk.ui.widgets.preview import source

if TYPE_CHECKING:
    from zidesk.domain.paper_record import SignedCopy
    from zidesk.services.papers.changes import PaperChange, SetSigned
    from zidesk.services.papers.sources import PaperSources
    from zidesk.services.papers.standing import KindStatus
    from zidesk.services.papers.wording import Wording
    from zidesk.storage.workspace import Workspace

_STAND_IN = 640  # pixels across


@dataclass(frozen=True)
class Survey:
    """Everything the page shows, read at one moment. `worded`: kinds that have texts of their own."""

    sources: "PaperSources"
    statuses: "tuple[KindStatus, ...]"
    worded: frozenset[str]

    def status(self, kind: str) -> "KindStatus | None":
        return next((status for status in self.statuses if status.whole.kind.key == kind), None)

    def entered(self, kind: str) -> dict[str, str]:
        return dict(self.sources.entries.get(kind, {}))


@dataclass(frozen=True)
class Drawn:
    """A paper in a temporary file. `stand_in`: its first page, small; None for what has no pages."""

    file: StoredFile
    path: Path
    stand_in: QImage | None


def survey(workspace: "Workspace", resources: Resources, assessment: Assessment) -> Survey:
    """Raises StorageFault."""
    from zidesk.services.papers.sources import gather
    from zidesk.services.papers.standing import standings
    from zidesk.services.papers.wording import worded_kinds

    sources = gather(workspace, resources, assessment)
    return Survey(sources, standings(workspace, sources), worded_kinds(sources))


def draw(
    sources: "PaperSources",
    kind: str,
    part: str,
    values: Mapping[str, str],
    paper: str,
    folder: Path,
    cancel: CancelToken,
) -> Drawn:
    """The paper as a file of its own in `folder`. Raises what making it raises, Cancelled."""
    from zidesk.services.documents.making import KINDS
    from zidesk.services.papers.making import draw_paper

    what = KINDS[kind]
    suffix = ".pdf" if ".pdf" in what.formats else what.formats[0]
    path = folder / f"{clean_component(what.title)}{suffix}"
    folder.mkdir(exist_ok=True)  # not its parents: they are gone with the workspace
    draw_paper(kind, path, sources, paper, part, values)
    cancel.check()
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if suffix != ".pdf":
        return Drawn(StoredFile(digest, path.stat().st_size, Inspection(FileKind.SPREADSHEET)), path, None)
    bare = Inspection(FileKind.PDF, "application/pdf", ".pdf")
    pages = source.counted(path, bare)
    found = Inspection(FileKind.PDF, "application/pdf", ".pdf", pages=pages)
    stand_in = source.rendered(path, found, 0, _STAND_IN, cancel)
    return Drawn(StoredFile(digest, path.stat().st_size, found), path, stand_in)


def signed_file(workspace: "Workspace", copy: "SignedCopy") -> tuple[StoredFile, Path]:
    """The signed copy as the preview takes it. Raises StorageFault."""
    from zidesk.services.papers.signed import inspect_signed

    return inspect_signed(workspace, copy.sha256, copy.name), workspace.store.path_of(copy.sha256)


def signed_to_open(workspace: "Workspace", copy: "SignedCopy", title: str) -> Path:
    """A copy for another program, under its own name. Raises OriginalMissing, StorageFault."""
    from zidesk.domain.evidence import EvidenceUse
    from zidesk.services.evidence.opening import copy_to_open

    file, _ = signed_file(workspace, copy)
    return copy_to_open(workspace, EvidenceUse(0, "", file, 1, title, copy.name, copy.attached_at))


def change(workspace: "Workspace", wanted: "PaperChange") -> "PaperChange":
    """What takes it back. Raises what `zidesk.services.papers.changes.perform` raises."""
    from zidesk.services.papers import changes

    return changes.perform(workspace, wanted)


def take_snapshot(workspace: "Workspace") -> str:
    """The score that was kept. Raises WorkspaceReadOnly, StorageFault."""
    from zidesk.services.plan import monitoring

    return format_number(monitoring.take_snapshot(workspace, "").total)


def attach(
    workspace: "Workspace", kind: str, part: str, path: Path, resources: Resources, cancel: CancelToken
) -> "SetSigned":
    """Raises what `attach_signed` raises."""
    from zidesk.services.papers.signed import attach_signed

    return attach_signed(workspace, kind, path, resources, part=part, cancel=cancel)


def make(workspace: "Workspace", kind: str, part: str, out: Path, resources: Resources, paper: str) -> Path:
    """Raises what `make_paper` raises."""
    from zidesk.services.papers.making import make_paper

    make_paper(workspace, kind, out, resources, paper=paper, part=part)
    return out


def make_each(
    workspace: "Workspace",
    kind: str,
    folder: Path,
    resources: Resources,
    suffix: str,
    paper: str,
    report: Report,
    cancel: CancelToken,
) -> tuple[Path, ...]:
    """Raises what `zidesk.services.papers.making.make_each` raises."""
    from zidesk.services.papers import making

    return making.make_each(
        workspace, kind, folder, resources, suffix=suffix, paper=paper, report=report, cancel=cancel
    )


def wordings(sources: "PaperSources", kind: str) -> "tuple[Wording, ...]":
    from zidesk.services.papers import wording

    return wording.wordings(kind, sources)
