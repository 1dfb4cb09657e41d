"""The head of the index: school, year, target, sheet, and what the bundle holds."""

from collections.abc import Iterator
from datetime import timedelta

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.indonesian import format_date, format_number, format_size
from zidesk.services.documents.content.scope import scope_words
from zidesk.services.documents.content.score_rows import PREDICATES
from zidesk.services.documents.drawing.flow import Flow
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import CELL, SMALL_GREY, SUBTITLE, TEXT, TITLE

_LABEL_WIDTH = 104.0
_ZONES = {
    timedelta(0): "UTC",
    timedelta(hours=7): "WIB",
    timedelta(hours=8): "WITA",
    timedelta(hours=9): "WIT",
}


def draw_title(flow: Flow, assessment: Assessment, plan: BundlePlan) -> None:
    """Title and facts."""
    profile, sheet = assessment.profile, flow.sheet
    flow.line("INDEKS BUKTI", TITLE)
    goal = f"Pembangunan Zona Integritas menuju {profile.target} · Tahun {profile.year}"
    flow.paragraph(clean(goal), TEXT)
    flow.gap(4)
    flow.paragraph(clean(profile.school.name), SUBTITLE)
    flow.gap(4)
    sheet.rule(flow.frame.left, flow.y, flow.frame.width, 1.2)
    sheet.rule(flow.frame.left, flow.y - 2.4, flow.frame.width, 0.4)
    flow.gap(9)
    for label, value in _facts(assessment, plan):
        if value:
            _fact(flow, label, value)


def _fact(flow: Flow, label: str, value: str) -> None:
    style = CELL
    lines = flow.sheet.type.lines(clean(value), style, flow.frame.width - _LABEL_WIDTH)
    flow.need(style.leading)
    flow.sheet.text(flow.frame.left, flow.y - style.ascent, label, SMALL_GREY)
    flow.lines(lines, style, _LABEL_WIDTH)
    flow.y -= 1.5


def _facts(assessment: Assessment, plan: BundlePlan) -> Iterator[tuple[str, str]]:
    profile, instrument, counts = assessment.profile, assessment.instrument, assessment.counts
    school = profile.school
    yield "NPSN", school.npsn or "–"
    yield "Alamat", ", ".join(filter(None, (school.address, school.regency, school.province)))
    predicate = PREDICATES.get(profile.target, "")
    yield "Tahun dan target", f"{profile.year}, {profile.target}{f' ({predicate})' if predicate else ''}"
    yield "Lembar penilaian", instrument.title
    yield "Peraturan", instrument.regulation or "–"
    if not instrument.confirmed:
        status = instrument.status or "belum terkonfirmasi"
        yield "Status lembar", f"{status}: cocokkan dengan peraturan sebelum dipakai"
    yield "Terakhir diubah", _moment_words(assessment)
    yield "Butir dijawab", f"{counts.answered} dari {counts.questions}"
    files = len({item.use.file.sha256 for item in plan.files})
    copies = f" (dari {files} berkas berbeda)" if files != len(plan.files) else ""
    yield "Isi paket", f"{_count(len(plan.files))} berkas bukti{copies}, {format_size(plan.bytes)}"
    if plan.areas:
        yield "Cakupan", f"{scope_words(plan)}; nilai di bawah dihitung dari seluruh lembar"


def _count(number: int) -> str:
    return format_number(number, 0)


def _moment_words(assessment: Assessment) -> str:
    """ "17 April 2026 pukul 10.32 WIB": as it was recorded, so the same on every machine."""
    moment = assessment.changed_at
    offset = moment.utcoffset()
    zone = "" if offset is None else _ZONES.get(offset, f"(UTC{moment:%z})")
    return f"{format_date(moment.date())} pukul {moment:%H.%M} {zone}".rstrip()
