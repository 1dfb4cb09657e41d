"""Opens the unfinished bundle in the form that is asked for."""

from contextlib import AbstractContextManager

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.services.bundle.folder_staging import open_folder
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.bundle.staging import Staging
from zidesk.services.bundle.zip_staging import open_zip


def open_staging(
    request: BundleRequest, plan: BundlePlan, assessment: Assessment
) -> AbstractContextManager[Staging]:
    """Raises BundleBusy, DriveFault."""
    if request.zipped is None:
        return open_folder(request.destination, plan.root_name, update=request.update)
    # times from the data, so that the same data gives the same bytes
    return open_zip(request.destination, plan.root_name, request.zipped, assessment.changed_at)
