"""How values of the assessment are worded on the screen. Pure functions, no Qt."""

import re
from datetime import date, datetime
from fractions import Fraction

from zidesk.domain.answer import Answer, AnswerChange, Chosen, Nil, Numbers
from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState
from zidesk.domain.indonesian import MONTHS, format_date_short, format_number, format_plain, format_size
from zidesk.domain.instrument import AnswerType, ExpectedDocument, Node, Question

KIND_WORDS = {
    FileKind.IMAGE: "Foto",
    FileKind.PDF: "PDF",
    FileKind.DOCUMENT: "Dokumen",
    FileKind.SPREADSHEET: "Lembar sebar",
    FileKind.PRESENTATION: "Salindia",
    FileKind.VIDEO: "Video",
    FileKind.AUDIO: "Suara",
    FileKind.ARCHIVE: "Arsip",
    FileKind.TEXT: "Teks",
    FileKind.OTHER: "Berkas",
}
STATE_WORDS = {FileState.OK: "", FileState.DAMAGED: "rusak", FileState.LOCKED: "terkunci"}


def node_label(node: Node) -> str:
    """What stands before a node's name: "1", "iii"; its code for components and groups."""
    return node.number or node.code


def regulation_words(regulation: str) -> str:
    """A regulation as offices cite it: "Peraturan Menteri PANRB Nomor 90 Tahun 2021" → "Permen PANRB 90/2021"."""
    short = regulation.replace("Peraturan Menteri ", "Permen ")
    return re.sub(r"Nomor (\d+) Tahun (\d{4})", r"\1/\2", short)


def percent_words(value: Fraction) -> str:
    """79.4 → "79,4 %", 100 → "100 %"."""
    return f"{format_number(value, 0 if value in (0, 100) else 1)} %"


def time_words(moment: datetime) -> str:
    """12 Mar 2026, 09.14, in this machine's zone."""
    local = moment.astimezone()
    return f"{format_date_short(local.date())}, {local:%H.%M}"


def saved_words(changed_at: datetime, now: datetime) -> str:
    """ "Tersimpan 10.32"; with its date when that is not today."""
    local, today = changed_at.astimezone(), now.astimezone().date()
    return f"Tersimpan {local:%H.%M}" if local.date() == today else f"Tersimpan {time_words(changed_at)}"


def predicate_words(predicate: str, criteria: tuple[Criterion, ...]) -> tuple[str, str]:
    """The state of WBK or WBBM in a few words and the palette role they are shown in.

    The missing points of the total come first; when only other limits are missed, they are counted.
    """
    if all_met(criteria):
        return f"{predicate} terpenuhi", "ok"
    unmet = [item for item in criteria if item.met is False]
    if not unmet:
        return f"{predicate} belum dapat dipastikan", "muted"
    total = next((item for item in unmet if item.id == "total"), None)
    if total is not None:
        return f"{predicate} kurang {format_number(total.missing)}", "warn"
    return f"{predicate} kurang {len(unmet)} syarat", "warn"


def predicate_details(criteria: tuple[Criterion, ...]) -> str:
    """One line for each requirement that is not met, for a tooltip; "" when all are."""
    return "\n".join(_criterion_line(item) for item in criteria if item.met is not True)


def _criterion_line(item: Criterion) -> str:
    if item.minimum is None:
        return f"{item.label}: ambang belum dapat dipastikan"
    if item.id == "prasyarat":
        return f"{item.label}: belum"
    unit = " %" if item.percent else ""
    value, minimum = format_number(item.value), format_number(item.minimum)
    return f"{item.label}: {value}{unit} dari {minimum}{unit}, kurang {format_number(item.missing)}{unit}"


def answer_words(question: Question, answer: Answer) -> str:
    """An answer in a line of history."""
    match answer.value:
        case None:
            return "kosong"
        case Chosen(key):
            return key
        case Nil(counts):
            return "nihil, dihitung penuh" if counts else "nihil, tidak dinilai"
        case Numbers(values):
            labels = {item.key: item.label for item in question.inputs}
            if len(values) == 1:
                return format_plain(values[0][1])
            return "; ".join(f"{labels[key]} {format_plain(value)}" for key, value in values)


