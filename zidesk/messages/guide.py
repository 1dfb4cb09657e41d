"""Words for the errors of the user guide."""

from zidesk.domain.errors import GuideMissing, ZideskError
from zidesk.messages.message import Message, Words

WORDS: dict[type[ZideskError], Words] = {
    GuideMissing: lambda e: Message(
        f"Panduan tidak ditemukan di {e.path}.", "Pasang ulang ZIDesk; berkas kerja Anda tidak terkena."
    ),
}
