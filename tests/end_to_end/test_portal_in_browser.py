"""The portal in a real browser, headless, from file:// as on a stick: links, search, jump, photos, hostile names.

Needs Debian's `chromium` and `chromium-driver` and the Python package selenium; skipped without them.
"""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from tests.unit.services.portal.samples import CHANGED_AT, HOSTILE, hostile, make_use
from zidesk.domain.archive_layout import BundlePlan, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.services.portal.page import PORTAL, write_portal
from zidesk.storage.layout_loader import load_layout

_CHROMIUM, _DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if _CHROMIUM is None or _DRIVER is None:
    pytest.skip("chromium and chromium-driver are not installed", allow_module_level=True)
webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

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


class Portal:
    """The portal as somebody at the keyboard sees it."""

    def __init__(self, driver: Any, root: Path) -> None:
        self.driver, self.root = driver, root
        self.address = (root / PORTAL).as_uri()

    def open(self, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(self.address + fragment)

    def script(self, text: str, *arguments: object) -> Any:
        return self.driver.execute_script(text, *arguments)

    def until(self, condition: str) -> None:
        end = time.monotonic() + 10
        while not self.script(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.02)

    def type(self, *keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(*keys)

    @property
    def page(self) -> str:
        found: str = self.script("return document.querySelector('.page.now').id")
        return found

    @property
    def found(self) -> list[str]:
        rows: list[str] = self.script("return [...document.querySelectorAll('#hasil b')].map(b => b.textContent)")
        return rows

    def complaints(self) -> list[str]:
        """What the console says."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = (event for event in events if event["method"] == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = _CHROMIUM
    # a container has neither a sandbox nor much shared memory; background chatter off
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--window-size=1366,768"):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    running = webdriver.Chrome(options=options, service=webdriver.ChromeService(_DRIVER))
    yield running
    running.quit()


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


def test_even_markup_put_into_the_page_runs_no_script(portal: Portal) -> None:
    """The policy stands behind the escaping."""
    portal.open()
    portal.script(
        "document.getElementById('isi').insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=1\">');"
        "const s = document.createElement('script'); s.textContent = 'window.hit=2'; document.body.append(s);"
    )
    portal.until("performance.now() > 300")
    assert portal.script("return window.hit") is None
    assert any("Content Security Policy" in line for line in portal.complaints())


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


def test_five_thousand_files_are_quick(
    driver: Any, instrument: Instrument, resources_root: Path, tmp_path: Path
) -> None:
    evidence = {
        question.code: tuple(
            make_use(
                question.code, place, f"Laporan kegiatan nomor {place} {question.short_title}", number=f"4/{n}"
            )
            for place in range(1, 46)
        )
        for n, question in enumerate(instrument.questions)
    }
    one = Assessment(Profile(School("SMA Negeri 1"), year=2026), instrument, {}, evidence, CHANGED_AT)
    plan = plan_layout(one, load_layout("lke", resources_root / "layouts"))
    assert len(plan.files) > 5000
    write_portal(tmp_path / PORTAL, one, plan, (), resources_root)
    big = Portal(driver, tmp_path)
    big.open()
    paint = big.script("return performance.getEntriesByName('first-contentful-paint')[0].startTime")
    ready = big.script("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert paint <= 1000
    assert ready <= 2000  # the whole page is read, on a machine that others use as well
    spent = big.script(
        "const box = document.getElementById('cari');"
        "function type(words) {"
        "  const start = performance.now();"
        "  box.value = words; box.dispatchEvent(new Event('input'));"
        "  return performance.now() - start;"
        "}"
        "return [type('laporan 37'), type('laporan 38')]"
    )
    assert spent[0] <= 500
    assert spent[1] <= 100
    assert len(big.found) == 60
