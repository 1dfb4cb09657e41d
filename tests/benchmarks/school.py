"""The data of the benchmarks: the demo school with 2,000 photos and scans, 2 GB, made once and kept."""

import shutil
from pathlib import Path

from tests.benchmarks.measure import ZIDESK, run

FILES, SIZE_MB = 2_000, 2_000


def prepared(folder: Path) -> tuple[Path, Path]:
    """The workspace and its bundle in `folder`; made if they are not there."""
    workspace, bundles = folder / "kerja", folder / "paket"
    if not (folder / "siap").exists():
        shutil.rmtree(folder, ignore_errors=True)
        print(f"Making {FILES} files, {SIZE_MB} MB …", flush=True)
        run([*ZIDESK, "demo", str(folder), "--files", str(FILES), "--size-mb", str(SIZE_MB)])
        (folder / "siap").touch()
    return workspace, next(bundles.glob("ZI-*"))
