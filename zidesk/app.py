"""The composition root of the window: paths → settings → workspace → services → window. Nothing is global."""

import getpass
import sys
from datetime import datetime
from pathlib import Path


def run_window(workspace: Path | None) -> int:
    """Show the window until it is closed. Without `workspace` the one used last is opened, if it can be.

    Where this user has a window already, that one comes forward and opens `workspace` instead. The window is on
    the screen before the database library is loaded.
    """
    from PySide6.QtCore import QTimer

    from zidesk.storage.settings import SettingsFile, default_settings_path
    from zidesk.ui.application import REFERENCE_SIZE, make_application
    from zidesk.ui.crash import CrashHandler, default_note_path
    from zidesk.ui.main_window import MainWindow, WindowContext
    from zidesk.ui.single_instance import SingleInstance, instance_name

    application = make_application(sys.argv[:1])
    settings = default_settings_path()
    instance = SingleInstance(instance_name(settings), application)
    if not instance.claim() and instance.send(workspace):
        return 0
    sys.excepthook = crash = CrashHandler(default_note_path())
    with application.bare():
        window = MainWindow(WindowContext(_operator(), _now, SettingsFile(settings)))
    instance.asked.connect(window.come_forward)
    crash.save = window.commit
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
        instance.release()
        sys.excepthook = sys.__excepthook__


def main() -> None:
    """The gui script: at most one argument, the workspace to open; or `--self-test [FILE]`."""
    match sys.argv[1:]:
        case ["--self-test", *note]:
            from zidesk.ui.self_test import run_window_self_test

            sys.exit(run_window_self_test(Path(note[0]) if note else None))
        case workspace:
            sys.exit(run_window(_folder_of(Path(workspace[0])) if workspace else None))


def _folder_of(path: Path) -> Path:
    """A double click in a file manager hands over the database; the workspace is the folder it lies in."""
    from zidesk.storage.paths import WorkspacePaths

    return path.parent if WorkspacePaths(path.parent).database == path else path


def _now() -> datetime:
    """Now, with the zone of this machine."""
    return datetime.now().astimezone()


def _operator() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "operator"
