"""The Qt application: Fusion, our theme, sizes and words."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from zidesk import __version__
from zidesk.storage.paths import shipped_resources
from zidesk.ui.collector import WindowCollector
from zidesk.ui.icon_set import retint
from zidesk.ui.theme import Theme, font, refit
from zidesk.ui.theme.fusion_palette import fusion_palette
from zidesk.ui.theme.style_sheet import style_sheet

REFERENCE_SIZE = (1366, 768)
_TURN = 0.0005  # seconds that work beside the window may keep it waiting, each time; Python's own 5 ms add up
_ICON_SIZES = (16, 32, 48, 256)


class Application(QApplication):
    """Carries the theme and wears it: a change reaches every widget that is there."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        WindowCollector(self)
        sys.setswitchinterval(_TURN)
        self.setApplicationName("ZIDesk")
        self.setApplicationDisplayName("ZIDesk")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("zidesk")
        self.setWindowIcon(_program_icon())
        QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        original = self.palette()
        self.setStyle("Fusion")
        self._bare = False
        self.theme = Theme(original, self)
        self.theme.changed.connect(self._dress)
        self.screenAdded.connect(self._dress)  # icons are drawn for the screens that are there
        self._dress()

    @contextmanager
    def bare(self) -> Iterator[None]:
        """Widgets made within wear the style sheet all together at the end. While there is one, Qt looks at every
        widget anew each time that it, or one around it, is laid into another."""
        self._bare = True
        self.setStyleSheet("")
        try:
            yield
        finally:
            self._bare = False
            self.setStyleSheet(style_sheet(self.theme.colours, self.theme.scale))

    def _dress(self) -> None:
        self.setPalette(fusion_palette(self.theme.colours))
        self.setFont(font())
        if not self._bare:
            self.setStyleSheet(style_sheet(self.theme.colours, self.theme.scale))
        for widget in self.allWidgets():
            refit(widget)
            retint(widget)


def _program_icon() -> QIcon:
    made = QIcon()
    for size in _ICON_SIZES:
        made.addFile(str(shipped_resources().root / "icons" / "app" / f"zidesk-{size}.png"))
    return made


def make_application(arguments: Sequence[str]) -> Application:
    """The one application of this process; Qt raises RuntimeError where a foreign one runs already."""
    existing = QApplication.instance()
    return existing if isinstance(existing, Application) else Application(arguments)
