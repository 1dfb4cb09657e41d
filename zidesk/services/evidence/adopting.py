"""Originals that no list knows any more come to the inbox, so that a person can say what they are."""

from zidesk.domain.evidence import INBOX, EvidenceUse, StoredFile
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.evidence.strays import stray_contents
from zidesk.services.ingest.inspection import inspect_file
from zidesk.storage.blocks import sha256_of
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace

_SHOWN = 8  # characters of the hash, all that is left of a name


def adopt_strays(
    workspace: Workspace, title: str, report: Report = silent, cancel: CancelToken | None = None
) -> tuple[EvidenceUse, ...]:
    """Put every whole original without a row into the inbox, called `title` and the beginning of its hash.

    One whose content is not what its name says stays where it is. Raises WorkspaceReadOnly, StorageFault,
    Cancelled; nothing is added then.
    """
    workspace.require_writable()
    with workspace.storing, storage_faults_named(workspace.paths.root):
        strays = list(stray_contents(workspace))
        found: list[NewUse] = []
        for done, (sha256, path) in enumerate(strays, start=1):
            if sha256_of(path, cancel) == sha256:
                inspection = inspect_file(path, "")
                file = StoredFile(sha256, path.stat().st_size, inspection)
                name = f"{title} {sha256[:_SHOWN]}"
                found.append(NewUse(INBOX, file, name, f"{name}{inspection.suffix}"))
            report(Progress(Stage.INGEST, done, len(strays), item=path.name))
        if not found:
            return ()
        added, _ = workspace.evidence.add(found, workspace.clock())
    return added
