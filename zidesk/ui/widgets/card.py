"""A card of the overview: a title, a word beside it, lines, and what stands there when there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import QUESTION, SECONDARY
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.line import Line
from zidesk.ui.widgets.line_list import LineList

_SIDE, _LINE_SIDE = 20, 14  # lines reach a little further out than titles


class LineCard(QFrame):
    """`chosen`: the target of a line; `all_asked`: the button below the lines."""

    chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, title: str, *, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.title = label(title, size=QUESTION, bold=True, wrap=True)
        self.aside = label(look="muted", size=SECONDARY)
        self.lines = LineList()
        self.lines.chosen.connect(self.chosen)
        self.empty = label(empty, look="muted", wrap=True)
        self.note = label(look="muted", size=SECONDARY, wrap=True)
        self.note.hide()
        self.all = push_button("", look="link")
        self.all.clicked.connect(self.all_asked)
        self.all.hide()
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.aside)
        body = QVBoxLayout()
        body.setContentsMargins(_LINE_SIDE, 0, _LINE_SIDE, 0)
        body.addWidget(self.lines)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        foot.setSpacing(4)
        foot.addWidget(self.empty)
        foot.addWidget(self.note)
        foot.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 14)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addLayout(body)
        layout.addLayout(foot)
        layout.addStretch(1)

    def show_lines(self, lines: Sequence[Line], *, aside: str = "", note: str = "", all_words: str = "") -> None:
        """`all_words` names the button below the lines, "" for none."""
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.empty.setVisible(not lines and bool(self.empty.text()))
        self.aside.setText(aside)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.all.setText(all_words)
        self.all.setAccessibleName(all_words)
        self.all.setVisible(bool(all_words))
