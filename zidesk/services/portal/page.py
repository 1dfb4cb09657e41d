"""Writes BUKA-DI-SINI.html: values in, one self-contained page out, the same bytes for the same data."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from zidesk.domain.archive_layout import BundlePlan, Omission, PlannedDocument
from zidesk.domain.assessment import Assessment
from zidesk.domain.bundle_changes import Changes
from zidesk.domain.indonesian import format_date, format_number, format_size
from zidesk.services.documents.content.certainty import certainty_notes
from zidesk.services.documents.content.score_rows import figures, group_names, score_rows
from zidesk.services.merged.planning import MergedPaper
from zidesk.services.portal.area_pages import AreaPage, area_pages, question_anchor
from zidesk.services.portal.change_lists import change_lists
from zidesk.services.portal.enclosures import Enclosures
from zidesk.services.portal.icons import icon_symbols
from zidesk.services.portal.index_data import index_data
from zidesk.services.portal.safe_text import fragment, plain, relative_href, script_json
from zidesk.services.portal.score_bars import percent_text, score_bars, verdicts

if TYPE_CHECKING:
    from jinja2 import Environment

PORTAL = "BUKA-DI-SINI.html"
NO_ENCLOSURES = Enclosures()
# the parts of its script, in the order in which they need each other
_SCRIPTS = ("portal.js", "thumbnails.js", "texts.js", "search.js", "photos.js", "print.js")
# the papers that stand beside the portal: name, what it is
_PAPERS = (
    ("INDEKS.pdf", "Indeks bukti, untuk dicetak"),
    ("LKE.xlsx", "Lembar kerja evaluasi dengan rumus"),
    ("SURAT-PENGANTAR.pdf", "Surat pengantar kepala sekolah"),
    ("PERIKSA.txt", "Cara memeriksa keutuhan paket"),
)


def write_portal(
    out: Path,
    assessment: Assessment,
    plan: BundlePlan,
    omissions: tuple[Omission, ...],
    resources: Path,
    enclosures: Enclosures = NO_ENCLOSURES,
    changes: Changes | None = None,
    merged: Sequence[MergedPaper] = (),
) -> None:
    """Write the portal of `plan` to `out`, the bundle's top folder: its links are relative to that.

    `omissions`: what could not go in, said on every page. `resources`: the program's data (portal/, icons/).
    `enclosures`: what was written beside it for this very plan; `changes`: what is new since an earlier bundle;
    `merged`: the merged PDFs in it. Raises OSError.
    """
    folder = resources / "portal"
    style, script = _part(folder / "portal.css"), "".join(_part(folder / name) for name in _SCRIPTS)
    pages = area_pages(assessment, plan, omissions, enclosures.packs)
    template = _environment(folder).get_template("page.html")
    stream = template.stream(
        style=style,
        style_hash=_source_hash(style),
        script=script,
        script_hash=_source_hash(script),
        icons=icon_symbols(resources / "icons"),
        index=script_json({**index_data(assessment, plan, pages), "teks": enclosures.text_parts}),
        without_text=enclosures.without_text,
        pages=pages,
        **_front(assessment, plan, pages),
        **_scores(assessment),
        omissions=[_omission(item, plan) for item in omissions],
        changes=None if changes is None else change_lists(changes),
        merged=[_merged(paper) for paper in merged],
        merged_of={page.anchor: [_merged(paper) for paper in merged if paper.shows(page.areas)] for page in pages},
    )
    stream.enable_buffering(512)
    with out.open("wb") as target:
        for piece in stream:
            target.write(piece.encode("utf-8"))


def _front(assessment: Assessment, plan: BundlePlan, pages: tuple[AreaPage, ...]) -> dict[str, object]:
    profile = assessment.profile
    school = profile.school
    address = filter(None, (school.address, school.regency, school.province))
    return {
        "school": plain(school.name),
        "npsn": plain(school.npsn),
        "address": plain(", ".join(address)),
        "year": profile.year,
        "target": plain(profile.target),
        "total": format_number(assessment.scores.total.score),
        "whole": format_number(assessment.scores.total.weight),
        "day": format_date(assessment.changed_at.date()),
        "sheet": plain(assessment.instrument.title),
        "regulation": plain(assessment.instrument.regulation),
        "unconfirmed": "" if assessment.instrument.confirmed else plain(assessment.instrument.status),
        "limited": [page.menu for page in pages] if plan.areas else [],
        "questions": sum(page.questions for page in pages),
        "answered": sum(page.answered for page in pages),
        "files": format_number(len(plan.files), 0),
        "bytes": format_size(plan.bytes),
        "papers": _PAPERS,
        "documents": [_document(item) for item in plan.documents],
        "root": plan.root_name,
    }


def _scores(assessment: Assessment) -> dict[str, object]:
    groups = group_names(assessment)
    return {
        "verdicts": verdicts(assessment),
        "bars": score_bars(assessment),
        "group_names": [plain(name) for name in groups],
        "rows": [(plain(row.label), figures(row, len(groups)), row.strong) for row in score_rows(assessment)],
        "doubts": [(plain(subject), plain(remark)) for subject, remark in certainty_notes(assessment)],
        "open_questions": [plain(text) for text in assessment.instrument.open_questions],
    }


def _document(item: PlannedDocument) -> dict[str, str]:
    signed = item.paper.signed
    return {
        "href": relative_href(item.path),
        "name": plain(PurePosixPath(item.path).name),
        "what": "sudah ditandatangani" if signed is not None else "dibuat dari data berkas kerja",
    }


def _merged(paper: MergedPaper) -> dict[str, str]:
    files = format_number(len(paper.job.files), 0)
    return {"href": relative_href(paper.path), "name": plain(paper.name), "what": f"{files} berkas berurutan"}


def _omission(item: Omission, plan: BundlePlan) -> dict[str, str]:
    covered = any(place.question.code == item.question_code for place in plan.places)
    return {
        "code": plain(item.question_code),
        "href": fragment(question_anchor(item.question_code)) if covered else "",
        "title": plain(item.title) or plain(item.original_name),
        "name": plain(item.original_name) or "–",
        "reason": plain(item.reason),
    }


def _environment(folder: Path) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # loaded when there is a page to write

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"number": format_number, "share": percent_text, "fragment": fragment}
    return environment


def _part(path: Path) -> str:
    """A style sheet or script, with the line ends a browser hashes."""
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _source_hash(text: str) -> str:
    """What the page's security policy lets in: this text and no other."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
