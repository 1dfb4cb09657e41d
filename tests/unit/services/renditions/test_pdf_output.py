"""A PDF on a drive that fills up: an error, where pikepdf by itself ends the process."""

import errno
import io
from pathlib import Path

import pikepdf
import pytest

from tests import faults
from tests.unit.services.renditions.samples import encoded, scan_pdf, written
from zidesk.services.renditions.pdf_output import save_pdf


def test_a_full_drive_is_an_error(tmp_path: Path) -> None:
    data = scan_pdf([encoded(written(), "JPEG", quality=97)])
    with faults.small_drive(tmp_path / "stik", "64k") as drive, pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(data) > 64 * 1024
        with pytest.raises(OSError) as caught:
            save_pdf(pdf, drive / "a.pdf")
        assert caught.value.errno == errno.ENOSPC


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    data = scan_pdf([encoded(written(), "JPEG", quality=60)])
    sizes = []
    for name in ("a.pdf", "b.pdf"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            sizes.append(save_pdf(pdf, tmp_path / name))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert sizes == [(tmp_path / "a.pdf").stat().st_size] * 2
