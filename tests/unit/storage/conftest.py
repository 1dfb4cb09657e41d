"""A small sheet and workspaces made from it, a clock that ticks, and child processes to be killed."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from zidesk.domain.evidence import FileKind, Inspection, StoredFile
from zidesk.domain.profile import Person, Profile, School
from zidesk.storage.new_workspace import NewWorkspace, create_workspace
from zidesk.storage.workspace import Workspace, open_workspace

WIB = timezone(timedelta(hours=7))


class TickingClock:
    """A clock that goes on by one minute each time it is asked."""

    def __init__(self, hour: int = 8) -> None:
        self.now = datetime(2026, 3, 2, hour, 0, tzinfo=WIB)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def _yes_no(code: str) -> dict[str, Any]:
    options = [{"pilihan": "Ya", "teks": "Ada", "skor": 1}, {"pilihan": "Tidak", "teks": "Belum", "skor": 0}]
    return {"kode": code, "teks": f"Butir {code}", "tipe_jawaban": "ya_tidak", "opsi": options}


def _survey(code: str) -> dict[str, Any]:
    number = {"kunci": "indeks", "label": "Indeks", "min": 0, "maks": 4}
    rule = {"skor": "indeks / 4"}
    return {
        "kode": code,
        "teks": "Survei",
        "tipe_jawaban": "survei_0_4",
        "input": [number],
        "rumus": rule,
    }


@pytest.fixture(scope="session")
def sheet_text() -> str:
    """A sheet of five questions: A.I.1.i.a … c and A.I.1.ii.a, Ya/Tidak, and the survey B.I.1.i.a."""
    questions = {"A.I.1.i": [_yes_no(f"A.I.1.i.{letter}") for letter in "abc"]}
    questions["A.I.1.ii"] = [_yes_no("A.I.1.ii.a")]
    questions["B.I.1.i"] = [_survey("B.I.1.i.a")]

    def tree(code: str, weight: int, below: list[tuple[str, int]]) -> dict[str, Any]:
        sub_areas = [
            {"kode": sub, "nama": sub, "bobot": points, "pertanyaan": questions[sub]} for sub, points in below
        ]
        area = {"kode": f"{code}.I.1", "nama": "Area", "bobot": weight, "nomor": 1, "sub_area": sub_areas}
        group = {"kode": f"{code}.I", "nama": "Kelompok", "bobot": weight, "area": [area]}
        return {"kode": code, "nama": "Komponen", "bobot": weight, "kelompok": [group]}

    components = [tree("A", 60, [("A.I.1.i", 40), ("A.I.1.ii", 20)]), tree("B", 40, [("B.I.1.i", 40)])]
    return json.dumps({"instrumen": "kecil", "judul": "Lembar kecil", "komponen": components})


@pytest.fixture
def clock() -> TickingClock:
    return TickingClock()


@pytest.fixture(scope="session")
def new(sheet_text: str) -> NewWorkspace:
    school = School("SMP Negeri 1 Contoh", npsn="20605123", regency="Kab. Tangerang")
    profile = Profile(school, Person("Siti Aminah", rank="Pembina"), year=2026, place="Balaraja")
    return NewWorkspace(profile, "kecil", sheet_text)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, new: NewWorkspace) -> Path:
    """A workspace to be copied: copying is quicker than making one for every test."""
    root = tmp_path_factory.mktemp("contoh") / "kerja"
    create_workspace(root, new, TickingClock(hour=7)).close()
    return root


@pytest.fixture
def workspace(tmp_path: Path, template: Path, clock: TickingClock) -> Iterator[Workspace]:
    """Open for writing in `tmp_path / "kerja"`; made at seven, opened at eight."""
    workspace = open_workspace(shutil.copytree(template, tmp_path / "kerja"), clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    """The folder of a workspace that nobody has open."""
    workspace.close()
    return workspace.paths.root


@pytest.fixture(scope="session")
def stored() -> Callable[[str], StoredFile]:
    """Makes the facts of a stored file, another content for every name."""

    def make(name: str) -> StoredFile:
        inspection = Inspection(FileKind.IMAGE, "image/jpeg", ".jpg", width=4000, height=3000, orientation=6)
        return StoredFile(hashlib.sha256(name.encode()).hexdigest(), len(name), inspection)

    return make


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts Python code in a process of its own; those still running at the end are killed."""
    running: list[subprocess.Popen[str]] = []

    def run(code: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", code, *map(str, arguments)]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        running.append(child)
        return child

    yield run
    for child in running:
        child.kill()
        with child:
            pass
