"""Regulations as legal bases cite them: the ministry's full name and the title of the regulation."""

_MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
_SHORT = "Peraturan Menteri PANRB"
# by what the short citation begins with; titles as promulgated
_TITLES = {
    f"{_SHORT} Nomor 90 Tahun 2021": (
        "tentang Pembangunan dan Evaluasi Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah Birokrasi "
        "Bersih dan Melayani di Instansi Pemerintah"
    ),
    f"{_SHORT} Nomor 52 Tahun 2014": (
        "tentang Pedoman Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi dan Wilayah Birokrasi "
        "Bersih dan Melayani di Lingkungan Instansi Pemerintah"
    ),
}


def full_citation(regulation: str) -> str:
    """The regulation of a sheet with its title, which is put before "sebagaimana diubah"; one that is not known
    stays as it is cited."""
    for start, title in _TITLES.items():
        rest = regulation.removeprefix(start)
        if rest != regulation and not rest[:1].isdigit():
            return f"{_MINISTRY}{start.removeprefix(_SHORT)} {title}{rest}"
    return regulation
