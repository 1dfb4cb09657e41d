"""A kill at any moment loses nothing that was saved."""

import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from zidesk.domain.answer import Answer, Chosen
from zidesk.storage.clock import Clock
from zidesk.storage.database import quick_check
from zidesk.storage.drives import Drive
from zidesk.storage.workspace import open_workspace

_RECORDS = """
import sys
from pathlib import Path
from zidesk.domain.answer import Answer, Chosen
from zidesk.storage.drives import Drive
from zidesk.storage.workspace import open_workspace
root, journal, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
drive = Drive(root, "ext4", removable=journal == "delete", network=False, free=0)
workspace = open_workspace(root, drive=drive)
print("mulai", flush=True)
for number in range(first, first + 100_000):
    both = [(code, Answer(Chosen("Ya"), str(number))) for code in ("A.I.1.i.a", "A.I.1.i.b")]
    workspace.answers.record(both, "Operator", workspace.clock())
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="takes SIGKILL")
@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_every_answer_reported_as_saved_is_there_after_a_kill(
    closed: Path, clock: Clock, start: Callable[..., "subprocess.Popen[str]"], journal: str
) -> None:
    chance = random.Random(f"2026 {journal}")
    drive = Drive(closed, "ext4", removable=journal == "delete", network=False, free=0)
    saved = 0
    in_the_middle = 0
    for turn in range(1, 6):
        child = start(_RECORDS, closed, journal, turn * 1_000_000)
        assert child.stdout is not None
        assert child.stdout.readline() == "mulai\n"
        time.sleep(chance.uniform(0, 0.15))
        child.send_signal(signal.SIGKILL)
        lines = child.communicate()[0].splitlines(keepends=True)
        reported = [int(line) for line in lines if line.endswith("\n")]
        saved = max([saved, *reported])
        in_the_middle += any(closed.glob("zidesk.db-*"))

        if turn % 2:  # whoever comes first, a reader or a writer, works the journal in
            reader = open_workspace(closed, read_only=True, clock=clock)
            assert not saved or reader.answers.all()["A.I.1.i.a"].note >= str(saved)
            reader.close()
        assert quick_check(closed / "zidesk.db") == ""
        workspace = open_workspace(closed, clock=clock, drive=drive)  # and no lock is left
        first, second = (workspace.answers.all().get(code) for code in ("A.I.1.i.a", "A.I.1.i.b"))
        assert first == second  # both of a batch or neither
        if saved:
            assert first is not None
            last = int(first.note)
            assert last in (saved, saved + 1, turn * 1_000_000)  # one may have been saved and not yet reported
            assert first == Answer(Chosen("Ya"), str(last))
            history = [int(change.new.note) for change in workspace.answers.history("A.I.1.i.a")]
            assert set(reported) <= set(history)
            assert history == sorted(set(history))
            saved = last
        workspace.close()
    assert saved >= 1_000_000
    assert in_the_middle  # the kills did come while it was open
