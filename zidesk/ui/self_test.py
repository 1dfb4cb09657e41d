"""The window program tries itself: all that the console program tries, then fonts and a window at work."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QImage

from zidesk.services.self_test.parts import NotAsExpected, Part, PartResult
from zidesk.services.self_test.running import self_test, try_parts
from zidesk.services.self_test.sample import sample_backup
from zidesk.services.self_test.words import line_of
from zidesk.storage.paths import Resources, shipped_resources
from zidesk.storage.settings import SettingsFile
from zidesk.ui.application import REFERENCE_SIZE, Application, make_application

_DRAWN_AFTER = 500  # milliseconds from the workspace's data to the picture
_PATIENCE = 60_000  # milliseconds for everything that the window does
_COLOURS = 24  # different ones at least, looked at every few pixels: an empty window has fewer
_STEP = 3


def run_window_self_test(note: Path | None) -> int:
    """0 when every part works. The lines go to stdout, where there is one, and to the file `note`: a window
    program on Windows has no stdout.
    """
    results = []
    with note.open("w", encoding="utf-8") if note else tempfile.TemporaryFile("w") as kept:
        for result in _results(shipped_resources()):
            results.append(result)
            line = line_of(result)
            kept.write(f"{line}\n")
            if sys.stdout is not None:
                print(line, flush=True)
    return 0 if all(result.works for result in results) else 1


def _results(resources: Resources) -> Iterator[PartResult]:
    yield from self_test(resources)
    application = make_application(sys.argv[:1])
    yield from try_parts({Part.FONTS: _fonts, Part.WINDOW: lambda: _window(application, resources)})


def _fonts() -> None:
    if not QFontDatabase.families():
        raise NotAsExpected


def _window(application: Application, resources: Resources) -> None:
    from zidesk.services.workspaces.archive import restore
    from zidesk.ui.main_window import MainWindow, WindowContext

    pictures: list[QImage] = []
    with tempfile.TemporaryDirectory(prefix="zidesk-", ignore_cleanup_errors=True) as scratch:
        root = Path(scratch) / "kerja"
        restore(sample_backup(resources), root)
        settings = SettingsFile(Path(scratch) / "pengaturan.toml")
        window = MainWindow(WindowContext("uji diri", lambda: datetime.now().astimezone(), settings))

        def look() -> None:
            pictures.append(window.grab().toImage())
            window.close()

        window.session.opened.connect(lambda *_: QTimer.singleShot(_DRAWN_AFTER, look))
        window.session.refused.connect(lambda *_: window.close())
        window.resize(*REFERENCE_SIZE)
        window.show()
        window.open_first(root)
        QTimer.singleShot(_PATIENCE, application.quit)
        application.exec()
    if not pictures or len(_colours(pictures[0])) < _COLOURS:
        raise NotAsExpected


def _colours(picture: QImage) -> set[int]:
    return {
        picture.pixel(x, y) for x in range(0, picture.width(), _STEP) for y in range(0, picture.height(), _STEP)
    }
