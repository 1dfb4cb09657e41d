"""While the window is left alone, the small pictures of all evidence are made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.ui.conftest import Desk, MakeDesk
from zidesk.domain.evidence import INBOX
from zidesk.ui import idle_work

CODE, OTHER = "A.I.1.iii.b", "A.I.1.i.a"
Photo = Callable[[str], Path]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_work, "BEGINS_AFTER", 20)


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    def make(colour: str) -> Path:
        path = tmp_path / f"{colour}.png"
        Image.new("RGB", (640, 480), colour).save(path)
        return path

    return make


def kept(desk: Desk) -> int:
    return len(list((desk.root / "cache").rglob("*.jpg")))


@pytest.mark.usefixtures("soon")
def test_pictures_nobody_has_looked_at_are_kept(make_desk: MakeDesk, photo: Photo) -> None:
    desk = make_desk()
    desk.open()
    desk.show(OTHER)
    desk.window.evidence.attach([photo("teal"), photo("navy")], CODE)
    desk.window.evidence.attach([photo("olive")], INBOX)
    desk.qtbot.waitUntil(lambda: kept(desk) == 3, timeout=20_000)
    desk.settle()
    desk.window.evidence.attach([photo("red")], CODE)
    desk.qtbot.waitUntil(lambda: kept(desk) == 4, timeout=20_000)


@pytest.mark.usefixtures("soon")
def test_a_workspace_that_is_only_read_is_left_as_it_is(make_desk: MakeDesk, photo: Photo) -> None:
    desk = make_desk()
    desk.open()
    desk.show(OTHER)
    desk.window.evidence.attach([photo("teal")], CODE)
    desk.settle()
    desk.window.close_workspace()
    desk.settle()
    for path in (desk.root / "cache").rglob("*.jpg"):
        path.unlink()
    desk.open(read_only=True)
    desk.qtbot.wait(200)
    desk.settle()
    assert not kept(desk)
