"""What the page of the plan says while there is nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.ui.theme import GAP, QUESTION, SECTION_GAP, set_size
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign

_WIDEST = 560
_FOR = (
    "Rencana aksi memuat apa yang dikerjakan sekolah untuk setiap butir: kegiatan, bukti yang diharapkan, "
    "penanggung jawab, dan minggunya. Dari sini dicetak dokumen rencana kerja dan laporan monitoring, dan "
    "pekerjaan yang terlambat langsung terlihat."
)
_READ_ONLY = "Berkas kerja ini belum mempunyai rencana aksi, dan hanya dapat dibaca."


class PlanEmpty(QWidget):
    """No row yet: three ways to the first ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(_FOR, look="muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.from_sheet = push_button("Mulai dari lembar penilaian", icon_name="list-checks", look="primary")
        self.from_last_year = push_button("Mulai dari rencana tahun lalu…", icon_name="again")
        self.from_table = push_button("Impor tabel…", icon_name="sheet")
        self.from_sheet.setToolTip(
            "Satu baris untuk setiap butir, dengan dokumen yang diminta sebagai data dukung"
        )
        self.from_last_year.setToolTip("Salin rencana dari folder berkas kerja tahun sebelumnya")
        self.from_table.setToolTip("Tabel XLSX atau CSV dengan kolom kode dan rencana_aksi")
        self._ways = QWidget()
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(8)
        for button in (self.from_sheet, self.from_last_year, self.from_table):
            ways.addWidget(button)
        _centred(self, Sign("calendar-days", "muted", 40), "Belum ada rencana aksi", self.words, self._ways)

    def show_state(self, *, writable: bool) -> None:
        self.words.setText(_FOR if writable else _READ_ONLY)
        self._ways.setVisible(writable)


class PlanNoMatch(QWidget):
    """There are rows, but none that is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label("Tidak ada baris yang cocok dengan saringan ini.", look="muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.show_all = push_button("Tampilkan semua baris")
        _centred(self, Sign("funnel", "muted", 40), "Tidak ada baris", words, self.show_all)


def _centred(page: QWidget, sign: QWidget, title: str, words: QWidget, below: QWidget) -> None:
    """One under another in the middle of a page."""
    column = QWidget()
    set_size(column, most_width=_WIDEST)
    centre = Qt.AlignmentFlag.AlignHCenter
    inside = QVBoxLayout(column)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(GAP)
    inside.addStretch(1)
    inside.addWidget(sign, 0, centre)
    inside.addWidget(label(title, size=QUESTION, bold=True), 0, centre)
    inside.addWidget(words)
    inside.addSpacing(4)
    inside.addWidget(below, 0, centre)
    inside.addStretch(2)
    layout = QHBoxLayout(page)
    layout.setContentsMargins(SECTION_GAP, SECTION_GAP, SECTION_GAP, SECTION_GAP)
    layout.addStretch(1)
    layout.addWidget(column, 100)
    layout.addStretch(1)
