"""Beranda: the score and why it is what it is, what gains most, and what is still missing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.gains import gains
from zidesk.domain.gaps import area_progress, troubled, without_documents, without_evidence
from zidesk.ui.gap_lines import INBOX_TARGET, bare_line, lacking_lines, papers_line, trouble_line
from zidesk.ui.models.question_filter import Show
from zidesk.ui.overview_lines import PREDICATES, area_lines, criteria_lines, gain_lines, limits_of
from zidesk.ui.theme import SECTION_GAP, WIDE_GAP, scaled
from zidesk.ui.widgets.card import LineCard
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.personal_card import PersonalCard
from zidesk.ui.widgets.score_card import ScoreCard
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea

if TYPE_CHECKING:
    from zidesk.services.privacy.suggesting import Suggestion

_NAMED = 6  # lines of questions and files named before the rest is left to the filter
_TWO_COLUMNS = 1120  # pixels at 100 % from which cards stand side by side
_NOTHING = "Tidak ada yang kurang: semua butir dijawab dan berbukti, dan dokumen wajibnya lengkap."
_UNSURE = "“Belum pasti”: batasnya belum terkonfirmasi dari sumber resmi, jadi tidak diputuskan."


class OverviewPage(SteadyScrollArea):
    """`question_chosen`: the code behind a line; `evidence_chosen`: the code (INBOX: "") and the use behind one;
    `filter_asked`: a Show; `inbox_asked`: the files not placed yet."""

    question_chosen = Signal(str)
    evidence_chosen = Signal(str, int)
    filter_asked = Signal(object)
    inbox_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        super().__init__(parent)
        self._assessment: Assessment | None = None
        self._shown: Assessment | None = None
        self.top = ScoreCard()
        self.areas = LineCard("Nilai per area")
        self.lacking = LineCard("Yang masih kurang", empty=_NOTHING)
        self.gains = LineCard(
            "Langkah yang paling menambah nilai", empty="Semua butir sudah pada jawaban terbaiknya."
        )
        self.criteria = LineCard(
            "Syarat WBK dan WBBM", empty="Lembar penilaian ini tidak memuat syarat WBK dan WBBM."
        )
        self.bare = LineCard("Butir tanpa bukti", empty="Semua butir sudah mempunyai bukti.")
        self.papers = LineCard("Dokumen wajib yang belum ada", empty="Semua dokumen wajib sudah ada.")
        self.trouble = LineCard("Berkas rusak atau terkunci", empty="Semua berkas bukti dapat dibuka.")
        self.personal = PersonalCard()
        self._suggestions: Sequence[Suggestion] = ()
        self.unconfirmed = label(look="warn", wrap=True)
        self.lacking.chosen.connect(self._go_to)
        self.personal.evidence_chosen.connect(self.evidence_chosen)
        for card in (self.areas, self.gains, self.criteria, self.bare, self.papers, self.trouble):
            card.chosen.connect(self.question_chosen)
        for card, show in (
            (self.bare, Show.NO_EVIDENCE),
            (self.papers, Show.NO_DOCUMENTS),
            (self.trouble, Show.TROUBLE),
        ):
            card.all_asked.connect(lambda show=show: self.filter_asked.emit(show))
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SECTION_GAP, WIDE_GAP, SECTION_GAP, WIDE_GAP)
        layout.setSpacing(WIDE_GAP)
        layout.addWidget(self.top)
        layout.addWidget(self.unconfirmed)
        self._columns.setSpacing(WIDE_GAP)
        left = (self.areas, self.lacking, self.papers, self.bare)
        right = (self.gains, self.criteria, self.personal, self.trouble)
        for cards, share in ((left, 7), (right, 6)):
            column = QVBoxLayout()
            column.setSpacing(WIDE_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, share)
        layout.addLayout(self._columns)
        layout.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Beranda")
        FocusRing(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        """Large letters on a small screen: the cards stand under one another, so that no word is cut off."""
        wide = self.width() >= scaled(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _go_to(self, target: str) -> None:
        if target == INBOX_TARGET:
            self.inbox_asked.emit()
        else:
            self.filter_asked.emit(Show[target])

    def show_suggestions(self, suggestions: "Sequence[Suggestion]") -> None:
        """Files that might hold personal data and were not decided about; without any the card is not there."""
        self._suggestions = suggestions
        if self.isVisible():
            self._show_personal()

    def _show_personal(self) -> None:
        if self._assessment is not None:
            self.personal.show_suggestions(self._assessment.instrument, self._suggestions)

    def show_assessment(self, assessment: Assessment) -> None:
        """Take the present data; drawn at once when the page is in view, else when it comes into view."""
        self._assessment = assessment
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        self._show_personal()
        super().showEvent(event)

    def _refresh(self) -> None:
        assessment = self._assessment
        if assessment is None or assessment is self._shown:
            return
        self._shown = assessment
        sheet = assessment.instrument
        found = gains(sheet, assessment.answers)
        bare, without_papers = without_evidence(assessment), without_documents(assessment)
        flawed = troubled(assessment)
        distinct = len({use.file.sha256 for use in flawed})
        self.top.show_figures(assessment, len(sheet.questions) - len(bare), distinct)
        self._tell_unconfirmed(assessment)
        self.areas.show_lines(area_lines(assessment), aside=_legend(assessment))
        self.lacking.show_lines(lacking_lines(assessment, bare, without_papers, flawed))
        self.gains.show_lines(gain_lines(sheet, found), aside="tambahan nilai" if found else "")
        unsure = any(item.minimum is None for criteria in assessment.criteria.values() for item in criteria)
        self.criteria.show_lines(
            criteria_lines(assessment, found),
            note=_UNSURE if unsure else "",
        )
        self.bare.show_lines(
            [bare_line(sheet, place, assessment.scores.questions[place.question.code]) for place in bare[:_NAMED]],
            aside=f"{len(bare)} butir" if bare else "",
            all_words=f"Lihat semua {len(bare)} butir di Penilaian" if len(bare) > _NAMED else "",
        )
        self.papers.show_lines(
            [papers_line(assessment, place) for place in without_papers[:_NAMED]],
            aside=f"{len(without_papers)} butir" if without_papers else "",
            all_words=f"Lihat semua {len(without_papers)} butir di Penilaian"
            if len(without_papers) > _NAMED
            else "",
        )
        self.trouble.show_lines(
            [trouble_line(sheet, use) for use in flawed[:_NAMED]],
            aside=f"{distinct} berkas" if flawed else "",
            all_words="Lihat semua di Penilaian" if len(flawed) > _NAMED else "",
        )

    def _tell_unconfirmed(self, assessment: Assessment) -> None:
        sheet = assessment.instrument
        self.unconfirmed.setVisible(not sheet.confirmed)
        if not sheet.confirmed:
            self.unconfirmed.setText(
                f"Lembar penilaian {sheet.regulation or sheet.title} {sheet.status or 'belum terkonfirmasi'}: "
                "pilihan jawaban dan sebagian besar batasnya perlu dicocokkan dengan naskah resmi."
            )


def _legend(assessment: Assessment) -> str:
    """What the dashed lines mean, with the limits of this sheet."""
    limits = limits_of(assessment, area_progress(assessment)[0])
    parts = [f"{name} {limits[name]:.0f} %" for name in PREDICATES if name in limits]
    return f"garis putus: {' dan '.join(parts)}" if parts else "batas per area belum terkonfirmasi"
