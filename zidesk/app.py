"""The composition root of the window: paths → settings → workspace → services → window. Nothing is global."""

import getpass
import sys
from datetime import datetime
from pathlib import Path


def run_window(workspace: Path | None) -> int:
    """Show the window until it is closed. Without `workspace` the one used last is opened, if it can be.

    The window is on the screen before the database library is loaded.
    """
    from PySide6.QtCore import QTimer

    from zidesk.storage.settings import SettingsFile, default_settings_path
    from zidesk.ui.application import REFERENCE_SIZE, make_application
    from zidesk.ui.crash import CrashHandler, default_note_path
    from zidesk.ui.main_window import MainWindow, WindowContext

    application = make_application(sys.argv[:1])
    sys.excepthook = CrashHandler(default_note_path())
    context = WindowContext(_operator(), _now, SettingsFile(default_settings_path()))
    window = MainWindow(context)
    window.resize(*REFERENCE_SIZE)
    screen = window.screen().availableGeometry()
    if screen.width() <= REFERENCE_SIZE[0] or screen.height() <= REFERENCE_SIZE[1]:
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, lambda: window.open_first(workspace))
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__


def main() -> None:
    """The gui script: at most one argument, the workspace to open."""
    sys.exit(run_window(Path(sys.argv[1]) if len(sys.argv) > 1 else None))


def _now() -> datetime:
    """Now, with the zone of this machine."""
    return datetime.now().astimezone()


def _operator() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "operator"
