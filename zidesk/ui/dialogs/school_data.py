"""The profile of a workspace that exists, on the pages of the wizard. The sheet is shown and stays as it is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zidesk.domain.assessment import Assessment
from zidesk.domain.profile import Person, Profile, School
from zidesk.ui.dialogs.new_workspace.assessment_page import AssessmentPage
from zidesk.ui.dialogs.new_workspace.people_page import PeoplePage
from zidesk.ui.dialogs.new_workspace.school_page import SchoolPage
from zidesk.ui.dialogs.school_data_work import SchoolData, sheet_of
from zidesk.ui.dialogs.sectioned import SectionedDialog
from zidesk.ui.jobs import Jobs
from zidesk.ui.messenger import question_box

_LINES_WIDE, _LINES_HIGH = 62, 39


class SchoolDataDialog(SectionedDialog):
    """`saved` carries the SchoolData to keep; it is not signalled when nothing is different."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, jobs: Jobs, assessment: Assessment, logo: Path | None) -> None:
        """`logo` is the stored picture, None without one or where it is gone."""
        self._before, self._logo = assessment.profile, logo
        self._logo_removed = False  # a picture that could not be looked at is not one that was taken away
        self.school, self.people = SchoolPage(jobs), PeoplePage()
        self.assessment = AssessmentPage(self._before.year)
        pages = (self.school, self.people, self.assessment)
        super().__init__(parent, "Data sekolah", pages, (_LINES_WIDE, _LINES_HIGH))
        self._fill(self._before)
        self.assessment.show_sheets([sheet_of(assessment.instrument)])
        if logo is not None:
            self.school.logo.look_at(logo)
            jobs.quick(lambda: None, on_done=self._name_logo)  # behind the look at it
        self.school.logo.remove.clicked.connect(self._remove_logo)
        self._as_shown = self._profile()
        self.school.lead_to(self.school.first_widget())

    def _fill(self, profile: Profile) -> None:
        for key, field in self.school.fields.items():
            field.show_text(getattr(profile.school, key))
        level = self.school.level.box
        if profile.school.level and level.findText(profile.school.level) < 0:
            level.addItem(profile.school.level)
        level.setCurrentIndex(level.findText(profile.school.level))
        people = {
            "principal": profile.principal.name,
            "principal_nip": profile.principal.nip,
            "principal_rank": profile.principal.rank,
            "leader": profile.team_leader.name,
            "leader_nip": profile.team_leader.nip,
        }
        for key, text in people.items():
            self.people.fields[key].show_text(text)
        page = self.assessment
        page.fields["year"].line.setText(str(profile.year))
        page.fields["place"].show_text(profile.place)
        page.category.box.setCurrentText(profile.category)
        page.held.setChecked(profile.wbk_held)
        next(row for row in page.targets.rows if row.key == profile.target).click()

    def _name_logo(self, _nothing: None) -> None:
        """The stored picture is named by its content, which says nothing to anyone."""
        logo = self.school.logo
        if self._logo is not None and logo.path == self._logo:
            logo.words.setText(logo.words.text().replace(self._logo.name, "Logo sekarang"))

    def _remove_logo(self) -> None:
        self._logo_removed = True

    def data(self) -> SchoolData:
        """What the pages say now; what they do not show is as before."""
        chosen, profile = self.school.logo_file(), self._profile()
        if chosen is not None and chosen != self._logo:
            return SchoolData(profile, chosen)
        if chosen is None and self._logo_removed:
            return SchoolData(replace(profile, school=replace(profile.school, logo="")))
        return SchoolData(profile)

    def _profile(self) -> Profile:
        """With the logo as before."""
        school: School = self.school.school()
        leader: Person = self.people.team_leader()
        return Profile(
            school=replace(school, logo=self._before.school.logo),
            principal=self.people.principal(),
            team_leader=replace(leader, rank=self._before.team_leader.rank),
            year=self.assessment.year(),
            target=self.assessment.target_key,
            place=self.assessment.text("place"),
            category=self.assessment.category.text(),
            wbk_held=self.assessment.held.isChecked(),
        )

    def has_changed(self) -> bool:
        return self._year_is_half() or self.data() != SchoolData(self._as_shown)

    def _year_is_half(self) -> bool:
        return self.assessment.year_or_none() == 0

    def settle_and_take(self) -> None:
        data, changed = self.data(), self.has_changed()
        self.accept()
        if changed:
            self.saved.emit(data)

    def reject(self) -> None:
        """Go away; ask first where something typed would be lost."""
        if not self.has_changed() or self.ask_to_leave():
            super().reject()

    def ask_to_leave(self) -> bool:
        box = question_box(
            self,
            "Tinggalkan perubahan data sekolah?",
            "Yang baru saja diubah tidak disimpan.",
            "Buang perubahan",
            "Lanjutkan mengisi",
        )
        box.exec()
        return box.clickedButton() is not None and box.clickedButton().text() == "Buang perubahan"
