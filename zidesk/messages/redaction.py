"""Words for the errors of covering parts of a file."""

from zidesk.domain.errors import RedactionFailed, ZideskError
from zidesk.domain.indonesian import format_number
from zidesk.messages.message import Message, Words

_CAUSES = {
    "locked": "karena terkunci dengan kata sandi",
    "damaged": "karena isinya rusak",
    "too_big": "karena isinya terlalu besar untuk digambar",
    "missing": "karena berkasnya tidak dapat dibaca",
    "unknown": "karena bukan PDF atau gambar",
    "pages": "karena kotaknya terletak pada halaman yang tidak ada",
}
_REMEDIES = {
    "locked": "Simpan ulang berkas itu tanpa kata sandi, lampirkan lagi, lalu tutup bagiannya.",
    "damaged": "Ambil ulang berkas itu dari sumbernya, lampirkan lagi, lalu tutup bagiannya.",
    "too_big": "Pindai ulang berkas itu dengan ukuran lebih kecil, lampirkan lagi, lalu tutup bagiannya.",
    "missing": "Pasang kembali flashdisknya, atau lampirkan lagi berkas itu.",
    "unknown": "Jadikan berkas itu PDF, lampirkan lagi, lalu tutup bagiannya.",
    "pages": "Buka “Tutup bagian…” pada berkas itu, lalu gambar ulang kotaknya.",
}


def _failed(error: RedactionFailed) -> Message:
    subject = f"berkas “{error.name}”" if error.name else "berkas ini"
    page = f" pada halaman {format_number(error.page, 0)}" if error.page else ""
    return Message(f"Bagian {subject} tidak dapat ditutup{page} {_CAUSES[error.reason]}.", _REMEDIES[error.reason])


WORDS: dict[type[ZideskError], Words] = {RedactionFailed: _failed}
