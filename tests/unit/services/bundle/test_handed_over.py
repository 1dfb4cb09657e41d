"""Copies that differ from the originals: what is in the bundle, what is told of it, and what stays behind."""

import hashlib
import re
import shutil
from pathlib import Path

import bagit
import openpyxl
import pikepdf
import pypdfium2
import pytest

from tests import faults
from tests.unit.services.bundle.conftest import Build
from tests.unit.services.bundle.test_recipe import contents
from tests.unit.services.renditions.samples import encoded, grainy, scan_pdf, written
from zidesk.domain.errors import (
    Cancelled,
    NotEnoughSpace,
    OriginalAltered,
    PreflightFailed,
    RedactionFailed,
)
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.domain.redaction import Box
from zidesk.services.bundle.request import Handling, Zipped
from zidesk.services.changes.kinds import DecidePersonal, SetRedactions
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.renditions import desk, room
from zidesk.services.verify import verify_bundle
from zidesk.storage.drives import Drive
from zidesk.storage.workspace import Workspace

_LIMIT = 300_000
_SECRET = "NIK 3201011203850001"


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    page = encoded(written(), "JPEG", quality=97)
    return {
        "Foto rapat.jpg": encoded(grainy(1500, 1100), "JPEG", quality=96),
        "Daftar hadir.pdf": scan_pdf([page, page], _SECRET),
        "Rekaman.txt": b"rekaman\n" * 50_000,
    }


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary copies that is this test's own."""
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(desk.tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def filled(empty_workspace: Workspace, tmp_path: Path, samples: dict[str, bytes]) -> Workspace:
    """A photo under two questions, a scan and a text above the limit, and a small text."""
    folder = tmp_path / "asal"
    folder.mkdir()
    for name, data in {**samples, "Catatan.txt": b"catatan"}.items():
        (folder / name).write_bytes(data)
    add_files(empty_workspace, ["1.i.a", "1.i.b"], [folder / "Foto rapat.jpg"], Caption("Foto rapat"))
    add_files(empty_workspace, ["1.i.a"], [folder / "Daftar hadir.pdf"], Caption("Daftar hadir"))
    add_files(empty_workspace, ["2.i.a"], [folder / "Rekaman.txt", folder / "Catatan.txt"])
    return empty_workspace


@pytest.fixture
def workspace(filled: Workspace) -> Workspace:
    """What `build` bundles."""
    return filled


def of(workspace: Workspace, name: str) -> EvidenceUse:
    uses = [use for of_question in workspace.evidence.by_question().values() for use in of_question]
    return next(use for use in uses if use.original_name == name)


def mark(workspace: Workspace, name: str) -> None:
    perform(workspace, DecidePersonal((of(workspace, name).file.sha256,), True), "penguji")


def cover(workspace: Workspace, name: str, page: int = 1) -> None:
    box = Box(page, 0.05, 0.05, 0.95, 0.6)
    perform(workspace, SetRedactions(of(workspace, name).file.sha256, (box,)))


def payload(root: Path, name: str) -> Path:
    return next(path for path in (root / "data").rglob("*") if name in path.name)


def remarks(root: Path) -> list[str]:
    """What the score sheet remarks on each file."""
    book = openpyxl.load_workbook(root / "LKE.xlsx", read_only=True)
    heading, *rows = book["Bukti"].iter_rows(min_row=4, values_only=True)
    column = heading.index("Catatan")
    return [str(row[column] or "") for row in rows]


def stored(workspace: Workspace) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in workspace.store.contents()}


def desks(workspace: Workspace, temporary: Path) -> list[Path]:
    shelf = workspace.paths.cache / "salinan"
    return [*temporary.iterdir(), *(shelf.glob("zidesk-*") if shelf.exists() else ())]


