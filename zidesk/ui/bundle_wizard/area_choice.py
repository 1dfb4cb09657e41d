"""Yang dimasukkan: the whole sheet or some areas."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.gaps import AreaProgress, area_progress
from zidesk.domain.indonesian import format_size
from zidesk.ui.bundle_wizard.counting import count
from zidesk.ui.bundle_wizard.radios import group, heading, radio
from zidesk.ui.theme import ROW_HEIGHT, SECTION_GAP, set_size


class AreaChoice(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: tuple[AreaProgress, ...] = ()
        self.whole, self.some = radio("Seluruh lembar penilaian"), radio("Area tertentu saja")
        self.boxes: dict[str, QCheckBox] = {}
        self._group = group(self, (self.whole, self.some))
        self._ticks = QWidget()
        self._grid = QGridLayout(self._ticks)
        self._grid.setContentsMargins(28, 0, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(heading("Yang dimasukkan"))
        row = QHBoxLayout()
        row.setSpacing(SECTION_GAP)
        row.addWidget(self.whole)
        row.addWidget(self.some)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._ticks)
        self._ticks.hide()
        self.whole.setChecked(True)
        self.whole.toggled.connect(self._tell)

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the areas of the sheet and what they hold; what was ticked stays ticked."""
        self._areas = area_progress(assessment)
        if [_key(area) for area in self._areas] != list(self.boxes):
            self._rebuild()
        for area in self._areas:
            held = count(assessment, (area,), frozenset())
            words = f"{held.questions} butir · {held.files} berkas · {format_size(held.bytes)}"
            self.boxes[_key(area)].setToolTip(words)
        self._tell()

    def reset(self) -> None:
        self.whole.setChecked(True)
        for box in self.boxes.values():
            box.setChecked(False)

    def chosen(self) -> tuple[AreaProgress, ...]:
        if self.whole.isChecked():
            return self._areas
        return tuple(area for area in self._areas if self.boxes[_key(area)].isChecked())

    def keys(self) -> tuple[str, ...]:
        """Of what is chosen, as a bundle is asked for; empty for the whole sheet."""
        return () if self.whole.isChecked() else tuple(_key(area) for area in self.chosen())

    def _rebuild(self) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        rows = (len(self._areas) + 1) // 2
        for place, area in enumerate(self._areas):
            words = f"{area.node.number} {area.node.name}" if area.combined else f"Hasil · {area.node.name}"
            box = QCheckBox(words)
            box.setAccessibleName(words)
            set_size(box, least_height=ROW_HEIGHT)
            box.toggled.connect(self._tell)
            self._grid.addWidget(box, place % rows, place // rows)
            self.boxes[_key(area)] = box
        previous: QWidget = self.some
        for box in self.boxes.values():
            QWidget.setTabOrder(previous, box)
            previous = box

    def _tell(self) -> None:
        self._ticks.setVisible(self.some.isChecked())
        self.changed.emit()


def _key(area: AreaProgress) -> str:
    return area.node.number if area.combined and area.node.number else area.node.code
