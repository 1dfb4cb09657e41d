"""How the bytes of a wanted total are shared among the photos."""

from collections.abc import Sequence

from zidesk.domain.errors import DemoSizeTooLarge, DemoSizeTooSmall
from zidesk.services.demo.evidence import DemoEvidence

SMALLEST_PHOTO = 16_000
LARGEST_PHOTO = 60_000_000


def share_bytes(photos: Sequence[DemoEvidence], wanted: int, others: int, files: int) -> tuple[int, ...]:
    """The size in bytes of each photo, such that `others` and the photos together are `wanted` bytes.

    Sizes vary by about a third, as photos do. Raises DemoSizeTooSmall or DemoSizeTooLarge when photos
    between SMALLEST_PHOTO and LARGEST_PHOTO cannot fill the difference.
    """
    room = wanted - others
    if room < len(photos) * SMALLEST_PHOTO:
        raise DemoSizeTooSmall(files, wanted, others + len(photos) * SMALLEST_PHOTO)
    if room > len(photos) * LARGEST_PHOTO:
        raise DemoSizeTooLarge(files, wanted, others + len(photos) * LARGEST_PHOTO)
    if not photos:
        return ()
    spare = room - len(photos) * SMALLEST_PHOTO
    weights = [photo.chance("ukuran").randint(650, 1350) for photo in photos]
    total = sum(weights)
    sizes = [SMALLEST_PHOTO + spare * weight // total for weight in weights]
    sizes[-1] += room - sum(sizes)
    return tuple(sizes)
