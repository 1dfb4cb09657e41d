"""What is said at the end of a bundle: nothing is called done without naming what is missing."""

from pathlib import Path

import pytest

from zidesk.domain.archive_layout import Omission
from zidesk.services.bundle.request import BundleResult
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
