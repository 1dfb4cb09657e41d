"""Evidence beyond the catalogue: the photos and papers a school gathers month after month."""

from datetime import date, timedelta
from itertools import count

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.questions import Question

_PERIOD_START = date(2025, 1, 6)
_PERIOD_DAYS = 460
_SCENES = {
    "1": ("aula", "upacara", "apel", "gerbang", "spanduk"),
    "2": ("loket", "papan", "kelas"),
    "3": ("kelas", "penghargaan", "aula"),
    "4": ("aula", "papan"),
    "5": ("kotak", "spanduk", "aula", "upacara"),
    "6": ("loket", "papan", "kelas", "kotak"),
    "B": ("loket", "aula"),
}
_ACTIVITIES = ("Rapat Pokja", "Pelaksanaan Kegiatan", "Pemantauan", "Sosialisasi", "Pembinaan", "Evaluasi")
_PHOTO_NAMES = (
    "IMG_{day:%Y%m%d}_{clock}{n:04d}.jpg",
    "IMG-{day:%Y%m%d}-WA{n:04d}.jpg",
    "DSC_{n:05d}.JPG",
    "WhatsApp Image {day:%Y-%m-%d} at {clock2} ({n}).jpeg",
)
_MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")


def recurring_evidence(
    questions: tuple[Question, ...], catalogue: tuple[DemoEvidence, ...], files: int
) -> tuple[DemoEvidence, ...]:
    """`files` more pieces of evidence, spread over the questions the catalogue serves.

    Three in four are photos; the others minutes, attendance lists and monthly reports.
    """
    served = {code for item in catalogue for code in item.codes}
    targets = [question for question in questions if question.code in served]
    numbers = count(1)
    return tuple(_piece(targets[i % len(targets)], next(numbers)) for i in range(files))


def _piece(question: Question, n: int) -> DemoEvidence:
    parts = question.code.split(".")
    area = "B" if parts[0] == "B" else parts[2]
    day = _workday(n)
    activity = _ACTIVITIES[n * 5 % len(_ACTIVITIES)]
    if n % 4:
        scenes = _SCENES[area]
        name = _PHOTO_NAMES[n % len(_PHOTO_NAMES)].format(
            day=day, n=n, clock=f"{7 + n % 8:02d}", clock2=f"{7 + n % 8:02d}.{n * 7 % 60:02d}"
        )
        return DemoEvidence(
            name,
            f"Foto {activity} {question.short_title}",
            "",
            day,
            "",
            (question.code,),
            "foto",
            scenes[n % len(scenes)],
            subject=question.short_title,
        )
    return _paper(question, n, day, activity)


def _paper(question: Question, n: int, day: date, activity: str) -> DemoEvidence:
    form, look, word, table = (
        ("notula", "pdf", "Notula", ""),
        ("daftar_hadir", "pindai", "Daftar Hadir", "hadir"),
        ("laporan", "pdf", "Laporan", ""),
        ("undangan", "pdf", "Undangan", ""),
        ("surat", "pdf", "Surat Tugas", ""),
    )[n // 4 % 5]
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return DemoEvidence(
        f"{word.lower()} {activity.lower()} {month} {n:04d}.pdf",
        f"{word} {activity} {question.short_title}",
        "" if form == "daftar_hadir" else f"421.3/{n % 900 + 210:03d}/SMAN1-LC/{day.year}",
        day,
        "",
        (question.code,),
        form,
        look,
        table,
        question.short_title,
    )


def _workday(n: int) -> date:
    """The n-th piece's day: a weekday within the period, spread by a step that visits all of it."""
    day = _PERIOD_START + timedelta(days=n * 37 % _PERIOD_DAYS)
    return day - timedelta(days=max(0, day.weekday() - 4))
