"""Words for the errors of opening a bundle to check it."""

from zidesk.domain.errors import BundleNotFound, BundleUnreadable, DamagedZip, NotABundle, ZideskError
from zidesk.messages.message import Message, Words, in_brackets

WORDS: dict[type[ZideskError], Words] = {
    BundleNotFound: lambda e: Message(
        f"Paket {e.path} tidak ditemukan.", "Periksa nama dan tempatnya, atau pasang kembali flashdisknya."
    ),
    NotABundle: lambda e: Message(
        f"{e.path} bukan folder paket dan bukan berkas ZIP.", "Pilih folder paket atau berkas ZIP-nya."
    ),
    DamagedZip: lambda e: Message(
        f"Berkas ZIP {e.path} rusak atau terpotong.", "Salin ulang dari sumbernya, lalu periksa lagi."
    ),
    BundleUnreadable: lambda e: Message(
        f"Paket {e.path} tidak dapat dibaca{in_brackets(e.reason)}.",
        "Periksa izin dan flashdisknya, lalu periksa lagi.",
    ),
}
