"""Reading the written bundle back from the device and comparing it with its own manifests."""

from zidesk.domain.errors import ReadBackFailed
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.bundle.staging import Staging
from zidesk.services.verify import FaultKind, verify_bundle


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
        raise ReadBackFailed(staging.parts[0], faults)
