"""Papers in the bundle: signed copies and made ones under data/00 Dokumen, counted, listed, always the same."""

import shutil
from pathlib import Path

import bagit
import pypdf
import pytest

from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from zidesk.domain.errors import OriginalMissing, PreflightFailed, TemplateFaulty
from zidesk.domain.staff import StaffMember
from zidesk.services.papers.changes import SetFields, SetIncluded, perform, record_of
from zidesk.services.papers.signed import attach_signed
from zidesk.services.verify import verify_bundle
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

FOLDER = "data/00 Dokumen/"
SIGNED = f"{FOLDER}Surat Pernyataan Tanggung Jawab Mutlak (bertanda tangan).pdf"
MADE = f"{FOLDER}Surat Pengantar.pdf"


@pytest.fixture
def scan(tmp_path: Path, test_data: Path) -> Path:
    path = tmp_path / "pindaian.pdf"
    path.write_bytes((test_data / "corpus" / "minimal-document.pdf").read_bytes())
    return path


@pytest.fixture
def with_papers(workspace: Workspace, scan: Path, resources: Resources) -> Workspace:
    """A signed statement, and a cover letter to be made."""
    attach_signed(workspace, "statement", scan, resources)
    perform(workspace, SetIncluded("cover", "", True))
    perform(workspace, SetFields("cover", {"nomor": "421/77/2026"}))
    return workspace


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_they_are_payload(with_papers: Workspace, build: Build, scan: Path) -> None:
    result = build()
    inside = contents(result.path)
    assert {name for name in inside if name.startswith(FOLDER)} == {SIGNED, MADE}
    assert inside[SIGNED] == scan.read_bytes()
    assert (result.files, result.documents) == (7, 2)
    payload = [data for name, data in inside.items() if name.startswith("data/")]
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}" in inside["bag-info.txt"].decode()
    manifest = inside["manifest-sha256.txt"].decode()
    assert len(manifest.splitlines()) == len(payload) == 9 and SIGNED in manifest and MADE in manifest
    assert verify_bundle(result.path).valid
    bagit.Bag(str(result.path)).validate(processes=1)


def test_the_letter_says_what_is_entered(with_papers: Workspace, build: Build) -> None:
    path = build().path
    assert "421/77/2026" in words(path / "SURAT-PENGANTAR.pdf")
    assert (path / "SURAT-PENGANTAR.pdf").read_bytes() == (path / MADE).read_bytes()


def test_index_and_portal_list_them(with_papers: Workspace, build: Build) -> None:
    path = build().path
    index = words(path / "INDEKS.pdf")
    assert "Surat Pernyataan Tanggung Jawab Mutlak (bertanda tangan)" in index
    assert "dibuat dari data berkas kerja" in index
    portal = (path / "BUKA-DI-SINI.html").read_text(encoding="utf-8")
    assert "<h3>Dokumen</h3>" in portal and 'href="data/00%20Dokumen/Surat%20Pengantar.pdf"' in portal
    assert "sudah ditandatangani" in portal


def test_without_any_nothing_is_said_of_them(workspace: Workspace, build: Build) -> None:
    path = build().path
    assert not (path / "data" / "00 Dokumen").exists()
    assert "<h3>Dokumen</h3>" not in (path / "BUKA-DI-SINI.html").read_text(encoding="utf-8")


def test_the_same_bytes_again_by_update_and_anew(with_papers: Workspace, build: Build, tmp_path: Path) -> None:
    first = build()
    before = contents(first.path)
    again = build(update=True)
    assert contents(again.path) == before and again.reused == 8
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir()
    assert contents(build(destination=elsewhere).path) == before


def test_an_unfinished_run_is_gone_on_with(with_papers: Workspace, build: Build) -> None:
    first = build()
    before = contents(first.path)
    unfinished = first.path.with_name(f"{first.path.name}.belum-selesai")
    first.path.rename(unfinished)
    for seal in ("manifest-sha256.txt", "tagmanifest-sha256.txt", "bagit.txt"):
        (unfinished / seal).unlink()
    (unfinished / MADE).write_bytes(b"setengah")
    again = build()
    assert contents(again.path) == before and again.reused == 8


def test_what_is_no_longer_wanted_goes(with_papers: Workspace, build: Build) -> None:
    build()
    perform(with_papers, SetIncluded("cover", "", False))
    inside = contents(build(update=True).path)
    assert {name for name in inside if name.startswith(FOLDER)} == {SIGNED}


def test_a_lost_scan_bars_the_way_or_is_named(with_papers: Workspace, build: Build) -> None:
    copy = record_of(with_papers, "statement").signed
    assert copy is not None
    with_papers.store.path_of(copy.sha256).unlink()
    with pytest.raises(PreflightFailed) as refused:
        build()
    assert [type(item) for item in refused.value.obstacles] == [OriginalMissing]
    result = build(allow_missing=True)
    assert (result.documents, [item.original_name for item in result.omitted]) == (1, ["pindaian.pdf"])
    assert verify_bundle(result.path).valid
    assert "ZI-Omitted: Dokumen pindaian.pdf" in (result.path / "bag-info.txt").read_text(encoding="utf-8")
    assert "Dokumen" in words(result.path / "INDEKS.pdf")


def test_a_faulty_text_is_found_before_anything_is_written(
    with_papers: Workspace, build: Build, destination: Path
) -> None:
    with_papers.papers.override("surat-pengantar/salam", "{{ tidak_ada }}", with_papers.clock())
    with pytest.raises(PreflightFailed) as refused:
        build()
    assert [type(item) for item in refused.value.obstacles] == [TemplateFaulty]
    assert not list(destination.iterdir())


def test_members_who_left(workspace: Workspace, build: Build, scan: Path, resources: Resources) -> None:
    members = [StaffMember("Ani"), StaffMember("Budi")]
    workspace.staff.replace_all(members, workspace.clock())
    attach_signed(workspace, "pact", scan, resources, part="ani")
    perform(workspace, SetIncluded("pact", "budi", True))
    names = {name for name in contents(build().path) if name.startswith(FOLDER)}
    assert names == {
        f"{FOLDER}Pakta Integritas – Ani (bertanda tangan).pdf",
        f"{FOLDER}Pakta Integritas – Budi.pdf",
    }
    workspace.staff.replace_all([], workspace.clock())
    names = {name for name in contents(build(update=True).path) if name.startswith(FOLDER)}
    assert names == {f"{FOLDER}Pakta Integritas – ani (bertanda tangan).pdf"}


def test_a_bundle_never_has_the_index_twice(workspace: Workspace, build: Build) -> None:
    perform(workspace, SetIncluded("index", "", True))
    assert build().documents == 0


def test_a_full_stick_leaves_nothing_under_the_final_name(
    with_papers: Workspace, build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zidesk.domain.errors import DriveFault, StorageFault
    from zidesk.services.bundle import documents

    def full(_kind: object, out: Path, *_more: object) -> None:
        raise StorageFault(out, "full", "No space left on device")

    monkeypatch.setattr(documents, "make_paper", full)
    with pytest.raises(DriveFault) as refused:
        build()
    assert refused.value.reason == "full"
    assert [path.name for path in destination.iterdir()] == ["ZI-2026-99900001-SMAN-1-KAB-CONTOH.belum-selesai"]
    shutil.rmtree(destination)
