"""The portable archives: unpacked anywhere, a stick too, and started from there."""

import subprocess
import zipfile
from pathlib import Path


def build_tar(frozen: Path, version: str, build: Path) -> Path:
    """For Linux, with one folder in it. Raises CalledProcessError."""
    name = f"zidesk-{version}-linux-x86_64"
    out = build / f"{name}.tar.xz"
    subprocess.run(
        [
            *("tar", "--create", "--file", out, "--use-compress-program", "xz -6 --threads=2"),
            *("--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
            *(
                "--transform",
                f"flags=r;s,^{frozen.name},{name},",
                "--transform",
                f"flags=h;s,^{frozen.name},{name},",
            ),
            *("--directory", frozen.parent, frozen.name),
        ],
        check=True,
    )
    return out


def build_zip(frozen: Path, version: str, build: Path) -> Path:
    """For Windows, with one folder in it."""
    name = f"zidesk-{version}-windows-x64"
    out = build / f"{name}.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(path for path in frozen.rglob("*") if path.is_file()):
            archive.write(file, f"{name}/{file.relative_to(frozen).as_posix()}")
    return out
