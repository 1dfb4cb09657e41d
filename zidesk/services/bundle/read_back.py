"""Reading the written bundle back from the device and comparing it with its own manifests."""

from pathlib import Path

from zidesk.domain.errors import ReadBackFailed
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.staging import Staging
from zidesk.services.bundle.trust import break_seals
from zidesk.services.verify import FaultKind, verify_bundle
from zidesk.storage.drives import drive_of


def read_back(staging: Staging, report: Report, cancel: CancelToken) -> None:
    """Raises ReadBackFailed with every fault; the bundle then keeps its unfinished name."""

    def told(progress: Progress) -> None:
        report(
            Progress(
                Stage.READ_BACK,
                progress.done,
                progress.total,
                progress.bytes_done,
                progress.bytes_total,
                progress.item,
            )
        )

    first, *others = staging.parts
    verification = verify_bundle(first, told, cancel, more_parts=tuple(others), drop_cache=True)
    faults = tuple(
        (fault.path, fault.detail)
        for fault in verification.errors
        if fault.kind is not FaultKind.INCOMPLETE  # its name still says so, rightly
    )
    if faults:
        break_seals(staging)  # an update would take the damaged files for what these lists say, again and again
        raise ReadBackFailed(staging.parts[0], faults)


def lies_on_network(path: Path) -> bool:
    """Whether what is read at `path` may come from a cache of this machine or of the server: no call passes
    those by. A drive that can no longer be asked is none."""
    try:
        return drive_of(path).network
    except OSError:
        return False
