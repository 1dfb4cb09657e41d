"""What this program is: its version and those of its parts, its licence, where things lie."""

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zidesk import __version__
from zidesk.storage.engine import engine_version
from zidesk.ui.theme import BODY, GAP, SECONDARY, SECTION_GAP, TITLE, WIDE_GAP, font
from zidesk.ui.widgets.labels import frame, label, push_button, rule

LICENCES = (
    "ZIDesk berlisensi MIT. Fon DejaVu dan Liberation, ikon Lucide (ISC), Qt dan PySide6 (LGPL), serta pustaka "
    "lain di dalamnya memakai lisensinya masing-masing."
)
_UNKNOWN = "versi tidak tercatat"
_PARTS = (
    ("PySide6", ("PySide6-Essentials", "PySide6")),
    ("ReportLab", ("reportlab",)),
    ("Pillow", ("pillow",)),
    ("PDFium (pypdfium2)", ("pypdfium2",)),
)
_LINES_WIDE = 38

Fact = tuple[str, str]


def versions() -> tuple[Fact, ...]:
    """The program and its parts by name and version; none of the parts is loaded for it."""
    parts = tuple((name, _version_of(packages)) for name, packages in _PARTS)
    return (
        ("ZIDesk", __version__),
        ("Python", platform.python_version()),
        parts[0],
        ("Qt", qVersion()),
        ("SQLite", engine_version()),
        *parts[1:],
        ("Sistem", platform.platform(terse=True)),
    )


def places(settings: Path, workspace: Path | None) -> tuple[Fact, ...]:
    """Where settings and data lie."""
    return (
        ("Pengaturan", str(settings)),
        ("Berkas kerja", str(workspace) if workspace is not None else "belum ada yang dibuka"),
    )


def _version_of(packages: Sequence[str]) -> str:
    for package in packages:
        try:
            return version(package)
        except PackageNotFoundError:
            continue
    return _UNKNOWN


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget, settings: Path, workspace: Path | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tentang ZIDesk")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        ours, *parts = versions()
        self._first, self._parts = (ours, *places(settings, workspace)), tuple(parts)
        self.facts = (*self._first, *self._parts)
        self.copy = push_button("Salin")
        self.copy.setToolTip("Salin keterangan ini untuk dikirim kepada yang membantu Anda")
        self.copied = label(look="ok", size=SECONDARY)
        self.leave = push_button("Tutup", look="primary")
        self.copy.clicked.connect(self._copy)
        self.leave.clicked.connect(self.accept)
        self._arrange()
        self.leave.setDefault(True)
        self.leave.setFocus()

    def text(self) -> str:
        """Everything as lines to paste into a letter."""
        return "\n".join(f"{name}: {words}" for name, words in self.facts)

    def _arrange(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(SECTION_GAP, 20, SECTION_GAP, 20)
        column.setSpacing(GAP)
        column.addWidget(label("ZIDesk", size=TITLE, bold=True))
        column.addWidget(
            label("Penghimpun bukti penilaian Zona Integritas untuk sekolah.", look="muted", wrap=True)
        )
        column.addLayout(_grid(self._first, BODY))
        column.addWidget(label(LICENCES, look="muted", size=SECONDARY, wrap=True))
        column.addWidget(rule())
        column.addWidget(label("Dibuat dengan", size=SECONDARY, bold=True))
        column.addLayout(_grid(self._parts, SECONDARY))
        column.addStretch(1)
        bar = frame("above-line")
        buttons = QHBoxLayout(bar)
        buttons.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        buttons.setSpacing(GAP)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.copied, 1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(content, 1)
        layout.addWidget(bar)
        width = _LINES_WIDE * QFontMetrics(font(BODY)).height()
        self.resize(width, layout.totalHeightForWidth(width))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.copied.setText("Tersalin")


def _grid(facts: Sequence[Fact], size: float) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SECTION_GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, words) in enumerate(facts):
        value = label(words, size=size, wrap=True)
        value.setAccessibleName(f"{name}: {words}")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(name, look="muted", size=size), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
    return grid
