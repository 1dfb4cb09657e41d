"""Tujuan: one of the drives that are plugged in, or any folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.indonesian import format_size
from zidesk.ui.bundle_wizard.since_choice import SinceChoice
from zidesk.ui.bundle_wizard.wish import Target
from zidesk.ui.theme import QUESTION, SECONDARY
from zidesk.ui.widgets.choice_list import Choice, ChoiceList
from zidesk.ui.widgets.labels import frame, label, push_button, set_look

if TYPE_CHECKING:
    from zidesk.storage.drives import RemovableDrive


class DestinationStep(QWidget):
    """`watched` says whether the list is in view, so that drives are asked for only then; `targeted` carries the
    folder that is chosen now, or None."""

    back_asked = Signal()
    done = Signal()
    folder_asked = Signal()
    refresh_asked = Signal()
    watched = Signal(bool)
    targeted = Signal(object)  # Path | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drives: tuple[RemovableDrive, ...] | None = None
        self._folder: Path | None = None
        self._chosen = ""
        self._told: Path | None = None
        self.since = SinceChoice()
        self.list = ChoiceList()
        self.list.chosen.connect(self._choose)
        self.empty = label(
            "Belum ada flashdisk terpasang. Pasang flashdisk; namanya muncul di sini dengan sendirinya. "
            "Atau pilih folder di komputer ini.",
            look="muted",
            wrap=True,
        )
        self.empty.hide()
        self.refresh = push_button("Segarkan", icon_name="again", look="link")
        self.refresh.clicked.connect(self.refresh_asked)
        self.other = push_button("Pilih folder lain…", icon_name="folder-open")
        self.other.clicked.connect(self.folder_asked)
        self.back = push_button("Kembali")
        self.back.clicked.connect(self.back_asked)
        self.next = push_button("Buat paket", icon_name="archive", look="primary")
        self.next.clicked.connect(self.done)
        self.hint = label(
            "Paket menjadi satu folder baru di tempat itu. Isi lain tidak diubah.", look="muted", size=SECONDARY
        )
        self._arrange()
        self._tell()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(label("Paket ditulis ke mana?", size=QUESTION, bold=True), 1)
        head.addWidget(self.refresh)
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self.empty)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addSpacing(12)
        row.addWidget(self.hint, 1)
        layout.addLayout(row)
        layout.addSpacing(6)
        layout.addWidget(frame("faint-rule"))
        layout.addWidget(self.since)
        layout.addSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        layout.addLayout(foot)

    def show_drives(self, drives: "Sequence[RemovableDrive]") -> None:
        """What is plugged in now; a choice that is gone is no longer one. The only drive chooses itself."""
        first = self._drives is None
        self._drives = tuple(drives)
        if first and not self._chosen and len(self._drives) == 1:
            self._chosen = str(self._drives[0].mount_point)
        self._tell()

    def show_folder(self, folder: Path) -> None:
        """A folder the user picked, chosen."""
        self._folder, self._chosen = folder, str(folder)
        self._tell()

    def target(self) -> Target | None:
        """What is chosen; None when nothing is."""
        for drive in self._drives or ():
            if str(drive.mount_point) == self._chosen:
                facts = (drive.file_system, f"sisa {format_size(drive.free)}")
                return Target(drive.mount_point, " · ".join((drive.name, *filter(None, facts))), True)
        if self._folder is not None and str(self._folder) == self._chosen:
            return Target(self._folder, str(self._folder), False)
        return None

    def take_focus(self) -> None:
        """Where the choice is made, or what goes on with it."""
        (self.next if self.next.isEnabled() else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watched.emit(False)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._tell()

    def _tell(self) -> None:
        drives = self._drives or ()
        choices = [
            Choice(
                str(drive.mount_point),
                drive.name,
                " · ".join(
                    filter(None, (drive.file_system, f"sisa {format_size(drive.free)}", str(drive.mount_point)))
                ),
                "",
            )
            for drive in drives
        ]
        if self._folder is not None and all(str(self._folder) != choice.key for choice in choices):
            choices.append(Choice(str(self._folder), "Folder", str(self._folder), ""))
        target = self.target()
        chosen = target is not None
        self.list.show_choices(choices, self._chosen if chosen else None)
        for row in self.list.rows:
            row.setAccessibleDescription("")
        self.list.setVisible(bool(choices))
        self.empty.setVisible(self._drives is not None and not drives)
        self.next.setEnabled(chosen)
        set_look(self.next, "primary" if chosen else "")  # what cannot be pressed does not call
        folder = None if target is None else target.folder
        if folder != self._told:
            self._told = folder
            self.targeted.emit(folder)
