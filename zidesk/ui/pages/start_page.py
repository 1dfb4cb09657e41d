"""Where work begins: the workspaces used lately, a new school, any other workspace, the example."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from zidesk.messages.message import Message
from zidesk.storage.settings import RecentWorkspace
from zidesk.ui.theme import BIG_TITLE, GAP, QUESTION, SECTION_GAP, set_size
from zidesk.ui.widgets.focus_ring import FocusRing
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.recent_list import RecentList
from zidesk.ui.widgets.recent_row import RecentRow
from zidesk.ui.widgets.refusal_box import RefusalBox
from zidesk.ui.widgets.sign import Sign
from zidesk.ui.widgets.steady_scroll import SteadyScrollArea
from zidesk.ui.widgets.ways_in import WaysIn

_WIDEST, _ALONE, _WAYS = 1040, 520, 280  # pixels at 100 %: the page, without recent ones, the ways beside them
_WELCOME = (
    "ZIDesk membantu sekolah mengisi LKE Zona Integritas, mengumpulkan bukti setiap butir, dan menyerahkannya "
    "sebagai satu paket yang rapi. Mulailah dengan data sekolah Anda, atau lihat dahulu sekolah contoh."
)
_WHAT = (
    "Satu berkas kerja adalah satu folder untuk satu sekolah dan satu tahun penilaian: jawaban LKE, berkas bukti, "
    "dan riwayatnya ada di dalamnya."
)


class StartPage(SteadyScrollArea):
    """`open_asked`: any other workspace; `chosen`: one of the recent; `forget_asked`: take it off the list;
    `read_only_asked` and `restore_asked`: the refused one; `new_requested`: a new school; `example_requested`:
    the example school; `guide_asked`: the first chapter of the guide. `came_into_view`: now is the time to look
    which of the recent are still there."""

    open_asked = Signal()
    chosen = Signal(object)  # Path
    forget_asked = Signal(object)  # Path
    read_only_asked = Signal(object)  # Path
    restore_asked = Signal(object)  # Path
    new_requested = Signal()
    example_requested = Signal()
    guide_asked = Signal()
    came_into_view = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Sign("school", "accent", 56)
        self.title = label(size=BIG_TITLE, bold=True, wrap=True)
        self.words = label(look="muted", wrap=True)
        self.learn = push_button("Baca sepuluh menit pertama", icon_name="book-open", look="link")
        self.learn.setToolTip("Panduan (F1)")
        self.learn.clicked.connect(self.guide_asked)
        self.problem, self.list, self.ways = RefusalBox(), RecentList(), WaysIn()
        self.recent_title = label("Terakhir dibuka", size=QUESTION, bold=True)
        self.other_title = label("Yang lain", size=QUESTION, bold=True)
        self.new, self.open, self.example = self.ways.new, self.ways.open, self.ways.example
        self.example_words, self.read_only = self.ways.example_words, self.problem.read_only
        self.happened, self.remedy = self.problem.happened, self.problem.remedy
        self.list.chosen.connect(self.chosen)
        self.list.forget_asked.connect(self.forget_asked)
        self.problem.read_only_asked.connect(self.read_only_asked)
        self.problem.restore_asked.connect(self.restore_asked)
        self.ways.new_asked.connect(self.new_requested)
        self.ways.open_asked.connect(self.open_asked)
        self.ways.example_asked.connect(self.example_requested)
        self._column, self._recent, self._others = QWidget(), QWidget(), QWidget()
        self._arrange()
        self.show_recent(())

    @property
    def rows(self) -> list[RecentRow]:
        """The recent ones as buttons, the last opened first."""
        return self.list.rows

    def _arrange(self) -> None:
        for box, parts in (
            (self._recent, (self.recent_title, self.list)),
            (self._others, (self.other_title, self.ways)),
        ):
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(GAP)
            for part in parts:
                inside.addWidget(part)
            inside.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(2 * SECTION_GAP)
        beside.addWidget(self._recent, 1)
        beside.addWidget(self._others)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 2 * SECTION_GAP, 0, SECTION_GAP)
        layout.setSpacing(GAP)
        for widget in (self.sign, self.title, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.problem)
        layout.addSpacing(GAP)
        layout.addLayout(beside)
        layout.addStretch(1)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(SECTION_GAP, 0, SECTION_GAP, 0)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Berkas kerja")
        FocusRing(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # what it shows

    def show_recent(self, recent: Sequence[RecentWorkspace]) -> None:
        """None: the first run, and a word of welcome."""
        self.list.show_recent(recent)
        some = bool(recent)
        self.title.setText("Berkas kerja" if some else "Selamat datang di ZIDesk")
        self.words.setText(_WHAT if some else _WELCOME)
        self.sign.setVisible(not some)
        self.learn.setVisible(not some)
        self._recent.setVisible(some)
        self.other_title.setVisible(some)
        self.ways.lead_to_new(not some)
        set_size(self._column, most_width=_WIDEST if some else _ALONE)
        set_size(self._others, least_width=_WAYS, most_width=_WAYS if some else _ALONE)

    def show_missing(self, paths: Collection[Path]) -> None:
        """Which of the recent ones are not where they were."""
        self.list.show_missing(paths)

    def show_making(self, making: bool) -> None:
        """While the example is being made it cannot be asked for again."""
        self.ways.show_making(making)

    def show_refusal(self, path: Path, message: Message, *, may_read: bool, backup: str = "") -> None:
        """Say why `path` was not opened; `may_read` offers to open it without changing it, `backup` to restore it
        from the copy of that moment."""
        self.problem.show_refusal(path, message, may_read=may_read, backup=backup)

    def clear_refusal(self) -> None:
        self.problem.hide()

    def take_focus(self) -> None:
        """To what is most likely wanted: the way out of a refusal, the one opened last, else a new one."""
        way_out = self.problem.way_out if self.problem.isVisibleTo(self) else None
        first = way_out or self.list.first_present() or self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_into_view.emit()
