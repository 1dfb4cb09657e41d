"""The demo school's workspace, filled from the first field to the last file.

The one service that calls others: it does what a school would do, in order.
"""

import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

from zidesk.domain.errors import Cancelled
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.answers.answering import import_answers
from zidesk.services.changes.kinds import SetFulfilment
from zidesk.services.changes.performing import perform
from zidesk.services.demo.catalogue import load_inbox
from zidesk.services.demo.evidence import DemoEvidence, plan_evidence
from zidesk.services.demo.fulfilment import asked_paper
from zidesk.services.demo.plan import add_demo_plan
from zidesk.services.demo.questions import Question, load_questions
from zidesk.services.demo.staff import add_demo_staff
from zidesk.services.demo.writing import write_evidence
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.workspaces.creation import DEFAULT_INSTRUMENT, Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_MOST_LINKS = 3  # uses tied to one document, however many thousand files are wanted
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

    `files` are attached, a few more wait in the inbox; papers stand for the documents they plainly are.

    Raises WorkspaceExists, StorageFault, DemoSizeTooSmall, DemoSizeTooLarge, Cancelled; then `root` is gone.
    """
    root.parent.mkdir(parents=True, exist_ok=True)
    profile = resources.demo / "profil.toml"
    workspace = create_from_profile(root, profile, Wishes(), resources, lambda: _MOMENT)
    try:
        import_answers(workspace, resources.demo / "contoh-jawaban.csv", _OPERATOR)
        add_demo_plan(workspace, resources)
        add_demo_staff(workspace, resources)
        sheet = resources.instruments / f"{DEFAULT_INSTRUMENT}.json"
        evidence = plan_evidence(resources.root, sheet, files)
        questions = load_questions(sheet)
        links = _Links(workspace, questions)
        with tempfile.TemporaryDirectory(dir=root.parent, prefix=".bahan-") as scratch:
            folder = Path(scratch)
            paths = write_evidence(folder, evidence, resources.root, size_mb=size_mb, report=report, cancel=cancel)
            for done, (item, path) in enumerate(zip(evidence, paths, strict=True), start=1):
                caption = Caption(item.title, item.number, item.dated, item.note)
                result = add_files(workspace, item.codes, [path], caption, cancel=cancel)
                if result.cancelled:
                    raise Cancelled
                links.draw(item, result.added_uses)
                path.unlink()  # the store has it now: never twice the space
                report(Progress(Stage.INGEST, done, len(evidence), item=item.title))
            unplaced = write_evidence(folder, load_inbox(resources.root, questions), resources.root, cancel=cancel)
            if add_files(workspace, [], unplaced, cancel=cancel).cancelled:
                raise Cancelled
    except BaseException:
        workspace.close()
        shutil.rmtree(root, ignore_errors=True)  # it was new or empty; half a school would bar the next try
        raise
    return workspace


class _Links:
    """Ties the uses of the demo's papers to the documents their questions expect."""

    def __init__(self, workspace: Workspace, questions: tuple[Question, ...]) -> None:
        self._workspace = workspace
        self._papers = {question.code: question.papers for question in questions}
        self._drawn: Counter[tuple[str, str]] = Counter()

    def draw(self, item: DemoEvidence, uses: tuple[EvidenceUse, ...]) -> None:
        for use in uses:
            paper = asked_paper(item, self._papers[use.question_code])
            if paper is not None and self._drawn[use.question_code, paper.name] < _MOST_LINKS:
                perform(self._workspace, SetFulfilment(use.id, paper.name, on=True), _OPERATOR)
                self._drawn[use.question_code, paper.name] += 1
