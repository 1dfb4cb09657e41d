"""Making a merged PDF of a workspace's evidence at a place the user chose."""

from pathlib import Path

from zidesk.domain.archive_layout import Layout, plan_layout
from zidesk.domain.errors import WrongSuffix
from zidesk.domain.progress import CancelToken, Report, silent
from zidesk.services.merged.job import MergedResult
from zidesk.services.merged.planning import whole_paper
from zidesk.services.papers.sources import gather
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_SUFFIX = ".pdf"


def make_merged(
    workspace: Workspace,
    out: Path,
    layout: Layout,
    resources: Resources,
    *,
    areas: tuple[str, ...] = (),
    paper: str = "A4",
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> MergedResult | None:
    """Merge the evidence of `areas` (all without any) into one PDF at `out`, whole or not at all; an older file
    is replaced. None, and nothing is written, where there is no evidence.

    Places of files in it are those of a bundle with this layout. Raises WrongSuffix, UnknownArea, StorageFault,
    Cancelled.
    """
    if out.suffix.lower() != _SUFFIX:
        raise WrongSuffix(out, _SUFFIX)
    assessment = workspace.assessment()
    plan = plan_layout(assessment, layout, areas)
    papers = whole_paper(assessment, plan, lambda item: workspace.store.path_of(item.use.file.sha256))
    stationery = gather(workspace, resources, assessment).stationery(paper)
    for one in papers:
        # drawing libraries are loaded when there is something to draw
        from zidesk.services.merged.merging import write_merged

        with storage_faults_named(out):
            return write_merged(out, one.job, stationery, report, cancel)
    return None
