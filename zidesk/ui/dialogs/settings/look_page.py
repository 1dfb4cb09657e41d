"""The size of text and the theme; both are seen at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider

from zidesk.storage.settings import TEXT_SCALES, Settings, ThemeName
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.dialogs.settings.theme_card import ThemeCard
from zidesk.ui.theme import GAP, ROW_HEIGHT, SECONDARY, set_size
from zidesk.ui.widgets.flow import Flow
from zidesk.ui.widgets.labels import label, push_button
from zidesk.ui.widgets.number_box import NumberBox

_THEMES: tuple[tuple[ThemeName, str], ...] = (
    ("system", "Ikuti sistem"),
    ("light", "Terang"),
    ("dark", "Gelap"),
    ("contrast", "Kontras"),
)
_STEP = 5  # percent


class LookPage(WizardPage):
    """`edited`: something else is wished now."""

    name = "Tampilan"

    def __init__(self, settings: Settings) -> None:
        super().__init__("Tampilan", "Perubahan langsung terlihat, dan kembali semula bila dibatalkan.")
        self.slider, self.number = QSlider(Qt.Orientation.Horizontal), NumberBox()
        steppers: tuple[QSlider | NumberBox, ...] = (self.slider, self.number)
        for box in steppers:
            box.setRange(TEXT_SCALES[0], TEXT_SCALES[-1])
            box.setSingleStep(_STEP)
            box.setAccessibleName("Ukuran teks dalam persen")
            box.setValue(settings.text_scale)
        self.slider.setPageStep(2 * _STEP)
        self.number.setSuffix(" %")
        set_size(self.slider, least_height=ROW_HEIGHT)
        self.usual = push_button("Semula", look="link")
        self.usual.setAccessibleName("Kembalikan ukuran teks ke 100 persen")
        self.cards = {theme: ThemeCard(theme, words) for theme, words in _THEMES}
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
        self.cards[settings.theme].setChecked(True)
        self._arrange()
        self.slider.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self._number_changed)
        self.usual.clicked.connect(lambda: self.number.setValue(Settings().text_scale))
        self._group.buttonToggled.connect(lambda _card, on: self.edited.emit() if on else None)

    def _arrange(self) -> None:
        self.column.addWidget(label("Ukuran teks", size=SECONDARY))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStrut(ROW_HEIGHT)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(self.usual)
        self.column.addLayout(row)
        self.column.addSpacing(GAP)
        self.column.addWidget(label("Tema", size=SECONDARY))
        cards = Flow(across=8, down=8)
        for card in self.cards.values():
            cards.addWidget(card)
        self.column.addLayout(cards)
        self.column.addStretch(1)

    def first_widget(self) -> QSlider:
        return self.slider

    def text_scale(self) -> int:
        return self.number.value()

    def theme(self) -> ThemeName:
        return next(theme for theme, card in self.cards.items() if card.isChecked())

    def _number_changed(self, value: int) -> None:
        self.slider.setValue(value)
        self.edited.emit()