def test_files_above_the_limit_are_shrunk_and_told_of(
    build: Build, workspace: Workspace, temporary: Path, samples: dict[str, bytes]
) -> None:
    before = stored(workspace)
    moments: list[Progress] = []
    result = build(limit=_LIMIT, report=moments.append)

    assert [(item.code, item.title, item.before, item.fits) for item in result.shrunk] == [
        ("A.I.1.i.a", "Foto rapat", len(samples["Foto rapat.jpg"]), True),
        ("A.I.1.i.a", "Daftar hadir", len(samples["Daftar hadir.pdf"]), True),
        ("A.I.1.i.b", "Foto rapat", len(samples["Foto rapat.jpg"]), True),
        ("A.I.2.i.a", "Rekaman", len(samples["Rekaman.txt"]), False),
    ]
    sizes = {item.title: item.after for item in result.shrunk}
    assert sizes["Rekaman"] == len(samples["Rekaman.txt"])
    for title in ("Foto rapat", "Daftar hadir"):
        assert payload(result.path, title).stat().st_size == sizes[title] <= _LIMIT
    assert result.bytes == sum(
        path.stat().st_size for path in (result.path / "data").rglob("*.*") if path.is_file()
    )
    assert stored(workspace) == before == {name: name for name in before}
    assert not desks(workspace, temporary)
    bagit.Bag(str(result.path)).validate(processes=1)
    assert verify_bundle(result.path).valid

    stages = list(dict.fromkeys(moment.stage for moment in moments))
    assert stages[:3] == [Stage.PLAN, Stage.PREPARE, Stage.COPY]
    last = [moment for moment in moments if moment.stage is Stage.PREPARE][-1]
    assert (last.done, last.bytes_done) == (last.total, last.bytes_total) == (2, last.bytes_total)

    portal = (result.path / "BUKA-DI-SINI.html").read_text("utf-8")
    assert len(re.findall('badge plain">Diperkecil dari [0-9,]+ [kM]B<', portal)) == 3
    with pypdfium2.PdfDocument(result.path / "INDEKS.pdf") as index:
        words = "".join(page.get_textpage().get_text_range() for page in index)
    assert words.count("Diperkecil dari") == 3
    texts = "".join(path.read_text("utf-8") for path in (result.path / "portal").glob("teks-*.js"))
    assert _SECRET in texts  # the words of a shrunk PDF can still be searched


def test_the_same_bytes_from_a_warm_and_from_a_cold_cache(
    build: Build, workspace: Workspace, tmp_path: Path
) -> None:
    bundles = []
    for name in ("dingin", "hangat", "dingin lagi"):
        (tmp_path / name).mkdir()
        if name == "dingin lagi":
            shutil.rmtree(workspace.paths.cache)
        bundles.append(contents(build(limit=_LIMIT, destination=tmp_path / name).path))
    assert bundles[0] == bundles[1] == bundles[2]


def test_a_kept_copy_that_was_damaged_is_made_again(build: Build, workspace: Workspace, tmp_path: Path) -> None:
    first = contents(build(limit=_LIMIT).path)
    kept = [path for path in (workspace.paths.cache / "salinan").glob("??/*") if not path.suffix]
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    (tmp_path / "lain").mkdir()
    assert contents(build(limit=_LIMIT, destination=tmp_path / "lain").path) == first


def test_an_update_follows_the_limit(build: Build, tmp_path: Path) -> None:
    build()
    for limit in (_LIMIT, 2 * _LIMIT, None, _LIMIT):
        fresh = tmp_path / f"baru {limit} {len(list(tmp_path.iterdir()))}"
        fresh.mkdir()
        updated = build(limit=limit, update=True)
        assert contents(updated.path) == contents(build(limit=limit, destination=fresh).path)
        assert verify_bundle(updated.path).valid
    assert build(limit=_LIMIT, update=True).reused == 5


def test_a_zip_holds_the_copies_too(build: Build) -> None:
    result = build(limit=_LIMIT, zipped=Zipped())
    assert sum(item.fits for item in result.shrunk) == 3
    assert verify_bundle(result.path).valid
    assert result.path.stat().st_size < 2_000_000


