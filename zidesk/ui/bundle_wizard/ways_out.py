"""What can be done about an obstacle from the window, beside the words of `zidesk.messages`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from zidesk.domain.errors import (
    BundleExists,
    BundleNotFound,
    BundlePartsMissing,
    BundlesUnrelated,
    BundleUnfinished,
    BundleUnreadable,
    ContentsUnknown,
    DamagedZip,
    FileTooLarge,
    FileTooLargeForPart,
    LockTooLarge,
    NotABundle,
    NotEnoughSpace,
    NothingToUpdate,
    OriginalAltered,
    OriginalMissing,
    RecordDamaged,
    RecordTooNew,
    RedactionFailed,
    TooManyParts,
    ZideskError,
    ZipTooLarge,
)
from zidesk.messages import explain


class WayOut(Enum):
    """The value is the word on the button."""

    UPDATE = "Perbarui paket"
    WITHOUT = "Lanjutkan tanpa berkas itu"
    ELSEWHERE = "Pilih tujuan lain"
    ANEW = "Buat paket baru"
    NOT_SINCE = "Tanpa pembandingan"
    NOT_MERGED = "Tanpa berkas gabungan"
    NOT_PERSONAL = "Tanpa berkas bertanda data pribadi"
    OPTIONS = "Ubah pilihan lain"
    CONTENTS = "Ubah isi paket"


_SINCE = (
    BundleNotFound,
    NotABundle,
    DamagedZip,
    BundleUnreadable,
    BundlePartsMissing,
    BundleUnfinished,
    ContentsUnknown,
    RecordDamaged,
    RecordTooNew,
    BundlesUnrelated,
)
_SIZES = (NotEnoughSpace, FileTooLarge, FileTooLargeForPart, ZipTooLarge, TooManyParts)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One box: what happened, what to do, which files, and the buttons."""

    happened: str
    remedy: str
    names: tuple[str, ...]
    ways: tuple[WayOut, ...]


def obstacles_of(errors: Sequence[ZideskError], *, merged: bool = False) -> tuple[Obstacle, ...]:
    """A box for each obstacle; originals that are gone share one, for they have one way out. `merged`: merged
    PDFs are asked for, without which there would be less to write."""
    lost = [error for error in errors if isinstance(error, OriginalMissing)]
    altered = [error for error in errors if isinstance(error, OriginalAltered)]
    found = [_obstacle(error, merged) for error in errors if error not in (*lost, *altered)]
    if lost:
        found.append(_unusable(f"{len(lost)} berkas asli tidak ada lagi di berkas kerja.", lost))
    if altered:
        found.append(_unusable(f"Isi {len(altered)} berkas asli berubah sejak dilampirkan.", altered))
    return tuple(found)


def _unusable(happened: str, errors: Sequence[OriginalMissing | OriginalAltered]) -> Obstacle:
    remedy = (
        "Lampirkan lagi berkasnya atau pulihkan dari cadangan. Bila dilanjutkan tanpa berkas itu, "
        "namanya disebut di dalam paket sebagai tidak lengkap."
    )
    return Obstacle(happened, remedy, tuple(error.name for error in errors), (WayOut.WITHOUT,))


def _obstacle(error: ZideskError, merged: bool) -> Obstacle:
    message = explain(error)
    if isinstance(error, BundleExists) and error.path.suffix == ".zip":  # written anew, never renewed
        return Obstacle(message.happened, message.remedy, (), (WayOut.ELSEWHERE,))
    if isinstance(error, BundleExists):  # the table's remedy names an option of the command line
        remedy = "Perbarui paket itu dengan isi yang sekarang, atau pilih tujuan lain."
        return Obstacle(message.happened, remedy, (), (WayOut.UPDATE, WayOut.ELSEWHERE))
    if isinstance(error, NothingToUpdate):
        remedy = "Buat paket baru di sana, atau pilih tujuan lain."
        return Obstacle(message.happened, remedy, (), (WayOut.ANEW, WayOut.ELSEWHERE))
    return Obstacle(message.happened, message.remedy, message.details, _ways(error, merged))


def _ways(error: ZideskError, merged: bool) -> tuple[WayOut, ...]:
    without_merged = (WayOut.NOT_MERGED,) if merged else ()
    match error:
        case LockTooLarge():
            return (WayOut.NOT_PERSONAL, WayOut.OPTIONS)
        case RedactionFailed():  # what is covered must not go out uncovered
            return (WayOut.CONTENTS,)
        case _ if isinstance(error, _SINCE):
            return (WayOut.NOT_SINCE,)
        case _ if isinstance(error, _SIZES):
            return (WayOut.ELSEWHERE, *without_merged, WayOut.OPTIONS, WayOut.CONTENTS)
    return (WayOut.ELSEWHERE,)
