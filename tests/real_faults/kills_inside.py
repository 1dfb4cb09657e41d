"""SIGKILL while an old workspace is brought up to date, and between changes and their undoing."""

import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.real_faults.after import held_by, held_in, wrong_with_workspace
from tests.real_faults.kills import BETWEEN, how
from tests.real_faults.program import killed_within, start, working_time, zidesk
from tests.real_faults.school import make_school
from tests.real_faults.tally import Tally
from zidesk.services.changes.kinds import (
    Change,
    MoveUses,
    RemoveUses,
    RestoreUses,
    SetAnswer,
    ShareUses,
)
from zidesk.services.changes.performing import perform
from zidesk.storage import schema
from zidesk.storage.paths import WorkspacePaths
from zidesk.storage.workspace import Workspace, open_workspace

_MANY = 3_000  # answers in the history of the old workspace, so that the upgrade takes its time


def make_old(root: Path) -> Path:
    """A workspace of the first schema, made by its own migration, with the originals of a new one."""
    make_school(root)
    old = root / "lama.db"
    newest, schema.HEAD = schema.HEAD, "0001"
    try:
        schema.create_schema(old)
    finally:
        schema.HEAD = newest
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ATTACH ? AS baru", (str(root / "zidesk.db"),))
        for table in ("workspace", "instrument", "answer", "file", "evidence", "answer_change"):
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM baru.{table}")
        fields = [row[1] for row in connection.execute("PRAGMA table_info(answer_change)") if not row[5]]
        row = connection.execute(f"SELECT {', '.join(fields)} FROM answer_change LIMIT 1").fetchone()
        marks = ", ".join("?" * len(fields))
        connection.executemany(
            f"INSERT INTO main.answer_change ({', '.join(fields)}) VALUES ({marks})", [row] * _MANY
        )
    for file in root.glob("zidesk.db*"):
        file.unlink()
    old.rename(root / "zidesk.db")
    shutil.rmtree(root / "cadangan")
    return root


def migrate(folder: Path, rounds: int, chance: random.Random) -> Tally:
    model, root = make_old(folder / "lama"), folder / "diperbarui"
    call = ("answer", root, "1.i.a", "Tidak")

    def prepare() -> None:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(model, root)

    def begun() -> bool:
        return (root / "cadangan").is_dir()

    prepare()
    seconds = working_time(start(*call), begun)
    upgraded = held_in(root)
    tally = Tally("SIGKILL while migrating an old workspace")
    for _ in range(rounds):
        prepare()
        end = killed_within(start(*call), begun, seconds * BETWEEN, chance)
        broken = end.complaint()
        revision = schema.current_revision(WorkspacePaths(root))
        if revision not in ("0001", schema.HEAD):
            broken.append(f"left at {revision}")
        again = zidesk(*call)
        if again.code:
            broken.append(f"a further run fails: {again.err}")
        tally.note(f"{how(end)} at {revision}", broken + wrong_with_workspace(root, upgraded))
    return tally


def changes(folder: Path, rounds: int, chance: random.Random) -> Tally:
    """After each kill the workspace is as the last reported change left it, or as the one under way does."""
    model, root = make_school(folder / "diubah"), folder / "diubah-dibunuh"
    tally = Tally("SIGKILL between changes and undo")
    for number in range(rounds):
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(model, root)

        def begun() -> bool:
            return (root / "zidesk.lock.json").exists()

        call = start("-m", "tests.real_faults.kills_inside", root, number)
        end = killed_within(call, begun, 0.6, chance)
        reported = [line for line in end.out.splitlines(keepends=True) if line.endswith("\n")]
        found = wrong_with_workspace(root, held_in(root)) + end.complaint()
        replay = open_workspace(shutil.copytree(model, folder / "ulang"))
        states = [_state(replay)]
        for state, _ in zip(play(replay, number), range(len(reported) + 1), strict=False):
            states.append(state)
        replay.close()
        shutil.rmtree(folder / "ulang")
        workspace = open_workspace(root, read_only=True)
        state = _state(workspace)
        workspace.close()
        if [line.rstrip("\n") for line in reported] != states[1 : len(reported) + 1]:
            found.append("the replay went another way")
        elif state not in states[len(reported) :]:
            found.append(f"neither the last of {len(reported)} reported changes nor the next is what is there")
        tally.note(how(end), found)
    return tally


def play(workspace: Workspace, seed: int) -> Iterator[str]:
    """Random changes, every third of them undone, some of those done again: the state after each."""
    chance = random.Random(seed)
    while True:
        done = perform(workspace, _some_change(workspace, chance), "Operator")
        yield _state(workspace)
        while chance.random() < 0.4:
            done = perform(workspace, done.inverse, "Operator")
            yield _state(workspace)


def _some_change(workspace: Workspace, chance: random.Random) -> Change:
    uses = [use for group in workspace.evidence.by_question().values() for use in group]
    binned, kind = workspace.evidence.bin(), chance.randrange(5)
    if kind == 0:
        return SetAnswer("A.I.1.i.a", chance.choice(("Ya", "Tidak")), str(chance.random()))
    if kind == 1 and binned:
        return RestoreUses((chance.choice(sorted(binned, key=lambda use: use.id)).id,))
    use = chance.choice(sorted(uses, key=lambda use: use.id))
    free = [
        code for code in ("A.I.1.iii.a", "A.II.1.i.a", "A.I.5.i.a") if not _holds(workspace, code, use.file.sha256)
    ]
    if kind == 2 and free:
        return MoveUses((use.id,), free[0])
    if kind == 3 and free:
        return ShareUses((use.id,), (free[0],))
    return RemoveUses((use.id,)) if len(uses) > 5 else SetAnswer("A.I.1.i.a", "Ya", str(chance.random()))


def _holds(workspace: Workspace, code: str, sha256: str) -> bool:
    return workspace.evidence.holder(code, sha256) is not None


def _state(workspace: Workspace) -> str:
    """Everything but the times, in one line."""
    held = held_by(workspace)
    lists = {
        code: [(use.id, use.position) for use in uses] for code, uses in sorted(workspace.evidence.lists().items())
    }
    return json.dumps([sorted(held.answers), lists, sorted(held.binned)])


def _play_until_killed(root: Path, seed: int) -> None:
    workspace = open_workspace(root)
    for state in play(workspace, seed):
        print(state, flush=True)


if __name__ == "__main__":
    _play_until_killed(Path(sys.argv[1]), int(sys.argv[2]))
