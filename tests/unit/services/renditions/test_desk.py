"""The folder copies are made in: nobody's leavings stay, and nobody's work is taken away."""

import subprocess
import sys
from pathlib import Path

import pytest

from zidesk.services.renditions.desk import opened_desk, remove_leftovers

_KILLED = """
import os, signal, sys
from pathlib import Path
from zidesk.services.renditions.desk import opened_desk
with opened_desk(Path(sys.argv[1])) as folder:
    (folder / "rahasia.pdf").write_bytes(b"isi")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_is_gone_at_the_end(tmp_path: Path) -> None:
    with opened_desk(tmp_path / "baru") as folder:
        (folder / "a").write_bytes(b"isi")
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not list((tmp_path / "baru").iterdir())


def test_it_is_gone_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="gagal"), opened_desk(tmp_path):
        raise ValueError("gagal")
    assert not list(tmp_path.iterdir())


def test_what_a_killed_run_left_is_removed_and_a_living_one_stays(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False, timeout=60)
    left = [path for path in tmp_path.iterdir() if path.is_dir()]
    assert len(left) == 1 and (left[0] / "rahasia.pdf").is_file()
    with opened_desk(tmp_path) as alive:
        (alive / "a").write_bytes(b"isi")
        remove_leftovers(tmp_path)
        assert not left[0].exists()
        assert (alive / "a").is_file()
    assert not list(tmp_path.iterdir())


def test_other_folders_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "penting").mkdir()
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    (elsewhere / "a").write_bytes(b"isi")
    (tmp_path / "zidesk-salinan-tautan").symlink_to(elsewhere)
    remove_leftovers(tmp_path)
    assert (tmp_path / "penting").is_dir() and (elsewhere / "a").is_file()
    remove_leftovers(tmp_path / "tidak ada")
