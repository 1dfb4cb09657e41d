"""The whole job with every way to a network closed: the interpreter itself reports an attempt."""

import subprocess
import sys
from pathlib import Path

_GUARDED = """
import sys

def guard(event, _arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto"}:
        raise SystemExit(f"network: {event}")

sys.addaudithook(guard)
from zidesk.cli import main
main()
"""


def test_the_demo_asks_no_network(tmp_path: Path) -> None:
    call = [sys.executable, "-c", _GUARDED, "demo", str(tmp_path / "contoh"), "--files", "12"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("valid")


def test_the_guard_would_notice(tmp_path: Path) -> None:
    attempt = _GUARDED.split("from zidesk")[0] + "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True, check=False)
    assert "network: socket." in done.stderr