@pytest.mark.parametrize("zipped", [None, Zipped()])
def test_cancelling_while_copies_are_made_leaves_nothing(
    build: Build, workspace: Workspace, destination: Path, temporary: Path, zipped: Zipped | None
) -> None:
    token = CancelToken()

    def stop(progress: Progress) -> None:
        if progress.stage is Stage.PREPARE:
            token.cancel()

    with pytest.raises(Cancelled):
        build(limit=_LIMIT, report=stop, cancel=token, zipped=zipped)
    assert not list(destination.iterdir())
    assert not desks(workspace, temporary)
    assert verify_bundle(build(limit=_LIMIT, zipped=zipped).path).valid


def test_what_a_killed_run_left_goes_at_the_next(build: Build, workspace: Workspace, temporary: Path) -> None:
    for root in (temporary, workspace.paths.cache / "salinan"):
        left = root / "zidesk-salinan-mati"
        left.mkdir(parents=True)
        (left / "terkunci.pdf").write_bytes(b"isi")
        (root / "zidesk-salinan-mati.kunci").touch()
    build()
    assert not desks(workspace, temporary)


def test_a_damaged_original_is_never_shrunk_into_a_sound_copy(
    build: Build, workspace: Workspace, destination: Path
) -> None:
    victim = workspace.store.path_of(of(workspace, "Foto rapat.jpg").file.sha256)
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    with pytest.raises(PreflightFailed) as caught:
        build(limit=_LIMIT)
    assert [type(item) for item in caught.value.obstacles] == [OriginalAltered]
    assert not list(destination.iterdir())
    result = build(limit=_LIMIT, allow_missing=True)
    assert [item.question_code for item in result.omitted] == ["A.I.1.i.a", "A.I.1.i.b"]
    assert result.files == 3 and verify_bundle(result.path).valid


def test_personal_data_are_locked_by_a_passphrase_that_is_nowhere(
    build: Build, workspace: Workspace, temporary: Path, destination: Path, samples: dict[str, bytes]
) -> None:
    mark(workspace, "Daftar hadir.pdf")
    mark(workspace, "Rekaman.txt")
    result = build(personal=Handling.LOCK)

    assert [item.title for item in result.locked] == ["Daftar hadir", "Rekaman"]
    assert len(result.passphrase) >= 20 and result.passphrase not in repr(result)
    assert not desks(workspace, temporary)
    for root in (destination, workspace.paths.root):
        for path in root.rglob("*"):
            assert not path.is_file() or result.passphrase.encode() not in path.read_bytes()
    for title in ("Daftar hadir", "Rekaman"):
        locked = payload(result.path, title)
        assert locked.suffix == ".pdf"
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(locked)
        with pikepdf.open(locked, password=result.passphrase) as opened:
            assert opened.encryption.R == 6
    inside = b"".join(contents(result.path).values())
    assert _SECRET.encode() not in inside and b"rekaman\nrekaman" not in inside
    assert verify_bundle(result.path).valid
    portal = (result.path / "BUKA-DI-SINI.html").read_text("utf-8")
    assert portal.count("Terkunci sandi: memuat data pribadi") == 2
    assert remarks(result.path).count("Terkunci sandi: memuat data pribadi") == 2
    assert "Berkas terkunci" not in remarks(result.path)
    assert build(personal=Handling.LOCK, update=True).passphrase != result.passphrase


def test_a_locked_file_is_shrunk_before(build: Build, workspace: Workspace) -> None:
    mark(workspace, "Daftar hadir.pdf")
    result = build(personal=Handling.LOCK, limit=_LIMIT)
    (shrunk,) = [item for item in result.shrunk if item.title == "Daftar hadir"]
    assert shrunk.fits and payload(result.path, "Daftar hadir").stat().st_size <= _LIMIT
    with pikepdf.open(payload(result.path, "Daftar hadir"), password=result.passphrase) as opened:
        assert len(opened.pages) == 2


