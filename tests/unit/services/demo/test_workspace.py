"""The demo's workspace: whole, or not there."""

from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled
from zidesk.domain.gaps import document_states
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.demo.workspace import make_demo_workspace
from zidesk.services.workspaces.health import examine
from zidesk.storage.paths import Resources


@pytest.mark.parametrize("stage", [Stage.DEMO, Stage.INGEST])
def test_cancelled_it_leaves_nothing_and_can_be_made_again(
    tmp_path: Path, resources: Resources, stage: Stage
) -> None:
    cancel = CancelToken()

    def stop(moment: Progress) -> None:
        if moment.stage is stage:
            cancel.cancel()

    with pytest.raises(Cancelled):
        _made_and_closed(tmp_path / "contoh" / "kerja", resources, stop, cancel)
    assert list((tmp_path / "contoh").iterdir()) == []
    _made_and_closed(tmp_path / "contoh" / "kerja", resources, silent, CancelToken())


def _made_and_closed(root: Path, resources: Resources, report: Report, cancel: CancelToken) -> None:
    make_demo_workspace(root, resources, 3, None, report, cancel).close()


def test_documents_are_ticked_and_four_files_wait_in_the_inbox(tmp_path: Path, resources: Resources) -> None:
    workspace = make_demo_workspace(tmp_path / "kerja", resources, 12)
    try:
        assessment = workspace.assessment()
        served = [code for code, uses in assessment.evidence.items() if uses]
        states = [state for code in served for state in document_states(assessment, code)]
        assert (assessment.counts.files, assessment.counts.unplaced) == (12, 4)
        assert any(state.uses for state in states)
        assert any(not state.uses for state in states)
        for code in served:
            known = {state.document.name for state in document_states(assessment, code)}
            assert all(use.fulfils <= known for use in assessment.uses_of(code))
        assert all(use.title in use.original_name for use in assessment.inbox)
        assert examine(workspace).faults == ()
    finally:
        workspace.close()
