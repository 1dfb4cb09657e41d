"""What can be done about an obstacle from the window, beside the words of `zidesk.messages`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from zidesk.domain.errors import BundleExists, NothingToUpdate, OriginalMissing, ZideskError
from zidesk.messages import explain


class WayOut(Enum):
    """The value is the word on the button."""

    UPDATE = "Perbarui paket"
    WITHOUT = "Lanjutkan tanpa berkas itu"
    ELSEWHERE = "Pilih tujuan lain"
    ANEW = "Buat paket baru"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One box: what happened, what to do, which files, and the buttons."""

    happened: str
    remedy: str
    names: tuple[str, ...]
    ways: tuple[WayOut, ...]


def obstacles_of(errors: Sequence[ZideskError]) -> tuple[Obstacle, ...]:
    """A box for each obstacle; originals that are gone share one, for they have one way out."""
    found = [_obstacle(error) for error in errors if not isinstance(error, OriginalMissing)]
    lost = [error for error in errors if isinstance(error, OriginalMissing)]
    if lost:
        found.append(
            Obstacle(
                f"{len(lost)} berkas asli tidak ada lagi di berkas kerja.",
                "Lampirkan lagi berkasnya atau pulihkan dari cadangan. Bila dilanjutkan tanpa berkas itu, "
                "namanya disebut di dalam paket sebagai tidak lengkap.",
                tuple(error.name for error in lost),
                (WayOut.WITHOUT,),
            )
        )
    return tuple(found)


def _obstacle(error: ZideskError) -> Obstacle:
    message = explain(error)
    if isinstance(error, BundleExists) and error.path.suffix == ".zip":  # written anew, never renewed
        return Obstacle(message.happened, message.remedy, (), (WayOut.ELSEWHERE,))
    if isinstance(error, BundleExists):  # the table's remedy names an option of the command line
        remedy = "Perbarui paket itu dengan isi yang sekarang, atau pilih tujuan lain."
        return Obstacle(message.happened, remedy, (), (WayOut.UPDATE, WayOut.ELSEWHERE))
    if isinstance(error, NothingToUpdate):
        remedy = "Buat paket baru di sana, atau pilih tujuan lain."
        return Obstacle(message.happened, remedy, (), (WayOut.ANEW, WayOut.ELSEWHERE))
    return Obstacle(message.happened, message.remedy, message.details, (WayOut.ELSEWHERE,))
