"""The wizard for a new school: four steps, and at the end a workspace."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from zidesk.domain.errors import ZideskError
from zidesk.domain.profile import Profile
from zidesk.messages import explain
from zidesk.ui.dialogs.new_workspace import work
from zidesk.ui.dialogs.new_workspace.assessment_page import AssessmentPage
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.dialogs.new_workspace.people_page import PeoplePage
from zidesk.ui.dialogs.new_workspace.place_page import PlacePage
from zidesk.ui.dialogs.new_workspace.school_page import SchoolPage
from zidesk.ui.dialogs.new_workspace.steps import Steps
from zidesk.ui.jobs import Job, Jobs
from zidesk.ui.messenger import question_box
from zidesk.ui.theme import GAP, WIDE_GAP
from zidesk.ui.widgets.labels import frame, label, push_button

_LINES_WIDE, _LINES_HIGH = 62, 39  # lines of text, so that the dialog grows with the letters


class NewWorkspaceDialog(QDialog):
    """`made` carries the folder of the new workspace; the dialog has closed itself then."""

    made = Signal(object)  # Path

    def __init__(self, parent: QWidget, jobs: Jobs, documents: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._jobs, self._clock = jobs, clock
        self._job: Job | None = None
        self.setWindowTitle("Berkas kerja baru")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.school, self.people = SchoolPage(jobs), PeoplePage()
        self.assessment, self.place = AssessmentPage(clock().astimezone().year), PlacePage(jobs, documents)
        self.pages: tuple[WizardPage, ...] = (self.school, self.people, self.assessment, self.place)
        self.steps = Steps([page.name for page in self.pages])
        self.stack = QStackedWidget()
        self.fault = label(wrap=True)
        self.cancel = push_button("Batal", look="link")
        self.back = push_button("Kembali")
        self.next = push_button("Lanjut", look="primary")
        self.cancel.clicked.connect(self.reject)
        self.back.clicked.connect(lambda: self._show(self.stack.currentIndex() - 1))
        self.next.clicked.connect(self._go_on)
        jobs.finished.connect(self._ended)
        self._arrange()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return is ours, see keyPressEvent
        self._show(0)
        jobs.quick(
            work.sheet_choices,
            on_done=self.assessment.show_sheets,
            on_error=lambda fault: self.assessment.show_no_sheets(str(explain(fault))),
        )

    def _arrange(self) -> None:
        for page in self.pages:
            self.stack.addWidget(page)
        self._fault_box = frame("warning")
        inside = QVBoxLayout(self._fault_box)
        inside.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        inside.addWidget(self.fault)
        self._fault_box.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(self._fault_box)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addLayout(right, 1)
        bar = frame("above-line")
        buttons = QHBoxLayout(bar)
        buttons.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(bar)
        line = self.fontMetrics().height()
        self.steps.setFixedWidth(10 * line)
        room = self.screen().availableGeometry()
        self.resize(min(_LINES_WIDE * line, room.width() - 48), min(_LINES_HIGH * line, room.height() - 72))

    # from step to step

    def _show(self, step: int) -> None:
        page = self.pages[step]
        self._say("")
        if page is self.place:
            self.place.show_proposal(self._folder_name(), self._summary())
        self.stack.setCurrentWidget(page)
        self.steps.show_step(step)
        self.back.setVisible(step > 0)
        words = "Buat berkas kerja" if page is self.place else "Lanjut"
        self.next.setText(words)
        self.next.setAccessibleName(words)
        page.lead_to(page.first_widget())

    def _go_on(self) -> None:
        page = self.pages[self.stack.currentIndex()]
        self._say("")
        wrong = page.settle()
        if wrong is not None:
            page.lead_to(wrong)
        elif page is self.place:
            self._make()
        else:
            self._show(self.stack.currentIndex() + 1)

    def _folder_name(self) -> str:
        return work.usual_folder_name(self.school.text("name"), self.assessment.year_or_none())

    def _summary(self) -> str:
        logo = "dengan logo" if self.school.logo_file() else "tanpa logo"
        sheet = self.assessment.sheet_words()
        parts = (
            f"{self.school.text('name')}, {logo}",
            f"Tahun {self.assessment.year()}, menuju {self.assessment.target_key}",
            sheet,
        )
        return "\n".join(part for part in parts if part)

    # making it

    def order(self) -> work.Order:
        profile = Profile(
            school=self.school.school(),
            principal=self.people.principal(),
            team_leader=self.people.team_leader(),
            year=self.assessment.year(),
            target=self.assessment.target_key,
            place=self.assessment.text("place"),
            category=self.assessment.category.text(),
            wbk_held=self.assessment.held.isChecked(),
        )
        return work.Order(self.place.path(), profile, self.school.logo_file(), self.assessment.sheet_key)

    def _make(self) -> None:
        order, clock = self.order(), self._clock
        self._set_busy(True)
        self._job = self._jobs.start(
            lambda _report, _cancel: work.make_workspace(order, clock),
            title="Membuat berkas kerja",
            on_done=self._done,
            on_error=self._failed,
        )

    def _done(self, place: "work.Place") -> None:
        if place.state.value != "free":
            self._set_busy(False)
            self.place.show_place(place)
            self.place.lead_to(self.place.line)
            return
        self.accept()
        self.made.emit(place.path)

    def _failed(self, fault: ZideskError) -> None:
        self._set_busy(False)
        self._say(str(explain(fault)))

    def _ended(self, job: Job) -> None:
        """Whatever ended it, even a fault of ours: the wizard can be used again, or left."""
        if job is self._job:
            self._job = None
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.stack, self.cancel, self.back, self.next):
            widget.setEnabled(not busy)
        self.next.setText("Membuat…" if busy else "Buat berkas kerja")

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self._fault_box.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button it stands on, and anywhere else goes on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        (focus if isinstance(focus, QPushButton) else self.next).click()

    # going away

    def has_typed(self) -> bool:
        return any(text for page in self.pages for text in page.typed_texts())

    def reject(self) -> None:
        """Go away; ask first where typed fields would be lost. Not while the workspace is being made."""
        if self._job is not None:
            return
        if not self.has_typed() or self.ask_to_leave():
            super().reject()

    def ask_to_leave(self) -> bool:
        box = question_box(
            self,
            "Tinggalkan isian sekolah baru?",
            "Berkas kerja belum dibuat, dan yang sudah diisi tidak disimpan.",
            "Buang isian",
            "Lanjutkan mengisi",
        )
        box.exec()
        return box.clickedButton() is not None and box.clickedButton().text() == "Buang isian"

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
