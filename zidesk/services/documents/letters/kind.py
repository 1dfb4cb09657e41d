"""What a kind of paper is: its name, the formats it is made in, what it asks for, how it is built."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import FieldRejected
from zidesk.domain.plan import ActionPlan, PlanRow
from zidesk.domain.privacy import PersonalKind
from zidesk.domain.profile import SECTIONS, Profile
from zidesk.domain.snapshot import ScoreSnapshot
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.texts.catalogue import TextCatalogue

MOST_CHARACTERS = 4_000  # of one entry
_MOST_ROWS = 500

FieldKind: TypeAlias = Literal["text", "lines", "date", "number"]


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of the form. "lines": several lines; "date": 2026-01-19; "number": whole, from 1 to 500.

    `optional`: a paper without it lacks nothing.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    optional: bool = False


@dataclass(frozen=True)
class PaperFacts:
    """Everything papers are made from. `fields`: what was entered, by key of the field. `plan_rows`: the
    rencana aksi, in the school's order; `snapshots`: the oldest first. `personal_kinds`: what is known to be in
    contents that are marked as personal. `bundled`: the paper goes into the bundle that `plan` is of; `merged`:
    so many merged PDFs do, and where `compared` the report of what is new since an earlier bundle does, too."""

    assessment: Assessment
    plan: BundlePlan
    texts: TextCatalogue
    staff: tuple[StaffMember, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    plan_rows: tuple[PlanRow, ...] = ()
    snapshots: tuple[ScoreSnapshot, ...] = ()
    personal_kinds: Mapping[str, tuple[PersonalKind, ...]] = field(default_factory=dict)
    bundled: bool = False
    merged: int = 0
    compared: bool = False

    @property
    def action_plan(self) -> ActionPlan:
        return ActionPlan(self.profile.year, self.plan_rows)

    @property
    def profile(self) -> Profile:
        return self.assessment.profile

    def entry(self, key: str) -> str:
        """What was entered, "" if nothing was."""
        return self.fields.get(key, "").strip()

    def lines(self, key: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.entry(key).splitlines() if line.strip())

    def day(self, key: str) -> date | None:
        return date.fromisoformat(self.entry(key)) if self.entry(key) else None


Build: TypeAlias = Callable[[PaperFacts], Document]


@dataclass(frozen=True)
class Kind:
    """`needs`: facts of the profile a complete paper has ("kepala.nip"), and "pegawai" for the staff list.

    `build` None: another writer makes it (index, sheet).
    """

    key: str
    title: str
    formats: tuple[str, ...] = (".pdf", ".docx")
    fields: tuple[Field, ...] = ()
    needs: tuple[str, ...] = ()
    build: Build | None = None

    def document(self, facts: PaperFacts) -> Document:
        """The paper; only for kinds with a `build`. Raises FieldRejected, TemplateFaulty."""
        self.check(facts.fields)
        if self.build is None:
            raise KeyError(self.key)
        return self.build(replace(facts, fields={**{item.key: "" for item in self.fields}, **facts.fields}))

    def missing(self, facts: PaperFacts) -> tuple[str, ...]:
        """What prints as dotted lines: "kepala.nip", "pegawai", "isian.nomor"."""
        lacking = [need for need in self.needs if not _has(facts, need)]
        asked = [item for item in self.fields if not item.optional]
        return (*lacking, *(f"isian.{item.key}" for item in asked if not facts.entry(item.key)))

    def check(self, fields: Mapping[str, str]) -> None:
        """Raises FieldRejected for an entry this kind does not have or cannot use."""
        known = {item.key: item for item in self.fields}
        for key, value in fields.items():
            if key not in known:
                raise FieldRejected(key, value, "unknown")
            reason = _fault(known[key], value.strip())
            if reason:
                raise FieldRejected(known[key].label, value, reason)


def _has(facts: PaperFacts, need: str) -> bool:
    if need == "pegawai":
        return bool(facts.staff)
    section, _, key = need.partition(".")
    value = getattr(facts.profile.sections[section], SECTIONS[section][key])
    return bool(str(value).strip())


def _fault(item: Field, value: str) -> str:
    if len(value) > MOST_CHARACTERS:
        return "long"
    if not value:
        return ""
    if item.kind == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            return "date"
    if item.kind == "number" and not (value.isascii() and value.isdigit() and 1 <= int(value) <= _MOST_ROWS):
        return "number"
    return ""


PRINCIPAL = ("kepala.nama", "kepala.nip", "kepala.pangkat")
LEADER = ("ketua_tim.nama", "ketua_tim.nip", "ketua_tim.pangkat")
PLACE = ("penilaian.tempat",)
PERSON = ("nama", "nip", "pangkat", "jabatan")  # entries that say who declares something
NUMBER = Field("nomor", "Nomor surat")
DATE = Field("tanggal", "Tanggal surat", "date")
