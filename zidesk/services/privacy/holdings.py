"""Which kinds of personal data the marked files hold, for the papers that tell of them."""

from collections.abc import Mapping

from zidesk.domain.assessment import Assessment
from zidesk.domain.privacy import PersonalKind
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.privacy.suggesting import PersonalSearch, first_uses
from zidesk.storage.search.entries import all_uses
from zidesk.storage.workspace import Workspace


def kinds_held(workspace: Workspace, assessment: Assessment) -> Mapping[str, tuple[PersonalKind, ...]]:
    """By marked content, as far as its text is there. Raises StorageFault."""
    marked = [use for use in first_uses(all_uses(assessment)) if use.personal]
    if not marked:
        return {}
    counts = PersonalSearch(workspace).counts(assessment.profile, marked, silent, CancelToken())
    return {sha256: tuple(found) for sha256, found in counts.items()}
