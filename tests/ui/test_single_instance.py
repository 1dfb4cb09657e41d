"""Several starts of the program, as several processes."""

import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from zidesk.ui.single_instance import SingleInstance, instance_name

_FIRST = """
import sys
from PySide6.QtCore import QCoreApplication
from zidesk.ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
instance.asked.connect(lambda path: print("asked", path, flush=True))
print("first" if instance.claim() else "later", flush=True)
app.exec()
"""
_LATER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from zidesk.ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
if instance.claim():
    print("first")
else:
    print("heard" if instance.send(Path(sys.argv[2]) if sys.argv[2] else None) else "alone")
"""


@pytest.fixture
def name() -> Iterator[str]:
    name = f"zidesk-test-{uuid.uuid4().hex[:12]}"
    yield name
    for left in (name, f"{name}.lock"):
        (Path(QDir.tempPath()) / left).unlink(missing_ok=True)


Start = Callable[[], "subprocess.Popen[str]"]


@pytest.fixture
def first(name: str) -> Iterator[Start]:
    """Starts a process that claims the name and listens."""
    made: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        made.append(
            subprocess.Popen(
                [sys.executable, "-c", _FIRST, name], stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        )
        return made[-1]

    yield start
    for process in made:
        process.kill()
        process.communicate()


def heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def later(name: str, path: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _LATER, name, path],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=30,
        check=True,
    )
    return done.stdout.strip()


def test_a_second_start_hands_its_path_to_the_first(name: str, first: Start, tmp_path: Path) -> None:
    process = first()
    assert heard(process) == "first"
    assert later(name, str(tmp_path / "SMA “Ä” 1"), tmp_path) == "heard"
    assert heard(process) == f"asked {tmp_path / 'SMA “Ä” 1'}"
    assert later(name, "kerja", tmp_path) == "heard", "a path is sent whole: the first has another folder"
    assert heard(process) == f"asked {tmp_path / 'kerja'}"
    assert later(name, "", tmp_path) == "heard"
    assert heard(process) == "asked "


def test_what_a_killed_window_leaves_is_in_nobodys_way(name: str, first: Start, tmp_path: Path) -> None:
    killed = first()
    assert heard(killed) == "first"
    killed.kill()
    killed.wait()
    process = first()
    assert heard(process) == "first"
    assert later(name, str(tmp_path), tmp_path) == "heard"
    assert heard(process) == f"asked {tmp_path}"


def test_of_starts_at_one_moment_one_is_the_first(first: Start) -> None:
    processes = [first() for _ in range(4)]
    assert sorted(heard(process) for process in processes) == ["first", "later", "later", "later"]


def test_other_settings_are_other_windows(tmp_path: Path) -> None:
    one, other = instance_name(tmp_path / "a.json"), instance_name(tmp_path / "b.json")
    assert one != other and one == instance_name(tmp_path / "a.json")
    assert len(one) < 40 and str(tmp_path) not in one


def test_after_release_the_next_start_is_the_first(name: str, qtbot: QtBot) -> None:
    instance, other = SingleInstance(name), SingleInstance(name)
    assert instance.claim() and not other.claim()
    instance.release()
    assert other.claim()
    other.release()


def test_a_first_window_that_does_not_answer_is_passed_over(
    name: str, first: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    instance = SingleInstance(name)  # claimed here, where no event loop runs meanwhile
    assert instance.claim()
    assert later(name, str(tmp_path), tmp_path) == "alone"
    instance.release()


def test_without_a_first_window_nobody_hears(name: str, qtbot: QtBot) -> None:
    assert not SingleInstance(name).send()


@pytest.mark.parametrize("told", [b"x" * 100_000, b"halo\n", b"[1]\n", b"\xff\n", b"[" * 30_000 + b"\n"])
def test_a_stranger_is_sent_away(name: str, qtbot: QtBot, told: bytes) -> None:
    instance = SingleInstance(name)
    assert instance.claim()
    asked: list[str] = []
    instance.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(socket.disconnected, timeout=5000):
        socket.write(told)
        socket.flush()
    assert asked == []
    instance.release()
