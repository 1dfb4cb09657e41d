"""How long the frozen window takes to be there, against the window from the source: `start_times.py [FOLDER]`.

FOLDER: the frozen program, else that of the last build. Under Xvfb, seconds by the clock and of the processor,
which depend little on what else the machine does. Ends with 1 when the frozen one takes more than 1.3 times as
much of the processor. Needs Xvfb and xdotool.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT / "installers"))

from virtual_screen import screen  # noqa: E402

_TURNS = 7
_LIMIT = 1.3
_TICKS = os.sysconf("SC_CLK_TCK")


def start(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until the window is on the screen: by the clock, and of the processor."""
    began = time.monotonic()
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, cwd=_ROOT)
    try:
        wanted = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "ZIDesk"]
        subprocess.run(wanted, env=environment, check=True, timeout=60, stdout=subprocess.DEVNULL)
        seconds = time.monotonic() - began
        fields = Path(f"/proc/{program.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return seconds, (int(fields[11]) + int(fields[12])) / _TICKS
    finally:
        program.kill()
        program.wait(timeout=30)


def main(frozen: Path) -> int:
    ways = {
        "frozen": [str(frozen / "zidesk-window")],
        "source": [sys.executable, "-c", "from zidesk.app import main; main()"],
    }
    with screen() as display, tempfile.TemporaryDirectory() as home:
        environment = {"DISPLAY": display, "HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        for command in ways.values():
            start(command, environment)  # what is read from the disk is then in memory
        taken = {way: [start(command, environment) for _ in range(_TURNS)] for way, command in ways.items()}
    least = {way: tuple(map(min, zip(*times, strict=True))) for way, times in taken.items()}
    for way, (seconds, processor) in least.items():
        print(f"{way}: {seconds:.2f} s, of the processor {processor:.2f} s (least of {_TURNS})")
    ratio = least["frozen"][1] / least["source"][1]
    print(f"frozen : source {least['frozen'][0] / least['source'][0]:.2f}, of the processor {ratio:.2f}")
    return 0 if ratio <= _LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "build" / "dist" / "frozen" / "zidesk"))
