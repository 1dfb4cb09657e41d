"""The demo school's workspace, filled from the first field to the last file.

The one service that calls others: it does what a school would do, in order.
"""

import shutil
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from zidesk.domain.errors import Cancelled
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.answers.answering import import_answers
from zidesk.services.demo.evidence import plan_evidence
from zidesk.services.demo.writing import write_evidence
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.workspaces.creation import DEFAULT_INSTRUMENT, Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_OPERATOR = "operator contoh"
_MOMENT = datetime(2026, 5, 11, 9, 30, tzinfo=timezone(timedelta(hours=7)))  # in the school's own zone


def make_demo_workspace(
    root: Path,
    resources: Resources,
    files: int = 160,
    size_mb: int | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Workspace:
    """Make and fill the workspace `root`, and leave it open; the same arguments give the same content.

    Raises WorkspaceExists, StorageFault, DemoSizeTooSmall, DemoSizeTooLarge, Cancelled; then `root` is gone.
    """
    root.parent.mkdir(parents=True, exist_ok=True)
    profile = resources.demo / "profil.toml"
    workspace = create_from_profile(root, profile, Wishes(), resources, lambda: _MOMENT)
    try:
        import_answers(workspace, resources.demo / "contoh-jawaban.csv", _OPERATOR)
        sheet = resources.instruments / f"{DEFAULT_INSTRUMENT}.json"
        evidence = plan_evidence(resources.root, sheet, files)
        with tempfile.TemporaryDirectory(dir=root.parent, prefix=".bahan-") as scratch:
            folder = Path(scratch)
            paths = write_evidence(folder, evidence, resources.root, size_mb=size_mb, report=report, cancel=cancel)
            for done, (item, path) in enumerate(zip(evidence, paths, strict=True), start=1):
                caption = Caption(item.title, item.number, item.dated, item.note)
                if add_files(workspace, item.codes, [path], caption, cancel=cancel).cancelled:
                    raise Cancelled
                path.unlink()  # the store has it now: never twice the space
                report(Progress(Stage.INGEST, done, len(evidence), item=item.title))
    except BaseException:
        workspace.close()
        shutil.rmtree(root, ignore_errors=True)  # it was new or empty; half a school would bar the next try
        raise
    return workspace
