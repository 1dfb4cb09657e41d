"""Paket: making a bundle step by step, and checking any bundle."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.ui.bundle_wizard.check_step import CheckStep
from zidesk.ui.bundle_wizard.contents_step import ContentsStep
from zidesk.ui.bundle_wizard.destination_step import DestinationStep
from zidesk.ui.bundle_wizard.done_step import DoneStep
from zidesk.ui.bundle_wizard.passphrase_card import PassphraseCard
from zidesk.ui.bundle_wizard.step_bar import Step, StepBar
from zidesk.ui.bundle_wizard.verify_card import VerifyCard
from zidesk.ui.bundle_wizard.writing_step import WritingStep
from zidesk.ui.theme import SECTION_GAP, WIDE_GAP, set_size
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.labels import frame
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea

_WIDTH = 860
_REVEAL_FOR = 250  # milliseconds in which the page follows what has come at its end


class BundlePage(SteadyScrollArea):
    """Holds the steps, one of them in view; the controller connects them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = StepBar()
        self.contents, self.destination, self.check = ContentsStep(), DestinationStep(), CheckStep()
        self.writing, self.done, self.verify = WritingStep(), DoneStep(), VerifyCard()
        self.passphrase = PassphraseCard()
        self._steps: dict[Step, QWidget] = {
            Step.CONTENTS: self.contents,
            Step.DESTINATION: self.destination,
            Step.CHECK: self.check,
            Step.WRITING: self.writing,
            Step.DONE: self.done,
        }
        self.step = Step.CONTENTS
        self.make = frame("card")
        self._revealing = False
        self._arrange()
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._reveal())
        self.verify.answered.connect(self._show_answer)
        self.make.hide()
        self.show_step(Step.CONTENTS)

    def _arrange(self) -> None:
        card = QVBoxLayout(self.make)
        card.setContentsMargins(1, 1, 1, 1)
        card.setSpacing(0)
        card.addWidget(self.bar)
        for step in self._steps.values():
            card.addWidget(step)
        column = QWidget()
        set_size(column, most_width=_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, SECTION_GAP, 0, SECTION_GAP)
        layout.setSpacing(WIDE_GAP)
        layout.addWidget(self.make)
        layout.addWidget(self.passphrase)
        layout.addWidget(self.verify)
        layout.addStretch(1)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(SECTION_GAP, 0, SECTION_GAP, 0)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Paket")
        FocusRing(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_assessment(self, assessment: Assessment) -> None:
        """What there is to put into a bundle now."""
        self.contents.show_assessment(assessment)
        self.make.show()

    def hide_making(self) -> None:
        """No workspace is open, and what was found in a bundle of the one before is no longer of interest."""
        self.make.hide()
        self.verify.forget()
        self.verify.show()

    def show_step(self, step: Step, *, stopped: bool = False) -> None:
        """`stopped`: the end came before the bundle was whole, and the row of steps says so."""
        self.step = step
        self.bar.show_step(Step.WRITING if stopped else step)
        for key, widget in self._steps.items():
            if key is not step:
                widget.hide()
        self._steps[step].show()
        self.verify.setVisible(step not in (Step.CHECK, Step.WRITING))  # one thing at a time
        self.verticalScrollBar().setValue(0)

    def show_verification(self) -> None:
        """Bring the check into view."""
        self.verify.show()
        self._revealing = True  # the card has its height only after the layout has run
        QTimer.singleShot(0, self._reveal)
        QTimer.singleShot(_REVEAL_FOR, self._stop_revealing)

    def _show_answer(self) -> None:
        """What the check found is seen by whoever waits for it here."""
        if self.verify.isVisible():
            self.show_verification()

    def _reveal(self) -> None:
        if self._revealing:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _stop_revealing(self) -> None:
        self._revealing = False
