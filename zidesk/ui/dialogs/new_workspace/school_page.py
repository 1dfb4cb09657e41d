"""The school: what stands on its letterhead."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QWidget

from zidesk.domain.profile import School
from zidesk.ui.dialogs.new_workspace import checks
from zidesk.ui.dialogs.new_workspace.field import Field, ListField
from zidesk.ui.dialogs.new_workspace.logo_box import LogoBox
from zidesk.ui.dialogs.new_workspace.page import WizardPage
from zidesk.ui.jobs import Jobs
from zidesk.ui.theme import GAP, WIDE_GAP

_LEVELS = ("TK", "SD", "SMP", "SMA", "SMK", "SLB", "RA", "MI", "MTs", "MA", "MAK", "PKBM", "SKB")
_PLACES = (  # row, column, columns of six, in the order they are walked through
    ("name", 0, 0, 3),
    ("level", 0, 3, 1),
    ("npsn", 0, 4, 2),
    ("address", 1, 0, 6),
    ("regency", 2, 0, 2),
    ("province", 2, 2, 2),
    ("postal_code", 2, 4, 2),
    ("phone", 3, 0, 2),
    ("email", 3, 2, 2),
    ("website", 3, 4, 2),
    ("government", 4, 0, 3),
    ("office", 4, 3, 3),
)


class SchoolPage(WizardPage):
    name = "Sekolah"

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(
            "Sekolah",
            "Isian ini tercetak pada kop surat dan dokumen. Hanya nama yang wajib; yang lain boleh menyusul.",
        )
        self.level = ListField("Jenjang", _LEVELS, "Pilih")
        self.logo = LogoBox(jobs)
        self.take_fields(
            {
                "name": Field(
                    "Nama sekolah", "SMA Negeri 1 Kab. Tangerang", checks.check_school_name, optional=False
                ),
                "npsn": Field("NPSN", "20605123", checks.check_npsn, longest=40),
                "postal_code": Field("Kode pos", "15610", checks.check_postal_code, longest=20),
                "address": Field("Alamat", "Jalan Raya Serang Km. 28"),
                "regency": Field("Kabupaten atau kota", "Kab. Tangerang"),
                "province": Field("Provinsi", "Banten"),
                "phone": Field("Telepon", "021-5951234"),
                "email": Field("Surel", "tu@sman1.sch.id", checks.check_email),
                "website": Field("Laman", "www.sman1.sch.id"),
                "government": Field("Pemerintah, baris pertama kop", "Pemerintah Provinsi Banten"),
                "office": Field("Dinas, baris kedua kop", "Dinas Pendidikan"),
            }
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(GAP)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        shown = [self.level if key == "level" else self.fields[key] for key, *_ in _PLACES]
        for widget, (_, row, column, width) in zip(shown, _PLACES, strict=True):
            grid.addWidget(widget, row, column, 1, width)
        self.column.addLayout(grid)
        self.column.addWidget(self.logo)
        self.column.addStretch(1)
        for before, after in pairwise((*shown, self.logo.choose, self.logo.remove)):
            QWidget.setTabOrder(before.focusProxy() or before, after.focusProxy() or after)

    def school(self) -> School:
        """What was filled in, without the logo: it is kept when the workspace is made."""
        texts = {key: field.text() for key, field in self.fields.items()}
        texts["npsn"] = texts["npsn"].replace(" ", "")
        return School(level=self.level.text(), **texts)

    def logo_file(self) -> Path | None:
        return self.logo.path

    def typed_texts(self) -> Iterable[str]:
        return (*super().typed_texts(), self.level.text(), str(self.logo.path or ""))
