"""Where the workspace is kept."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zidesk.domain.indonesian import format_size
from zidesk.ui.dialogs.choosing import ask_place
from zidesk.ui.dialogs.new_workspace import work
from zidesk.ui.dialogs.new_workspace.checks import Verdict
from zidesk.ui.dialogs.new_workspace.field import Field
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.jobs import Jobs
from zidesk.ui.theme import GAP, SECONDARY
from zidesk.ui.widgets.labels import frame, label, push_button

_PAUSE = 250  # milliseconds after the last key before the drive is asked
_REFUSALS = {
    "relative": "Tulis alamat folder selengkapnya, atau tekan Pilih tempat…",
    "workspace": "Di folder ini sudah ada berkas kerja, dan itu tidak disentuh. Pakai nama lain.",
    "taken": "Folder ini sudah ada dan berisi sesuatu, dan itu tidak disentuh. Pakai nama lain.",
    "inside": "Tempat ini berada di dalam berkas kerja lain. Pilih folder di luarnya.",
    "closed": "Folder di tempat ini tidak boleh dibuat oleh Anda. Pilih tempat lain, misalnya Dokumen.",
    "gone": "Tempat ini tidak dapat dijangkau. Pasang kembali drivenya, atau pilih tempat lain.",
    "bad name": "Nama folder ini memuat tanda yang tidak diterima di semua komputer.",
}
_LITTLE = 1_000_000_000  # bytes: a year of evidence is about that much


class PlacePage(WizardPage):
    name = "Tempat penyimpanan"

    def __init__(self, jobs: Jobs, documents: Path) -> None:
        super().__init__(
            "Tempat penyimpanan",
            "Satu folder baru untuk jawaban, berkas bukti, dan riwayatnya. Folder itu boleh dipindahkan atau "
            "disalin seutuhnya.",
        )
        self._jobs, self._documents = jobs, documents
        self._own = False  # whether the user chose the place; until then it follows the school's name
        self._name = "Sekolah"
        self._suggestion: Path | None = None
        self.take_fields({"folder": Field("Folder berkas kerja", "", longest=1000, optional=False)})
        self.line = self.fields["folder"].line
        self.choose = push_button("Pilih tempat…", icon_name="folder-open")
        self.use_other = QPushButton()
        self.use_other.setProperty("look", "link")
        self.use_other.hide()
        self.summary = label(wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._look)
        self.line.textEdited.connect(self._typed)
        self.choose.clicked.connect(self._ask)
        self.use_other.clicked.connect(self._take_suggestion)
        self._arrange()

    def _arrange(self) -> None:
        self.column.addWidget(self.fields["folder"])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.use_other)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        card = frame("card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(GAP + 4, GAP, GAP + 4, GAP)
        inside.addWidget(self.summary)
        self.column.addSpacing(GAP)
        self.column.addWidget(label("Yang akan dibuat", size=SECONDARY))
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_proposal(self, name: str, summary: str) -> None:
        """The usual folder for this school, unless the user has chosen one; `summary` of what will be made."""
        self._name = name
        self.summary.setText(summary)
        if not self._own:
            self._put(self._documents / "ZIDesk" / name)
        else:
            self._look()

    def path(self) -> Path:
        return Path(self.line.text().strip()).expanduser()

    def settle(self) -> QWidget | None:
        """The drive is asked once more when the workspace is made; only half a path stops here."""
        if not self.path().is_absolute():
            self.show_refusal("relative", None)
            return self.line
        return None

    def typed_texts(self) -> Iterable[str]:
        return (self.line.text(),) if self._own else ()

    def show_place(self, place: "work.Place") -> None:
        """What was found at the place, if it is still the one in the field."""
        if place.path != self.path():
            return
        if place.state.value in _REFUSALS:
            self.show_refusal(place.state.value, place.suggestion)
            return
        self._offer(None)
        if place.removable or place.network:
            where = "flashdisk" if place.removable else "jaringan"
            words = f"Tempat ini ada di {where}. Lebih aman dan lebih cepat di komputer ini sendiri."
            self.fields["folder"].show_verdict(Verdict(words, "warn"))
        elif place.free < _LITTLE:
            words = f"Ruang kosong di sini tinggal {format_size(place.free)}; bukti setahun sering lebih dari itu."
            self.fields["folder"].show_verdict(Verdict(words, "warn"))
        else:
            words = f"Folder baru, belum ada isinya. Ruang kosong {format_size(place.free)}."
            self.fields["folder"].show_verdict(Verdict(words, "ok"))

    def show_refusal(self, reason: str, suggestion: Path | None) -> None:
        self.fields["folder"].show_verdict(Verdict(_REFUSALS[reason], "bad", stops=True))
        self._offer(suggestion)

    def _offer(self, suggestion: Path | None) -> None:
        self._suggestion = suggestion
        self.use_other.setText(f"Pakai nama “{suggestion.name}”" if suggestion else "")
        self.use_other.setVisible(suggestion is not None)

    def _typed(self) -> None:
        self._own = True
        self._offer(None)
        self._timer.start()

    def _put(self, path: Path) -> None:
        self.line.setText(str(path))
        self._look()

    def _look(self) -> None:
        self._timer.stop()
        path = self.path()
        self._jobs.quick(lambda: work.look_at_place(path), on_done=self.show_place)

    def _ask(self) -> None:
        parent = ask_place(self, next((p for p in self.path().parents if p != Path()), None))
        if parent is not None:
            self._own = True
            self._put(parent / self._name)

    def _take_suggestion(self) -> None:
        if self._suggestion is not None:
            self._own = True
            self.line.setFocus()
            self._put(self._suggestion)
