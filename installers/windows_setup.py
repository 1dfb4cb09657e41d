"""The installer for Windows: NSIS's script with this version's facts."""

import subprocess
from pathlib import Path

from sizes import size_of


def build_setup(root: Path, frozen: Path, version: str, build: Path) -> Path:
    """Make `build`/zidesk-VERSION-setup.exe with makensis, which runs on Linux too. Raises CalledProcessError."""
    out = build / f"zidesk-{version}-setup.exe"
    script = root / "installers" / "windows" / "zidesk.nsi"
    facts = {
        "VERSION": version,
        "FROZEN": frozen.resolve(),
        "OUT": out.resolve(),
        "ICON": root / "resources" / "icons" / "app" / "zidesk.ico",
        "LICENCE": root / "LICENSE",
        "KILOBYTES": size_of(frozen) // 1024,
    }
    subprocess.run(
        [
            "makensis",
            "-NOCD",
            "-V2",
            "-INPUTCHARSET",
            "UTF8",
            *(f"-D{name}={fact}" for name, fact in facts.items()),
            script,
        ],
        check=True,
    )
    return out
