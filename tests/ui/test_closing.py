"""Closing the window while any job runs: it waits for it, loses nothing, gives the lock back. And that the
window lives while many files come in."""

import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from tests.ui.conftest import Desk
from tests.ui.test_services_fail import SERVICES, Clumsy, Paper

CODE = "A.I.1.iii.b"
MANY = 200
_LONGEST = 0.5  # seconds; the figure itself (0.1 s) is measured by `make bench`, on a machine that idles


class Gate:
    """Holds a service once it has begun, until let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        real = getattr(where, name)

        def held(*given: Any, **named: Any) -> Any:
            self.reached.set()
            self.open.wait(20)
            return real(*given, **named)

        monkeypatch.setattr(where, name, held)


@pytest.fixture
def gates(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Gate]]:
    made: list[Gate] = []

    def make(job: str) -> Gate:
        made.append(Gate(monkeypatch, *SERVICES[job]))
        return made[-1]

    yield make
    for gate in made:
        gate.open.set()


@pytest.mark.parametrize("job", ["attach", "save", "bundle", "back_up", "demo", "search"])
def test_closing_waits_for_what_runs(
    desk: Desk,
    paper: Paper,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    gates: Callable[[str], Gate],
    job: str,
) -> None:
    desk.show(CODE)
    gate = gates(job)
    getattr(Clumsy(desk, paper, tmp_path, monkeypatch), job)()
    desk.qtbot.waitUntil(gate.reached.is_set)
    if job != "save":
        desk.window.assessment.question.note.setPlainText("Ditulis sesaat sebelum ditutup.")
    desk.window.close()
    if job != "search":
        desk.qtbot.wait(50)
        assert desk.window.isVisible(), "it must wait for the work"
    gate.open.set()
    desk.qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
    assert not (desk.root / "zidesk.lock.json").exists(), "the lock is given back"
    stored = desk.stored()
    if job == "save":
        assert stored.answers[CODE] == "D"
    else:
        assert stored.notes[CODE] == "Ditulis sesaat sebelum ditutup."
    assert stored.evidence.get(CODE, []) == [], "a cancelled file leaves nothing"
    left = [path.name for path in tmp_path.rglob("*") if path.name.startswith((".masuk-", ".zidesk-"))]
    assert not left and not (tmp_path / "cadangan.zip").exists()
    assert not list((tmp_path / "Dokumen").rglob("zidesk.db"))


def test_the_window_lives_while_many_files_come_in(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "catatan"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"catatan {number:04}.txt").write_text(f"Catatan {number}\n")
    desk.show(CODE)
    beats: list[float] = [time.monotonic()]
    heart = QTimer(desk.window)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start(5)
    assert desk.drop(desk.window.assessment.evidence, [folder])
    desk.qtbot.waitUntil(lambda: bool(desk.window.jobs.running()))
    desk.qtbot.waitUntil(lambda: not desk.window.jobs.running(), timeout=60_000)
    heart.stop()
    assert len(desk.window.assessment.evidence.list.uses) == MANY
    longest = max(after - before for before, after in pairwise(beats))
    assert longest < _LONGEST, f"{longest * 1000:.0f} ms without a beat"
