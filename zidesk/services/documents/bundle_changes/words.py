"""Answers, scores and the whole of the differences in words."""

from zidesk.domain.bundle_changes import AnswerPair, Changes, ScorePair
from zidesk.domain.bundle_record import BundleIdentity, RecordedAnswer
from zidesk.domain.clean_text import single_line
from zidesk.domain.indonesian import format_date, format_number
from zidesk.services.documents.content.answer_words import UNANSWERED
from zidesk.services.documents.reports.progress_table import change_words

NOTHING = "Tidak ada perubahan."
NO_RECORD = (
    "Salah satu paket dibuat tanpa catatan isi, sehingga hanya nama dan sidik jari berkas yang dapat "
    "dibandingkan; jawaban dan nilai tidak."
)
OTHER_SCOPE = (
    "Cakupan kedua paket berbeda: berkas dari area yang hanya dimuat salah satunya ikut tercantum di bawah ini."
)
_NIL = {"nihil": "nihil", "nihil=0": "nihil (tidak dinilai)"}
_COUNTED = ("ditambahkan", "diganti", "disalin ulang", "berganti nama atau tempat", "tidak ada lagi")


def moment_words(of: BundleIdentity) -> str:
    """ "data per 5 Maret 2026 pukul 10.32", with the areas where it is limited to some: two bundles are often
    made on one day."""
    moment = of.changed_at
    day = f"data per {format_date(moment.date())} pukul {moment:%H.%M}" if moment else "tanggal tidak diketahui"
    areas = ", ".join(map(single_line, of.areas))
    return f"{day}, hanya {areas}" if areas else day


def summary_words(changes: Changes) -> str:
    """ "3 berkas ditambahkan, 1 diganti; 2 jawaban berubah." or that nothing has changed."""
    if changes.none:
        return NOTHING
    lists = (changes.added, changes.replaced, changes.recopied, changes.moved, changes.removed)
    counts = [f"{_count(len(items))} {word}" for items, word in zip(lists, _COUNTED, strict=True) if items]
    files = f"Berkas: {', '.join(counts)}." if counts else "Tidak ada berkas yang berubah."
    answers = f" {_count(len(changes.answers))} jawaban berubah." if changes.answers else ""
    return f"{files}{answers}"


def remarks(changes: Changes) -> tuple[str, ...]:
    """What must be known to read the lists rightly."""
    found = () if changes.whole else (NO_RECORD,)
    return (*found, OTHER_SCOPE) if changes.scope_differs else found


def answer_text(item: RecordedAnswer) -> str:
    """ "B · 0,67", "agen = 5, perubahan = 7 · 0,71" or that there is none."""
    if not item.answer:
        return UNANSWERED
    words = _NIL.get(item.answer) or _numbers(single_line(item.answer))
    return words if item.score is None else f"{words} · {format_number(item.score)}"


def note_words(pair: AnswerPair) -> str:
    """How the note differs, "" where it does not."""
    if pair.before.note == pair.after.note:
        return ""
    if not pair.after.note:
        return "catatan dihapus"
    return "catatan ditambahkan" if not pair.before.note else "catatan diubah"


def _numbers(text: str) -> str:
    """ "agen=5,perubahan=7.5" → "agen = 5, perubahan = 7,5"."""
    parts = (part.replace(".", ",").replace("=", " = ") for part in text.split(","))
    return ", ".join(parts)


def _count(number: int) -> str:
    return format_number(number, 0)


def score_words(pair: ScorePair) -> str:
    """ "60,00 → 62,50 (+2,50)"."""
    return f"{format_number(pair.before)} → {format_number(pair.after)} ({change_words(pair.gain)})"
