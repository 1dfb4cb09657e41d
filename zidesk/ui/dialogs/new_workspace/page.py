"""What every step of the wizard has: a title, a sentence, and fields that scroll where the screen is small."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from zidesk.ui.dialogs.new_workspace.field import Field
from zidesk.ui.later import later
from zidesk.ui.theme import GAP, SECTION_GAP, TITLE
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea


class WizardPage(SteadyScrollArea):
    """A step; `name` stands in the list of steps. `edited`: something on it was changed by the user."""

    edited = Signal()
    name = ""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(SECTION_GAP, 20, SECTION_GAP, 20)
        self.column.setSpacing(GAP)
        self.column.addWidget(label(title, size=TITLE, bold=True))
        self.column.addWidget(label(sentence, look="muted", wrap=True))
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(title)
        FocusRing(self)

    def first_widget(self) -> QWidget:
        """Where the typing begins."""
        return next(iter(self.fields.values())).line

    def take_fields(self, fields: dict[str, Field]) -> None:
        """Know these fields; they are checked in this order."""
        self.fields.update(fields)
        for field in fields.values():
            field.edited.connect(self.edited)

    def text(self, key: str) -> str:
        return self.fields[key].text()

    def settle(self) -> QWidget | None:
        """Say everything that is wrong on this page; the first widget to put right, None when all is well."""
        wrong = [field for field in self.fields.values() if not field.settle()]
        return wrong[0].line if wrong else None

    def lead_to(self, widget: QWidget) -> None:
        """Bring a widget into sight and put the cursor there."""
        widget.setFocus()
        later(self, 0, lambda: self.ensureWidgetVisible(widget, 0, 60))  # the hint has its height then

    def typed_texts(self) -> Iterable[str]:
        """What the user would lose by going away."""
        return (field.text() for field in self.fields.values())
