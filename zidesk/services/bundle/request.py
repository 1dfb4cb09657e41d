"""What a bundle is asked for with, and what comes out."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from zidesk.domain.archive_layout import Layout, Omission
from zidesk.services.renditions.copies import Shrunk, Treated


@dataclass(frozen=True, slots=True)
class Zipped:
    """The bundle as a ZIP file; with `part_size`, in bytes, as several, each smaller than that."""

    part_size: int | None = None


class Merged(StrEnum):
    """Which merged PDFs (berkas gabungan) go into the bundle beside the files."""

    NONE = "none"
    AREAS = "areas"
    WHOLE = "whole"


class Handling(StrEnum):
    """What becomes of evidence that is marked as holding personal data."""

    INCLUDE = "include"
    LOCK = "lock"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """`destination`: the folder (often a stick) in which the bundle's own folder or ZIP is made.

    `areas` limits it; `update` renews a bundle that is there; without `read_back` nothing is flushed or
    read again; `allow_missing` goes on without originals that are gone, naming each. Files above `limit`
    bytes are shrunk for the bundle; `personal`: what becomes of files that are marked so; `merged`: which PDFs
    of many files are made beside them; `since`: an earlier bundle, whose differences are told in this one.
    """

    destination: Path
    layout: Layout
    areas: tuple[str, ...] = ()
    update: bool = False
    read_back: bool = True
    allow_missing: bool = False
    paper: str = "A4"
    zipped: Zipped | None = None
    limit: int | None = None
    merged: Merged = Merged.NONE
    personal: Handling = Handling.INCLUDE
    since: Path | None = None


@dataclass(frozen=True, slots=True)
class BundleResult:
    """A finished bundle. `files` and `bytes` are the evidence files in it; `reused` of them were already
    there from an earlier run or bundle; `seconds` of wall time; `documents`: papers in it beside those.
    `parts`: every ZIP file when there are several, `path` is the first then. `shrunk`: files above the limit,
    with what became of them; `locked`, `redacted`: files handed over as such copies; `passphrase`: opens the
    locked ones, is kept nowhere, and "" without any; `network`: it lies on a network drive, where reading back
    may have been answered from a cache."""

    path: Path
    files: int
    bytes: int
    reused: int
    omitted: tuple[Omission, ...]
    read_back: bool
    seconds: float
    documents: int = 0
    parts: tuple[Path, ...] = ()
    shrunk: tuple[Shrunk, ...] = ()
    locked: tuple[Treated, ...] = ()
    redacted: tuple[Treated, ...] = ()
    passphrase: str = field(default="", repr=False)
    network: bool = False
