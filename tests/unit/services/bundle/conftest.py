"""Making a bundle in one call."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest, BundleResult
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

Build = Callable[..., BundleResult]


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


@pytest.fixture
def build(workspace: Workspace, destination: Path, resources: Resources) -> Build:
    """`build(layout="lke", report=…, cancel=…, update=True, …)` on the small workspace."""

    def make(layout: str = "lke", report: Any = None, cancel: Any = None, **wishes: Any) -> BundleResult:
        wishes.setdefault("destination", destination)
        request = BundleRequest(layout=load_layout(layout, resources.layouts), **wishes)
        extra = {key: value for key, value in (("report", report), ("cancel", cancel)) if value is not None}
        return build_bundle(workspace, request, resources, **extra)

    return make
