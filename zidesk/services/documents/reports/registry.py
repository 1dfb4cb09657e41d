"""Checklists, labels and reports, by key."""

from zidesk.services.documents.checklists import checklist, shortfall
from zidesk.services.documents.labels import dividers, spines
from zidesk.services.documents.letters.kind import Kind
from zidesk.services.documents.reports import data_note, evidence_list, monitoring, sheet

REPORTS: tuple[Kind, ...] = (
    checklist.FILLED,
    checklist.BLANK,
    shortfall.KIND,
    dividers.KIND,
    spines.KIND,
    sheet.KIND,
    evidence_list.KIND,
    monitoring.KIND,
    data_note.KIND,
)
