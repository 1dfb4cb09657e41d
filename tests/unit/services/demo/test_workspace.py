"""The demo's workspace: whole, or not there."""

from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.demo.workspace import make_demo_workspace
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
