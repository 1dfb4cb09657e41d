"""Our own bugs: a calm dialog and a note for the maker; the data is safe, for every change was saved at once."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from zidesk import __version__

_NOTE_MAX = 500_000  # bytes of notes kept


def default_note_path() -> Path:
    """Where this user's log belongs on this system."""
    import platformdirs

    return Path(platformdirs.user_log_dir("ZIDesk", appauthor=False)) / "kesalahan.txt"


def write_note(path: Path, text: str) -> bool:
    """Add to the note; False when that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if path.exists() and path.stat().st_size < _NOTE_MAX else "w"
        with path.open(mode, encoding="utf-8") as stream:
            stream.write(text)
    except OSError:
        return False
    return True


def show_crash(note: str) -> None:
    """The dialog; `note` is where the details are, "" when they could not be written."""
    box = QMessageBox(QMessageBox.Icon.Warning, "ZIDesk", "Terjadi kesalahan yang tidak terduga di ZIDesk.")
    where = f"Kirimkan catatan {note} kepada pembuat ZIDesk." if note else "Tutup lalu buka lagi ZIDesk."
    box.setInformativeText(f"Data yang sudah tersimpan tetap aman. {where}")
    box.addButton("Lanjutkan", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


class CrashHandler:
    """To be `sys.excepthook`. One dialog at a time: a fault that repeats does not bury the screen."""

    def __init__(self, path: Path, show: Callable[[str], None] = show_crash) -> None:
        self._path, self._show = path, show
        self._showing = False

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        head = f"ZIDesk {__version__} · {datetime.now().astimezone():%Y-%m-%d %H:%M:%S} · {sys.version}\n"
        written = write_note(self._path, f"{head}{details}\n")
        if not written and sys.stderr is not None:
            sys.stderr.write(details)
        if self._showing or QApplication.instance() is None:
            return
        self._showing = True
        try:
            self._show(str(self._path) if written else "")
        finally:
            self._showing = False
