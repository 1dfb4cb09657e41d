"""Every obstacle that can be known before the first byte is written, all at once."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.errors import (
    BundleExists,
    DestinationInsideWorkspace,
    DestinationMissing,
    DestinationNotWritable,
    DriveFault,
    FileTooLarge,
    FileTooLargeForPart,
    NotEnoughSpace,
    NothingToUpdate,
    OriginalMissing,
    PathTooLong,
    PreflightFailed,
    ZideskError,
)
from zidesk.services.bundle.documents import document_obstacles
from zidesk.services.bundle.merged import merged_sizes
from zidesk.services.bundle.originals import Original, originals_of
from zidesk.services.bundle.record import since_obstacles
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.bundle.staging import staging_path
from zidesk.services.bundle.zip_parts import room_in_part
from zidesk.services.bundle.zip_preflight import zip_drive_obstacles, zip_name_obstacles
from zidesk.services.papers.sources import PaperSources
from zidesk.storage.drives import Drive, drive_of
from zidesk.storage.faults import fault_reason, words_of
from zidesk.storage.file_store import FileStore
from zidesk.storage.workspace import Workspace

_PAPERS_BASE = 2_000_000  # bytes kept free for index, sheet, letter and manifests …
_PAPERS_EACH = 30_000  # … and for every file: its lines in them, its small picture, the text of a PDF
_DOCUMENT_EACH = 200_000  # for each paper that is made
_WHOLE_PATH_MAX = 259 if os.name == "nt" else 4_000


def preflight(
    plan: BundlePlan,
    workspace: Workspace,
    request: BundleRequest,
    sources: PaperSources,
    *,
    sizes_known: bool = True,
) -> None:
    """Raises PreflightFailed with every obstacle found. Without `sizes_known` those of the drive are left to
    `preflight_sizes`."""
    obstacles = list(_place_obstacles(plan, workspace, request))
    if not obstacles and sizes_known:
        obstacles.extend(_drive_obstacles(plan, request))
    if not request.allow_missing:
        missing = (item for item in originals_of(plan) if not _is_there(item, workspace.store))
        lost = {item.sha256: item for item in missing}
        obstacles.extend(OriginalMissing(item.name, sha) for sha, item in lost.items())
    obstacles.extend(document_obstacles(plan, sources))
    obstacles.extend(since_obstacles(request, sources.common.assessment, plan))
    if obstacles:
        raise PreflightFailed(tuple(obstacles))


def preflight_sizes(plan: BundlePlan, request: BundleRequest) -> None:
    """Once it is known how large the files of a bundle are. Raises PreflightFailed with every obstacle found."""
    obstacles = tuple(_drive_obstacles(plan, request))
    if obstacles:
        raise PreflightFailed(obstacles)


def _is_there(item: Original, store: FileStore) -> bool:
    """Whether the original is there with its size; its content is compared while it is copied."""
    try:
        return store.path_of(item.sha256).stat().st_size == item.size
    except OSError:
        return False


def _place_obstacles(plan: BundlePlan, workspace: Workspace, request: BundleRequest) -> Iterator[ZideskError]:
    destination = request.destination
    root = workspace.paths.root.resolve()
    if destination.resolve().is_relative_to(root):
        yield DestinationInsideWorkspace(destination, root)
        return
    folder = destination if destination.exists() else destination.parent
    if not folder.is_dir():
        yield DestinationMissing(destination)
        return
    yield from (_name_obstacles if request.zipped is None else zip_name_obstacles)(plan, request)
    refusal = _write_refusal(folder)
    if refusal is not None:
        yield DestinationNotWritable(destination, refusal)


def _name_obstacles(plan: BundlePlan, request: BundleRequest) -> Iterator[ZideskError]:
    final = request.destination / plan.root_name
    unfinished = staging_path(request.destination, plan.root_name)
    if final.exists() and not request.update:
        yield BundleExists(final)
    if request.update and not final.exists() and not unfinished.exists():
        yield NothingToUpdate(final)


def _write_refusal(folder: Path) -> str | None:
    """The system's words when nothing can be made in `folder`; asked by trying, for no flag tells surely."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".zidesk-"):
            return None
    except OSError as fault:
        return words_of(fault)


def _drive_obstacles(plan: BundlePlan, request: BundleRequest) -> Iterator[ZideskError]:
    try:
        drive = drive_of(request.destination)
    except OSError as fault:  # also one that does not answer
        yield DriveFault(request.destination, fault_reason(fault), words_of(fault))
        return
    papers = _PAPERS_BASE + _PAPERS_EACH * len(plan.files) + _DOCUMENT_EACH * len(plan.documents)
    merged = tuple(merged_sizes(plan, request.merged))
    papers += sum(size for _, size in merged)
    yield from _merged_obstacles(merged, request, drive)
    if request.zipped is not None:
        yield from zip_drive_obstacles(plan, request.destination, request.zipped, drive, papers)
        return
    limit = drive.file_size_limit
    for item in originals_of(plan):
        if limit is not None and item.size > limit:
            yield FileTooLarge(item.name, item.size, limit)
    folder = staging_path(request.destination, plan.root_name)
    paths = (*(item.path for item in plan.files), *(item.path for item in plan.documents))
    longest = max(paths, key=len, default="")
    length = len(str(folder.resolve() / longest))
    if length > _WHOLE_PATH_MAX:
        yield PathTooLong(longest, length, _WHOLE_PATH_MAX)
    needed = _bytes_to_write(plan, request) + papers
    if needed > drive.free:
        yield NotEnoughSpace(drive.mount_point, needed, drive.free)


def _merged_obstacles(
    merged: Iterable[tuple[str, int]], request: BundleRequest, drive: Drive
) -> Iterator[ZideskError]:
    """`merged`: name and most bytes of each merged PDF."""
    part = None if request.zipped is None else request.zipped.part_size
    for name, size in merged:
        if part is not None and size > room_in_part(part):
            yield FileTooLargeForPart(name, size, part)
        elif request.zipped is None and drive.file_size_limit is not None and size > drive.file_size_limit:
            yield FileTooLarge(name, size, drive.file_size_limit)


def _bytes_to_write(plan: BundlePlan, request: BundleRequest) -> int:
    """Payload bytes that are not on the drive yet from an earlier run or bundle."""
    places = (staging_path(request.destination, plan.root_name), request.destination / plan.root_name)
    folders = tuple(place for place in places if place.is_dir())
    return sum(item.size for item in originals_of(plan) if not any(_lies_in(folder, item) for folder in folders))


def _lies_in(folder: Path, item: Original) -> bool:
    try:
        return (folder / item.path).stat().st_size == item.size
    except OSError:
        return False
