"""What the window program makes of its argument."""

import sys
from pathlib import Path

import pytest

from zidesk import app


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], None),
        (["/data/kerja"], Path("/data/kerja")),
        (["/data/kerja/zidesk.db"], Path("/data/kerja")),
        (["/data/kerja/lain.db"], Path("/data/kerja/lain.db")),
    ],
)
def test_a_workspace_or_the_database_in_it(
    arguments: list[str], opened: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = []

    def run(workspace: Path | None) -> int:
        asked.append(workspace)
        return 7

    monkeypatch.setattr(app, "run_window", run)
    monkeypatch.setattr(sys, "argv", ["zidesk-window", *arguments])
    with pytest.raises(SystemExit) as end:
        app.main()
    assert (end.value.code, asked) == (7, [opened])
