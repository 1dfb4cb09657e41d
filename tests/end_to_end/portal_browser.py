"""A browser, headless, that opens a portal from file:// as on a stick, and what somebody in front of it sees.

Needs Debian's `chromium` and `chromium-driver` and the Python package selenium; its tests are skipped without.
"""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zidesk.services.portal.page import PORTAL

_CHROMIUM, _DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
if _CHROMIUM is None or _DRIVER is None:
    pytest.skip("chromium and chromium-driver are not installed", allow_module_level=True)
webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")


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
