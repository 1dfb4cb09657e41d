"""Laporan monitoring: score then and now, what was done of the plan, what is late, what is to follow."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from zidesk.domain.indonesian import format_date, format_number
from zidesk.domain.plan import PlanRow, PlanState
from zidesk.domain.snapshot import ScoreSnapshot, compare_snapshots, snapshot_of
from zidesk.services.documents.checklists.duties import as_of
from zidesk.services.documents.content.score_rows import summary
from zidesk.services.documents.letters.kind import LEADER, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    document,
    leader,
    letterhead,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import Heading, Item, ItemList, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.reports.period import Period, period_of, snapshot_for
from zidesk.services.documents.reports.plan_tables import follow_up_table, late_table, period_table
from zidesk.services.documents.reports.progress_table import change_words, progress_table


def build_monitoring(facts: PaperFacts) -> Document:
    """Raises WeeksUnreadable, TemplateFaulty."""
    day, year = as_of(facts), facts.profile.year
    period = period_of(facts.entry("periode"), day, year or day.year)
    then = snapshot_for(facts.snapshots, period)
    planned = _planned(facts, period)
    late = facts.action_plan.late(day) if year else ()
    more = _template_facts(facts, period, then, planned, late)
    blocks: tuple[Block, ...] = (
        letterhead(facts),
        Title(("LAPORAN MONITORING DAN EVALUASI", "PEMBANGUNAN ZONA INTEGRITAS", period.title.upper())),
        Heading(2, "Pendahuluan"),
        *text_blocks(facts, "monitoring/pembuka", more),
        Heading(2, "Capaian nilai"),
        *text_blocks(facts, "monitoring/nilai", more),
        progress_table(facts.assessment, then),
        *_criteria(facts, then),
        Heading(2, "Pelaksanaan rencana aksi"),
        *text_blocks(facts, "monitoring/rencana", more),
        *((period_table(planned),) if planned else ()),
        *((Heading(2, "Rencana aksi yang terlambat"), late_table(facts, late)) if late else ()),
        Heading(2, "Tindak lanjut"),
        follow_up_table(facts, late),
        *text_blocks(facts, "monitoring/penutup", more),
        signed(principal(facts, "Mengetahui,"), leader(facts, place_and_date(facts))),
    )
    return document(facts, KIND.title, blocks, about=f"{KIND.title} {period.title}")


def _planned(facts: PaperFacts, period: Period) -> tuple[PlanRow, ...]:
    """The rows with a week in the period; the weeks of the plan lie in the year of the profile."""
    if period.year != facts.profile.year:
        return ()
    return tuple(row for row in facts.plan_rows if not set(row.months).isdisjoint(period.months))


def _template_facts(
    facts: PaperFacts,
    period: Period,
    then: ScoreSnapshot | None,
    planned: tuple[PlanRow, ...],
    late: tuple[PlanRow, ...],
) -> dict[str, Any]:
    assessment = facts.assessment
    states = Counter(row.state for row in planned)
    now = assessment.scores.total.score
    return {
        "periode": period.title,
        "hari_ini": format_date(as_of(facts)),
        "nilai": format_number(now),
        "nilai_tertinggi": format_number(assessment.scores.total.weight),
        "syarat": summary(assessment.criteria[facts.profile.target]),
        "butir": assessment.counts.questions,
        "dijawab": assessment.counts.answered,
        "bukti": assessment.counts.evidence,
        "ada_pembanding": int(then is not None),
        "nilai_awal": "–" if then is None else format_number(then.total),
        "tanggal_awal": "–" if then is None else format_date(then.taken_at.date()),
        "perubahan": "–" if then is None else change_words(now - then.total),
        "ada_rencana": int(bool(facts.plan_rows)),
        "kegiatan": len(planned),
        "selesai": states[PlanState.DONE],
        "berjalan": states[PlanState.RUNNING],
        "belum": states[PlanState.WAITING],
        "ditunda": states[PlanState.POSTPONED],
        "terlambat": len(late),
    }


def _criteria(facts: PaperFacts, then: ScoreSnapshot | None) -> Iterator[Block]:
    """Criteria that are met now and were not, and the other way round."""
    if then is None:
        return
    assessment = facts.assessment
    plan = facts.action_plan.summary(as_of(facts)) if facts.profile.year else then.plan
    now = snapshot_of(assessment, plan, "", assessment.changed_at)
    found = compare_snapshots(then, now, ())
    labels = {
        (target, item.id): item.label for target, items in assessment.criteria.items() for item in items
    }  # fmt: skip
    lines = [
        f"{word}: {target}, {labels[target, name]}"
        for word, changes in (
            ("Syarat yang kini terpenuhi", found.won),
            ("Syarat yang tidak lagi terpenuhi", found.lost),
        )
        for target, name in changes
        if (target, name) in labels
    ]
    if lines:
        yield ItemList(tuple(map(Item, lines)), "-", size=10)


KIND = Kind(
    "monitoring",
    "Laporan Monitoring",
    fields=(
        Field("periode", "Periode (bulan, triwulan, atau semester)"),
        Field("tanggal", "Tanggal laporan", "date"),
    ),
    needs=(*PRINCIPAL, *LEADER, *PLACE),
    build=build_monitoring,
)
