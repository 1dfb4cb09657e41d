"""What reaches the terminal, the pipe and the script, in every encoding and on every outlet."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Zidesk

_RUN = [sys.executable, "-c", "import sys; from zidesk.cli import main; sys.argv[0] = 'zidesk'; main()"]


def _json_under(encoding: str, *arguments: object) -> dict[str, object]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [*_RUN, *map(str, arguments), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    value: dict[str, object] = json.loads(done.stdout.decode(encoding))
    return value


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_whole_in_any_encoding(workspace: Path, tmp_path: Path, encoding: str) -> None:
    made = _json_under(encoding, "bundle", workspace, tmp_path / "stik é مدرسة")
    assert Path(str(made["path"])).is_dir()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_an_outlet_that_takes_no_more_is_a_sentence(workspace: Path, flags: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*_RUN, "status", str(workspace), *flags]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("zidesk: Hasilnya tidak dapat ditulis")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("flags", [[], ["--json"]])
def test_a_reader_that_went_away_hears_nothing_more(workspace: Path, flags: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [*_RUN, "status", str(workspace), *flags]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


_LOADING = """
import builtins, os, signal
load = builtins.__import__
def interrupted(name, *rest, **more):
    if name == "zidesk.cli.status_view":
        os.kill(os.getpid(), signal.SIGINT)
    return load(name, *rest, **more)
builtins.__import__ = interrupted
import zidesk.cli
"""


@pytest.mark.skipif(os.name == "nt", reason="signals as Linux sends them")
def test_ctrl_c_while_loading_is_a_sentence() -> None:
    command = [sys.executable, "-c", _LOADING]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "zidesk: Pekerjaan dibatalkan. Yang sudah tersimpan tetap aman.\n"


@pytest.mark.skipif(os.name == "nt", reason="signals as Linux sends them")
def test_ctrl_c_while_the_demo_is_made_leaves_nothing(tmp_path: Path) -> None:
    command = [*_RUN, "demo", str(tmp_path / "contoh"), "--files", "400"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        limit = time.monotonic() + 60
        while not list(tmp_path.glob("contoh/.bahan-*/*")) and time.monotonic() < limit:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 1
    assert complaint.lstrip() == "zidesk: Pekerjaan dibatalkan. Yang sudah tersimpan tetap aman.\n"
    assert list((tmp_path / "contoh").iterdir()) == []


def test_a_name_does_not_steer_the_terminal(zidesk: Zidesk, workspace: Path, tmp_path: Path) -> None:
    empty = tmp_path / "kosong\x1b[2J\x07.txt"
    empty.touch()
    call = zidesk("attach", workspace, "1.i.a", empty)
    assert "\x1b" not in call.err
    assert "\x07" not in call.err
    assert "kosong [2J .txt kosong (0 bita)" in call.err


def test_a_fault_of_the_whole_bag_names_no_path(zidesk: Zidesk, tmp_path: Path) -> None:
    (tmp_path / "bukan paket").mkdir()
    call = zidesk("verify", tmp_path / "bukan paket")
    assert call.code == 3
    assert "SALAH  Tidak ada daftar isi" in call.out
