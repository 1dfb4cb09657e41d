"""Two bundles between which everything that can change has changed."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from zidesk.domain.bundle_changes import Changes, compare_records
from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)

_WHO = BundleIdentity(
    "SMAN 1 Kab. Contoh",
    "99900001",
    2026,
    "permenpan-90-2021",
    (),
    datetime(2026, 3, 5, 8),  # noqa: DTZ001
)
_CODE = "A.I.1.i.a"


def a_file(name: str, digit: str, title: str, **more: object) -> RecordedFile:
    made = RecordedFile(f"data/{name}", digit * 64, 1_200_000, title, _CODE, original=digit * 64)
    return replace(made, **more)  # type: ignore[arg-type]


def all_changes(nasty: str = "") -> Changes:
    """`nasty`: put into every text that users type."""
    scores = (RecordedScore("1 Manajemen Perubahan", Fraction(6), Fraction(8)),)
    before = BundleRecord(
        _WHO,
        (
            a_file("1 SK.pdf", "a", f"SK Tim{nasty}", number="421/1"),
            a_file("2 Foto.jpg", "b", f"Foto{nasty}", dated=date(2026, 1, 12)),
            a_file("3 Notula.pdf", "c", f"Notula{nasty}"),
            a_file("4 Pindai.pdf", "d", f"Pindai{nasty}"),
            a_file("9 Sama.pdf", "f", "Sama"),
        ),
        (a_file("00 Dokumen/Rencana Kerja.pdf", "1", "Rencana Kerja", question=""),),
        (
            RecordedAnswer(_CODE, "Apakah tim dibentuk?", "", None),
            RecordedAnswer("B.I.a", "Survei", "3.65", Fraction(9, 10), "lama"),
        ),
        (*scores, RecordedScore("Nilai total", Fraction(60), Fraction(100))),
    )
    after = BundleRecord(
        replace(_WHO, changed_at=datetime(2026, 4, 17, 10)),  # noqa: DTZ001
        (
            a_file("1 SK.pdf", "e", f"SK Tim{nasty}", number="421/1", size=2_000_000),
            a_file("2 Foto rapat.jpg", "b", f"Foto rapat{nasty}"),
            a_file("4 Pindai.pdf", "9", f"Pindai{nasty}", original="d" * 64, size=300_000),
            a_file("5 Baru.pdf", "7", f"Baru{nasty}", number=f"421/9{nasty}", dated=date(2026, 3, 4)),
            a_file("9 Sama.pdf", "f", "Sama"),
        ),
        (a_file("00 Dokumen/Rencana Kerja.pdf", "2", "Rencana Kerja", question=""),),
        (
            RecordedAnswer(_CODE, "Apakah tim dibentuk?", "Ya", Fraction(1)),
            RecordedAnswer("B.I.a", "Survei", "agen=5,perubahan=7.5", Fraction(2, 3), f"baru{nasty}"),
        ),
        (*scores, RecordedScore("Nilai total", Fraction(125, 2), Fraction(100))),
    )
    return compare_records(before, after)
