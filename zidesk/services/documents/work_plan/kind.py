"""The kind of paper: what the form asks for, what is missing, how it is built."""

from collections.abc import Mapping
from dataclasses import dataclass

from zidesk.domain.errors import FieldRejected
from zidesk.services.documents.letters.kind import LEADER, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.work_plan.document import TITLE, build_work_plan
from zidesk.services.documents.work_plan.forms import FORMS, chosen_forms

NEED_OF_ROWS = "rencana_aksi"


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """An entry that is one of `options`, value and words; the first is meant where nothing is chosen."""

    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class WorkPlanKind(Kind):
    """Knows its choices, and the rows of the plan. What `missing` tells of those is "rencana_aksi" for a plan
    without rows, "rencana_aksi.waktu" for a column of the printed tables that some row leaves empty."""

    def check(self, fields: Mapping[str, str]) -> None:
        """Raises FieldRejected."""
        Kind.check(self, fields)
        for item in self.fields:
            given = fields.get(item.key, "").strip()
            if isinstance(item, Choice) and given and given not in dict(item.options):
                raise FieldRejected(item.label, given, "choice")

    def missing(self, facts: PaperFacts) -> tuple[str, ...]:
        lacking = list(Kind.missing(self, facts))
        if facts.entry("pengesahan") != "tabel":
            lacking = [name for name in lacking if not name.startswith("isian.diperiksa")]
        rows = facts.plan_rows
        if not rows:
            return (*lacking, NEED_OF_ROWS)
        wanted = {name: value for form in chosen_forms(facts) for name, value in form.columns.items()}
        empty = [name for name, value in wanted.items() if not all(value(row) for row in rows)]
        return (*lacking, *(f"{NEED_OF_ROWS}.{name}" for name in empty))


_FORM_OPTIONS = tuple((form.key, form.name) for form in FORMS)

KIND = WorkPlanKind(
    "work-plan",
    TITLE,
    fields=(
        Field("tanggal", "Tanggal dokumen", "date"),
        Field("nomor_sk", "Nomor SK penetapan rencana kerja", optional=True),
        Field("tanggal_sk", "Tanggal SK", "date", optional=True),
        Choice("bentuk", "Bentuk tabel rencana aksi", optional=True, options=_FORM_OPTIONS),
        Choice(
            "bentuk_kedua",
            "Tabel kedua",
            optional=True,
            options=(("tanpa", "Tanpa tabel kedua"), *_FORM_OPTIONS),
        ),
        Choice(
            "pengesahan",
            "Lembar pengesahan",
            optional=True,
            options=(
                ("tanda-tangan", "Dua tanda tangan"),
                ("tabel", "Tabel disiapkan, diperiksa, disetujui"),
            ),
        ),
        Field("diperiksa_nama", "Diperiksa oleh"),
        Field("diperiksa_jabatan", "Jabatan yang memeriksa"),
        Choice(
            "data_dukung",
            "Data dukung pada Bab II",
            optional=True,
            options=(
                ("tanpa", "Indikator saja"),
                ("lengkap", "Indikator dengan kegiatan dan data dukung"),
            ),
        ),
    ),
    needs=(*PRINCIPAL, *LEADER, *PLACE, "sekolah.alamat"),
    build=build_work_plan,
)
