"""What every composer of papers needs at hand."""

from dataclasses import dataclass, replace
from datetime import date

from zidesk.services.demo.dates import in_words, weekday
from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.papers.blocks import Signature, Table
from zidesk.services.demo.papers.tables import build_table
from zidesk.services.demo.school import DemoSchool, Person
from zidesk.services.demo.wording import Wording

_PREFIXES = ("SK ", "Laporan ", "Notula ", "Daftar Hadir ", "Undangan ", "Pengumuman ", "Surat ", "SOP ")
_FALLBACK_DAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Context:
    evidence: DemoEvidence
    school: DemoSchool
    wording: Wording

    @property
    def day(self) -> date:
        return self.evidence.dated or _FALLBACK_DAY

    @property
    def matter(self) -> str:
        """The title without the word for its kind of paper."""
        for prefix in _PREFIXES:
            if self.evidence.title.startswith(prefix):
                return self.evidence.title.removeprefix(prefix)
        return self.evidence.title

    def fill(self, phrase: str) -> str:
        subject = self.evidence.subject
        return phrase.format(
            nama=self.school.name,
            pendek=subject[:1].lower() + subject[1:] if not subject[:3].isupper() else subject,
            judul=self.matter,
            tahun=self.day.year,
            hari=weekday(self.day),
            tanggal=in_words(self.day),
        )

    def general(self, key: str) -> tuple[str, ...]:
        return tuple(self.fill(phrase) for phrase in self.wording.general[key])

    def area(self, key: str) -> tuple[str, ...]:
        return tuple(self.fill(phrase) for phrase in self.wording.areas[self.evidence.area][key])

    def findings(self) -> tuple[str, ...]:
        """What the filled sheet says about the questions this paper serves."""
        return tuple(note for code in self.evidence.codes if (note := self.wording.notes.get(code)))

    def table(self) -> Table | None:
        spec = self.wording.tables.get(self.evidence.table)
        return build_table(spec, self.school.staff, self.evidence.chance("tabel")) if spec else None

    def chart_column(self) -> int | None:
        column = self.wording.tables.get(self.evidence.table, {}).get("grafik")
        return column if isinstance(column, int) else None

    def principal_signature(self, role: str = "Kepala Sekolah,") -> Signature:
        person = self.school.principal
        return Signature(
            f"{self.school.place}, {in_words(self.day)}",
            role,
            person.name,
            (self.school.principal_rank, f"NIP {person.nip}"),
        )

    def two_signatures(self, person: Person, role: str) -> Signature:
        """The writer at the right, the principal who takes note at the left."""
        head = self.principal_signature("Mengetahui\nKepala Sekolah,")
        return replace(self.signature_of(person, role), beside=replace(head, place_and_date=""))

    def signature_of(self, person: Person, role: str) -> Signature:
        lines = (f"NIP {person.nip}",) if person.nip != "-" else ()
        return Signature(f"{self.school.place}, {in_words(self.day)}", role, person.name, lines, seal=False)
