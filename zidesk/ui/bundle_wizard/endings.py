"""The words at the end of making a bundle. Pure functions."""

from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.errors import DriveFault, DriveGone, ReadBackFailed, ZideskError
from zidesk.domain.indonesian import format_size
from zidesk.messages import explain
from zidesk.ui.bundle_wizard.done_step import Ending, Next
from zidesk.ui.bundle_wizard.wish import Target

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult


def finished(result: "BundleResult", target: Target) -> Ending:
    """Read back and as it should be; what was left out is named, and then nothing is called done without it."""
    omitted = tuple(f"{item.question_code} {item.original_name}: {item.reason}" for item in result.omitted)
    if omitted:
        title = f"Paket selesai, {len(omitted)} berkas tidak ikut"
    else:
        title = "Sudah aman, flashdisk boleh dicabut" if target.removable else "Sudah aman, paket selesai"
    reused = f" {result.reused} di antaranya sudah ada di sana dan tidak disalin lagi." if result.reused else ""
    text = (
        f"{result.path}\n{result.files} berkas bukti · {format_size(result.bytes)}. "
        f"Semua yang tertulis sudah dibaca ulang dari tujuan dan cocok.{reused}"
    )
    if omitted:
        if target.removable:
            text += "\nSudah aman, flashdisk boleh dicabut."
        text += "\nYang tidak ikut disebut di dalam paket sebagai tidak lengkap:"
    actions = (Next.OPEN, Next.VERIFY, Next.ANOTHER)
    return Ending("warn" if omitted else "ok", title, text, omitted, actions, whole=True)


def cancelled(unfinished: Path | None) -> Ending:
    if unfinished is None:
        text = "Tidak ada yang tertinggal di tujuan."
        return Ending("muted", "Pembuatan paket dibatalkan", text, (), (Next.CONTINUE, Next.ANOTHER))
    text = (
        f"Yang sudah tertulis tetap ada di folder {unfinished}.\n"
        "Nama folder itu menandai bahwa paket belum selesai. Pembuatan berikutnya ke tujuan yang sama "
        "melanjutkan dari sana, tidak mengulang dari awal."
    )
    actions = (Next.CONTINUE, Next.OPEN, Next.ANOTHER)
    return Ending("warn", "Pembuatan paket dibatalkan", text, (), actions)


def failed(fault: ZideskError) -> Ending:
    message = explain(fault)
    actions = (Next.RETRY, Next.ANOTHER)
    if isinstance(fault, ReadBackFailed):  # that drive is not to be trusted
        actions = (Next.ELSEWHERE, Next.RETRY)
    elif isinstance(fault, DriveFault | DriveGone):
        actions = (Next.RETRY, Next.ELSEWHERE)
    return Ending("bad", message.happened, message.remedy, message.details, actions)
