"""What a power cut would show: the order in which files and folders are flushed and renamed, which all is done."""

import os
from pathlib import Path

import pytest


def watch(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """From now on: ("flushed", file or folder) and ("named", its new name), in order. Skips but on Linux."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("takes Linux's /proc to tell what a descriptor is")
    done: list[tuple[str, Path]] = []
    flush, rename = os.fsync, os.replace

    def watched_flush(descriptor: int) -> None:
        done.append(("flushed", Path(f"/proc/self/fd/{descriptor}").readlink()))
        flush(descriptor)

    def watched_rename(source: Path, target: Path) -> None:
        done.append(("named", Path(target)))
        rename(source, target)

    monkeypatch.setattr(os, "fsync", watched_flush)
    monkeypatch.setattr(os, "replace", watched_rename)
    return done