def change_words(question: Question, change: AnswerChange) -> str:
    """What one change did: "B → A", "catatan diubah"."""
    parts = []
    if change.old.value != change.new.value:
        before, after = answer_words(question, change.old), answer_words(question, change.new)
        parts.append(f"jawaban: {before} → {after}")
    if change.old.note != change.new.note:
        verb = "dihapus" if not change.new.note else "diubah" if change.old.note else "ditulis"
        parts.append(f"catatan {verb}")
    return ", ".join(parts)


def formula_words(question: Question) -> str:
    """The sheet's formula with the names of its inputs: "Jumlah A ÷ Jumlah B, paling banyak 100 %"."""
    if question.formula is None:
        return ""
    text, limit = question.formula.text.strip(), ""
    if found := re.fullmatch(r"max\(0, min\(1, (.+)\)\)", text):
        text, limit = found[1], ", antara 0 dan 100 %"
    elif found := re.fullmatch(r"min\(1, (.+)\)", text):
        text, limit = found[1], ", paling banyak 100 %"
    labels = {item.key: item.label for item in question.inputs}
    named = re.sub(r"[A-Za-z_]\w*", lambda name: labels.get(name[0], name[0]), text)
    signs = {"/": "÷", "*": "×", "-": "−"}
    return re.sub(r" ([-/*]) ", lambda sign: f" {signs[sign[1]]} ", named) + limit


def document_words(document: ExpectedDocument) -> str:
    """How often a paper is expected, in a word or two; "" where the sheet does not say."""
    return {
        "bulanan": "tiap bulan",
        "triwulan": "tiap triwulan",
        "semester": "tiap semester",
        "tahunan": "tiap tahun",
        "sekali": "cukup sekali",
    }.get(document.period or "", document.period or "")


def evidence_lines(use: EvidenceUse) -> tuple[str, str]:
    """The two lines under an evidence's title: number and date; what the file is."""
    found = use.file.inspection
    own = [use.number, format_date_short(use.dated) if use.dated else ""]
    facts = [KIND_WORDS[found.kind] if found.kind is not FileKind.PDF or not found.pages else ""]
    if found.pages:
        facts.append(f"{found.pages} halaman")
    elif found.width and found.height:
        facts.append(f"{found.width} × {found.height}")
    facts.append(format_size(use.file.size))
    return " · ".join(part for part in own if part), " · ".join(part for part in facts if part)


def fulfils_words(use: EvidenceUse) -> str:
    """ "memenuhi SK Tim Kerja"; several papers are told with commas, none with ""."""
    return f"memenuhi {', '.join(sorted(use.fulfils))}" if use.fulfils else ""


def sharing_words(questions: int) -> str:
    return f"dipakai di {questions} butir"


def evidence_total(assessment: Assessment, code: str) -> str:
    """ "2 berkas · 3,4 MB" """
    uses = assessment.uses_of(code)
    if not uses:
        return ""
    return f"{format_number(len(uses), 0)} berkas · {format_size(sum(use.file.size for use in uses))}"


def rise_words(question: Question, score: Fraction | None, weight: Fraction) -> tuple[str, str]:
    """What the best option would add: "Naik ke A menambah" and "0,11"; two times "" where nothing is to be had."""
    best = max(question.options, key=lambda option: option.score, default=None)
    if best is None:
        return "", ""
    gain = (best.score - (score or 0)) * weight
    if gain <= 0:
        return "", ""
    is_step = score is not None and question.answer_type is AnswerType.CHOICE
    return f"Naik ke {best.key} menambah" if is_step else f"Jawaban {best.key} menambah", format_number(gain)


def parse_day(text: str) -> date | None:
    """A day as people write it: 5-3-2026, 05/03/2026, 5.3.2026, "5 Maret 2026", "5 Mar 2026", 2026-03-05.

    None for an empty text; raises ValueError for anything else.
    """
    given = " ".join(text.split())
    if not given:
        return None
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", given):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", given):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})", given):
        asked = {"agt": "agu", "ags": "agu"}.get(found[2].casefold(), found[2].casefold())
        for month, name in enumerate(MONTHS, start=1):
            if name.casefold().startswith(asked):
                return date(int(found[3]), month, int(found[1]))
    raise ValueError(given)
