"""What a bundle is asked for with, and what comes out."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.archive_layout import Layout, Omission


@dataclass(frozen=True, slots=True)
class Zipped:
    """The bundle as a ZIP file; with `part_size`, in bytes, as several, each smaller than that."""

    part_size: int | None = None


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """`destination`: the folder (often a stick) in which the bundle's own folder or ZIP is made.

    `areas` limits it; `update` renews a bundle that is there; without `read_back` nothing is flushed or
    read again; `allow_missing` goes on without originals that are gone, naming each.
    """

    destination: Path
    layout: Layout
    areas: tuple[str, ...] = ()
    update: bool = False
    read_back: bool = True
    allow_missing: bool = False
    paper: str = "A4"
    zipped: Zipped | None = None


@dataclass(frozen=True, slots=True)
class BundleResult:
    """A finished bundle. `files` and `bytes` are the evidence files in it; `reused` of them were already
    there from an earlier run or bundle; `seconds` of wall time; `documents`: papers in it beside those.
    `parts`: every ZIP file when there are several, `path` is the first then."""

    path: Path
    files: int
    bytes: int
    reused: int
    omitted: tuple[Omission, ...]
    read_back: bool
    seconds: float
    documents: int = 0
    parts: tuple[Path, ...] = ()
