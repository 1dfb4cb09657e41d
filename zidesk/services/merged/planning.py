"""Merged PDFs of a bundle's plan: one for each area with evidence, or one of everything."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.assessment import Assessment
from zidesk.domain.filenames import unique_names
from zidesk.domain.indonesian import format_date
from zidesk.domain.instrument import Place
from zidesk.services.merged.job import MergedFile, MergedJob, MergedPart, MergedQuestion

FOLDER = "GABUNGAN"  # of a bundle
WHOLE = "Seluruh bukti"

Locate = Callable[[PlannedFile], Path]


@dataclass(frozen=True, slots=True)
class MergedPaper:
    """A merged PDF to be made. `name`: of its file; `areas`: codes of the areas in it."""

    name: str
    areas: tuple[str, ...]
    job: MergedJob

    @property
    def path(self) -> str:
        """Relative to the bundle."""
        return f"{FOLDER}/{self.name}"

    def shows(self, areas: Iterable[str]) -> bool:
        """Whether one of these areas is in it."""
        return not set(self.areas).isdisjoint(areas)


def area_papers(
    assessment: Assessment, plan: BundlePlan, locate: Locate, to_bundle: str | None = None
) -> tuple[MergedPaper, ...]:
    """One for each area of the plan that has evidence. `locate`: where a file lies now."""
    jobs = []
    for code, of_area in groupby(plan.places, key=lambda place: place.area.code):
        places = list(of_area)
        parts = _parts(places, plan, locate)
        if parts:
            jobs.append((code, _job(assessment, f"{code} {places[0].area.name}", parts, to_bundle)))
    names = unique_names((job.scope, ".pdf") for _, job in jobs)
    return tuple(MergedPaper(name, (code,), job) for name, (code, job) in zip(names, jobs, strict=True))


def whole_paper(
    assessment: Assessment, plan: BundlePlan, locate: Locate, to_bundle: str | None = None
) -> tuple[MergedPaper, ...]:
    """One of everything in the plan; none where there is no evidence."""
    parts = _parts(plan.places, plan, locate)
    if not parts:
        return ()
    areas = tuple(dict.fromkeys(place.area.code for place in plan.places))
    scope = f"{WHOLE}, {', '.join(areas)}" if plan.areas else WHOLE
    return (MergedPaper(f"{WHOLE}.pdf", areas, _job(assessment, scope, parts, to_bundle)),)


def _job(assessment: Assessment, scope: str, parts: tuple[MergedPart, ...], to_bundle: str | None) -> MergedJob:
    profile = assessment.profile
    return MergedJob(
        scope=scope,
        school=profile.school.name,
        npsn=profile.school.npsn,
        year=profile.year,
        target=profile.target,
        sheet=assessment.instrument.title,
        changed_at=assessment.changed_at,
        parts=parts,
        to_bundle=to_bundle,
    )


def _parts(places: Sequence[Place], plan: BundlePlan, locate: Locate) -> tuple[MergedPart, ...]:
    """Sub-areas with evidence, in the order of the sheet."""
    parts = []
    for _, of_sub_area in groupby(places, key=lambda place: (place.area.code, place.sub_area.code)):
        own = list(of_sub_area)
        questions = tuple(
            MergedQuestion(
                place.question.code, place.question.short_title, tuple(_file(item, locate) for item in files)
            )
            for place in own
            if (files := plan.by_question.get(place.question.code, ()))
        )
        if questions:
            sub_area = own[0].sub_area
            parts.append(MergedPart(f"{sub_area.code} {sub_area.name}", questions))
    return tuple(parts)


def _file(item: PlannedFile, locate: Locate) -> MergedFile:
    use = item.use
    dated = format_date(use.dated) if use.dated else ""
    return MergedFile(
        code=use.question_code,
        position=use.position,
        title=use.title or use.original_name,
        words=" · ".join(filter(None, (use.number, dated))),
        path=locate(item),
        bundle_path=item.path,
        inspection=use.file.inspection,
        size=use.file.size,
        content=use.file.sha256,
    )
