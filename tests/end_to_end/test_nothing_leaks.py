"""What is covered, locked or left out is nowhere in what is handed over: not in papers, indexes, merged PDFs,
names, small pictures or metadata, in a folder as in a ZIP, made anew as brought up to date.
"""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.end_to_end.deep_reading import Found, read_folder
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.redaction import Box
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest, Handling, Merged, Zipped
from zidesk.services.changes.kinds import DecidePersonal, SetRedactions
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace

# a NIK, a name and a colour for each file, told nowhere but in the file and in the name it was attached by
_COVERED = {"PDF": ("3201011203850001", "TERTUTUPO"), "photo": ("3201011203850002", "TERTUTUPI")}
_MARKED = {
    "PDF": ("3201011203850003", "TERKUNCIO"),
    "photo": ("3201011203850004", "TERKUNCII"),
    "DOCX": ("3201011203850005", "TERKUNCIU"),
    "text": ("3201011203850006", "TERKUNCIE"),
    "alone": ("3201011203850007", "TERKUNCIA"),
}
_OPEN = ("3201011203850009", "TERBUKA")  # marked as nothing: it must be found, or the search finds nothing at all
_SECRETS = [word for words in (*_COVERED.values(), *_MARKED.values()) for word in words]
_COVERED_COLOUR, _MARKED_COLOUR, _OPEN_COLOUR = (255, 0, 160), (0, 255, 160), (160, 0, 255)


def _pdf(path: Path, secret: str, colour: tuple[int, int, int]) -> None:
    """The secret wherever a PDF can tell it: pages, outline, metadata, attachment, annotation."""
    canvas = Canvas(str(path))
    canvas.setTitle(secret)
    canvas.setAuthor(secret)
    for page in ("satu", "dua"):
        canvas.bookmarkPage(page)
        canvas.addOutlineEntry(secret, page)
        canvas.drawString(60, 700, secret)
        canvas.setFillColorRGB(*(value / 255 for value in colour))
        canvas.rect(0, 500, 600, 340, fill=1)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments[f"{secret}.txt"] = pikepdf.AttachedFileSpec(pdf, secret.encode(), description=secret)
        with pdf.open_metadata() as metadata:
            metadata["dc:description"] = secret
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[50, 50, 70, 70])
        note.Contents = secret
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])
        pdf.save(path)


def _photo(path: Path, secret: str, colour: tuple[int, int, int]) -> None:
    image = Image.new("RGB", (1200, 900), "grey")
    image.paste(colour, (0, 0, 1200, 500))
    facts = Image.Exif()
    facts[270] = facts[315] = secret
    image.save(path, exif=facts, comment=secret.encode())


def _text(path: Path, secret: str) -> None:
    path.write_text(f"{secret}\n", encoding="utf-8")


def _docx(path: Path, secret: str) -> None:
    paper = docx.Document()
    paper.add_paragraph(secret)
    paper.core_properties.title = secret
    paper.save(str(path))


