"""Periksa paket: any bundle, folder or ZIP; every fault is listed with its file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from zidesk.domain.indonesian import format_size
from zidesk.domain.progress import Progress
from zidesk.messages.message import Message
from zidesk.ui.icon_set import icon
from zidesk.ui.theme import GAP, QUESTION, SECONDARY, colour, scaled, set_font, set_size
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.sign import Sign

if TYPE_CHECKING:
    from zidesk.services.verify import Fault, Verification

_ICONS = {"ok": "circle-check", "bad": "triangle-alert", "muted": "info"}
_STATE = Qt.ItemDataRole.UserRole


class VerifyCard(QFrame):
    """`answered`: it shows what was found, or why nothing was."""

    folder_asked = Signal()
    zip_asked = Signal()
    compare_asked = Signal()
    cancel_asked = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.folder = push_button("Periksa folder paket…", icon_name="folder-open")
        self.folder.clicked.connect(self.folder_asked)
        self.zip = push_button("Periksa berkas ZIP…", icon_name="archive")
        self.zip.clicked.connect(self.zip_asked)
        self.compare = push_button("Bandingkan dengan paket lama…", icon_name="history")
        self.compare.clicked.connect(self.compare_asked)
        self.cancel = push_button("Batal", look="link")
        self.cancel.clicked.connect(self._cancel)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Kemajuan pemeriksaan")
        self.state = label(look="muted", size=SECONDARY, wrap=True)
        self._sign = Sign(size=22)
        self.verdict = label(bold=True, wrap=True)
        self.facts = label(look="muted", wrap=True)
        self.faults = QListWidget()
        self.faults.setAccessibleName("Temuan pemeriksaan")
        self.faults.setWordWrap(True)
        self.faults.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        set_font(self.faults, SECONDARY)
        set_size(self.faults, icon=18)
        self.faults.setSpacing(2)
        self._work, self._result = QWidget(), QWidget()
        self._arrange()
        self._work.hide()
        self._result.hide()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(29, 16, 29, 16)
        layout.setSpacing(GAP)
        layout.addWidget(label("Periksa paket", size=QUESTION, bold=True))
        layout.addWidget(
            label(
                "Setiap berkas dibaca dan dibandingkan dengan daftar sidik jarinya. Paket tidak diubah.",
                look="muted",
                wrap=True,
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.zip)
        buttons.addWidget(self.compare)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self.state, 2)
        work.addWidget(self.bar, 1)
        work.addWidget(self.cancel)
        layout.addWidget(self._work)
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 4, 0, 0)
        result.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.verdict)
        words.addWidget(self.facts)
        head.addLayout(words, 1)
        result.addLayout(head)
        result.addWidget(self.faults)
        layout.addWidget(self._result)

    def forget(self) -> None:
        """Take away what was found."""
        self._result.hide()

    def show_started(self, path: Path) -> None:
        self._result.hide()
        self._work.show()
        self.state.setText(f"Memeriksa {path}…")
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._offer(False)

    def show_progress(self, progress: Progress) -> None:
        self.state.setText(f"{progress.done} dari {progress.total} berkas diperiksa")
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)

    def show_result(self, path: Path, found: "Verification") -> None:
        """The verdict; every fault, then every remark."""
        if found.valid:
            self._show("ok", "Paket utuh: semua berkas cocok dengan daftarnya.", "")
        else:
            self._show("bad", f"Paket tidak utuh: {len(found.errors)} kesalahan.", "")
        remarks = f" · {len(found.warnings)} catatan" if found.warnings else ""
        self.facts.setText(f"{path}\n{found.files} berkas · {format_size(found.bytes)}{remarks}")
        self._list([(fault, "bad") for fault in found.errors] + [(fault, "muted") for fault in found.warnings])

    def show_refused(self, message: Message) -> None:
        """The bundle could not be checked at all."""
        self._show("bad", message.happened, message.remedy)

    def show_cancelled(self) -> None:
        self._show("muted", "Pemeriksaan dibatalkan.", "Paket tidak berubah.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, state: str, verdict: str, facts: str) -> None:
        self._work.hide()
        self._offer(True)
        self._sign.show_icon(_ICONS[state], state)
        self.verdict.setText(verdict)
        self.facts.setText(facts)
        self._list([])
        self._result.show()
        self.answered.emit()

    def _list(self, findings: "list[tuple[Fault, str]]") -> None:
        self.faults.clear()
        for fault, state in findings:
            words = "\n".join(filter(None, (fault.path, fault.detail)))
            item = QListWidgetItem(words)
            item.setData(_STATE, state)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.faults.addItem(item)
        self.faults.setVisible(bool(findings))
        self._tint()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        for row in range(self.faults.count()):
            item = self.faults.item(row)
            state = item.data(_STATE)
            item.setIcon(icon(_ICONS[state], colour(state)))

    def _fit(self) -> None:
        """As high as a few findings, then it scrolls."""
        rows = min(6, self.faults.count())
        height = sum(max(scaled(44), self.faults.sizeHintForRow(row) + 4) for row in range(rows))
        self.faults.setFixedHeight(min(scaled(320), height + 8))

    def _offer(self, on: bool) -> None:
        self.folder.setEnabled(on)
        self.zip.setEnabled(on)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.state.setText("Membatalkan…")
        self.cancel_asked.emit()
