"""Words for the errors of looking at a file."""

from zidesk.domain.errors import PictureUnavailable, ZideskError
from zidesk.messages.message import Message, Words

_HAPPENED = {
    "locked": "terkunci dengan kata sandi, sehingga isinya tidak dapat ditampilkan",
    "damaged": "rusak, sehingga isinya tidak dapat ditampilkan",
    "too_big": "terlalu besar untuk ditampilkan di sini",
    "missing": "tidak dapat dibaca",
    "unknown": "tidak mempunyai pratinjau",
}
_REMEDIES = {
    "locked": "Simpan ulang berkas itu tanpa kata sandi, lalu lampirkan lagi.",
    "damaged": "Ambil ulang berkas itu dari sumbernya, lalu lampirkan lagi.",
    "too_big": "Buka berkas itu dengan program lain.",
    "missing": "Pasang kembali flashdisknya, atau lampirkan lagi berkas itu.",
    "unknown": "Buka berkas itu dengan program lain.",
}


def _unavailable(error: PictureUnavailable) -> Message:
    subject = f"“{error.name}”" if error.name else "Berkas ini"
    return Message(f"{subject} {_HAPPENED[error.reason]}.", _REMEDIES[error.reason])


WORDS: dict[type[ZideskError], Words] = {PictureUnavailable: _unavailable}
