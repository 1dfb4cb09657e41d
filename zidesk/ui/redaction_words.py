"""How covered parts are told of. No Qt."""

from zidesk.domain.indonesian import format_number
from zidesk.domain.redaction import Box, by_page

COVERED = "sebagian ditutup"


def boxes_words(boxes: tuple[Box, ...]) -> str:
    """ "3 kotak pada 2 halaman"; "Belum ada kotak"."""
    if not boxes:
        return "Belum ada kotak"
    count, pages = format_number(len(boxes), 0), format_number(len(by_page(boxes)), 0)
    return f"{count} kotak pada {pages} halaman"


def box_words(box: Box, number: int) -> str:
    """ "Halaman 2, kotak 1"."""
    return f"Halaman {format_number(box.page, 0)}, kotak {number}"


def bare_words(title: str) -> str:
    """A file of which parts were covered has been replaced by another."""
    return (
        f"Kotak hitam pada berkas lama tidak ikut ke berkas baru. Bila berkas baru “{title}” juga memuat bagian "
        "yang tidak boleh diserahkan, pilih Tutup bagian lagi sebelum membuat paket."
    )


def covering_words(title: str, boxes: tuple[Box, ...]) -> str:
    """What was just done to an evidence."""
    if not boxes:
        return f"Tidak ada lagi bagian “{title}” yang ditutup."
    return f"“{title}” ditutup sebagian: {boxes_words(boxes)}."
