"""A small workspace with answers and evidence, for the services' tests."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

_PROFILE = """\
[sekolah]
nama = "SMAN 1 Kab. Contoh"
npsn = "99900001"
[kepala]
nama = "Budi Santosa, M.Pd."
nip = "196803141994031007"
[penilaian]
tahun = 2026
target = "WBK"
"""


@pytest.fixture
def resources(resources_root: Path) -> Resources:
    return Resources(resources_root)


@pytest.fixture
def profile_file(tmp_path: Path) -> Path:
    path = tmp_path / "profil.toml"
    path.write_text(_PROFILE, encoding="utf-8")
    return path


@pytest.fixture
def empty_workspace(
    tmp_path: Path, profile_file: Path, resources: Resources, fixed_clock: Callable[[], datetime]
) -> Iterator[Workspace]:
    workspace = create_from_profile(tmp_path / "kerja", profile_file, Wishes(), resources, fixed_clock)
    yield workspace
    workspace.close()


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Six files of different content and size, one of several blocks."""
    folder = tmp_path / "sumber"
    folder.mkdir()
    paths = []
    for number in range(6):
        path = folder / f"Notula rapat {number}.txt"
        path.write_bytes(f"Notula {number}\n".encode() * (300_000 if number == 5 else 50 * number + 1))
        paths.append(path)
    return paths


@pytest.fixture
def workspace(empty_workspace: Workspace, papers: list[Path]) -> Workspace:
    """Six files under four questions of two areas and the result component; the first serves two."""
    add_files(empty_workspace, ["1.i.a", "1.i.b"], papers[:1], Caption("SK Tim Kerja ZI 2026", "421/1"))
    add_files(empty_workspace, ["1.i.a"], papers[1:3])
    add_files(empty_workspace, ["2.i.a"], papers[3:5])
    add_files(empty_workspace, ["B.I.a"], papers[5:])
    return empty_workspace
