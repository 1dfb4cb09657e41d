"""What is said at the end of a bundle: nothing is called done without naming what is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from zidesk.domain.archive_layout import Omission
from zidesk.services.bundle.request import BundleResult
from zidesk.services.renditions.copies import Shrunk, Treated
from zidesk.services.renditions.wishes import PERSONAL_WORDS
from zidesk.ui.bundle_wizard.endings import finished
from zidesk.ui.bundle_wizard.wish import Target

_GONE = Omission("A.I.1.i.a", "SK tim", "sk.pdf", "berkas asli tidak ditemukan di berkas kerja")


def result(*omitted: Omission) -> BundleResult:
    return BundleResult(Path("paket"), 83, 18_600_000, 0, omitted, True, 1.0)


@pytest.mark.parametrize("removable", [True, False])
def test_a_whole_bundle_is_safe(removable: bool) -> None:
    ending = finished(result(), Target(Path("e"), "KINGSTON", removable))
    assert ending.state == "ok" and ending.title.startswith("Sudah aman")
    assert ("flashdisk boleh dicabut" in ending.title) is removable and ending.details == ()


@pytest.mark.parametrize("removable", [True, False])
def test_one_without_some_files_says_so_first(removable: bool) -> None:
    ending = finished(result(_GONE), Target(Path("e"), "KINGSTON", removable))
    assert ending.state == "warn" and ending.title == "Paket selesai, 1 berkas tidak ikut"
    assert ("Sudah aman, flashdisk boleh dicabut." in ending.text) is removable  # what was to be waited for
    assert ending.details == ("A.I.1.i.a sk.pdf: berkas asli tidak ditemukan di berkas kerja",)


def test_on_a_network_drive_nobody_is_told_that_all_is_safe() -> None:
    ending = finished(replace(result(), network=True), Target(Path("z"), "tata usaha", False))
    assert ending.title == "Paket selesai" and "drive jaringan" in ending.text
    assert "drive jaringan" not in finished(result(), Target(Path("e"), "KINGSTON", True)).text


def test_what_was_done_to_files_is_told_in_sum_and_one_by_one() -> None:
    handled = replace(
        result(Omission("A.I.1.i.b", "Rapor", "rapor.pdf", PERSONAL_WORDS)),
        shrunk=(
            Shrunk("A.I.1.i.a", "Foto apel", 8_000_000, 1_900_000, True),
            Shrunk("A.I.1.i.a", "Video", 40_000_000, 40_000_000, False),
            Shrunk("A.I.1.i.b", "Foto rapat", 4_000_000, 1_100_000, True),
            Shrunk("A.I.1.i.b", "Pindaian", 9_000_000, 3_000_000, False),
        ),
        locked=(Treated("A.I.2.i.a", "Daftar siswa"),),
        redacted=(Treated("A.I.2.i.a", "KTP"),),
    )
    ending = finished(handled, Target(Path("e"), "KINGSTON", True))
    assert ending.state == "ok" and ending.title == "Sudah aman, flashdisk boleh dicabut" and ending.details == ()
    assert ending.text.splitlines()[2:] == [
        "2 berkas diperkecil, dari 12,0 MB menjadi 3,0 MB.",
        "2 berkas tetap di atas batas ukuran karena tidak dapat diperkecil sampai batas itu.",
        "1 berkas dikunci dengan kata sandi.",
        "1 berkas disertakan dengan sebagian isinya ditutup.",
        "1 berkas tidak disertakan karena bertanda memuat data pribadi.",
    ]
    assert ending.handled == (
        "Diperkecil: A.I.1.i.a Foto apel, 8,0 MB → 1,9 MB",
        "Diperkecil: A.I.1.i.b Foto rapat, 4,0 MB → 1,1 MB",
        "Tetap di atas batas: A.I.1.i.a Video, 40,0 MB",
        "Tetap di atas batas: A.I.1.i.b Pindaian, 9,0 MB → 3,0 MB",
        "Dikunci: A.I.2.i.a Daftar siswa",
        "Sebagian ditutup: A.I.2.i.a KTP",
        "Tidak disertakan: A.I.1.i.b Rapor",
    )


def test_what_was_lost_is_told_beside_what_was_left_out() -> None:
    ending = finished(
        result(_GONE, replace(_GONE, original_name="rapor.pdf", reason=PERSONAL_WORDS)),
        Target(Path("e"), "", False),
    )
    assert ending.state == "warn" and ending.title == "Paket selesai, 1 berkas tidak ikut"
    assert len(ending.details) == len(ending.handled) == 1
