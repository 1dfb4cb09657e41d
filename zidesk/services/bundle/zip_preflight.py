"""What can be known to hinder a ZIP before the first byte of it is written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.bundle_parts import MOST_PARTS
from zidesk.domain.errors import (
    BundleExists,
    FileTooLargeForPart,
    NotEnoughSpace,
    TooManyParts,
    ZideskError,
    ZipNotUpdatable,
    ZipTooLarge,
)
from zidesk.services.bundle.originals import originals_of
from zidesk.services.bundle.request import BundleRequest, Zipped
from zidesk.services.bundle.zip_names import finished_zips, unfinished_zips, zip_path
from zidesk.services.bundle.zip_parts import room_in_part
from zidesk.services.bundle.zip_volume import entry_cost
from zidesk.storage.drives import Drive


def zip_name_obstacles(plan: BundlePlan, request: BundleRequest) -> Iterator[ZideskError]:
    if request.update:
        yield ZipNotUpdatable(zip_path(request.destination, plan.root_name))
        return
    there = next(finished_zips(request.destination, plan.root_name), None)
    if there is not None:
        yield BundleExists(there)


def zip_drive_obstacles(
    plan: BundlePlan, destination: Path, zipped: Zipped, drive: Drive, papers: int
) -> Iterator[ZideskError]:
    """`papers`: bytes that the papers may take."""
    costs = {item: entry_cost(f"{plan.root_name}/{item.path}", item.size) for item in originals_of(plan)}
    needed = sum(costs.values()) + papers
    limit = drive.file_size_limit
    if limit is not None and min(needed, zipped.part_size or needed) > limit:
        yield ZipTooLarge(min(needed, zipped.part_size or needed), limit)
    if zipped.part_size is not None:
        room = room_in_part(zipped.part_size)
        too_large = [item for item, cost in costs.items() if cost > room]
        yield from (FileTooLargeForPart(item.name, item.size, zipped.part_size) for item in too_large)
        if not too_large and _parts(costs.values(), room) > MOST_PARTS:
            yield TooManyParts(MOST_PARTS, zipped.part_size)
    free = drive.free + sum(path.stat().st_size for path in unfinished_zips(destination, plan.root_name))
    if needed > free:
        yield NotEnoughSpace(drive.mount_point, needed, free)


def _parts(costs: Iterable[int], room: int) -> int:
    """How many parts entries fill that go into the last one while they fit."""
    parts, left = 1, room
    for cost in costs:
        if cost > left:
            parts, left = parts + 1, room
        left -= cost
    return parts
