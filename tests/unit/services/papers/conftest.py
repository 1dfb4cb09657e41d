"""A workspace with staff, and a scan that came back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zidesk.domain.staff import StaffMember
from zidesk.services.papers.sources import PaperSources, gather
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

Gather = Callable[[], PaperSources]


@pytest.fixture
def staffed(empty_workspace: Workspace) -> Workspace:
    members = (
        StaffMember("Siti Aminah, S.Pd.", "198001012005012001", "Penata, III/c", "Guru"),
        StaffMember("Rahmat", "", "", "Guru honorer"),
        StaffMember("Rahmat", "", "", "Penjaga"),
    )
    empty_workspace.staff.replace_all(members, empty_workspace.clock())
    return empty_workspace


@pytest.fixture
def sources(empty_workspace: Workspace, resources: Resources) -> Gather:
    return lambda: gather(empty_workspace, resources)


@pytest.fixture
def scan(tmp_path: Path, test_data: Path) -> Path:
    path = tmp_path / "pindaian.pdf"
    path.write_bytes((test_data / "corpus" / "minimal-document.pdf").read_bytes())
    return path
