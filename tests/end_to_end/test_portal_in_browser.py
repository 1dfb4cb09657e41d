"""The portal in a real browser, from file:// as on a stick: links, search, jump, photos, hostile names."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from tests.end_to_end.portal_browser import Portal, driver
from tests.unit.services.portal.samples import CHANGED_AT, HOSTILE, hostile, make_use
from zidesk.domain.archive_layout import BundlePlan, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.services.portal.page import PORTAL, write_portal
from zidesk.storage.layout_loader import load_layout

By = pytest.importorskip("selenium.webdriver.common.by").By
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
__all__ = ["driver"]

_ASIDE = ("INDEKS.pdf", "LKE.xlsx", "SURAT-PENGANTAR.pdf", "PERIKSA.txt")


def _school(instrument: Instrument) -> Assessment:
    """Evidence of every question, the names hostile in turn; 1.iii.b has a photo, a paper and a broken photo."""
    evidence = {
        question.code: (make_use(question.code, 1, f"Dokumen {n}", number=f"421/{n}/2026"),)
        for n, question in enumerate(instrument.questions)
    }
    one = Assessment(Profile(School("SMA Negeri 1"), year=2026), instrument, {}, evidence, CHANGED_AT)
    nasty = hostile(one)
    code = "A.I.1.iii.b"
    own = (
        make_use(code, 1, "Laporan Semester II #1?", number="421.3/198", note="disahkan komite"),
        make_use(code, 2, "Rapat di aula", kind=FileKind.IMAGE, suffix=".jpg"),
        make_use(code, 3, "Pojok baca", kind=FileKind.IMAGE, suffix=".jpg"),
    )
    return Assessment(nasty.profile, instrument, {}, {**nasty.evidence, code: own}, CHANGED_AT)


def _write_bundle(root: Path, assessment: Assessment, resources: Path, areas: tuple[str, ...] = ()) -> BundlePlan:
    plan = plan_layout(assessment, load_layout("lke", resources / "layouts"), areas)
    for item in plan.files:
        path = root / item.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if item.path.endswith("Rapat di aula.jpg"):
            Image.new("RGB", (64, 48), "teal").save(path)
        else:
            path.write_bytes(b"bukan gambar" if item.path.endswith(".jpg") else b"%PDF-1.4\n%%EOF\n")
    for name in _ASIDE:
        (root / name).write_bytes(b"")
    write_portal(root / PORTAL, assessment, plan, (), resources)
    return plan


@pytest.fixture(scope="module")
def portal(
    driver: Any, instrument: Instrument, resources_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Portal:
    root = tmp_path_factory.mktemp("paket dengan spasi #1")
    _write_bundle(root, _school(instrument), resources_root)
    return Portal(driver, root)


def test_every_link_leads_to_a_file_of_the_folder(portal: Portal) -> None:
    portal.open()
    links = portal.script("return [...document.querySelectorAll('a[target]')].map(a => a.href).filter(Boolean)")
    assert len(links) == 115 + len(_ASIDE)
    for link in links:
        parts = urlsplit(link)
        assert (parts.scheme, parts.query, parts.fragment) == ("file", "", "")
        path = Path(unquote(parts.path))
        assert path.is_file(), link
        assert path.is_relative_to(portal.root)


def test_a_paper_opens_in_a_tab_of_its_own(portal: Portal) -> None:
    portal.open("#butir-A.I.1.iii.b")
    first = portal.driver.current_window_handle
    portal.driver.find_element(By.CSS_SELECTOR, "#butir-A\\.I\\.1\\.iii\\.b .files a").click()
    assert len(portal.driver.window_handles) == 2
    portal.driver.switch_to.window(portal.driver.window_handles[1])
    assert unquote(portal.driver.current_url).endswith("A.I.1.iii.b-01 Laporan Semester II 1.pdf")
    portal.driver.close()
    portal.driver.switch_to.window(first)


def test_hostile_names_do_nothing_anywhere(portal: Portal) -> None:
    portal.open()
    title = portal.driver.title
    for link in portal.driver.find_elements(By.CSS_SELECTOR, ".menu a"):
        link.click()
    for words in (HOSTILE[0], "onerror", "script", "javascript:"):
        portal.script("document.getElementById('cari').value = ''; document.getElementById('cari').focus()")
        portal.type(words)
        assert portal.found
    assert HOSTILE[0] in portal.script("return document.getElementById('beranda').textContent")
    assert portal.script("return document.querySelectorAll('img[onerror], [onmouseover], img[src=x]').length") == 0
    assert portal.script("return document.scripts.length") == 2
    assert portal.script("return [...document.links].every(a => a.protocol === 'file:')")
    assert portal.driver.title == title
    assert "kena" in title  # as words of the school's name, and nothing else
    assert title != "kena"
    assert portal.complaints() == []


def test_even_markup_put_into_the_page_runs_no_script(portal: Portal, tmp_path: Path) -> None:
    """The policy stands behind the escaping: neither handlers nor scripts run, in the page or beside it."""
    html = (portal.root / PORTAL).read_text(encoding="utf-8")
    smuggled = '<img src=x onerror="window.hit=1"><script>window.hit=2</script><script src="bukti.js"></script>'
    (tmp_path / PORTAL).write_text(html.replace("<h1 ", f"{smuggled}<h1 ", 1), encoding="utf-8")
    (tmp_path / "bukti.js").write_text("window.hit = 3", encoding="utf-8")
    faulty = Portal(portal.driver, tmp_path)
    faulty.open()
    faulty.until("performance.now() > 300")
    assert faulty.script("return window.hit") is None
    assert sum("Content Security Policy" in line for line in faulty.complaints()) == 3
    faulty.open()
    faulty.script("document.getElementById('isi').insertAdjacentHTML('beforeend', arguments[0])", smuggled)
    faulty.until("performance.now() > 300")
    assert faulty.script("return window.hit") is None


def test_no_request_leaves_the_folder(portal: Portal) -> None:
    portal.open()
    for link in portal.driver.find_elements(By.CSS_SELECTOR, ".menu a"):
        link.click()
    portal.script("document.querySelector('a[data-foto]').click()")
    portal.until("document.getElementById('foto-gambar').naturalWidth > 0")
    sent = portal.requests()
    assert sent
    folder = portal.root.as_uri() + "/"
    assert [url for url in sent if not url.startswith(folder)] == []


def test_search_as_you_type_and_the_keyboard_alone(portal: Portal) -> None:
    portal.open()
    portal.type("/")
    assert portal.script("return document.activeElement.id") == "cari"
    portal.type("semester lap")
    assert portal.found == ["Laporan Semester II #1?"]
    portal.type(Keys.ENTER)
    portal.until("document.querySelector('.hit')")
    assert portal.page == "area-1"
    assert portal.script("return document.querySelector('.hit').textContent").startswith("PDF")
    assert portal.script("return document.activeElement.closest('.hit') !== null")
    box = portal.script("return document.querySelector('.hit').getBoundingClientRect().toJSON()")
    assert 111 <= box["top"] < 700


@pytest.mark.parametrize("words", ["421.3/198", "disahkan komite", "A.I.1.iii.b-01", "LAPORAN", "semestér"])
def test_numbers_notes_file_names_are_found(portal: Portal, words: str) -> None:
    portal.open()
    portal.type("/")
    portal.type(words)
    assert "Laporan Semester II #1?" in portal.found


def test_what_is_not_there_is_said(portal: Portal) -> None:
    portal.open()
    portal.type("/")
    portal.type("tidakadayangbegini")
    assert portal.found == []
    assert "Tidak ada yang cocok" in portal.driver.find_element(By.ID, "jumlah").text


@pytest.mark.parametrize(
    ("spoken", "anchor"),
    [
        ("1.iii.b", "butir-A.I.1.iii.b"),
        ("A.II.1.I.A", "butir-A.II.1.i.a"),
        ("ii.2.iii.c", "butir-A.II.2.iii.c"),
        ("b.i.a", "butir-B.I.a"),
        ("6.ii", "sub-A.I.6.ii"),
    ],
)
def test_a_code_jumps_to_its_question(portal: Portal, spoken: str, anchor: str) -> None:
    portal.open()
    portal.type("/")
    portal.type(spoken, Keys.ENTER)
    portal.until(f"decodeURIComponent(location.hash) === '#{anchor}'")
    portal.until(f"Math.abs(document.getElementById('{anchor}').getBoundingClientRect().top - 132) < 3 || "
                 "innerHeight + scrollY >= document.documentElement.scrollHeight - 2")  # fmt: skip
    assert portal.script(
        "return arguments[0] && document.getElementById(arguments[0]).offsetParent !== null", anchor
    )


def test_arrows_choose_and_escape_closes(portal: Portal) -> None:
    portal.open()
    portal.type("/")
    portal.type("a.i.1", Keys.ARROW_DOWN)
    portal.type(Keys.ARROW_UP, Keys.ARROW_UP)
    chosen = portal.script("return document.querySelector('#hasil [aria-selected=true]').id")
    assert chosen == portal.script("return document.querySelector('#hasil').lastElementChild.id")
    assert chosen == portal.script("return document.activeElement.getAttribute('aria-activedescendant')")
    portal.type(Keys.ESCAPE)
    assert not portal.driver.find_element(By.ID, "temuan").is_displayed()
    portal.type(Keys.ESCAPE)
    assert portal.script("return document.activeElement.id") != "cari"


def test_the_back_button_returns(portal: Portal) -> None:
    portal.open()
    portal.driver.find_element(By.LINK_TEXT, "Tatalaksana").click()
    assert portal.page == "area-2"
    current = portal.driver.find_element(By.CSS_SELECTOR, ".menu [aria-current=page]")
    assert current.text == "Tatalaksana"
    portal.driver.back()
    portal.until("document.querySelector('.page.now').id === 'beranda'")


def test_photos_are_looked_at_in_the_page(portal: Portal) -> None:
    portal.open("#butir-A.I.1.iii.b")
    portal.driver.find_element(By.CSS_SELECTOR, "a[data-foto]").click()
    portal.until("document.getElementById('foto-gambar').naturalWidth === 64")
    assert portal.driver.find_element(By.ID, "foto-judul").text == "Rapat di aula"
    portal.type(Keys.ARROW_RIGHT)
    portal.until("!document.getElementById('foto-gagal').hidden")  # a file that is no picture says so
    assert portal.driver.find_element(By.ID, "foto-judul").text == "Pojok baca"
    portal.type(Keys.ESCAPE)
    assert not portal.driver.find_element(By.ID, "foto").is_displayed()
    assert portal.script("return document.activeElement.textContent").startswith("foto")


def test_it_fits_a_phone(portal: Portal) -> None:
    size = {"width": 375, "height": 812, "deviceScaleFactor": 1, "mobile": True}
    portal.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for fragment in ("", "#nilai", "#area-1", "#area-6", "#komponen-B"):
            portal.open(fragment)
            assert portal.script("return document.documentElement.scrollWidth") == 375, fragment
    finally:
        portal.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_without_script_everything_stands_on_one_page(portal: Portal) -> None:
    portal.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        portal.open()
        assert all(part.is_displayed() for part in portal.driver.find_elements(By.CSS_SELECTOR, ".page"))
        assert not portal.driver.find_element(By.ID, "cari").is_displayed()
    finally:
        portal.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
