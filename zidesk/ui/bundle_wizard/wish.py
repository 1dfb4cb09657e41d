"""What the user has chosen so far, as one value."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.filenames import root_name


@dataclass(frozen=True, slots=True)
class Contents:
    """`areas`: numbers of areas and codes of result groups, empty for the whole sheet; `files` and `bytes`
    count the evidence that is meant."""

    areas: tuple[str, ...]
    layout: str
    paper: str
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Target:
    """The folder in which the bundle's own is made; `removable` when it was chosen as a drive."""

    folder: Path
    words: str
    removable: bool


@dataclass(frozen=True, slots=True)
class Wish:
    contents: Contents
    target: Target
    update: bool = False
    allow_missing: bool = False


def bundle_name(assessment: Assessment) -> str:
    """The name of the bundle's folder."""
    school = assessment.profile.school
    return root_name(assessment.profile.year, school.npsn, school.name)
