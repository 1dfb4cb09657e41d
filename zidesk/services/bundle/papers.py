"""The papers at the top of a bundle: portal, index, score sheet, cover letter, and how to check it all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.domain.bundle_changes import Changes
from zidesk.domain.bundle_record import BundleRecord
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.check_instructions import write_check_text
from zidesk.services.bundle.check_scripts import write_batch_file, write_shell_file
from zidesk.services.bundle.documents import COVER
from zidesk.services.bundle.merged import planned_merged, write_merged_papers
from zidesk.services.bundle.originals import ContentStore
from zidesk.services.bundle.request import Merged
from zidesk.services.bundle.staging import Staging, drive_faults_named
from zidesk.services.documents.making import KINDS
from zidesk.services.documents.paper import Stationery
from zidesk.services.papers.sources import PaperSources
from zidesk.services.portal.enclosures import Extras, write_enclosures
from zidesk.storage.paths import Resources

Writer: TypeAlias = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the papers tell of: the assessment, the files that are in the bundle, those that are not, and what
    the school has entered and worded for its letter; `extras`: what goes along of the files beside themselves;
    `store`: where each file that is handed over lies, by its hash.
    `record`: what the bundle tells of itself; `changes` since an earlier one, where they are wanted;
    `merged`: which merged PDFs are."""

    assessment: Assessment
    plan: BundlePlan
    omitted: tuple[Omission, ...]
    sources: PaperSources
    extras: Extras
    store: ContentStore
    record: BundleRecord
    changes: Changes | None = None
    merged: Merged = Merged.NONE


def write_papers(
    contents: Contents,
    stationery: Stationery,
    resources: Resources,
    staging: Staging,
    report: Report,
    cancel: CancelToken,
) -> tuple[str, ...]:
    """Write each paper and return their names, relative to the bundle. Raises DriveFault, Cancelled.

    A further paper is a further entry of this table; merged PDFs come last, as they take longest.
    """
    # drawing libraries are loaded when there is something to draw
    from zidesk.services.bundle_changes.record_text import RECORD, write_record
    from zidesk.services.documents.bundle_changes.document import CHANGES, changes_document
    from zidesk.services.documents.index.document import write_index
    from zidesk.services.documents.lke.workbook import write_lke
    from zidesk.services.documents.render_pdf.document import write_pdf
    from zidesk.services.portal.page import write_portal

    of, plan, omitted, changes = contents.assessment, contents.plan, contents.omitted, contents.changes
    merged = planned_merged(of, plan, contents.merged, staging.path, contents.store)
    facts = replace(
        contents.sources.facts(KINDS[COVER]), plan=plan, merged=len(merged), compared=changes is not None
    )
    letter = KINDS[COVER].document(facts)
    papers: dict[str, Writer] = {
        "BUKA-DI-SINI.html": lambda out: write_portal(
            out, of, plan, omitted, resources.root, beside, changes, merged
        ),
        "INDEKS.pdf": lambda out: write_index(out, of, plan, stationery, omitted),
        "LKE.xlsx": lambda out: write_lke(out, of, plan, paper=stationery.paper),
        "SURAT-PENGANTAR.pdf": lambda out: write_pdf(out, letter, stationery),
        RECORD: lambda out: write_record(out, contents.record),
        "PERIKSA.txt": lambda out: write_check_text(out, of, plan, omitted, len(merged)),
        "periksa.bat": write_batch_file,
        "periksa.sh": write_shell_file,
    }

    if changes is not None:
        report_of_changes = changes_document(changes)
        papers[CHANGES] = lambda out: write_pdf(out, report_of_changes, stationery)

    def reading(progress: Progress) -> None:
        report(Progress(Stage.DOCUMENTS, 0, len(papers), item=progress.item))

    with drive_faults_named(staging.path):
        beside = write_enclosures(staging.path, plan, contents.extras, reading, cancel)
    for done, (name, write) in enumerate(papers.items()):
        cancel.check()
        report(Progress(Stage.DOCUMENTS, done, len(papers), item=name))
        with drive_faults_named(staging.path):
            write(staging.path / name)
    report(Progress(Stage.DOCUMENTS, len(papers), len(papers)))
    return (*papers, *beside.names, *write_merged_papers(merged, stationery, staging, report, cancel))
