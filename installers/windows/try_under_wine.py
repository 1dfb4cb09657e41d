"""The whole way of the Windows program, tried on Linux: `make dist-windows`.

Wheels for Windows, PyInstaller under Wine, NSIS's installer, then as a user: installed silently, both programs
test themselves, the window is seen, upgraded in place, removed. Needs wine64, nsis, xvfb, osslsigncode; says so
and ends with 0 where Wine is missing. The result serves for trials: what is handed out is built on Windows.
"""

import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "installers"), str(HERE)]

from installed import NotAsExpected, Trial  # noqa: E402
from sizes import megabytes  # noqa: E402
from virtual_screen import screen  # noqa: E402
from windows_python import get_python, look_at_origin  # noqa: E402
from windows_setup import build_setup  # noqa: E402
from wine import Wine, find_wine  # noqa: E402

from zidesk import __version__  # noqa: E402

BUILD = ROOT / "build" / "windows"
_QT = "PySide6-Essentials==6.4.3"  # the newest whose window starts under Wine 8
# what only Windows asks for: pip looks at the markers of the system it runs on
_FOR_WINDOWS = ("pyinstaller>=6.10", "colorama", "pefile", "pywin32-ctypes", "tzdata", "greenlet")
_NEEDED = ("makensis", "Xvfb", "osslsigncode")
_Made = TypeVar("_Made")
_TREE = ("zidesk", "resources", "installers", "pyproject.toml", "README.md", "LICENSE")


def main() -> int:
    wine = find_wine()
    if wine is None:
        print("Wine is not installed: the Windows program was not tried. On Debian: apt-get install wine64")
        return 0
    if missing := [name for name in _NEEDED if shutil.which(name) is None]:
        print(f"Not to be found: {', '.join(missing)} (Debian: nsis, xvfb, osslsigncode).", file=sys.stderr)
        return 1
    for made in ("prefix", "home", "src", "python"):
        shutil.rmtree(BUILD / made, ignore_errors=True)
    with screen() as display:
        computer = Wine(wine, BUILD, display)
        try:
            return _try(computer)
        except (NotAsExpected, subprocess.SubprocessError) as fault:
            print(f"{fault}\n{getattr(fault, 'output', '') or ''}", file=sys.stderr)
            return 1
        finally:
            computer.shut_down()


def _try(wine: Wine) -> int:
    python = _timed("python", lambda: get_python(BUILD / "python", BUILD / "download"))
    print("\n".join(f"         {line}" for line in look_at_origin(python.parent).lines()))
    _timed("wheels", lambda: _install_wheels(python.parent / "Lib" / "site-packages"))
    _timed("computer", lambda: _set_up(wine))
    frozen = _timed("freeze", lambda: _freeze(wine, python))
    print(f"         unpacked {megabytes(frozen)}")
    setup = _timed("setup", lambda: build_setup(ROOT, frozen, __version__, BUILD))
    print(f"         {megabytes(setup)}  {setup.relative_to(ROOT)}")
    trial = Trial(wine, setup, BUILD / "window.png")
    for step in trial.steps():
        _timed(step.__name__.strip("_").replace("_", " "), step)
    return 0


def _set_up(wine: Wine) -> None:
    wine.run("wineboot", "--init", seconds=300)
    wine.run("winecfg", "-v", "win10", seconds=120)  # Wine takes itself for an older one


def _timed(name: str, do: Callable[[], _Made]) -> _Made:
    started = time.monotonic()
    made = do()
    print(f"{name:32} {time.monotonic() - started:6.1f} s", flush=True)
    return made


def _install_wheels(packages: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    windows = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp")
    into = ("--only-binary=:all:", "--no-compile", "--target", packages)
    subprocess.run([*pip, "install", *windows, *into, *_requirements()], check=True)
    # its own name and version stand in the notices; its modules come from the tree
    subprocess.run([*pip, "install", "--no-deps", "--no-compile", "--target", packages, ROOT], check=True)


def _requirements() -> Iterable[str]:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    others = (line for line in described["project"]["dependencies"] if not line.startswith("PySide6"))
    return (_QT, *others, *_FOR_WINDOWS)


def _freeze(wine: Wine, python: Path) -> Path:
    """As `installers/build.py zip` does it on Windows, in a copy of the tree."""
    source = BUILD / "src"
    for name in _TREE:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            source.mkdir(parents=True, exist_ok=True)
            shutil.copy(place, source / name)
    done = wine.run(python, source / "installers" / "build.py", "zip", seconds=1200)
    (BUILD / "freeze.log").write_text(done.stdout, encoding="utf-8")
    archive = next((source / "build" / "dist").glob("*.zip"))
    shutil.copy(archive, BUILD / archive.name)
    print(f"         {megabytes(archive)}  {(BUILD / archive.name).relative_to(ROOT)}")
    return source / "build" / "dist" / "frozen" / "zidesk"


if __name__ == "__main__":
    sys.exit(main())
