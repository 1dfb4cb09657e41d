"""Bundle and verify against `cp -r` and bagit-python (DESIGN §6)."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import BAGIT, ZIDESK, Figure, pairs, ratio_figure, run
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import shipped_resources
from zidesk.storage.workspace import open_workspace

_IDLE = [sys.executable, "-c", "import zidesk.services.bundle.recipe, zidesk.cli, sqlalchemy.orm"]


def figures(workspace: Path, bundle: Path, scratch: Path) -> Iterator[Figure]:
    """Every figure about bundles, one after the other."""
    target, rival = scratch / "ours", scratch / "theirs"

    def fresh(folder: Path) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        os.sync()  # what an earlier turn left behind must not be paid for by this one
        return folder

    def bundled(*options: str) -> float:
        return run([*ZIDESK, "bundle", str(workspace), str(fresh(target)), *options]).seconds

    def copied() -> float:
        return run(["cp", "-r", str(bundle / "data"), str(fresh(rival))]).seconds

    def copied_and_bagged() -> float:
        copy = run(["cp", "-r", str(bundle / "data"), str(fresh(rival) / "bag")]).seconds
        return copy + run([*BAGIT, "--sha256", "--processes", "2", str(rival / "bag")]).seconds

    def zipped() -> float:
        archive = fresh(rival).resolve() / "paket.zip"
        return run(["sh", "-c", f"cd '{bundle.parent}' && zip -0 -q -r '{archive}' '{bundle.name}'"]).seconds

    def handed_over_by_others() -> float:
        folder = fresh(rival)
        script = (
            f"cp -r '{bundle}' '{folder}/bag' && sync && echo 1 > /proc/sys/vm/drop_caches"
            f" && '{BAGIT[0]}' '{BAGIT[1]}' --quiet --validate --processes 2 '{folder}/bag'"
        )
        return run(["sh", "-c", script]).seconds

    yield ratio_figure("bundle, no read-back : cp -r", pairs(lambda: bundled("--no-readback"), copied), 1.6)
    yield ratio_figure(
        "bundle, no read-back : cp -r + bagit.py", pairs(lambda: bundled("--no-readback"), copied_and_bagged), 0.5
    )
    yield ratio_figure(
        "copy-and-hash stage : cp -r", pairs(lambda: _copy_stage(workspace, fresh(target)), copied), 1.0
    )
    if shutil.which("zip"):
        yield ratio_figure(
            "one ZIP, no read-back : zip -0 -r", pairs(lambda: bundled("--zip", "--no-readback"), zipped), 1.6
        )
    if os.access("/proc/sys/vm/drop_caches", os.W_OK):
        yield ratio_figure(
            "ready to hand over : cp -r, sync, drop caches, bagit.py", pairs(bundled, handed_over_by_others), 1.0
        )
    yield ratio_figure(
        "verify : bagit.py --validate --processes 2",
        pairs(
            lambda: run([*ZIDESK, "verify", str(bundle)]).seconds,
            lambda: run([*BAGIT, "--validate", "--processes", "2", str(bundle)]).seconds,
        ),
        1.1,
    )
    shutil.rmtree(scratch, ignore_errors=True)


def memory(workspace: Path, bundle: Path, scratch: Path) -> Iterator[Figure]:
    """Peak memory of bundling and verifying, over a process that has only loaded the libraries."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    idle = run(_IDLE).peak_mb
    for name, command in (
        ("bundle", [*ZIDESK, "bundle", str(workspace), str(scratch)]),
        ("verify", [*ZIDESK, "verify", str(bundle)]),
    ):
        peak = run(command).peak_mb
        over = peak - idle
        measured = f"{over:+.0f} MB ({peak:.0f} MB)"
        yield Figure(f"memory of {name} over idle ({idle:.0f} MB)", measured, "≤ 120 MB", over <= 120)
    shutil.rmtree(scratch, ignore_errors=True)


def _copy_stage(workspace: Path, destination: Path) -> float:
    """Seconds of the copy-and-hash stage alone, from its first to its last report."""
    moments: list[float] = []

    def report(progress: Progress) -> None:
        if progress.stage in (Stage.PLAN, Stage.COPY):
            moments.append(time.perf_counter())

    resources = shipped_resources()
    request = BundleRequest(destination, load_layout("lke", resources.layouts), read_back=False)
    opened = open_workspace(workspace, read_only=True)
    try:
        build_bundle(opened, request, resources, report, CancelToken())
    finally:
        opened.close()
    return moments[-1] - moments[0]
