"""Words for the errors of making papers."""

from zidesk.domain.errors import WrongSuffix, ZideskError
from zidesk.messages.message import Message, Words

WORDS: dict[type[ZideskError], Words] = {
    WrongSuffix: lambda e: Message(
        f"Dokumen ini tidak dapat dibuat sebagai {e.path.name}.",
        f"Beri nama yang berakhir dengan {e.suffix}.",
    ),
}
