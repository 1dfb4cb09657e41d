"""A new user's first ten minutes, with real mouse and keys: `first_ten_minutes.py PACKAGE.deb ROOT [PICTURES]`.

In ROOT, a clean folder made by `debootstrap --variant=minbase bookworm ROOT`, the package is installed with apt;
an ordinary user starts the window, makes a school with the wizard, answers, attaches a file, and has the bundle
written into a folder, which the console program then verifies. Needs root, Xvfb, xdotool and Pillow.
"""

import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from hands import Hands, wait_for  # noqa: E402
from virtual_screen import screen  # noqa: E402

_USER, _HOME = "siti", "/home/siti"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}
_SCHOOL = "SMA Negeri 2 Lembah Cendana"
# at 1366 × 768, in letters of the usual size
_FIRST_ANSWER = (700, 287)  # "Ya" of the first question
_OTHER_FOLDER = (428, 250)  # "Pilih folder lain…", while no stick is there


class Room:
    """The clean root and its user."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / _HOME.lstrip("/")

    def as_root(self, *command: str) -> None:
        subprocess.run(["chroot", self.root, *command], check=True, env=_ENVIRONMENT, stdout=subprocess.DEVNULL)

    def start(self, *command: str, display: str = "") -> "subprocess.Popen[str]":
        """As the user, who has nothing but a home and a screen."""
        own = _ENVIRONMENT | {"HOME": _HOME, "DISPLAY": display}
        return subprocess.Popen(
            ["chroot", f"--userspec={_USER}", self.root, *command],
            env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip

    def install(self, package: Path) -> None:
        shutil.copy("/etc/resolv.conf", self.root / "etc" / "resolv.conf")
        shutil.copy(package, self.root / "tmp" / "zidesk.deb")
        self.as_root("apt-get", "update", "--quiet=2")
        self.as_root("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", "/tmp/zidesk.deb")

    def furnish(self) -> None:
        """A user with a file to attach and a stick to write to."""
        if not self.home.exists():
            self.as_root("useradd", "--create-home", _USER)
        for folder in ("Documents", "Downloads", "flashdisk"):
            (self.home / folder).mkdir(exist_ok=True)
        from PIL import Image

        Image.new("RGB", (640, 900), "white").save(self.home / "Downloads" / "SK Tim Kerja.pdf")
        self.as_root("chown", "--recursive", f"{_USER}:", _HOME)


def main(package: Path, root: Path, pictures: Path) -> int:
    pictures.mkdir(parents=True, exist_ok=True)
    room = Room(root)
    with ExitStack() as open_things:
        display = open_things.enter_context(screen())
        for place in ("proc", "dev", "tmp/.X11-unix"):
            (root / place).mkdir(exist_ok=True)
            subprocess.run(["mount", "--bind", f"/{place}", root / place], check=True)
            open_things.callback(subprocess.run, ["umount", root / place], check=True)
        room.install(package)
        room.furnish()
        started = time.monotonic()
        bundle = _work(room, Hands(display, pictures))
        print(f"done in {time.monotonic() - started:.0f} s by a hand that does not read")
        told, _ = room.start("/usr/bin/zidesk", "verify", f"/{bundle.relative_to(root)}").communicate(timeout=120)
        print(told.strip())
        return 0 if "valid" in told.lower() else 1


def _work(room: Room, hands: Hands) -> Path:
    """From the first start to the bundle's folder."""
    program = room.start("/usr/bin/zidesk-window", display=hands.display)
    try:
        hands.enter("ZIDesk")
        hands.keep("1-mulai")
        _new_school(hands)
        database = next(iter((room.home / "Documents").rglob("zidesk.db")), None)
        assert database is not None, "no workspace in the folder for documents"
        _answer_and_attach(hands, database.parent)
        return _bundle(hands, room.home / "flashdisk")
    finally:
        program.terminate()
        program.communicate(timeout=30)


def _new_school(hands: Hands) -> None:
    hands.click_what_matters()  # Buat sekolah baru
    hands.enter("Berkas kerja baru")
    hands.type(_SCHOOL)
    hands.keep("2-sekolah")
    for name in ("3-orang", "4-penilaian", "5-tempat"):
        hands.press("Return")
        hands.keep(name)
    hands.press("Return")
    hands.enter(_SCHOOL)
    hands.keep("6-lembar")


def _answer_and_attach(hands: Hands, workspace: Path) -> None:
    hands.click(*_FIRST_ANSWER)
    hands.press("ctrl+b")
    hands.enter("Tambah berkas bukti")
    hands.type(f"{_HOME}/Downloads/SK Tim Kerja.pdf")
    hands.keep("7-pilih-berkas")
    hands.press("Return")
    wait_for(lambda: any(path.is_file() for path in (workspace / "bukti").rglob("*")), "nothing was attached")
    hands.enter(_SCHOOL)
    hands.keep("8-bukti")


def _bundle(hands: Hands, stick: Path) -> Path:
    hands.press("ctrl+6")
    hands.keep("9-paket")
    hands.click_what_matters()  # Lanjut ke tujuan
    hands.keep("10-tujuan")
    _choose_folder(hands)
    hands.click_what_matters()
    wait_for(lambda: any(path.name == "bagit.txt" for path in stick.rglob("*")), "no bundle was written")
    wait_for(lambda: not list(stick.glob("*.belum-selesai")), "the bundle stays unfinished")
    hands.keep("11-selesai")
    return next(stick.iterdir())


def _choose_folder(hands: Hands) -> None:
    hands.click(*_OTHER_FOLDER)
    hands.enter("Tujuan paket")
    hands.type(f"{_HOME}/flashdisk")
    hands.press("Return")
    hands.enter(_SCHOOL)


if __name__ == "__main__":
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else Path("build/first-ten-minutes")
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), out))
