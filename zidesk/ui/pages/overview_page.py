"""Beranda: the score and why it is what it is, what gains most, and what is still missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.gains import gains
from zidesk.domain.gaps import area_progress, troubled, without_evidence
from zidesk.ui.models.question_filter import Show
from zidesk.ui.overview_lines import (
    PREDICATES,
    area_line,
    bare_line,
    criteria_lines,
    gain_lines,
    limits_of,
    trouble_line,
)
from zidesk.ui.theme import SECTION_GAP, WIDE_GAP
from zidesk.ui.widgets.card import LineCard
from zidesk.ui.widgets.labels import label
from zidesk.ui.widgets.score_card import ScoreCard

_NAMED = 6  # lines of questions and files named before the rest is left to the filter

_UNSURE = "“Belum pasti”: batasnya belum terkonfirmasi dari sumber resmi, jadi tidak diputuskan."


class OverviewPage(QScrollArea):
    """`question_chosen`: the code behind a line; `filter_asked`: a Show; `bundle_asked`: the next thing to do."""

    question_chosen = Signal(str)
    filter_asked = Signal(object)
    bundle_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment: Assessment | None = None
        self._shown: Assessment | None = None
        self.top = ScoreCard()
        self.areas = LineCard("Nilai per area")
        self.gains = LineCard(
            "Langkah yang paling menambah nilai", empty="Semua butir sudah pada jawaban terbaiknya."
        )
        self.criteria = LineCard(
            "Syarat WBK dan WBBM", empty="Lembar penilaian ini tidak memuat syarat WBK dan WBBM."
        )
        self.bare = LineCard("Butir tanpa bukti", empty="Semua butir sudah mempunyai bukti.")
        self.trouble = LineCard("Berkas rusak atau terkunci", empty="Semua berkas bukti dapat dibuka.")
        self.unconfirmed = label(look="warn", wrap=True)
        self.top.bundle_asked.connect(self.bundle_asked)
        for card in (self.areas, self.gains, self.criteria, self.bare, self.trouble):
            card.chosen.connect(self.question_chosen)
        self.bare.all_asked.connect(lambda: self.filter_asked.emit(Show.NO_EVIDENCE))
        self.trouble.all_asked.connect(lambda: self.filter_asked.emit(Show.TROUBLE))
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(SECTION_GAP, 20, SECTION_GAP, 20)
        layout.setSpacing(WIDE_GAP)
        layout.addWidget(self.top)
        layout.addWidget(self.unconfirmed)
        columns = QHBoxLayout()
        columns.setSpacing(WIDE_GAP)
        for cards, share in (((self.areas, self.criteria), 7), ((self.gains, self.bare, self.trouble), 6)):
            column = QVBoxLayout()
            column.setSpacing(WIDE_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, share)
        layout.addLayout(columns)
        layout.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_assessment(self, assessment: Assessment) -> None:
        """Take the present data; drawn at once when the page is in view, else when it comes into view."""
        self._assessment = assessment
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def _refresh(self) -> None:
        assessment = self._assessment
        if assessment is None or assessment is self._shown:
            return
        self._shown = assessment
        sheet = assessment.instrument
        found = gains(sheet, assessment.answers)
        bare, flawed = without_evidence(assessment), troubled(assessment)
        distinct = len({use.file.sha256 for use in flawed})
        self.top.show_figures(assessment, len(sheet.questions) - len(bare), distinct)
        self._tell_unconfirmed(assessment)
        self.areas.show_lines(
            [area_line(assessment, area) for area in area_progress(assessment)], aside=_legend(assessment)
        )
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
