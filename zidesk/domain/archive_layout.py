"""Where each file goes in a bundle: layout profiles are data, this is how they are applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import UnknownArea
from zidesk.domain.evidence import EvidenceUse, Inspection
from zidesk.domain.filenames import (
    FILE_NAME_MAX,
    PATH_MAX,
    clean_component,
    clean_suffix,
    collision_key,
    root_name,
    unique_names,
)
from zidesk.domain.instrument import Place
from zidesk.domain.paper_record import SignedCopy

PAYLOAD = "data"
DOCUMENTS = "00 Dokumen"  # the folder of papers within the payload, before all others
# the suffixes a type goes by, by its usual one
_SAME_TYPE: Mapping[str, frozenset[str]] = {
    ".jpg": frozenset({".jpg", ".jpeg", ".jpe", ".jfif"}),
    ".tif": frozenset({".tif", ".tiff"}),
    ".heic": frozenset({".heic", ".heif", ".hif"}),
    ".htm": frozenset({".htm", ".html"}),
    ".html": frozenset({".htm", ".html"}),
    ".mp4": frozenset({".mp4", ".m4v"}),
    ".mpg": frozenset({".mpg", ".mpeg"}),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout profile. `folders`: path patterns by component code ("" for the others), whose fields are
    `{component.code}`, `{area.number}`, `{area.roman}`, `{sub_area.name}`, `{question.letter}` and the like;
    `file_name` may use `{code}`, `{position}`, `{title}`."""

    id: str
    title: str
    folders: Mapping[str, tuple[str, ...]]
    file_name: str
    folder_limit: int = 28  # characters of one folder name, so that paths stay short


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file of the bundle; `path` is relative to the bundle, with forward slashes."""

    path: str
    use: EvidenceUse


@dataclass(frozen=True, slots=True)
class BundledPaper:
    """A paper that goes into a bundle: the signed copy, or without one what is made under `suffix`."""

    kind: str
    part: str
    title: str
    suffix: str
    signed: SignedCopy | None = None


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A paper of the bundle; `path` as in PlannedFile."""

    path: str
    paper: BundledPaper


@dataclass(frozen=True, slots=True)
class Omission:
    """A file that could not go into the bundle, named wherever the bundle speaks of itself."""

    question_code: str
    title: str
    original_name: str  # "" where the name itself may hold what is not handed over
    reason: str  # Indonesian phrase, e.g. "berkas asli tidak ditemukan"

    @property
    def name(self) -> str:
        """What it is called where one name is enough."""
        return self.original_name or self.title


@dataclass(frozen=True)
class BundlePlan:
    """Every evidence file and paper of a bundle and where it goes. `areas`: numbers of the areas it is limited
    to, empty for the whole sheet."""

    root_name: str
    layout_id: str
    areas: tuple[str, ...]
    files: tuple[PlannedFile, ...]
    places: tuple[Place, ...] = field(repr=False)  # the questions the bundle covers, in order
    documents: tuple[PlannedDocument, ...] = ()

    @cached_property
    def by_question(self) -> dict[str, tuple[PlannedFile, ...]]:
        grouped: dict[str, list[PlannedFile]] = {}
        for item in self.files:
            grouped.setdefault(item.use.question_code, []).append(item)
        return {code: tuple(items) for code, items in grouped.items()}

    @property
    def bytes(self) -> int:
        """Of the evidence."""
        return sum(item.use.file.size for item in self.files)


