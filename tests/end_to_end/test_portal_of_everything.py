"""The portal of a bundle that has all a bundle can have, in a real browser: every link is opened, also those of
what has changed, of merged PDFs, papers and locked files; hostile words stay words in all these places."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest

from tests.end_to_end.full_bundle import IMAGE, SCRIPT, made
from tests.end_to_end.portal_browser import Portal, driver
from zidesk.services.bundle.request import BundleResult

By = pytest.importorskip("selenium.webdriver.common.by").By
Keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
__all__ = ["driver", "made"]


@pytest.fixture
def portal(driver: Any, made: BundleResult) -> Portal:
    return Portal(driver, made.path)


def _file(portal: Portal, link: str) -> Path:
    """The file a link leads to, within the bundle."""
    parts = urlsplit(link)
    assert (parts.scheme, parts.query, parts.fragment) == ("file", "", ""), link
    path = Path(unquote(parts.path))
    assert path.is_file() and path.is_relative_to(portal.root), link
    return path


def _links(portal: Portal, within: str = "") -> list[str]:
    found: list[str] = portal.script(
        "return [...document.querySelectorAll(arguments[0])].map(a => a.href)", f"{within} a[target]".strip()
    )
    return [link for link in found if link]


def test_every_file_of_the_bundle_an_assessor_wants_is_linked(portal: Portal) -> None:
    portal.open()
    linked = {_file(portal, link).relative_to(portal.root).as_posix() for link in _links(portal)}
    there = {path.relative_to(portal.root).as_posix() for path in portal.root.rglob("*") if path.is_file()}
    papers = {"INDEKS.pdf", "LKE.xlsx", "SURAT-PENGANTAR.pdf", "PERIKSA.txt", "PERUBAHAN.pdf"}
    assert linked == papers | {name for name in there if name.startswith(("data/", "GABUNGAN/"))}
    assert sum(name.startswith("GABUNGAN/") for name in linked) == 5


@pytest.mark.parametrize(("fragment", "within", "least"), [
    ("#perubahan", "#perubahan", 6), ("", "#beranda", 10), ("#area-1", "#area-1", 3), ("#area-3", "#area-3", 3),
    ("#komponen-B", "#komponen-B", 2),
])  # fmt: skip
def test_links_open_what_they_name_when_they_are_clicked(
    portal: Portal, fragment: str, within: str, least: int
) -> None:
    portal.open(fragment)
    first = portal.driver.current_window_handle
    links = [link for link in portal.driver.find_elements(By.CSS_SELECTOR, f"{within} a[target]") if link.text]
    assert len(links) >= least
    for link in links:
        wanted = _file(portal, link.get_attribute("href"))
        if wanted.suffix == ".xlsx":  # is saved, not shown
            continue
        link.click()
        portal.driver.switch_to.window(portal.driver.window_handles[-1])
        shown = portal.driver.current_url
        portal.driver.close()
        portal.driver.switch_to.window(first)
        assert Path(unquote(urlsplit(shown).path)) == wanted
    assert portal.complaints() == []


def test_inner_links_of_the_changes_lead_to_their_questions(portal: Portal) -> None:
    portal.open("#perubahan")
    inner = portal.script(
        "return [...document.querySelectorAll('#perubahan a:not([target])')].map(a => a.getAttribute('href'))"
    )
    assert len(inner) >= 5
    for href in inner:
        portal.open("#perubahan")
        portal.script("document.querySelector(arguments[0]).click()", f'#perubahan a[href="{href}"]')
        portal.until("document.querySelector('.page.now').id !== 'perubahan'")
        assert portal.script("return document.getElementById(decodeURIComponent(arguments[0])) !== null", href[1:])


def test_the_changes_are_those_that_were_made(portal: Portal) -> None:
    portal.open("#perubahan")
    heads = portal.script("return [...document.querySelectorAll('#perubahan h2')].map(h => h.textContent)")
    counted = {"Jawaban (1)", "Ditambahkan (2)", "Diganti (1)", "Disalin ulang (5)", "Tidak ada lagi (1)"}
    assert set(heads) - {"Nilai"} == counted | {"Berganti nama atau tempat (1)"}


def test_locked_files_ask_for_the_passphrase_and_say_so(portal: Portal, made: BundleResult) -> None:
    portal.open("#area-3")
    cards = portal.script(
        "return [...document.querySelectorAll('.files li')].filter(li => /Terkunci sandi/.test(li.textContent))"
        ".map(li => [li.querySelector('a').href, li.querySelectorAll('img').length])"
    )
    assert len(cards) == 3 == len(made.locked)
    for link, pictures in cards:
        assert pictures == 0
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(_file(portal, link))
        with pikepdf.open(_file(portal, link), password=made.passphrase) as opened:
            assert len(opened.pages) == 1


def test_hostile_words_do_nothing_in_the_new_places(portal: Portal) -> None:
    portal.open("#perubahan")
    title = portal.driver.title
    for fragment in ("#perubahan", "#beranda", "#area-1", "#area-3", "#area-4"):
        portal.driver.get(portal.address + fragment)
        portal.script("window.scrollTo(0, document.documentElement.scrollHeight)")
    text = portal.script("return document.getElementById('perubahan').textContent")
    for words in (f"Notula {IMAGE}", f"Dicabut {SCRIPT}", f"Undangan {SCRIPT}", f"Tambahan {IMAGE}"):
        assert words in text
    portal.type("/")
    portal.type("tebal")
    assert len(portal.found) == 3
    assert portal.script("return document.querySelectorAll('img[onerror], img[src=x], b b').length") == 0
    assert portal.script("return document.scripts.length") == 2
    assert portal.driver.title == title != "kena"
    folder = portal.root.as_uri() + "/"
    assert [url for url in portal.requests() if not url.startswith((folder, "data:"))] == []
    assert portal.complaints() == []


def test_the_words_of_covered_and_locked_files_are_not_found(portal: Portal) -> None:
    portal.open()
    for word, found in (("ditutup", False), ("slip", False), ("undangan", True), ("tambahan", True)):
        portal.script("document.getElementById('cari').value = ''; document.getElementById('cari').focus()")
        portal.type(word)
        portal.until("!/sedang dibaca/.test(document.getElementById('jumlah').textContent)")
        assert bool(portal.found) is found, word


def test_the_changes_fit_a_phone_and_break_no_code(portal: Portal) -> None:
    size = {"width": 375, "height": 812, "deviceScaleFactor": 1, "mobile": True}
    portal.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for fragment in ("#perubahan", "#beranda", "#area-3"):
            portal.open(fragment)
            assert portal.script("return document.documentElement.scrollWidth") == 375, fragment
        portal.open("#perubahan")
        lines = portal.script(
            "return [...document.querySelectorAll('#perubahan td:first-child a')]"
            ".map(a => a.getClientRects().length)"
        )
        assert lines and set(lines) == {1}
    finally:
        portal.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_printed_it_has_every_change(portal: Portal) -> None:
    portal.open("#perubahan")
    portal.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert portal.driver.find_element(By.ID, "perubahan").is_displayed()
        wide = portal.script(
            "return [...document.querySelectorAll('#perubahan table')].every("
            "t => t.getBoundingClientRect().right <= document.documentElement.clientWidth)"
        )
        assert wide
    finally:
        portal.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_the_keyboard_alone_reaches_the_list_of_changes(portal: Portal) -> None:
    portal.open()
    for _ in range(30):
        portal.type(Keys.TAB)
        if portal.script("return document.activeElement.getAttribute('href')") == "#perubahan":
            break
    portal.type(Keys.ENTER)
    portal.until("document.querySelector('.page.now').id === 'perubahan'")


def test_the_merged_pdf_leads_to_files_of_the_bundle(made: BundleResult) -> None:
    """Its links are relative to where it lies."""
    found = 0
    for merged in (made.path / "GABUNGAN").iterdir():
        with pikepdf.open(merged) as pdf:
            for page in pdf.pages:
                for note in page.obj.get("/Annots", []):
                    action = note.get("/A", {})
                    target = action.get("/F", action.get("/URI", ""))
                    name = (
                        str(target.get("/UF", target.get("/F"))) if isinstance(target, pikepdf.Dictionary) else ""
                    )
                    name = name or unquote(str(target))
                    if name and not re.match(r"[a-z]+:", name):
                        assert (merged.parent / name).resolve().is_file(), name
                        found += 1
    assert found >= 3
