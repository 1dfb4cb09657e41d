"""The words at the end of making a bundle. Pure functions."""

from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.errors import DriveFault, DriveGone, ReadBackFailed, ZideskError
from zidesk.domain.indonesian import format_size
from zidesk.messages import explain
from zidesk.messages.bundle import NETWORK_CAVEAT
from zidesk.ui.bundle_wizard.done_step import Ending, Next
from zidesk.ui.bundle_wizard.handled_words import chosen_away, handled_lines, handled_sentences
from zidesk.ui.bundle_wizard.wish import Target

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult


def finished(result: "BundleResult", target: Target) -> Ending:
    """Read back and as it should be; what was left out is named, and then nothing is called done without it."""
    lost = tuple(item for item in result.omitted if not chosen_away(item))
    omitted = tuple(f"{item.question_code} {item.name}: {item.reason}" for item in lost)
    if omitted:
        title = f"Paket selesai, {len(omitted)} berkas tidak ikut"
    else:
        title = "Sudah aman, flashdisk boleh dicabut" if target.removable else "Sudah aman, paket selesai"
        title = "Paket selesai" if result.network else title
    reused = f" {result.reused} di antaranya sudah ada di sana dan tidak disalin lagi." if result.reused else ""
    lines = [
        f"{result.path}\n{result.files} berkas bukti · {format_size(result.bytes)}. "
        f"Semua yang tertulis sudah dibaca ulang dari tujuan dan cocok.{reused}",
        *handled_sentences(result),
    ]
    if result.network:
        lines.append(NETWORK_CAVEAT)
    if omitted:
        if target.removable:
            lines.append("Sudah aman, flashdisk boleh dicabut.")
        lines.append("Yang tidak ikut disebut di dalam paket sebagai tidak lengkap:")
    state, text = "warn" if omitted else "ok", "\n".join(lines)
    actions = (Next.OPEN, Next.VERIFY, Next.ANOTHER)
    return Ending(state, title, text, omitted, actions, whole=True, handled=tuple(handled_lines(result)))


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
