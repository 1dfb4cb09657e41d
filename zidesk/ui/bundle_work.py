"""What the bundle page has done in the background: plain functions over the services. No Qt.

Storage and services are imported inside the functions: they run beside the window, which is there first.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.errors import Cancelled, DriveFault
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.storage.paths import Resources
from zidesk.ui.bundle_wizard.wish import Form, Wish

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult
    from zidesk.services.verify import Verification
    from zidesk.storage.drives import RemovableDrive


@dataclass(frozen=True, slots=True)
class Stopped:
    """Making a bundle was cancelled. `unfinished`: the folder from which the next run goes on, None when
    nothing had been written yet."""

    unfinished: Path | None


def build(
    root: Path, wish: Wish, resources: Resources, report: Report, cancel: CancelToken
) -> "BundleResult | Stopped":
    """Make the bundle from the workspace at `root`, read anew and only read. Raises like `build_bundle` and
    `open_workspace`."""
    from zidesk.domain.archive_layout import plan_layout
    from zidesk.services.bundle.recipe import build_bundle
    from zidesk.services.bundle.request import BundleRequest, Zipped
    from zidesk.services.bundle.staging import staging_path
    from zidesk.storage.faults import fault_reason, words_of
    from zidesk.storage.layout_loader import load_layout
    from zidesk.storage.workspace import open_workspace

    contents, folder = wish.contents, wish.target.folder
    layout = load_layout(contents.layout, resources.layouts)
    part_size = contents.part_mb * 1_000_000 if contents.form is Form.PARTS else None
    request = BundleRequest(
        destination=folder,
        layout=layout,
        areas=contents.areas,
        update=wish.update,
        allow_missing=wish.allow_missing,
        paper=contents.paper,
        zipped=None if contents.form is Form.FOLDER else Zipped(part_size),
        limit=contents.options.limit,
        merged=contents.options.merged,
        personal=contents.options.personal,
        since=wish.since,
    )
    with closing(open_workspace(root, read_only=True)) as workspace:
        try:
            return build_bundle(workspace, request, resources, _of_writing(report), cancel)
        except Cancelled:
            if request.zipped is not None:  # which leaves nothing
                return Stopped(None)
            name = plan_layout(workspace.assessment(), layout, contents.areas).root_name
            unfinished = staging_path(folder, name)
            return Stopped(unfinished if unfinished.is_dir() else None)
        except OSError as fault:  # a stick pulled out while it is being asked
            if fault.filename is None or not Path(str(fault.filename)).is_relative_to(folder):
                raise
            raise DriveFault(folder, fault_reason(fault), words_of(fault)) from fault


def _of_writing(report: Report) -> Report:
    """Without the plan: reports that follow one another at once are thinned out, and the first of writing
    is the one that matters."""

    def told(progress: Progress) -> None:
        if progress.stage is not Stage.PLAN:
            report(progress)

    return told


def verify(path: Path, report: Report, cancel: CancelToken) -> "Verification":
    """Raises BundleNotFound, NotABundle, DamagedZip, BundleUnreadable, Cancelled."""
    from zidesk.services.verify import verify_bundle

    return verify_bundle(path, report, cancel)


def drives() -> "tuple[RemovableDrive, ...]":
    """What is plugged in now."""
    from zidesk.storage.drives import removable_drives

    return removable_drives()


def earlier_bundle(folder: Path, name: str) -> Path | None:
    """A finished bundle of this name in `folder`: its own folder, else its ZIP, or the first of its ZIPs."""
    from zidesk.services.bundle.zip_names import finished_zips
    from zidesk.services.verify.recognising import bundle_at

    found = bundle_at(folder / name)
    if found is not None:
        return found
    try:
        return next(finished_zips(folder, name), None)
    except OSError:  # a stick that was pulled out at this moment
        return None
