"""All shortcuts on one sheet, made from the table of commands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zidesk.ui.commands import COMMANDS, Command, Group
from zidesk.ui.menu import keys_of
from zidesk.ui.theme import BODY, GAP, QUESTION, SECONDARY, SECTION_GAP, TITLE, WIDE_GAP, font
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.labels import frame, label, push_button

_LINES_WIDE, _LINES_HIGH, _COLUMNS = 66, 36, 3
_BY_PLACE = "Di tempatnya"
# keys that belong to a part of the window and not to the whole of it
_OF_PLACES = (
    ("1 … 9, A … E, Y, T", "Pilih jawaban, pada pilihan jawaban"),
    ("Alt+Up", "Naikkan bukti, pada daftar bukti"),
    ("Alt+Down", "Turunkan bukti, pada daftar bukti"),
    ("Del", "Pindahkan ke tempat sampah, pada daftar bukti"),
    ("F10", "Buka menu (atau Alt)"),
)

Row = tuple[str, str]  # keys, words


def shortcut_groups(commands: Sequence[Command] = COMMANDS) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """What the sheet shows: titles with their rows; commands without keys are not on it."""
    groups = [
        (
            group.value,
            tuple(
                (keys_of(command)[0].toString(QKeySequence.SequenceFormat.NativeText), command.words.rstrip("…"))
                for command in commands
                if command.group is group and command.shortcut
            ),
        )
        for group in Group
    ]
    return (*((title, rows) for title, rows in groups if rows), (_BY_PLACE, _OF_PLACES))


class ShortcutsDialog(QDialog):
    def __init__(self, parent: QWidget, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pintasan")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(SECTION_GAP, 0, SECTION_GAP, 20)
        columns.setSpacing(SECTION_GAP + GAP)
        for groups in _columns(shortcut_groups(commands)):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for title, rows in groups:
                column.addWidget(label(title, size=QUESTION, bold=True))
                column.addLayout(_grid(rows))
                column.addSpacing(8)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.area = QScrollArea()
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName("Daftar pintasan")
        FocusRing(self.area)
        self.leave = push_button("Tutup", look="primary")
        self.leave.clicked.connect(self.accept)
        self.leave.setDefault(True)
        self._arrange()
        self.leave.setFocus()

    def _arrange(self) -> None:
        head = label("Pintasan papan ketik", size=TITLE, bold=True)
        head.setContentsMargins(SECTION_GAP, 20, SECTION_GAP, GAP)
        bar = frame("above-line")
        buttons = QHBoxLayout(bar)
        buttons.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.area, 1)
        layout.addWidget(bar)
        line, room = QFontMetrics(font(BODY)).height(), self.screen().availableGeometry()
        self.resize(min(_LINES_WIDE * line, room.width() - 48), min(_LINES_HIGH * line, room.height() - 72))


def _grid(rows: Sequence[Row]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE_GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for place, (keys, words) in enumerate(rows):
        name = label(words, wrap=True)
        name.setAccessibleName(f"{words}: {keys}")
        grid.addWidget(name, place, 0)
        grid.addWidget(label(keys, look="chip", size=SECONDARY), place, 1, Qt.AlignmentFlag.AlignRight)
    return grid


Groups = tuple[tuple[str, tuple[Row, ...]], ...]


def _columns(groups: Groups) -> tuple[Groups, ...]:
    """Columns of nearly one height: the largest groups first, each to the shortest one; a title counts as two
    rows. In each column they stand in their order."""
    columns = [list[int]() for _ in range(_COLUMNS)]
    sizes = [len(rows) + 2 for _, rows in groups]
    for place in sorted(range(len(groups)), key=lambda place: -sizes[place]):
        min(columns, key=lambda column: sum(sizes[other] for other in column)).append(place)
    filled = sorted((sorted(column) for column in columns if column), key=min)
    return tuple(tuple(groups[place] for place in column) for column in filled)
