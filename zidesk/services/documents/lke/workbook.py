"""LKE.xlsx: the filled assessment sheet with live formulas, its criteria, its evidence, its sources."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.services.documents.lke import criteria_sheet as lke_criteria_sheet
from zidesk.services.documents.lke import evidence as lke_evidence
from zidesk.services.documents.lke import notes_sheet as lke_notes_sheet
from zidesk.services.documents.lke.columns import BAND_LINE, FIRST_LINE, HEADING_LINE
from zidesk.services.documents.lke.columns import SHEET as LKE
from zidesk.services.documents.lke.criteria_sheet import write_criteria_sheet
from zidesk.services.documents.lke.evidence import list_evidence
from zidesk.services.documents.lke.evidence_sheet import write_evidence_sheet
from zidesk.services.documents.lke.heights import FittingRowsWorksheet
from zidesk.services.documents.lke.notes_sheet import write_notes_sheet
from zidesk.services.documents.lke.rows import sheet_rows
from zidesk.services.documents.lke.sheet import write_lke_sheet
from zidesk.services.documents.lke.styles import DEFAULT_FONT, Styles, set_up_page
from zidesk.services.documents.lke.text import clean, cut

_PROPERTY_MAX = 255


def write_lke(out: Path, assessment: Assessment, plan: BundlePlan, *, paper: str = "A4") -> None:
    """Writes the workbook to `out`, which is replaced; links expect it in the bundle's own folder.

    `paper` is "A4" or "F4". The same assessment and plan give the same bytes. Raises OSError where `out`
    cannot be written.
    """
    rows = sheet_rows(assessment.instrument, FIRST_LINE)
    evidence = list_evidence(assessment, plan)
    subtitle, footer = _subtitle(assessment), _footer(assessment)
    buffer = BytesIO()
    workbook = Workbook(buffer, _options())
    workbook.set_properties(_properties(assessment))
    styles = Styles(workbook)

    sheet = workbook.add_worksheet(LKE, FittingRowsWorksheet)
    write_lke_sheet(sheet, styles, assessment, rows, evidence, subtitle)
    set_up_page(sheet, paper=paper, footer=footer, repeat=(BAND_LINE - 1, HEADING_LINE - 1))

    sheet = workbook.add_worksheet(lke_criteria_sheet.SHEET, FittingRowsWorksheet)
    write_criteria_sheet(sheet, styles, assessment, rows, subtitle)
    set_up_page(sheet, paper=paper, footer=footer, repeat=None)

    sheet = workbook.add_worksheet(lke_evidence.SHEET, FittingRowsWorksheet)
    write_evidence_sheet(sheet, styles, evidence, rows, subtitle)
    heading = lke_evidence.HEADING_LINE - 1
    set_up_page(sheet, paper=paper, footer=footer, repeat=(heading, heading))

    sheet = workbook.add_worksheet(lke_notes_sheet.SHEET, FittingRowsWorksheet)
    write_notes_sheet(sheet, styles, assessment)
    set_up_page(sheet, paper=paper, footer=footer, repeat=None)

    workbook.close()
    out.write_bytes(buffer.getbuffer())


def _options() -> dict[str, object]:
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": dict(DEFAULT_FONT),  # XlsxWriter writes into it
    }


def _subtitle(assessment: Assessment) -> str:
    profile, instrument = assessment.profile, assessment.instrument
    parts = [profile.school.name]
    if profile.school.npsn:
        parts.append(f"NPSN {profile.school.npsn}")
    parts += [f"Tahun {profile.year}", f"Menuju {profile.target}", instrument.regulation]
    if not instrument.confirmed:
        parts.append(f"Lembar ini {instrument.status}")
    return " · ".join(part for part in parts if part)


def _footer(assessment: Assessment) -> str:
    return f"LKE {assessment.profile.year} · {assessment.profile.school.name}"


def _properties(assessment: Assessment) -> dict[str, str | datetime]:
    moment = assessment.changed_at
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return {
        "title": cut(clean(assessment.instrument.title), _PROPERTY_MAX),
        "author": cut(clean(assessment.profile.school.name), _PROPERTY_MAX),
        "comments": cut(clean(assessment.instrument.regulation), _PROPERTY_MAX),
        "created": moment.replace(microsecond=0),
    }
