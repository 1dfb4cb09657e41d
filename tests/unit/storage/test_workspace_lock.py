"""One writer for each workspace: another process is told who it is, and a lock never outlives its holder."""

import getpass
import socket
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import WorkspaceLocked
from zidesk.storage.clock import Clock
from zidesk.storage.workspace import Workspace, open_workspace

Start = Callable[..., "subprocess.Popen[str]"]

_HOLDS = """
import sys
from pathlib import Path
from zidesk.storage.workspace import open_workspace
workspace = open_workspace(Path(sys.argv[1]))
print("terbuka", flush=True)
sys.stdin.read()
workspace.close()
"""

_ASKS = """
import sys
from pathlib import Path
from zidesk.domain.errors import WorkspaceLocked
from zidesk.storage.workspace import open_workspace
try:
    open_workspace(Path(sys.argv[1]))
    print("terbuka")
except WorkspaceLocked as refused:
    print(refused.path, refused.holder, refused.host, refused.since, sep="|")
"""


@pytest.fixture
def holder(closed: Path, start: Start) -> "subprocess.Popen[str]":
    """Another process that has the workspace open for writing."""
    child = start(_HOLDS, closed)
    assert child.stdout is not None
    assert child.stdout.readline() == "terbuka\n"
    return child


def test_a_second_writer_in_another_process_is_told_who_has_it(workspace: Workspace, start: Start) -> None:
    told = start(_ASKS, workspace.paths.root).communicate()[0].strip().split("|")
    assert told[0] == str(workspace.paths.root)
    assert told[1:3] == [getpass.getuser(), socket.gethostname()]
    assert datetime.fromisoformat(told[3]).date() == datetime(2026, 3, 2).date()  # noqa: DTZ001


def test_the_same_process_cannot_open_it_twice_for_writing(workspace: Workspace, clock: Clock) -> None:
    with pytest.raises(WorkspaceLocked):
        open_workspace(workspace.paths.root, clock=clock)
    workspace.answers.record([("A.I.1.i.a", Answer(Chosen("Ya")))], "Operator", clock())  # still its own
    with pytest.raises(WorkspaceLocked):
        open_workspace(workspace.paths.root, clock=clock)


def test_meanwhile_others_read(workspace: Workspace, clock: Clock) -> None:
    reader = open_workspace(workspace.paths.root, read_only=True, clock=clock)
    try:
        workspace.answers.record([("A.I.1.i.a", Answer(Chosen("Ya")))], "Operator", clock())
        assert reader.answers.all() == {"A.I.1.i.a": Answer(Chosen("Ya"))}
        assert reader.assessment().changed_at == workspace.facts.changed_at()
    finally:
        reader.close()
    with pytest.raises(WorkspaceLocked):  # a reader that goes takes no lock with it
        open_workspace(workspace.paths.root, clock=clock)


def test_a_reader_here_while_another_process_writes(holder: "subprocess.Popen[str]", closed: Path) -> None:
    with pytest.raises(WorkspaceLocked):
        open_workspace(closed)
    reader = open_workspace(closed, read_only=True)
    assert reader.assessment().counts.questions == 5
    reader.close()


def test_the_lock_goes_with_its_holder(holder: "subprocess.Popen[str]", closed: Path, clock: Clock) -> None:
    holder.communicate("")
    assert holder.returncode == 0
    assert not (closed / "zidesk.lock.json").exists()
    open_workspace(closed, clock=clock).close()


def test_the_lock_of_a_killed_holder_is_gone(holder: "subprocess.Popen[str]", closed: Path, clock: Clock) -> None:
    holder.kill()
    holder.wait()
    assert (closed / "zidesk.lock.json").exists()  # nobody could take the note away
    workspace = open_workspace(closed, clock=clock)
    assert datetime(2026, 3, 2).isoformat()[:10] in (closed / "zidesk.lock.json").read_text()  # noqa: DTZ001
    workspace.close()
    assert not (closed / "zidesk.lock.json").exists()


@pytest.mark.parametrize("note", ["", "[]", "{", '"teks"', '{"holder": null}', "\x00\xff"])
def test_a_spoilt_note_is_no_obstacle(workspace: Workspace, clock: Clock, note: str) -> None:
    workspace.paths.lock_holder.write_text(note, encoding="latin-1")
    with pytest.raises(WorkspaceLocked) as refused:
        open_workspace(workspace.paths.root, clock=clock)
    assert refused.value.host == ""
    workspace.paths.lock_holder.unlink()
    with pytest.raises(WorkspaceLocked):
        open_workspace(workspace.paths.root, clock=clock)
