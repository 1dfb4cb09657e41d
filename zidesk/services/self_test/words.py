"""The line of each part, as installers and CI print it."""

from collections.abc import Mapping
from fractions import Fraction

from zidesk.domain.indonesian import format_number
from zidesk.services.self_test.parts import Part, PartResult

WORDS: Mapping[Part, str] = {
    Part.SHEETS: "lembar penilaian dibaca",
    Part.DATABASE: "berkas kerja baru dibuat dan dibaca",
    Part.MIGRATION: "berkas kerja dari versi pertama dibuka",
    Part.SEARCH: "isi berkas kerja dicari",
    Part.INDEX: "indeks PDF digambar",
    Part.WORKBOOK: "LKE Excel ditulis",
    Part.LETTER: "surat Word dan PDF ditulis",
    Part.GUIDE: "panduan dibaca dan ditulis sebagai PDF",
    Part.JPEG: "gambar kecil dari JPEG",
    Part.HEIC: "gambar kecil dari HEIC",
    Part.PDF: "gambar kecil dari PDF",
    Part.BUNDLE: "paket ditulis",
    Part.VERIFY: "paket diperiksa dan valid",
    Part.TAMPERED: "berkas paket yang diubah ketahuan",
    Part.FONTS: "huruf layar tersedia",
    Part.WINDOW: "jendela digambar",
}


def line_of(result: PartResult) -> str:
    """One line, without its end."""
    sign = "ya   " if result.works else "GAGAL"
    line = f"{sign} {WORDS[result.part]} ({format_number(Fraction(result.seconds))} detik)"
    return line if result.works else f"{line}: {result.fault}"
