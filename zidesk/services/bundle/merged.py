"""The merged PDFs (berkas gabungan) of a bundle: which there are, how large at most, and how they get in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind, StoredFile
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.originals import ContentStore
from zidesk.services.bundle.request import Merged
from zidesk.services.bundle.staging import Staging, drive_faults_named
from zidesk.services.documents.paper import Stationery
from zidesk.services.merged.planning import FOLDER, MergedPaper, area_papers, whole_paper

_BASE, _EACH = 200_000, 20_000  # bytes beside the evidence itself: fonts and front, and for each file
_DRAWN_ANEW = 1_500_000  # of a picture that is no JPEG


def planned_merged(
    assessment: Assessment, plan: BundlePlan, merged: Merged, inside: Path, store: ContentStore
) -> tuple[MergedPaper, ...]:
    """The merged PDFs that are asked for. They are made from the files of the unfinished bundle at `inside`; of
    a ZIP, where those cannot be read, from the very contents that were compared while they went in."""

    def locate(item: PlannedFile) -> Path:
        lying = inside / item.path
        return lying if lying.is_file() else store.path_of(item.use.file.sha256)

    if merged is Merged.NONE:
        return ()
    return (area_papers if merged is Merged.AREAS else whole_paper)(assessment, plan, locate, "../")


def write_merged_papers(
    papers: Sequence[MergedPaper], stationery: Stationery, staging: Staging, report: Report, cancel: CancelToken
) -> tuple[str, ...]:
    """Write them and return their names, relative to the bundle. Raises DriveFault, DriveGone, Cancelled."""
    total = sum(len(paper.job.files) for paper in papers)
    done = 0

    def counted(progress: Progress) -> None:
        report(Progress(Stage.DOCUMENTS, done + progress.done, total, item=progress.item))

    for paper in papers:
        # drawing libraries are loaded when there is something to draw
        from zidesk.services.merged.merging import write_merged

        out = staging.path / paper.path
        with drive_faults_named(staging.path):
            out.parent.mkdir(exist_ok=True)
            write_merged(out, paper.job, stationery, counted, cancel)
            with out.open("rb") as stream:
                staging.check_device(stream.fileno())
        done += len(paper.job.files)
    return tuple(paper.path for paper in papers)


def merged_sizes(plan: BundlePlan, merged: Merged) -> Iterator[tuple[str, int]]:
    """Path and most bytes of each merged PDF that is asked for, before there is anything to make it from."""
    if merged is Merged.NONE:
        return
    parts: dict[str, dict[str, int]] = {}
    areas = {place.question.code: f"{place.area.code} {place.area.name}" for place in plan.places}
    for item in plan.files:
        name = "" if merged is Merged.WHOLE else areas[item.use.question_code]
        parts.setdefault(name, {})[item.use.file.sha256] = _most_bytes(item.use.file) + _EACH
    for name, sizes in parts.items():
        yield f"{FOLDER}/{name}".rstrip("/"), _BASE + sum(sizes.values())


def _most_bytes(file: StoredFile) -> int:
    found = file.inspection
    drawn_anew = found.kind is FileKind.IMAGE and found.media_type != "image/jpeg"
    return max(file.size, _DRAWN_ANEW * (found.pages or 1)) if drawn_anew else file.size
