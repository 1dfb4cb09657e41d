"""Who signs: the principal and the leader of the team."""

from PySide6.QtWidgets import QGridLayout

from zidesk.domain.profile import Person
from zidesk.ui.dialogs.new_workspace import checks
from zidesk.ui.dialogs.new_workspace.field import Field
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.theme import GAP, QUESTION, WIDE_GAP
from zidesk.ui.widgets.labels import label


class PeoplePage(WizardPage):
    name = "Orang"

    def __init__(self) -> None:
        super().__init__(
            "Orang",
            "Nama dan NIP ini tercetak di bawah tanda tangan. Semuanya boleh menyusul.",
        )
        self.take_fields(
            {
                "principal": Field("Nama, dengan gelar", "Drs. Ahmad Fauzi, M.Pd."),
                "principal_nip": Field("NIP", "19651112 199002 2 002", checks.check_nip, longest=40),
                "principal_rank": Field("Pangkat dan golongan", "Pembina Tingkat I, IV/b"),
                "leader": Field("Nama, dengan gelar", "Siti Rahmawati, S.Pd."),
                "leader_nip": Field("NIP", "19790722 200501 2 011", checks.check_nip, longest=40),
            }
        )
        for key, name in (
            ("principal", "Nama kepala sekolah"),
            ("principal_nip", "NIP kepala sekolah"),
            ("principal_rank", "Pangkat dan golongan kepala sekolah"),
            ("leader", "Nama ketua tim"),
            ("leader_nip", "NIP ketua tim"),
        ):
            self.fields[key].line.setAccessibleName(name)
        self._group("Kepala sekolah", ("principal", "principal_nip", "principal_rank"))
        self._group("Ketua tim Zona Integritas", ("leader", "leader_nip"))
        self.column.addStretch(1)

    def _group(self, title: str, keys: tuple[str, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(GAP)
        for place, key in enumerate(keys):
            whole = place == 0
            grid.addWidget(self.fields[key], 0 if whole else 1, 0 if whole else place - 1, 1, 2 if whole else 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.column.addSpacing(4)
        self.column.addWidget(label(title, size=QUESTION, bold=True))
        self.column.addLayout(grid)

    def principal(self) -> Person:
        return Person(self.text("principal"), self._nip("principal_nip"), self.text("principal_rank"))

    def team_leader(self) -> Person:
        return Person(self.text("leader"), self._nip("leader_nip"))

    def _nip(self, key: str) -> str:
        return self.text(key).replace(" ", "")
