"""Words for the errors of comparing two bundles."""

from zidesk.domain.errors import (
    BundlePartsMissing,
    BundlesUnrelated,
    BundleUnfinished,
    ContentsUnknown,
    RecordDamaged,
    RecordTooNew,
    ZideskError,
)
from zidesk.messages.message import Message, Words, in_brackets

_DAMAGE = {
    "large": "terlalu besar",
    "unreadable": "tidak dapat dibaca",
    "form": "tidak berbentuk catatan isi paket",
    "altered": "tidak cocok dengan daftar sidik jari paket itu",
}
_ASPECTS = {"school": "sekolah", "year": "tahun", "instrument": "lembar penilaian"}


def _unrelated(error: BundlesUnrelated) -> Message:
    aspect = _ASPECTS.get(error.aspect, error.aspect)
    return Message(
        f"Kedua paket tidak dapat dibandingkan karena berbeda {aspect}: paket {error.path} memuat {aspect} "
        f"{error.found}, sedangkan paket yang baru {error.expected}.",
        "Pilih paket lama dari sekolah, tahun, dan lembar penilaian yang sama.",
    )


WORDS: dict[type[ZideskError], Words] = {
    ContentsUnknown: lambda e: Message(
        f"Isi paket {e.path} tidak dapat diketahui: catatan isi dan daftar sidik jarinya tidak ada.",
        "Pilih folder paket yang memuat ISI-PAKET.json atau manifest-sha256.txt, atau berkas ZIP-nya.",
    ),
    BundleUnfinished: lambda e: Message(
        f"Paket {e.path} belum selesai ditulis.", "Selesaikan dahulu paket itu, lalu bandingkan lagi."
    ),
    BundlePartsMissing: lambda e: Message(
        f"{e.path} hanya salah satu bagian paket; yang tidak ada di folder yang sama: {e.names}.",
        "Kumpulkan semua bagian di satu folder, lalu ulangi.",
    ),
    RecordDamaged: lambda e: Message(
        f"Catatan isi paket {e.path} {_DAMAGE.get(e.reason, e.reason)}{in_brackets(e.detail)}.",
        "Periksa paket itu dengan “Periksa paket”, atau pakai salinan yang masih utuh.",
    ),
    RecordTooNew: lambda e: Message(
        f"Catatan isi paket {e.path} dibuat oleh ZIDesk yang lebih baru (versi catatan {e.version}).",
        "Perbarui ZIDesk, lalu ulangi.",
    ),
    BundlesUnrelated: _unrelated,
}
