"""What a logo is before it is kept."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from zidesk.services.workspaces import logo as module
from zidesk.services.workspaces.logo import LogoState, look_at_logo


def picture(path: Path, size: tuple[int, int] = (300, 200)) -> Path:
    Image.new("RGBA", size, (20, 90, 140, 255)).save(path)
    return path


@pytest.mark.parametrize("name", ["logo.png", "logo.webp", "logo.gif", "logo.bmp", "logo.tif"])
def test_a_picture_has_a_preview(tmp_path: Path, name: str) -> None:
    found = look_at_logo(picture(tmp_path / name), 96)
    assert (found.state, found.width, found.height) == (LogoState.FINE, 300, 200)
    with Image.open(io.BytesIO(found.preview)) as small:
        assert small.size == (96, 64)


def test_a_jpeg_has_a_preview(tmp_path: Path) -> None:
    Image.new("RGB", (300, 200), "navy").save(tmp_path / "logo.jpg")
    assert look_at_logo(tmp_path / "logo.jpg", 96).preview


def test_no_picture(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("Dengan hormat")
    assert look_at_logo(tmp_path / "surat.txt", 96).state is LogoState.NO_PICTURE
    assert look_at_logo(tmp_path / "tidak-ada.png", 96).state is LogoState.MISSING
    assert look_at_logo(tmp_path, 96).state is LogoState.MISSING


def test_a_cut_picture_is_damaged(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.frombytes("RGB", (200, 200), os.urandom(120_000)).save(whole, "PNG")
    (tmp_path / "logo.png").write_bytes(whole.getvalue()[:50_000])
    found = look_at_logo(tmp_path / "logo.png", 96)
    assert (found.state, found.preview) == (LogoState.DAMAGED, b"")


def test_too_much_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = picture(tmp_path / "logo.png", (100, 100))
    monkeypatch.setattr(module, "MAX_PIXELS", 9_999)
    assert look_at_logo(path, 96).state is LogoState.MANY_PIXELS
    monkeypatch.setattr(module, "MAX_BYTES", 50)
    assert look_at_logo(path, 96).state is LogoState.MANY_BYTES


def test_the_limits_are_those_told(tmp_path: Path) -> None:
    with (tmp_path / "besar.png").open("wb") as stream:
        stream.truncate(20_000_001)
    assert look_at_logo(tmp_path / "besar.png", 96).state is LogoState.MANY_BYTES
    Image.new("1", (10_000, 5_001)).save(tmp_path / "lebar.png")
    assert look_at_logo(tmp_path / "lebar.png", 96).state is LogoState.MANY_PIXELS
