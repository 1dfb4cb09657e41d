"""Isi paket: what goes in, arranged how, as what; what most bundles leave as it is stands on a sheet behind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_size
from zidesk.ui.bundle_wizard.area_choice import AreaChoice
from zidesk.ui.bundle_wizard.counting import Counted, count
from zidesk.ui.bundle_wizard.form_choice import FormChoice
from zidesk.ui.bundle_wizard.option_words import summary_of
from zidesk.ui.bundle_wizard.options_sheet import OptionsSheet
from zidesk.ui.bundle_wizard.review_hint import ReviewHint
from zidesk.ui.bundle_wizard.wish import Contents
from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button, set_look


class ContentsStep(QWidget):
    """`done`: on to where it is written; `review_asked`: to the files that might hold personal data."""

    done = Signal()
    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment: Assessment | None = None
        self._suspects: frozenset[str] = frozenset()
        self.areas, self.form, self.options = AreaChoice(), FormChoice(), OptionsSheet()
        self.review = ReviewHint()
        self.review.asked.connect(self.review_asked)
        self.differences = label(look="muted", wrap=True)
        self.more = push_button("Ubah pilihan lain")
        self.more.clicked.connect(lambda: self.show_options(True))
        self.back = push_button("Kembali ke isi paket")
        self.back.clicked.connect(lambda: self.show_options(False))
        self.summary = label(look="muted")
        self.next = push_button("Lanjut ke tujuan", look="primary")
        self.next.clicked.connect(self.done)
        self._common = QWidget()
        self._arrange()
        for part in (self.areas, self.options):
            part.changed.connect(self._tell)
        self._show_sheet(False)

    def _arrange(self) -> None:
        band = frame("band")
        row = QHBoxLayout(band)
        row.setContentsMargins(WIDE_GAP, 8, GAP, 8)
        row.setSpacing(GAP)
        row.addWidget(label("Pilihan lain", bold=True))
        row.addWidget(self.differences, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        common = QVBoxLayout(self._common)
        common.setContentsMargins(0, 0, 0, 0)
        common.setSpacing(8)
        common.addWidget(self.areas)
        common.addWidget(self.form)
        common.addWidget(band)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.back)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 16)
        layout.setSpacing(8)
        layout.addWidget(self._common)
        layout.addWidget(self.options)
        layout.addWidget(self.review)
        layout.addLayout(foot)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what there is to put in; what was chosen stays chosen."""
        self._assessment = assessment
        self.areas.show_assessment(assessment)

    def show_suspects(self, suspects: frozenset[str]) -> None:
        """Contents that might hold personal data and were not decided about, by their hashes."""
        self._suspects = suspects
        self._tell()

    def reset(self) -> None:
        """As for the first bundle of a workspace."""
        self._suspects = frozenset()
        for part in (self.areas, self.form, self.options):
            part.reset()
        self._show_sheet(False)

    def prefer_paper(self, paper: str) -> None:
        """The paper that is chosen until the user chooses another."""
        self.options.prefer_paper(paper)

    def show_options(self, on: bool) -> None:
        """The sheet of further choices, or the common ones, with the focus there."""
        self._show_sheet(on)
        (self.options.limit.chosen() if on else self.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, on: bool) -> None:
        for shown, widget in ((not on, self._common), (on, self.options), (on, self.back)):
            if not shown:
                widget.hide()
        for shown, widget in ((not on, self._common), (on, self.options), (on, self.back)):
            if shown:
                widget.show()

    def contents(self) -> Contents:
        counted = self._count()
        return Contents(
            self.areas.keys(),
            self.form.layout_key(),
            self.options.paper.value(),
            counted.files,
            counted.bytes,
            self.form.form(),
            self.form.part_mb.value(),
            self.options.options(),
        )

    def _count(self) -> Counted:
        if self._assessment is None:
            return Counted()
        return count(self._assessment, self.areas.chosen(), self._suspects)

    def _tell(self) -> None:
        counted, any_area = self._count(), bool(self.areas.chosen())
        options = self.options
        options.show_counted(counted)
        self.review.show_undecided(counted.undecided)
        self.differences.setText(
            summary_of(options.options(), counted.personal, options.paper.value(), options.paper.usual)
        )
        self.next.setEnabled(any_area)
        set_look(self.next, "primary" if any_area else "")
        words = f"{counted.questions} butir · {counted.files} berkas bukti · {format_size(counted.bytes)}"
        self.summary.setText(words if any_area else "Pilih sedikitnya satu area.")