def test_personal_data_are_left_out_and_named(build: Build, workspace: Workspace) -> None:
    mark(workspace, "Foto rapat.jpg")
    result = build(personal=Handling.LEAVE_OUT)
    assert [(item.question_code, item.reason) for item in result.omitted] == [
        ("A.I.1.i.a", "memuat data pribadi"),
        ("A.I.1.i.b", "memuat data pribadi"),
    ]
    assert result.files == 3 and not result.passphrase
    assert not list((result.path / "data").rglob("*Foto*"))
    assert payload(result.path, "Daftar hadir").name.startswith("A.I.1.i.a-02")  # numbers do not move up
    assert (result.path / "bag-info.txt").read_text().count("memuat data pribadi") == 2
    assert verify_bundle(result.path).valid


def test_without_a_wish_personal_data_go_in_as_they_are(
    build: Build, workspace: Workspace, samples: dict[str, bytes]
) -> None:
    mark(workspace, "Foto rapat.jpg")
    assert payload(build().path, "Foto rapat").read_bytes() == samples["Foto rapat.jpg"]


@pytest.mark.parametrize("personal", list(Handling))
def test_covered_parts_are_gone_whatever_is_wished(build: Build, workspace: Workspace, personal: Handling) -> None:
    mark(workspace, "Daftar hadir.pdf")
    cover(workspace, "Daftar hadir.pdf")
    result = build(personal=personal)

    assert [item.title for item in result.redacted] == ["Daftar hadir"]
    assert not result.locked and not result.omitted and not result.passphrase
    with pypdfium2.PdfDocument(payload(result.path, "Daftar hadir")) as copy:
        assert [page.get_textpage().get_text_range() for page in copy] == ["", ""]
        assert max(copy[0].render(scale=1).to_pil().convert("L").crop((100, 100, 400, 400)).getextrema()) < 20
    assert _SECRET.encode() not in b"".join(contents(result.path).values())
    assert "Sebagian ditutup" in (result.path / "BUKA-DI-SINI.html").read_text("utf-8")
    assert contents(build(personal=personal, update=True).path) == contents(result.path)


def test_a_covered_copy_fits_the_limit_too(build: Build, workspace: Workspace) -> None:
    cover(workspace, "Foto rapat.jpg")
    result = build(limit=_LIMIT // 2)
    assert [item.title for item in result.redacted] == ["Foto rapat", "Foto rapat"]
    assert payload(result.path, "Foto rapat").stat().st_size <= _LIMIT // 2


def test_what_cannot_be_covered_is_not_handed_over(build: Build, workspace: Workspace, destination: Path) -> None:
    cover(workspace, "Daftar hadir.pdf", page=9)
    for allow_missing in (False, True):
        with pytest.raises(PreflightFailed) as caught:
            build(allow_missing=allow_missing)
        (obstacle,) = caught.value.obstacles
        assert isinstance(obstacle, RedactionFailed) and obstacle.name == "Daftar hadir.pdf"
    assert not list(destination.iterdir())


def test_a_cache_that_takes_nothing_is_done_without(build: Build, workspace: Workspace, temporary: Path) -> None:
    expected = contents(build(limit=_LIMIT).path)
    shutil.rmtree(workspace.paths.cache)
    workspace.paths.cache.write_bytes(b"bukan folder")
    assert contents(build(limit=_LIMIT, update=True).path) == expected
    assert not list(temporary.iterdir())


def test_a_drive_that_fills_up_meanwhile_is_done_without(
    build: Build, workspace: Workspace, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(workspace.paths.cache, ignore_errors=True)
    with faults.small_drive(workspace.paths.cache, "128k"):
        monkeypatch.setattr(room, "drive_of", lambda path: Drive(path, "tmpfs", False, False, 10**12))
        result = build(limit=_LIMIT)
        assert sum(item.fits for item in result.shrunk) == 3
        assert not desks(workspace, temporary)


def test_no_room_anywhere_is_told_before_anything_is_made(
    build: Build, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "drive_of", lambda path: Drive(path, "ext4", False, False, 1_000_000))
    with pytest.raises(PreflightFailed) as caught:
        build(limit=_LIMIT)
    assert [type(item) for item in caught.value.obstacles] == [NotEnoughSpace]
    assert not list(destination.iterdir())
