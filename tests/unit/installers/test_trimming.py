"""What stays out of the frozen program, by the names it has on Linux and on Windows."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def is_wanted(repository: Path) -> Callable[[str], bool]:
    spec = importlib.util.spec_from_file_location("trimming", repository / "installers" / "trimming.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    wanted: Callable[[str], bool] = module.is_wanted
    return wanted


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\imageformats\\qjpeg.dll",
        "PySide6\\plugins\\styles\\qwindowsvistastyle.dll",
        "libpython3.11.so.1.0",
        "libcrypto.so.3",
        "libxcb-cursor.so.0",
        "pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0",
        "pillow.libs/libXau-154567c4.so.6.0.0",
        "libstdc++-6-110c9d51f08f0d1d0f38fa2f49cf7128.dll",
        "libgcc_s_seh-1-70f48b1fbf7790872df2fde4b79a7c3b.dll",
        "zidesk/resources/fonts/DejaVuSans.ttf",
    ],
)
def test_what_the_program_loads_goes_along(is_wanted: Callable[[str], bool], name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qt_de.qm",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "reportlab/fonts/Vera.ttf",
    ],
)
def test_what_nobody_loads_stays_out(is_wanted: Callable[[str], bool], name: str) -> None:
    assert not is_wanted(name)
