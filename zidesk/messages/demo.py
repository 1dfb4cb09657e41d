"""Words for what the demo school can be refused for."""

from zidesk.domain.errors import DemoSizeTooLarge, DemoSizeTooSmall, ZideskError
from zidesk.domain.indonesian import format_size
from zidesk.messages.message import Message, Words

WORDS: dict[type[ZideskError], Words] = {
    DemoSizeTooSmall: lambda e: Message(
        f"Ukuran {format_size(e.wanted)} terlalu kecil untuk {e.files} berkas contoh.",
        f"Paling kecil {format_size(e.smallest)}: perbesar --size-mb atau kurangi --files.",
    ),
    DemoSizeTooLarge: lambda e: Message(
        f"Ukuran {format_size(e.wanted)} terlalu besar untuk {e.files} berkas contoh.",
        f"Paling besar {format_size(e.largest)}: kecilkan --size-mb atau tambah --files.",
    ),
}
