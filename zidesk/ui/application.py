"""The Qt application: Fusion, our palette, sizes and words."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from zidesk import __version__
from zidesk.ui.collector import WindowCollector
from zidesk.ui.theme import BODY, LIGHT, font, qt_palette, style_sheet

REFERENCE_SIZE = (1366, 768)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application of this process, dressed; an existing one is dressed anew."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    if application.findChild(WindowCollector) is None:
        WindowCollector(application)
    application.setApplicationName("ZIDesk")
    application.setApplicationDisplayName("ZIDesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("zidesk")
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    application.setStyle("Fusion")
    application.setPalette(qt_palette(LIGHT))
    application.setFont(font(BODY))
    application.setStyleSheet(style_sheet(LIGHT))
    return application