def plan_layout(
    assessment: Assessment, layout: Layout, areas: tuple[str, ...] = (), papers: tuple[BundledPaper, ...] = ()
) -> BundlePlan:
    """The plan of a bundle; a pure function, so the same assessment and papers give the same paths.

    `areas` are numbers of areas ("1" … "6") or codes of components and groups ("B", "A.II").
    Raises UnknownArea.
    """
    places = _chosen_places(assessment, areas)
    folders: dict[str, str] = {}  # collision key → the spelling first used
    files: list[PlannedFile] = []
    for folder, of_folder in _by_folder(places, layout, folders).items():
        uses = [(place, use) for place in of_folder for use in assessment.uses_of(place.question.code)]
        limit = min(FILE_NAME_MAX, PATH_MAX - len(folder) - 1)
        names = unique_names(((_stem(layout, use), _suffix(use)) for _, use in uses), limit)
        files.extend(PlannedFile(f"{folder}/{name}", use) for name, (_, use) in zip(names, uses, strict=True))
    school = assessment.profile.school
    return BundlePlan(
        root_name=root_name(assessment.profile.year, school.npsn, school.name),
        layout_id=layout.id,
        areas=areas,
        files=tuple(files),
        places=places,
        documents=_documents(papers),
    )


def _documents(papers: tuple[BundledPaper, ...]) -> tuple[PlannedDocument, ...]:
    folder = f"{PAYLOAD}/{DOCUMENTS}"
    limit = min(FILE_NAME_MAX, PATH_MAX - len(folder) - 1)
    names = unique_names(((paper.title, paper.suffix) for paper in papers), limit)
    return tuple(PlannedDocument(f"{folder}/{name}", paper) for name, paper in zip(names, papers, strict=True))


def _chosen_places(assessment: Assessment, areas: tuple[str, ...]) -> tuple[Place, ...]:
    places = assessment.instrument.places
    if not areas:
        return places
    for area in areas:
        if not any(_covers(area, place) for place in places):
            raise UnknownArea(area, tuple(dict.fromkeys(p.area.number for p in places if p.area.number)))
    return tuple(place for place in places if any(_covers(area, place) for area in areas))


def _covers(area: str, place: Place) -> bool:
    names = (place.area.number, place.area.code, place.group.code, place.component.code)
    asked = area.strip().casefold()
    return asked != "" and asked in {name.casefold() for name in names}


def _by_folder(places: tuple[Place, ...], layout: Layout, spellings: dict[str, str]) -> dict[str, list[Place]]:
    """Places by folder: two names that differ only in case are one folder on most drives."""
    grouped: dict[str, list[Place]] = {}
    for place in places:
        folder = ""
        for part in _folder(layout, place).split("/"):
            wanted = f"{folder}/{part}" if folder else part
            folder = spellings.setdefault(collision_key(wanted), wanted)
        grouped.setdefault(folder, []).append(place)
    return grouped


def _folder(layout: Layout, place: Place) -> str:
    patterns = layout.folders.get(place.component.code, layout.folders.get("", ()))
    values = {
        "component": place.component,
        "group": place.group,
        "area": _AreaFields(place),
        "sub_area": place.sub_area,
        "question": place.question,
    }
    parts = [clean_component(pattern.format_map(values), layout.folder_limit) for pattern in patterns]
    return "/".join([PAYLOAD, *parts])


class _AreaFields:
    """An area as a pattern sees it, with its number in Roman figures as courts write it (AREA I)."""

    def __init__(self, place: Place) -> None:
        self.code, self.name, self.number = place.area.code, place.area.name, place.area.number
        romans = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
        number = int(self.number) if self.number.isdigit() else 0
        self.roman = romans[number] if number < len(romans) else self.number


def _stem(layout: Layout, use: EvidenceUse) -> str:
    title = use.title or PurePosixPath(use.original_name).stem
    return layout.file_name.format(code=use.question_code, position=f"{use.position:02d}", title=title)


def _suffix(use: EvidenceUse) -> str:
    return opening_suffix(use.original_name, use.file.inspection)


def opening_suffix(name: str, found: Inspection) -> str:
    """The suffix by which a file opens: that of its name, unless the content is of another type."""
    original = clean_suffix(PurePosixPath(name).suffix)
    real = found.suffix
    if not real or original in _SAME_TYPE.get(real, {real}):
        return original or real
    return real
