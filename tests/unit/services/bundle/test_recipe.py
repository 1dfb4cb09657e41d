"""A bundle as a whole: what is in it, that other tools accept it, and that it is always the same."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import bagit
import pytest

from tests.unit.services.bundle.conftest import Build
from zidesk.domain.errors import UnknownArea
from zidesk.domain.progress import Progress, Stage
from zidesk.services.changes.kinds import RemoveUses
from zidesk.services.changes.performing import perform
from zidesk.services.verify import verify_bundle
from zidesk.storage.workspace import Workspace

_PAPERS = {
    "BUKA-DI-SINI.html",
    "INDEKS.pdf",
    "ISI-PAKET.json",
    "LKE.xlsx",
    "SURAT-PENGANTAR.pdf",
    "PERIKSA.txt",
    "periksa.bat",
    "periksa.sh",
}
_TAGS = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_use_is_in_the_bundle_at_its_place(build: Build) -> None:
    result = build()

    inside = contents(result.path)
    assert result.path.name == "ZI-2026-99900001-SMAN-1-KAB-CONTOH"
    assert result.files == 7
    assert {name for name in inside if name.startswith("data/")} == {
        "data/A.I Pemenuhan/1 Manajemen Perubahan/i Penyusunan Tim Kerja/a/A.I.1.i.a-01 SK Tim Kerja ZI 2026.txt",
        "data/A.I Pemenuhan/1 Manajemen Perubahan/i Penyusunan Tim Kerja/a/A.I.1.i.a-02 Notula rapat 1.txt",
        "data/A.I Pemenuhan/1 Manajemen Perubahan/i Penyusunan Tim Kerja/a/A.I.1.i.a-03 Notula rapat 2.txt",
        "data/A.I Pemenuhan/1 Manajemen Perubahan/i Penyusunan Tim Kerja/b/A.I.1.i.b-01 SK Tim Kerja ZI 2026.txt",
        "data/A.I Pemenuhan/2 Penataan Tatalaksana/i Prosedur Operasional Tetap/a/A.I.2.i.a-01 Notula rapat 3.txt",
        "data/A.I Pemenuhan/2 Penataan Tatalaksana/i Prosedur Operasional Tetap/a/A.I.2.i.a-02 Notula rapat 4.txt",
        "data/B Hasil/B.I Birokrasi yang Bersih/a Nilai Survei Persepsi/B.I.a-01 Notula rapat 5.txt",
    }
    assert set(inside) - {name for name in inside if name.startswith("data/")} == _PAPERS | _TAGS


def test_the_area_layout(build: Build) -> None:
    names = set(contents(build(layout="area").path))

    assert "data/AREA I/i Penyusunan Tim Kerja/A.I.1.i.a-01 SK Tim Kerja ZI 2026.txt" in names
    assert any(name.startswith("data/HASIL/") for name in names)


def test_other_tools_find_it_whole(build: Build) -> None:
    path = build().path

    bagit.Bag(str(path)).validate(processes=1)
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "manifest-sha256.txt"], cwd=path, check=True)
    assert verify_bundle(path).valid


def test_the_payload_is_what_was_attached(build: Build, papers: list[Path]) -> None:
    inside = contents(build().path)
    attached = {hashlib.sha256(path.read_bytes()).hexdigest() for path in papers}
    written = {hashlib.sha256(data).hexdigest() for name, data in inside.items() if name.startswith("data/")}
    assert written == attached


def test_the_same_data_gives_the_same_bytes(build: Build, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stik lain"
    elsewhere.mkdir()
    assert contents(build().path) == contents(build(destination=elsewhere).path)


@pytest.mark.parametrize(("areas", "files"), [(("1",), 4), (("2",), 2), (("1", "2"), 6), (("B",), 1), (("6",), 0)])
def test_a_bundle_of_some_areas(build: Build, areas: tuple[str, ...], files: int) -> None:
    result = build(areas=areas)
    assert result.files == files
    assert verify_bundle(result.path).valid
    assert f"ZI-Scope: {', '.join(areas)}" in (result.path / "bag-info.txt").read_text()


def test_an_unknown_area_is_refused(build: Build, destination: Path) -> None:
    with pytest.raises(UnknownArea):
        build(areas=("9",))
    assert not list(destination.iterdir())


def test_progress_names_every_stage_and_ends_full(build: Build) -> None:
    moments: list[Progress] = []
    build(report=moments.append)

    stages = list(dict.fromkeys(moment.stage for moment in moments))
    assert stages == [Stage.PLAN, Stage.COPY, Stage.DOCUMENTS, Stage.READ_BACK]
    for stage in (Stage.COPY, Stage.READ_BACK):
        last = [moment for moment in moments if moment.stage is stage][-1]
        assert (last.done, last.bytes_done) == (last.total, last.bytes_total)


def test_an_empty_workspace_gives_a_valid_bundle(
    empty_workspace: Workspace, build: Build, papers: list[Path]
) -> None:
    for uses in empty_workspace.evidence.by_question().values():
        for use in uses:
            perform(empty_workspace, RemoveUses((use.id,)))
    result = build()
    assert (result.files, result.bytes) == (0, 0)
    assert verify_bundle(result.path).valid


def test_hostile_titles_stay_inside_the_bundle(workspace: Workspace, build: Build, papers: list[Path]) -> None:
    from zidesk.services.ingest.adding import Caption, add_files

    for number, title in enumerate(["../../luar", "C:\\Windows\\aux", "nul", "=1+1", "a" * 300, "\u202egnp.exe"]):
        papers[0].write_text(f"isi {number}")
        add_files(workspace, ["6.i.a"], papers[:1], Caption(title))
    result = build()
    assert result.files == 13
    assert verify_bundle(result.path).valid
    assert not verify_bundle(result.path).warnings


def test_read_back_finds_a_byte_that_changed_on_the_way(
    build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that keeps something else than it was given is not called whole."""
    from zidesk.domain.errors import ReadBackFailed
    from zidesk.services.bundle import recipe

    real = recipe.read_back

    def on_a_bad_stick(staging, report, cancel):  # type: ignore[no-untyped-def]
        victim = next(path for path in (staging.path / "data").rglob("*") if path.is_file())
        victim.write_bytes(victim.read_bytes()[:-1] + b"?")
        real(staging, report, cancel)

    monkeypatch.setattr(recipe, "read_back", on_a_bad_stick)
    with pytest.raises(ReadBackFailed) as caught:
        build()
    assert len(caught.value.faults) == 1
    assert [path.name for path in destination.iterdir()] == ["ZI-2026-99900001-SMAN-1-KAB-CONTOH.belum-selesai"]


def test_a_bundle_moved_elsewhere_is_still_whole(build: Build, tmp_path: Path) -> None:
    moved = tmp_path / "Desktop penilai" / "paket"
    shutil.copytree(build().path, moved)
    assert verify_bundle(moved).valid


def test_an_update_of_another_form_leaves_no_folder_of_the_former(build: Build, tmp_path: Path) -> None:
    (tmp_path / "segar").mkdir()
    for wishes in ({"areas": ("1",)}, {"layout": "area"}, {"areas": ("B.I",)}, {}):
        build()
        updated = build(update=True, **wishes).path
        fresh = build(destination=tmp_path / "segar", **wishes).path
        assert _tree(updated) == _tree(fresh)
        shutil.rmtree(updated)
        shutil.rmtree(fresh)


def _tree(root: Path) -> list[str]:
    """Folders, too."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
