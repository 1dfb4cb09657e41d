"""Words for the errors every part can raise."""

from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.messages.message import Message, Words

WORDS: dict[type[ZideskError], Words] = {
    Cancelled: lambda _e: Message("Pekerjaan dibatalkan.", "Yang sudah tersimpan tetap aman."),
}
