"""What lies beside the portal, in a real browser: words inside PDFs are found, small pictures come as they are
scrolled to, and nothing that stands in a file does anything."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.end_to_end.portal_browser import Portal, driver
from zidesk.domain.archive_layout import plan_layout
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.pictures.bundled import bundled_extras
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.portal.enclosures import write_enclosures
from zidesk.services.portal.page import PORTAL, write_portal
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace

Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
__all__ = ["driver"]

_SCRIPT = "</script><script>document.title='kena'</script>"
_IMAGE = "<img src=x onerror=document.title='kena'>"


def _paper(path: Path, *pages: str) -> Path:
    canvas = Canvas(str(path))
    for text in pages:
        canvas.drawString(40, 700, text)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def bundle(resources_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of a real workspace: two PDFs, two photos and a broken picture; all but one were looked at."""
    folder = tmp_path_factory.mktemp("sekolah")
    (folder / "profil.toml").write_text(
        '[sekolah]\nnama = "SMAN 1"\nnpsn = "99900001"\n[penilaian]\ntahun = 2026\n', encoding="utf-8"
    )
    report = _paper(
        folder / "laporan.pdf",
        "Halaman judul",
        "",
        "Kegiatan Literasi Pagi dihadiri wali murid",
        "Literasi; rapat dan notula",
    )
    nasty = _paper(folder / "jahat.pdf", f"jebakan {_SCRIPT}", f"jebakan {_IMAGE} dan ${{7*7}} selesai")
    minutes = _paper(folder / "risalah.pdf", " ".join(["rapat", *["isi"] * 60, "Notula rapat komite"]))
    photos = []
    for name, colour in (("aula.jpg", "teal"), ("taman.jpg", "orange"), ("baru.jpg", "navy")):
        Image.new("RGB", (900, 600), colour).save(folder / name)
        photos.append(folder / name)
    resources = Resources(resources_root)
    moment = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    workspace = create_from_profile(folder / "kerja", folder / "profil.toml", Wishes(), resources, lambda: moment)
    add_files(workspace, ["1.iii.b"], [report], Caption("Laporan monitoring"))
    add_files(workspace, ["1.iii.b"], [nasty], Caption(_IMAGE))
    add_files(workspace, ["1.iii.b"], photos)
    add_files(workspace, ["6.i.a"], [minutes], Caption("Risalah"))
    add_files(workspace, ["2.i.a"], photos[:1], Caption("Aula lagi"))
    _look_at(workspace, ["laporan.pdf", "jahat.pdf", "aula.jpg", "taman.jpg"])
    root = tmp_path_factory.mktemp("paket #1 %41")
    _write(workspace, root, resources_root)
    workspace.close()
    return root


def _look_at(workspace: Workspace, names: list[str]) -> None:
    cache = ThumbnailCache(workspace.paths.cache)
    thumbnails = Thumbnails(workspace.store, cache)
    for use in (use for uses in workspace.assessment().evidence.values() for use in uses):
        if use.original_name in names:
            assert thumbnails.picture(use.file) is not None
            if use.original_name == "taman.jpg":  # spoilt in the cache since
                cache.put(use.file.sha256, b"\xff\xd8\xff rusak \xff\xd9")


def _write(workspace: Workspace, root: Path, resources_root: Path) -> None:
    assessment = workspace.assessment()
    plan = plan_layout(assessment, load_layout("lke", resources_root / "layouts"))
    for item in plan.files:
        (root / item.path).parent.mkdir(parents=True, exist_ok=True)
        (root / item.path).write_bytes(workspace.store.path_of(item.use.file.sha256).read_bytes())
    with bundled_extras(workspace) as extras:
        beside = write_enclosures(root, plan, extras, silent, CancelToken())
    write_portal(root / PORTAL, assessment, plan, (), resources_root, beside)


@pytest.fixture
def portal(driver: object, bundle: Path) -> Portal:
    return Portal(driver, bundle)


@pytest.fixture
def search(portal: Portal) -> Callable[[str], None]:
    def look(words: str) -> None:
        portal.open()
        portal.type("/")
        portal.type(words)
        portal.until("!/sedang dibaca/.test(document.getElementById('jumlah').textContent)")

    return look


def _hit(portal: Portal, part: str) -> str:
    text: str = portal.script(f"return document.querySelector('#hasil a[target] {part}').textContent")
    return text


def test_a_word_inside_a_pdf_is_found_with_its_page(portal: Portal, search: Callable[[str], None]) -> None:
    search("LITERASI wali")
    assert portal.found == ["Laporan monitoring"]
    assert _hit(portal, "small") == "bukti 1.iii.b · isi PDF, halaman 3"
    assert _hit(portal, "span") == "Kegiatan Literasi Pagi dihadiri wali murid"
    assert portal.script("return [...document.querySelectorAll('#hasil span mark')].map(m => m.textContent)") == [
        "Literasi",
        "wali",
    ]
    assert "1 di antaranya dalam isi PDF" in portal.script("return document.getElementById('jumlah').textContent")
    search("literasi")
    assert _hit(portal, "small") == "bukti 1.iii.b · isi PDF, halaman 3 dan 1 halaman lain"
    assert portal.complaints() == []


