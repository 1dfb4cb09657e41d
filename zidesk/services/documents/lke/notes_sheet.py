"""The sheet "Keterangan": where the sheet comes from, how it counts, and what about it is not certain."""

from collections.abc import Iterator
from typing import Any

from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_date
from zidesk.services.documents.content.certainty import certainty_notes
from zidesk.services.documents.lke.formulas import NIL, NIL_NOT_COUNTED
from zidesk.services.documents.lke.heights import row_height
from zidesk.services.documents.lke.styles import TINTS, Styles, set_widths
from zidesk.services.documents.lke.text import put

SHEET = "Keterangan"
_WIDTHS = {0: 26.0, 1: 120.0}
_COUNTING = (
    "Ubah jawaban pada kolom Jawaban; nilai, persentase, dan kriteria terhitung ulang dengan sendirinya.",
    "Nilai butir 0 sampai 1. Nilai sub-area = rata-rata nilai butir × bobot; di atasnya dijumlahkan. "
    "Butir yang belum dijawab dihitung 0 dan dibiarkan kosong.",
    "Butir persentase diisi pada baris isian di bawahnya. Bila tidak ada kejadian, pilih "
    f"“{NIL}” (dihitung 1) atau “{NIL_NOT_COUNTED}” (tidak dinilai, dihitung 0); sumber berbeda pendapat.",
    "Isian yang tidak mungkin (penyebut nol, bagian lebih besar daripada seluruhnya) tidak diberi nilai.",
    "Kolom TPI diisi tim penilai internal; nilainya terhitung terpisah dari penilaian sekolah.",
    "Tautan bukti mengikuti letak berkas dalam paket: bukalah lembar ini dari dalam folder paket.",
)


def write_notes_sheet(sheet: Any, styles: Styles, assessment: Assessment) -> None:
    set_widths(sheet, _WIDTHS)
    sheet.set_row(0, 22)
    put(sheet, 0, 0, "KETERANGAN", styles.title())
    line = 3
    for heading, pairs in _sections(assessment):
        sheet.merge_range(line - 1, 0, line - 1, 1, heading, styles.cell(bold=True, bg_color=TINTS[1]))
        for name, text in pairs:
            line += 1
            texts = (name, text)
            put(sheet, line - 1, 0, texts[0], styles.cell(bold=True))
            put(sheet, line - 1, 1, texts[1], styles.cell())
            sheet.set_row(line - 1, row_height(list(zip(texts, _WIDTHS.values(), strict=True))))
        line += 2


def _sections(assessment: Assessment) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    instrument, profile = assessment.instrument, assessment.profile
    yield (
        "Sekolah",
        [
            ("Nama", profile.school.name),
            ("NPSN", profile.school.npsn or "–"),
            ("Tahun penilaian", str(profile.year)),
            ("Menuju", profile.target),
            ("Kategori", profile.category),
            ("Data per", format_date(assessment.changed_at.date())),
        ],
    )
    yield (
        "Lembar penilaian",
        [
            ("Judul", instrument.title),
            ("Peraturan", instrument.regulation or "–"),
            ("Pengenal", instrument.id),
            ("Status", instrument.status or "–"),
        ],
    )
    yield "Cara menghitung", [(str(turn), text) for turn, text in enumerate(_COUNTING, start=1)]
    doubts = list(_doubts(assessment))
    if doubts:
        yield "Butir dan bagian yang belum pasti", doubts
    if instrument.open_questions:
        numbered = [(str(turn), text) for turn, text in enumerate(instrument.open_questions, start=1)]
        yield "Hal yang belum terjawab oleh sumber lembar ini", numbered


def _doubts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """What the sheet's sources do not settle: weights, limits, questions, and the remarks on them."""
    nodes = assessment.instrument.nodes()
    codes = dict.fromkeys(node.code for node in nodes if node.confidence != "high")
    if codes:
        yield "Bobot", f"Belum sepenuhnya pasti: {', '.join(codes)}."
    yield from certainty_notes(assessment)
    for question in assessment.instrument.questions:
        if question.note and question.confidence == "high":
            yield f"Butir {question.code}", question.note
