"""Legal bases name a regulation in full."""

from zidesk.services.documents.letters.citations import full_citation


def test_known_sheets() -> None:
    new = full_citation("Peraturan Menteri PANRB Nomor 90 Tahun 2021")
    assert new.startswith(
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021"
    )
    assert "tentang Pembangunan dan Evaluasi Zona Integritas" in new
    old = full_citation(
        "Peraturan Menteri PANRB Nomor 52 Tahun 2014 sebagaimana diubah dengan Nomor 10 Tahun 2019"
    )
    assert "tentang Pedoman Pembangunan" in old
    assert old.endswith("Instansi Pemerintah sebagaimana diubah dengan Nomor 10 Tahun 2019")


def test_others_stay_as_they_are_cited() -> None:
    for cited in ("", "Peraturan Gubernur Nomor 5", "Peraturan Menteri PANRB Nomor 90 Tahun 20211"):
        assert full_citation(cited) == cited
