"""What the user has chosen so far, as one value."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.filenames import root_name
from zidesk.services.bundle.request import Handling, Merged


class Form(Enum):
    """What the bundle is written as."""

    FOLDER = "folder"
    ZIP = "zip"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Options:
    """What most bundles leave as it is. `limit`: bytes above which copies of files are shrunk."""

    limit: int | None = None
    merged: Merged = Merged.NONE
    personal: Handling = Handling.INCLUDE


@dataclass(frozen=True, slots=True)
class Contents:
    """`areas`: numbers of areas and codes of result groups, empty for the whole sheet; `files` and `bytes`
    count the evidence that is meant; `part_mb`: the limit of each ZIP file, in million bytes, when there are
    to be several."""

    areas: tuple[str, ...]
    layout: str
    paper: str
    files: int
    bytes: int
    form: Form = Form.FOLDER
    part_mb: int = 0
    options: Options = Options()


@dataclass(frozen=True, slots=True)
class Target:
    """The folder in which the bundle's own is made; `removable` when it was chosen as a drive."""

    folder: Path
    words: str
    removable: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """`since`: an earlier bundle, whose differences are told in this one."""

    contents: Contents
    target: Target
    since: Path | None = None
    update: bool = False
    allow_missing: bool = False


def bundle_name(assessment: Assessment) -> str:
    """The name of the bundle's folder."""
    school = assessment.profile.school
    return root_name(assessment.profile.year, school.npsn, school.name)
