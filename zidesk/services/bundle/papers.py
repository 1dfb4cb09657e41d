"""The papers at the top of a bundle: index, score sheet, cover letter, and how to check it all."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.assessment import Assessment
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.check_instructions import write_batch_file, write_check_text
from zidesk.services.bundle.staging import Staging, drive_faults_named
from zidesk.services.documents.paper import Stationery

Writer: TypeAlias = Callable[[Path], None]


def write_papers(
    assessment: Assessment,
    plan: BundlePlan,
    omitted: tuple[Omission, ...],
    stationery: Stationery,
    staging: Staging,
    report: Report,
    cancel: CancelToken,
) -> tuple[str, ...]:
    """Write each paper and return their names, relative to the bundle. Raises DriveFault, Cancelled.

    The offline portal and merged PDFs are further entries of this table.
    """
    # drawing libraries are loaded when there is something to draw
    from zidesk.services.documents.index.document import write_index
    from zidesk.services.documents.letters.cover_letter import write_cover_letter
    from zidesk.services.documents.lke.workbook import write_lke

    papers: dict[str, Writer] = {
        "INDEKS.pdf": lambda out: write_index(out, assessment, plan, stationery, omitted),
        "LKE.xlsx": lambda out: write_lke(out, assessment, plan, paper=stationery.paper),
        "SURAT-PENGANTAR.pdf": lambda out: write_cover_letter(out, assessment, plan, stationery),
        "PERIKSA.txt": lambda out: write_check_text(out, assessment, plan, omitted),
        "periksa.bat": write_batch_file,
    }
    for done, (name, write) in enumerate(papers.items()):
        cancel.check()
        report(Progress(Stage.DOCUMENTS, done, len(papers), item=name))
        with drive_faults_named(staging.path):
            write(staging.path / name)
    report(Progress(Stage.DOCUMENTS, len(papers), len(papers)))
    return tuple(papers)