def test_words_that_stand_together_come_first_and_are_shown(portal: Portal, search: Callable[[str], None]) -> None:
    search("selesai jebakan")  # apart, in the paper that comes later
    assert _hit(portal, "small").endswith("halaman 2")
    search("notula rapat")
    assert portal.found == ["Risalah", "Laporan monitoring"]
    assert _hit(portal, "span").endswith("isi isi Notula rapat komite")


def test_enter_opens_the_pdf_at_that_page(portal: Portal, search: Callable[[str], None]) -> None:
    search("literasi pagi")
    first = portal.driver.current_window_handle
    portal.type(Keys.ENTER)
    portal.driver.switch_to.window(portal.driver.window_handles[-1])
    try:
        address = portal.driver.current_url
        assert address.endswith(".pdf#page=3")
        assert Path(unquote(address.removeprefix("file://")).removesuffix("#page=3")).is_file()
    finally:
        portal.driver.close()
        portal.driver.switch_to.window(first)


def test_texts_are_read_at_the_first_search_and_not_before(portal: Portal) -> None:
    portal.open()
    assert not any("teks-1.js" in url for url in portal.requests())
    portal.type("/")
    portal.type("wali")
    portal.until("document.querySelector('#hasil a[target]')")
    assert sum("teks-1.js" in url for url in portal.requests()) == 1


def test_hostile_texts_of_pdfs_are_shown_as_words(portal: Portal, search: Callable[[str], None]) -> None:
    search("jebakan")
    assert _hit(portal, "span").startswith(f"jebakan {_SCRIPT[:8]}")
    assert _IMAGE in portal.found
    search("jebakan onerror")
    assert _hit(portal, "span") == f"jebakan {_IMAGE} dan ${{7*7}} selesai"
    assert portal.driver.title != "kena"
    assert portal.script("return document.querySelectorAll('img[onerror], img[src=x]').length") == 0
    assert portal.complaints() == []


def test_small_pictures_come_when_their_question_does(portal: Portal) -> None:
    portal.open()
    assert not any("gambar-" in url for url in portal.requests())
    portal.open("#butir-A.I.1.iii.b")
    portal.until("document.querySelectorAll('#area-1 .thumb img').length >= 4")
    portal.until("[...document.querySelectorAll('#area-1 .thumb img')].every(i => i.naturalWidth)")
    seen = portal.script(
        "return [...document.querySelectorAll('#butir-A\\\\.I\\\\.1\\\\.iii\\\\.b li')].map(li => {"
        "  const image = li.querySelector('img'), icon = li.querySelector('.thumb svg');"
        "  const shown = image ? [image.src.slice(0, 5), image.naturalWidth] : ['', 0];"
        "  return [...shown, icon.getClientRects().length];"
        "})"
    )
    # two papers by their first page, a photo, one whose small picture is spoilt, one never looked at
    assert [source for source, _, _ in seen] == ["data:", "data:", "data:", "", "file:"]
    assert (seen[2][1], seen[4][1]) == (320, 900)
    assert [icons for _, _, icons in seen] == [0, 0, 0, 1, 0]
    folder = portal.root.as_uri() + "/"
    assert [url for url in portal.requests() if not url.startswith((folder, "data:image/jpeg"))] == []


def test_the_light_box_shows_the_photo_itself(portal: Portal) -> None:
    portal.open("#butir-A.I.1.iii.b")
    portal.script("document.querySelector('a[data-foto]').focus()")
    portal.type(Keys.ENTER)
    portal.until("document.getElementById('foto-gambar').naturalWidth === 900")
    portal.type(Keys.ARROW_RIGHT)
    assert portal.script("return document.getElementById('foto-judul').textContent") == "taman"
    portal.type(Keys.ESCAPE)
    assert portal.script("return document.activeElement.closest('a[data-foto]') !== null")


def test_printing_fetches_what_was_never_scrolled_to(portal: Portal) -> None:
    portal.open("#area-2")
    portal.script("document.querySelectorAll('.question').forEach(part => part.style.marginTop = '9999px')")
    portal.script(
        "window.print = () => { window.printed = document.querySelectorAll('#area-2 .thumb img').length }"
    )
    portal.script("document.getElementById('cetak').click()")
    portal.until("window.printed === 1")


def test_without_the_folder_beside_it_the_rest_works(portal: Portal, tmp_path: Path) -> None:
    (tmp_path / PORTAL).write_bytes((portal.root / PORTAL).read_bytes())
    alone = Portal(portal.driver, tmp_path)
    alone.open()
    alone.type("/")
    alone.type("monitoring")
    alone.until("/tidak lengkap/.test(document.getElementById('jumlah').textContent)")
    assert "Laporan monitoring" in alone.found
