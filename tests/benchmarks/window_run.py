"""One measurement of the window in a process of its own, offscreen; prints milliseconds as JSON.

`start ROOT`: nothing is printed, the process ends once the workspace is on the screen. `tick ROOT`: each click on
an option until the window is painted with the new score. `scroll ROOT inbox|question`: each frame. `freeze ROOT
FOLDER`: the longest pauses while the files of a folder are attached, and what was done in each.
"""

import json
import os
import sys
import time
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
_TICKS, _FRAMES, _STEP = 60, 400, 240
_ANSWERED = "A.I.1.iii.b"
_kept: list[object] = []  # a window lives until the process ends


def start(root: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from zidesk.app import run_window
    from zidesk.ui.application import make_application
    from zidesk.ui.main_window import MainWindow

    application = make_application([])

    def look() -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        if shown and shown[0].session.current is not None and shown[0].assessment.isVisible():
            shown[0].repaint()
            os._exit(0)

    timer = QTimer(application)
    timer.timeout.connect(look)
    timer.start(2)
    run_window(root)


def _window(root: Path):  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QApplication

    from zidesk.storage.settings import SettingsFile
    from zidesk.ui.application import make_application
    from zidesk.ui.main_window import MainWindow, WindowContext

    make_application([])
    context = WindowContext("siti", lambda: datetime.now().astimezone(), SettingsFile(root / "setelan.json"))
    window = MainWindow(context)
    _kept.append(window)
    window.resize(1366, 768)
    window.show()
    window.open(root)
    _until(lambda: window.session.current is not None and not window.jobs.running(), QApplication.processEvents)
    _calm(2.0)
    return window


def _until(true, meanwhile) -> None:  # type: ignore[no-untyped-def]
    while not true():
        meanwhile()


def _calm(seconds: float) -> None:
    """Let everything come to rest that follows opening or showing a page."""
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    _until(lambda: time.perf_counter() > end, QApplication.processEvents)


def tick(root: Path) -> list[float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window = _window(root)
    window.controller.show_question(_ANSWERED)
    _calm(1.0)
    times = []
    for turn in range(_TICKS):  # from A, the answer of both schools, to C and back
        row = window.assessment.question.choices.rows[((turn + 1) % 2) * 2]
        before = window.status.score.text()
        started = time.perf_counter()
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        _until(lambda before=before: window.status.score.text() != before, QApplication.processEvents)
        QApplication.processEvents()  # paints what was changed
        times.append((time.perf_counter() - started) * 1000)
        _calm(0.1)
    return times


def scroll(root: Path, where: str) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.many_files import CROWDED

    window = _window(root)
    if where == "inbox":
        window.show_page("inbox")
        view = window.inbox.grid
    else:
        window.controller.show_question(CROWDED)
        view = window.assessment.evidence.list
    _calm(1.0)
    times, bar = [], view.verticalScrollBar()
    for frame in range(_FRAMES):
        started = time.perf_counter()
        bar.setValue((frame + 1) * _STEP % max(1, bar.maximum()))
        QApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
        time.sleep(0.004)
    return times


def freeze(root: Path, sources: Path) -> list[tuple[float, str]]:
    """The longest gaps between two beats of the event loop, with what the window's thread was seen doing in each;
    from the moment the files are let go until all work has come to rest."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.heartbeat import Heartbeat

    window = _window(root)
    window.controller.show_question(_ANSWERED)
    _calm(2.0)
    beat = Heartbeat()
    timer = QTimer()
    timer.timeout.connect(beat.beat)
    timer.start(2)
    beat.start()
    window.evidence.attach(sorted(sources.iterdir()), _ANSWERED)
    _until(
        lambda: not window.jobs.running() and len(window.assessment.evidence.list.uses) >= 1_000,
        lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents),
    )
    end = time.perf_counter() + 3.0
    _until(
        lambda: time.perf_counter() > end,
        lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents),
    )
    return beat.longest()


if __name__ == "__main__":
    what, place = sys.argv[1], Path(sys.argv[2])
    match what:
        case "start":
            start(place)
        case "tick":
            print(json.dumps(tick(place)), flush=True)
        case "scroll":
            print(json.dumps(scroll(place, sys.argv[3])), flush=True)
        case "freeze":
            print(json.dumps(freeze(place, Path(sys.argv[3]))), flush=True)
    sys.stdout.flush()
    os._exit(0)
