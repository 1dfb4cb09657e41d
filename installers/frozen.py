"""The frozen program: one folder, made by PyInstaller, stripped, and started once to prove it."""

import subprocess
import sys
from pathlib import Path

PROGRAMS = ("zidesk", "zidesk-window")


def freeze(root: Path, build: Path) -> Path:
    """Make the folder `build`/frozen/zidesk from the tree `root`. Raises CalledProcessError."""
    spec = root / "installers" / "zidesk.spec"
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", build / "frozen", "--workpath", build / "work", spec),
        ],
        check=True,
        cwd=root,
    )
    folder = build / "frozen" / "zidesk"
    if sys.platform == "linux":
        _strip(folder / "_internal")
        _link(*(folder / name for name in PROGRAMS))
    return folder


def prove(folder: Path, *, window: bool) -> None:
    """Let the programs test themselves, knowing nothing of this machine. Raises CalledProcessError."""
    bare = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else None  # Windows needs its own
    for name in PROGRAMS if window else PROGRAMS[:1]:
        subprocess.run([folder / name, "--self-test"], check=True, env=bare)


def _strip(libraries: Path) -> None:
    """Symbols for debuggers go, some 30 MB of them; of Qt's libraries only ICU still has any."""
    found = (file for file in libraries.rglob("*.so*") if not file.is_symlink())
    files = [file for file in found if "PySide6" not in file.parts or file.name.startswith("libicu")]
    subprocess.run(["strip", "--strip-unneeded", *sorted(files)], check=True)


def _link(console: Path, window: Path) -> None:
    """They differ in nothing but their names here: one file of 14 MB is enough."""
    window.unlink()
    window.hardlink_to(console)
