"""A file that takes everything and tells afterwards what the drive refused."""

import errno
from pathlib import Path

import pytest

from tests.faults import small_drive
from zidesk.storage.patient_file import PatientFile


def test_everything_is_written(tmp_path: Path) -> None:
    with PatientFile(tmp_path / "a", "wb") as file:
        assert file.write(b"satu ") == 5
        assert file.write(memoryview(b"dua")) == 3
        file.raise_fault()
    assert (tmp_path / "a").read_bytes() == b"satu dua"


def test_a_refusal_is_told_at_the_end(tmp_path: Path) -> None:
    with small_drive(tmp_path / "stik", "64k") as drive, PatientFile(drive / "a", "wb") as file:
        for _ in range(3):
            assert file.write(b"x" * 60_000) == 60_000
        with pytest.raises(OSError) as caught:
            file.raise_fault()
        assert caught.value.errno == errno.ENOSPC
