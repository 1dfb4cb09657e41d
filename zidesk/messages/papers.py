"""Words for the errors of signed copies."""

from zidesk.domain.errors import NotAScan, SignedCopyGone, ZideskError
from zidesk.messages.message import Message, Words

_STATES = {
    "ok": "bukan PDF atau gambar",
    "damaged": "rusak sehingga tidak dapat dibaca",
    "locked": "terkunci dengan kata sandi",
}

WORDS: dict[type[ZideskError], Words] = {
    NotAScan: lambda e: Message(
        f"Berkas {e.path.name} {_STATES.get(e.state, _STATES['ok'])}, sehingga tidak disimpan sebagai salinan.",
        "Pindai dokumen itu sebagai PDF, atau pilih fotonya.",
    ),
    SignedCopyGone: lambda e: Message(
        f"Salinan bertanda tangan {e.name} sudah tidak ada di berkas kerja.",
        "Tambahkan lagi dari pindaian aslinya.",
    ),
}
