"""Our own bugs: what is typed is saved first, then a note for the maker and a calm dialog; the program goes on."""

import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from zidesk import __version__

_NOTE_MAX = 500_000  # bytes of notes kept
_REPEATS = 3  # dialogs about one and the same fault; a fault of every paint event must not stop all work


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
    where = f"Kirimkan berkas {note} kepada pembuat ZIDesk." if note else "Tutup lalu buka lagi ZIDesk."
    box.setInformativeText(f"Data yang sudah tersimpan tetap aman, dan pekerjaan dapat dilanjutkan. {where}")
    go_on = box.addButton("Lanjutkan", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    folder = box.addButton("Buka foldernya", QMessageBox.ButtonRole.ActionRole) if note else None
    box.exec()
    if folder is not None and box.clickedButton() is folder:
        QDesktopServices.openUrl(QUrl.fromLocalFile(os.fspath(Path(note).parent)))


class CrashHandler:
    """To be `sys.excepthook`. One dialog at a time, and none for a fault that was told often enough: it does not
    bury the screen. `save` keeps what is typed and not yet saved; it is the window's, set once that is there."""

    def __init__(self, path: Path, show: Callable[[str], None] = show_crash) -> None:
        self._path, self._show = path, show
        self._showing = False
        self._told: Counter[str] = Counter()
        self.save: Callable[[], object] = lambda: None

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        details = "".join(traceback.format_exception(kind, fault, trace))
        head = f"ZIDesk {__version__} · {datetime.now().astimezone():%Y-%m-%d %H:%M:%S} · {sys.version}\n"
        written = write_note(self._path, f"{head}{details}\n")
        if not written and sys.stderr is not None:
            sys.stderr.write(details)
        place = "".join(traceback.format_tb(trace))
        if self._showing or QApplication.instance() is None or self._told[place] >= _REPEATS:
            return
        self._told[place] += 1
        self._showing = True
        try:
            self._save_typed()
            self._show(str(self._path) if written else "")
        finally:
            self._showing = False

    def _save_typed(self) -> None:
        """Saving may meet the very same fault; it is noted, and the dialog comes all the same."""
        try:
            self.save()
        except Exception:
            write_note(self._path, f"{traceback.format_exc()}\n")
