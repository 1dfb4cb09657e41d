"""What the page Dokumen says: groups of papers, where a paper stands, what its data lack. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from zidesk.domain.errors import ZideskError
from zidesk.domain.indonesian import format_date_short, format_number
from zidesk.domain.paper_record import PaperRecord
from zidesk.messages import explain
from zidesk.messages.documents import missing_words

PLAN, LETTERS, PLEDGES, TEAM, MEETING, CHECKS, REPORTS = (
    "Rencana kerja",
    "Surat",
    "Pernyataan",
    "Tim",
    "Rapat",
    "Ceklis dan label",
    "Laporan",
)
GROUPS = (PLAN, LETTERS, PLEDGES, TEAM, MEETING, CHECKS, REPORTS)
_GROUP_OF = {
    "work-plan": (PLAN, "book-open"),
    "approval": (PLAN, "signature"),
    "approval-table": (PLAN, "signature"),
    "cover": (LETTERS, "mail"),
    "invitation": (LETTERS, "mail"),
    "statement": (PLEDGES, "stamp"),
    "pact": (PLEDGES, "users"),
    "pledge": (PLEDGES, "stamp"),
    "conflict": (PLEDGES, "stamp"),
    "decree-team": (TEAM, "id-card"),
    "decree-agents": (TEAM, "id-card"),
    "attendance": (MEETING, "users"),
    "minutes": (MEETING, "sticky-note"),
    "record": (MEETING, "file-text"),
    "checklist": (CHECKS, "list-checks"),
    "checklist-blank": (CHECKS, "list-checks"),
    "dividers": (CHECKS, "bookmark"),
    "spines": (CHECKS, "bookmark"),
    "lke": (REPORTS, "sheet"),
}
_ICONS = {REPORTS: "chart-column"}


def group_of(kind: str) -> str:
    """The heading a kind stands under; reports where nothing else is said."""
    return _GROUP_OF.get(kind, (REPORTS, ""))[0]


def place_of(kind: str) -> int:
    """Within its group: as listed here, what is not listed after that."""
    return list(_GROUP_OF).index(kind) if kind in _GROUP_OF else len(_GROUP_OF)


def icon_of(kind: str) -> str:
    return _GROUP_OF.get(kind, (REPORTS, _ICONS[REPORTS]))[1]


@dataclass(frozen=True, slots=True)
class StandingWords:
    """`role`: of the palette, its soft form behind it ("" for the grey one)."""

    text: str
    icon: str
    role: str


def standing_words(standing: str, record: PaperRecord, signed_parts: int = 0) -> StandingWords:
    """Where a paper stands, as a word with a sign. `signed_parts`: copies of single members that are back."""
    if signed_parts and standing not in ("faulty", "changed", "signed"):
        return StandingWords(f"{format_number(signed_parts, 0)} sudah ditandatangani", "signature", "warn")
    match standing:
        case "made":
            return StandingWords(f"dibuat {_day(record.made_at)}", "file-text", "")
        case "waiting":
            return StandingWords("menunggu tanda tangan", "pen-line", "warn")
        case "changed" if record.signed is not None:
            return StandingWords("berubah sejak ditandatangani", "triangle-alert", "bad")
        case "changed":
            return StandingWords("data berubah sejak dibuat", "triangle-alert", "bad")
        case "signed":
            signed = record.signed.attached_at if record.signed is not None else None
            return StandingWords(f"ditandatangani {_day(signed)}", "circle-check", "ok")
        case "faulty":
            return StandingWords("perlu diperbaiki", "triangle-alert", "bad")
    return StandingWords("belum dibuat", "circle-dashed", "")


def history_words(record: PaperRecord) -> str:
    """When it was made and when the signed copy came: "Dibuat 5 Mar 2026 · salinan …"."""
    parts = []
    if record.made_at is not None:
        parts.append(f"dibuat {_day(record.made_at)}")
    if record.signed is not None:
        parts.append(f"salinan bertanda tangan ditambahkan {_day(record.signed.attached_at)}")
    words = " · ".join(parts) or "belum pernah dibuat"
    return words[0].upper() + words[1:]


def _day(moment: datetime | date | None) -> str:
    return format_date_short(moment) if moment is not None else ""


_MOST_FIELDS = 2  # named one by one
_SCHOOL = ("sekolah.", "kepala.", "ketua_tim.", "penilaian.")


@dataclass(frozen=True, slots=True)
class Lack:
    """Something the data lack. `where`: "school" (Data sekolah), "field" (the form), "" elsewhere."""

    words: str
    where: str
    key: str = ""


def lacks(missing: Iterable[str], labels: dict[str, str]) -> tuple[Lack, ...]:
    """`missing` as the kind tells it; `labels`: the names of its fields by key. Many fields are counted: they
    stand in the form below anyway."""
    missing = tuple(missing)
    fields = [need for need in missing if need.startswith("isian.")]
    found = []
    if len(fields) > _MOST_FIELDS:
        missing = tuple(need for need in missing if need not in fields)
        found.append(Lack(f"{len(fields)} isian di bawah belum diisi", "field"))
    for need in missing:
        section, _, key = need.partition(".")
        where = "school" if need.startswith(_SCHOOL) else "field" if section == "isian" else ""
        found.append(Lack(missing_words(need, labels), where, key if where == "field" else ""))
    return tuple(found)


def fault_words(fault: ZideskError) -> str:
    """What happened and what to do, in one line."""
    message = explain(fault)
    return " ".join(part for part in (message.happened, message.remedy) if part)