@pytest.fixture(scope="module")
def school(resources_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A workspace whose secrets were looked at and searched before: there are small pictures of all of them."""
    folder = tmp_path_factory.mktemp("sekolah")
    (folder / "profil.toml").write_text(
        '[sekolah]\nnama = "SMAN 1"\nnpsn = "99900001"\n[penilaian]\ntahun = 2026\n', encoding="utf-8"
    )
    moment = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    resources = Resources(resources_root)
    workspace = create_from_profile(folder / "kerja", folder / "profil.toml", Wishes(), resources, lambda: moment)

    def attach(codes: str, words: tuple[str, str], suffix: str, title: str, make: Callable[[Path], None]) -> str:
        source = folder / f"{' '.join(words)}{suffix}"
        make(source)
        (use, *_) = add_files(workspace, codes.split(), [source], Caption(title)).added_uses
        return use.file.sha256

    def said(words: tuple[str, str]) -> str:
        return f"NIK {' atas nama '.join(words)}"

    one, two = _COVERED["PDF"], _COVERED["photo"]
    covered = [
        attach("1.i.a", one, ".pdf", "Daftar gaji", lambda path: _pdf(path, said(one), _COVERED_COLOUR)),
        attach("1.i.a", two, ".jpg", "Serah terima", lambda path: _photo(path, said(two), _COVERED_COLOUR)),
    ]
    first, photo, paper, text, alone = _MARKED.values()
    marked = [
        attach("2.i.a 2.i.b", first, ".pdf", "Slip", lambda path: _pdf(path, said(first), _MARKED_COLOUR)),
        attach("3.i.a", photo, ".jpg", "Identitas", lambda path: _photo(path, said(photo), _MARKED_COLOUR)),
        attach("3.i.a", paper, ".docx", "Keterangan", lambda path: _docx(path, said(paper))),
        attach("3.i.a", text, ".txt", "Kontak", lambda path: _text(path, said(text))),
        attach("5.i.a", alone, ".txt", "Satu-satunya bukti", lambda path: _text(path, said(alone))),
    ]
    attach("3.i.a", _OPEN, ".pdf", "Terbuka", lambda path: _pdf(path, said(_OPEN), _OPEN_COLOUR))
    _look_at_all(workspace)
    boxes = (Box(1, 0, 0, 1, 0.6), Box(2, 0, 0, 1, 0.6))
    perform(workspace, SetRedactions(covered[0], boxes))
    perform(workspace, SetRedactions(covered[1], boxes[:1]))
    perform(workspace, DecidePersonal(tuple(marked), True))
    yield workspace
    workspace.close()


def _look_at_all(workspace: Workspace) -> None:
    thumbnails = Thumbnails(workspace.store, ThumbnailCache(workspace.paths.cache))
    for use in _uses(workspace):
        thumbnails.picture(use.file)


def _uses(workspace: Workspace) -> list[EvidenceUse]:
    return [use for uses in workspace.assessment().evidence.values() for use in uses]


@pytest.fixture
def bundled(school: Workspace, resources_root: Path, tmp_path: Path) -> Callable[..., Path]:
    """`bundled(name, personal=…, zipped=…, …)`: the folder into which it was bundled."""

    def make(name: str, **wishes: Any) -> Path:
        destination = tmp_path / name
        destination.mkdir(exist_ok=True)
        layout = load_layout("lke", resources_root / "layouts")
        build_bundle(school, BundleRequest(destination, layout, **wishes), Resources(resources_root))
        return destination

    return make


def _colours(found: Found) -> set[tuple[int, int, int]]:
    """Which of the planted colours fill something of a picture."""
    picture = found.picture()
    if picture is None:
        return set()
    data = picture.resize((24, 24), Image.Resampling.NEAREST).tobytes()
    pixels = [data[at : at + 3] for at in range(0, len(data), 3)]
    planted = (_COVERED_COLOUR, _MARKED_COLOUR, _OPEN_COLOUR)
    return {colour for colour in planted if sum(_near(colour, pixel) for pixel in pixels) > 8}


def _near(colour: tuple[int, int, int], pixel: bytes) -> bool:
    return max(abs(one - other) for one, other in zip(colour, pixel, strict=True)) < 24


def _told(root: Path) -> tuple[set[str], set[str], set[tuple[int, int, int]]]:
    """Where secrets stand, as "secret: place"; where the open one is told; and which colours are shown."""
    leaks, known, colours = set(), set(), set()
    for found in read_folder(root):
        leaks |= {f"{secret}: {found.where}" for secret in _SECRETS if found.mentions(secret)}
        if found.mentions(_OPEN[1]):
            known.add(found.where)
        colours |= _colours(found)
    return leaks, known, colours


@pytest.mark.parametrize("personal", [Handling.LOCK, Handling.LEAVE_OUT])
@pytest.mark.parametrize(
    ("merged", "zipped"), [(Merged.AREAS, None), (Merged.WHOLE, None), (Merged.AREAS, Zipped())]
)
def test_no_secret_is_anywhere(
    bundled: Callable[..., Path], personal: Handling, merged: Merged, zipped: Zipped | None
) -> None:
    leaks, known, colours = _told(bundled("stik", personal=personal, merged=merged, zipped=zipped))
    assert leaks == set()
    assert colours == {_OPEN_COLOUR}
    if zipped is None:  # what is open is found in all those places: the search would have found the others
        wherever = " ".join(known)
        for place in (
            "teks-1.js",
            "ISI-PAKET.json",
            "BUKA-DI-SINI.html",
            "LKE.xlsx",
            "INDEKS.pdf",
            "GABUNGAN",
            "Terbuka.pdf",
        ):
            assert place in wherever


@pytest.mark.parametrize("areas", [("1",), ("4",)])
def test_a_bundle_of_some_areas_tells_nothing_of_the_others(
    bundled: Callable[..., Path], areas: tuple[str, ...]
) -> None:
    leaks, _, colours = _told(bundled("stik", personal=Handling.LOCK, areas=areas))
    assert leaks == set() and colours == set()


@pytest.mark.parametrize("personal", [Handling.LOCK, Handling.LEAVE_OUT])
def test_an_open_bundle_brought_up_to_date_keeps_nothing(bundled: Callable[..., Path], personal: Handling) -> None:
    first = bundled("stik", merged=Merged.AREAS)
    leaks, _, colours = _told(first)
    assert any(_MARKED["PDF"][1] in leak for leak in leaks) and _MARKED_COLOUR in colours
    assert not any(secret in leak for words in _COVERED.values() for secret in words for leak in leaks)
    before = shutil.copytree(next(first.iterdir()), first.parent / "sebelumnya")
    second = bundled("stik", merged=Merged.AREAS, personal=personal, update=True, since=before)
    leaks, _, colours = _told(second)
    assert leaks == set()
    assert colours == {_OPEN_COLOUR}
