"""How the outcome of attaching files is told: nothing that was left out stays unnamed."""

from typing import TYPE_CHECKING

from zidesk.domain.evidence import INBOX
from zidesk.messages import explain
from zidesk.ui.messenger import Messenger
from zidesk.ui.wording import STATE_WORDS

if TYPE_CHECKING:
    from zidesk.services.ingest.adding import IngestResult

_NAMED = 4  # files named before the rest is counted


def tell_result(messenger: Messenger, code: str, result: "IngestResult") -> None:
    """Say what was attached; refusals and flaws as a warning that stays longer."""
    lines = result_lines(code, result)
    if result.refused or result.flawed:
        messenger.warn("\n".join(lines))
    else:
        messenger.tell("\n".join(lines))


def result_lines(code: str, result: "IngestResult") -> list[str]:
    """The outcome, one sentence on each line."""
    done = "dimasukkan ke Kotak masuk" if code == INBOX else f"dilampirkan ke {code}"
    first = f"{result.added} berkas {done}."
    if result.cancelled:
        first = f"Dibatalkan. {result.added} berkas sudah {done}, sisanya tidak."
    lines = [first]
    if result.already:
        lines.append(f"Sudah ada di sini, tidak digandakan: {_named(result.already)}.")
    if result.skipped:
        lines.append(f"Dilewati karena milik sistem atau tersembunyi: {_named(result.skipped)}.")
    flawed = tuple(f"{use.original_name} ({STATE_WORDS[use.file.inspection.state]})" for use in result.flawed)
    if flawed:
        lines.append(f"Tetap disimpan dan ditandai: {_named(flawed)}.")
    lines.extend(str(explain(refusal)) for refusal in result.refused[:_NAMED])
    if len(result.refused) > _NAMED:
        lines.append(f"… dan {len(result.refused) - _NAMED} berkas lain tidak dilampirkan.")
    return lines


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown}, dan {len(names) - _NAMED} lagi"
